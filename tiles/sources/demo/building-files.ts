// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { type Plane, plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import type { Done, Work } from '../../write/pool';
import { type Block, BUILDINGS_PER_HA, DUOMO } from './blocks';
import { type Building, buildBlock } from './buildings';
import type { Landmark } from './landmark-forms';
import { landmarks } from './landmarks';
import { at, contains, crosses, distanceM, type Ring } from './polygon';
import { DemoFolder, featureLine, geojsonHead, PieceWriter, polygonGeometry } from './write-files';

const PER_FILE = 50_000;
/** Most that a block is filled over its own share, and most that is carried on. */
const MAKING_UP = 1.5;
const MOST_OWED = 200;
const FIRST_ID = 900_000_001;

interface BuildingsJob {
  readonly dir: string;
  readonly blocks: readonly Block[];
  readonly wanted: number;
  readonly seed: string;
}
interface BuildingsWritten {
  readonly built: number;
  readonly written: DemoFolder['written'];
}

/** {@link writeBuildings} on a thread of its own. */
export const BUILDINGS_WORK: Work<BuildingsJob, BuildingsWritten> = {
  module: import.meta.url,
  name: 'writeBuildings',
};

/** Writes about `wanted` buildings, from the Duomo outwards, in files of at most 50,000. */
export async function writeBuildings({
  dir,
  blocks,
  wanted,
  seed,
}: BuildingsJob): Promise<Done<BuildingsWritten>> {
  const folder = new DemoFolder(dir);
  const out = new BuildingWriter(folder, dir, seed);
  const known = landmarks();
  for (const l of known) for (const b of l.parts) await out.add(b);
  const taken = new Reserved(known);
  const ordered = blocks
    .map((block, i) => ({ block, i, d: distanceM(block.centre, DUOMO) }))
    .filter(({ block }) => BUILDINGS_PER_HA[block.fabric] > 0)
    .sort((a, b) => a.d - b.d || a.i - b.i);
  const weights = ordered.map(({ block }) => (block.areaM2 / 10_000) * BUILDINGS_PER_HA[block.fabric]);
  const left = wanted - out.count;
  const total = weights.reduce((sum, w) => sum + w, 0);
  // A smaller city than the ground holds stops earlier, a larger one is denser.
  const scale = left / total > 0.75 ? left / total : 1;
  let owed = 0;
  for (let k = 0; k < ordered.length && out.count < wanted; k++) {
    const { block, i } = ordered[k] as (typeof ordered)[number];
    const own = (weights[k] as number) * scale;
    owed += own;
    // What earlier blocks had no room for is made up a little at a time.
    const now = Math.min(Math.round(owed), Math.ceil(own * MAKING_UP), wanted - out.count);
    const random = seeded(`${seed}/block/${i}`);
    const stands = buildBlock(block, now, random).filter((b) => taken.isFree(b.rings[0] as Ring));
    for (const b of stands) await out.add(b);
    owed = Math.min(owed - stands.length, MOST_OWED);
  }
  await out.end();
  return { value: { built: out.count, written: folder.written } };
}

/** Circles around landmarks, and the ground that they stand on, where nothing else is built. */
class Reserved {
  private readonly rings: readonly { ring: Ring; box: Box }[];
  constructor(private readonly circles: readonly Landmark[]) {
    this.rings = circles.flatMap(({ rings = [] }) => rings.map((ring) => ({ ring, box: boxOf(ring) })));
  }
  isFree(ring: Ring): boolean {
    const p = ring[0] as Plane;
    for (const { centre, clearM } of this.circles) {
      if (Math.abs(p[0] - centre[0]) > clearM + 150 || Math.abs(p[1] - centre[1]) > clearM + 150) continue;
      if (
        clearM > 0 &&
        (contains(ring, centre) || ring.some((q, i) => near(q, at(ring, i + 1), centre) < clearM))
      )
        return false;
    }
    const box = boxOf(ring);
    return !this.rings.some((r) => meets(r.box, box) && overlaps(r.ring, ring));
  }
}

type Box = readonly [west: number, south: number, east: number, north: number];
const boxOf = (ring: Ring): Box => {
  const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};
const meets = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const overlaps = (a: Ring, b: Ring) =>
  contains(a, at(b, 0)) ||
  contains(b, at(a, 0)) ||
  a.some((p, i) => b.some((q, j) => crosses(p, at(a, i + 1), q, at(b, j + 1))));

function near(a: Plane, b: Plane, p: Plane): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  return distanceM(plane(a[0] + dx * t, a[1] + dy * t), p);
}

/** As the LiDAR study publishes them: footprints with `height_med`; here with OSM's tags. */
class BuildingWriter {
  count = 0;
  private file: PieceWriter | undefined;
  private name = '';
  private inFile = 0;
  private readonly random: () => number;

  constructor(
    private readonly folder: DemoFolder,
    private readonly dir: string,
    seed: string,
  ) {
    this.random = seeded(`${seed}/building-attributes`);
  }

  async add(building: Building): Promise<void> {
    if (!this.file || this.inFile === PER_FILE) {
      await this.end();
      this.name = `osm_lidar_height_${String(Math.floor(this.count / PER_FILE) + 1).padStart(2, '0')}`;
      this.file = new PieceWriter(join(this.dir, `${this.name}.geojson`));
      await this.file.add(`${geojsonHead(this.name)}\n`);
    }
    const line = featureLine({
      properties: this.properties(building),
      geometry: polygonGeometry(building.rings),
    });
    await this.file.add(this.inFile ? `,\n${line}` : line);
    this.count++;
    this.inFile++;
  }

  async end(): Promise<void> {
    if (!this.file) return;
    await this.file.add('\n]\n}\n');
    const sha256 = await this.file.end();
    this.folder.written.push({ name: `${this.name}.geojson`, features: this.inFile, sha256 });
    this.file = undefined;
    this.inFile = 0;
  }

  /** Some have no height, fewer no storeys either, most no year: as in OpenStreetMap. */
  private properties(b: Building): Record<string, unknown> {
    const named = b.name !== undefined;
    const dice = named ? 1 : this.random();
    const levels = named || dice < 0.45 || this.random() < 0.5;
    const address = b.street !== undefined && this.random() < 0.6;
    return {
      cat: this.count + 1,
      osm_id: FIRST_ID + this.count,
      height_med: dice < 0.03 ? null : Math.round(b.heightM * 100) / 100,
      building: b.kind,
      ...(levels && dice >= 0.006 ? { 'building:levels': String(b.storeys) } : {}),
      ...(named || this.random() < 0.4 ? { start_date: String(Math.min(2024, b.year)) } : {}),
      ...(address ? { 'addr:street': b.street, 'addr:housenumber': String(b.number) } : {}),
      ...(named ? { name: b.name } : {}),
      ...(b.minHeightM ? { min_height: b.minHeightM } : {}),
    };
  }
}
