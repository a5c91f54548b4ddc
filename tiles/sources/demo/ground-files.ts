// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane, planeToLonLat } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import type { Block } from './blocks';
import { smooth } from './main-lines';
import { PONDS, PRECINCTS, type Precinct } from './parks-and-water';
import { at, distanceM, insetSurviving, type Ring } from './polygon';
import { CANALS, path, RIVERS } from './rings-and-radials';
import type { DemoFolder } from './write-files';

type Tags = Readonly<Record<string, string>>;
interface Way {
  readonly tags: Tags;
  readonly points: readonly Plane[];
  readonly closed: boolean;
}

const FIRST_WAY = { landcover: 810_000_001, water: 820_000_001 };
const FIRST_NODE = 7_900_000_001;

/** As the Overpass API answers to `out geom`. */
async function writeOverpass(
  folder: DemoFolder,
  name: string,
  ways: readonly Way[],
  first: number,
): Promise<void> {
  let node = FIRST_NODE + first;
  const elements = ways.map(({ tags, points, closed }, i) => {
    const geometry = points.map((p) => {
      const [lon, lat] = planeToLonLat(p);
      return { lat: Math.round(lat * 1e7) / 1e7, lon: Math.round(lon * 1e7) / 1e7 };
    });
    const nodes = points.map(() => node++);
    if (closed) {
      geometry.push(geometry[0] as (typeof geometry)[number]);
      nodes.push(nodes[0] as number);
    }
    return JSON.stringify({ type: 'way', id: first + i, nodes, geometry, tags });
  });
  const head = `{"version":0.6,"generator":"gemello-milano demo","osm3s":{"copyright":"Dati dimostrativi, CC0"},"elements":[\n`;
  await folder.text(name, [head, elements.join(',\n'), '\n]}\n'], ways.length);
}

const PRECINCT_TAGS: Partial<Record<Precinct['kind'], Tags>> = {
  park: { leisure: 'park' },
  cemetery: { landuse: 'cemetery' },
  yard: { landuse: 'greenfield' },
  sport: { leisure: 'sports_centre' },
};

/** Parks, cemeteries and sports grounds, gardens between the houses, pitches, fields. */
export async function writeLandcover(
  folder: DemoFolder,
  blocks: readonly Block[],
  seed: string,
): Promise<Ring[]> {
  const random = seeded(`${seed}/landcover`);
  const ways: Way[] = [];
  const wooded: Ring[] = [];
  for (const { kind, name, ring } of PRECINCTS) {
    const tags = PRECINCT_TAGS[kind];
    const inner = insetSurviving(
      ring,
      ring.map(() => 9),
    )?.ring;
    if (!tags || !inner) continue;
    ways.push({ tags: { ...tags, name }, points: inner, closed: true });
    if (kind === 'park' || kind === 'cemetery') wooded.push(inner);
  }
  for (const block of blocks) {
    if (block.fabric === 'field' || block.fabric === 'farm') {
      ways.push({
        tags: { landuse: random() < 0.8 ? 'farmland' : 'meadow' },
        points: block.ring,
        closed: true,
      });
      continue;
    }
    if (block.fabric !== 'green') continue;
    const street = block.fronts.find((f) => f)?.replace(/^Via(le)? /, '');
    const dice = random();
    if (dice < 0.62 || block.areaM2 < 5000) {
      ways.push({
        tags: {
          leisure: block.areaM2 > 9000 ? 'park' : 'garden',
          ...(street ? { name: `Giardino ${street}` } : {}),
        },
        points: block.ring,
        closed: true,
      });
      wooded.push(block.ring);
    } else if (dice < 0.82) {
      ways.push({ tags: { leisure: 'sports_centre' }, points: block.ring, closed: true });
      ways.push({ tags: { leisure: 'pitch', sport: 'soccer' }, points: pitch(block), closed: true });
    } else ways.push({ tags: { landuse: 'allotments' }, points: block.ring, closed: true });
  }
  await writeOverpass(folder, 'overpass_landcover.json', ways, FIRST_WAY.landcover);
  return wooded;
}

/** A football ground in the middle of its block, along the longest side. */
function pitch({ ring, centre, areaM2 }: Block): Plane[] {
  let longest = 0;
  for (let i = 1; i < ring.length; i++)
    if (distanceM(at(ring, i), at(ring, i + 1)) > distanceM(at(ring, longest), at(ring, longest + 1)))
      longest = i;
  const [a, b] = [at(ring, longest), at(ring, longest + 1)];
  const l = distanceM(a, b);
  const [ux, uy] = [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
  const half = Math.min(52, Math.sqrt(areaM2) * 0.3);
  const corner = (u: number, v: number) => plane(centre[0] + ux * u - uy * v, centre[1] + uy * u + ux * v);
  return [
    corner(-half, -half * 0.64),
    corner(half, -half * 0.64),
    corner(half, half * 0.64),
    corner(-half, half * 0.64),
  ];
}

/** Canals beside their streets, the Lambro, basins and ponds. */
export async function writeWater(folder: DemoFolder): Promise<void> {
  const canals = CANALS.map(
    (c): Way => ({
      tags: {
        waterway: 'canal',
        name: c.name.replace(/^Alzaia /, ''),
        width: String(c.waterM),
      },
      points: beside(smooth(c.points, false), 8 + (c.waterM ?? 10) / 2),
      closed: false,
    }),
  );
  const rivers = RIVERS.map(
    (r): Way => ({
      tags: { waterway: 'river', name: r.name, width: '14' },
      points: smooth(r.points, false),
      closed: false,
    }),
  );
  const olona: Way = {
    tags: { waterway: 'river', name: 'Olona', width: '9' },
    points: smooth(
      path('9.0950 45.5290, 9.1040 45.5190, 9.1090 45.5110, 9.1145 45.5015, 9.1215 45.4955, 9.1280 45.4905'),
      false,
    ),
    closed: false,
  };
  const basins = PRECINCTS.filter((p) => p.kind === 'basin').map(
    ({ name, ring }): Way => ({
      tags: { natural: 'water', water: 'basin', name },
      points: insetSurviving(
        ring,
        ring.map((_, i) => (i < 3 ? 23 : 11)),
      )?.ring as Ring,
      closed: true,
    }),
  );
  const ponds = PONDS.map(
    ({ name, basin, ring }): Way => ({
      tags: { natural: 'water', ...(basin ? { water: 'basin' } : { water: 'pond' }), name },
      points: ring,
      closed: true,
    }),
  );
  await writeOverpass(
    folder,
    'overpass_water.json',
    [...canals, ...rivers, olona, ...basins, ...ponds],
    FIRST_WAY.water,
  );
}

/** A line to the right of another. */
export function beside(points: readonly Plane[], rightM: number): Plane[] {
  return points.map((p, i) => {
    const [a, b] = [points[Math.max(0, i - 1)] as Plane, points[Math.min(points.length - 1, i + 1)] as Plane];
    const l = distanceM(a, b) || 1;
    return plane(p[0] + ((b[1] - a[1]) / l) * rightM, p[1] - ((b[0] - a[0]) / l) * rightM);
  });
}
