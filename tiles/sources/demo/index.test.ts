// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clipper, FillRule } from 'clipper2-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lonLat, lonLatToPlane, type Plane } from '../../../src/city/frames';
import { readSource } from '../../fixtures/read-source';
import { openFolder } from '../../formats/folder';
import type { FoundFile } from '../../formats/found-file';
import type { BuildingRow, RowThemeId, ServiceRow, StreetRow } from '../../themes/rows';
import { SOURCES } from '..';
import { LANDMARKS } from '../landmarks/index';
import { rowOf } from '../landmarks/landmark';
import { writeDemoCity } from '.';
import { NIL } from './nil';
import { people } from './places';
import { areaM2, contains, isSimple } from './polygon';

const BUILDINGS = 600;
/** Two whole cities, on a machine that is busy with other tests. */
const MAKING_MS = 180_000;
const quiet = () => undefined;
const folders: string[] = [];
async function demo(seed: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'demo-'));
  folders.push(dir);
  await writeDemoCity(dir, { buildings: BUILDINGS, seed }, quiet);
  return dir;
}
interface Marker {
  synthetic: boolean;
  buildings: number;
  files: { name: string; features: number; sha256: string }[];
}
const marker = async (dir: string) => JSON.parse(await readFile(join(dir, 'demo.json'), 'utf8')) as Marker;
const ringOf = (coordinates: readonly (readonly number[])[]): Plane[] =>
  coordinates.slice(0, -1).map(([lon, lat]) => lonLatToPlane(lonLat(lon as number, lat as number)));

describe('demo city', () => {
  let dir: string;
  let files: FoundFile[];
  let rows: Map<RowThemeId, unknown[]>;
  let dropped: string[];
  let unread: string[];

  beforeAll(async () => {
    dir = await demo('milano');
    files = await openFolder(dir);
    rows = new Map();
    dropped = [];
    const read = new Set<string>();
    for (const source of SOURCES) {
      const own: FoundFile[] = [];
      for (const file of files) if (await source.recognises(file)) own.push(file);
      for (const file of own) {
        read.add(file.name);
        const reading = await readSource(source, [file]);
        rows.set(source.theme, [...(rows.get(source.theme) ?? []), ...reading.rows]);
        dropped.push(...Object.keys(reading.dropped).map((reason) => `${source.id}: ${reason}`));
      }
    }
    unread = files.map((f) => f.name).filter((name) => !read.has(name));
  }, MAKING_MS);
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  it(
    'is the same bytes for the same seed, others for another',
    async () => {
      const first = await marker(dir);
      expect(await marker(await demo('milano'))).toEqual(first);
      const other = await marker(await demo('torino'));
      const hash = (m: Marker) => m.files.find((f) => f.name === 'osm_lidar_height_01.geojson')?.sha256;
      expect(hash(other)).toMatch(/^[0-9a-f]{64}$/);
      expect(hash(other)).not.toBe(hash(first));
    },
    MAKING_MS,
  );

  it('is marked synthetic and has the number of buildings asked for', async () => {
    const m = await marker(dir);
    expect(m.synthetic).toBe(true);
    expect(Math.abs(m.buildings / BUILDINGS - 1)).toBeLessThan(0.02);
    expect(rows.get('buildings')).toHaveLength(m.buildings);
  });

  it('refuses a number of buildings that it cannot build', async () => {
    await expect(writeDemoCity(dir, { buildings: 10 }, quiet)).rejects.toThrow('500 to 1,000,000');
    await expect(writeDemoCity(dir, { buildings: Number.NaN }, quiet)).rejects.toThrow(RangeError);
  });

  it('is read by the readers of the real data, every file and every row', () => {
    expect(unread).toEqual(['demo.json']);
    // One Overpass answer feeds several themes; a two-way street stands in the graph twice; a doctor counts once.
    const meant = /: (not-this-theme|other-direction)$|^family-doctors: (second-surgery|out-of-service)$/;
    const faults = dropped.filter((d) => !meant.test(d));
    expect(faults).toEqual([]);
    const counts = Object.fromEntries([...rows].map(([theme, list]) => [theme, list.length]));
    for (const theme of [
      'streets',
      'cycleways',
      'rail',
      'transit',
      'greenery',
      'trees',
      'water',
      'traffic-rules',
    ])
      expect(counts[theme], theme).toBeGreaterThan(5);
    expect(counts.boundaries).toBe(98);
    expect(counts.services).toBeGreaterThan(1500);
    expect(counts.businesses).toBeGreaterThan(600);
  });

  it('has a family doctor for 1,450 residents, who counts once: some have another surgery, some work no more', () => {
    const doctors = (rows.get('services') as ServiceRow[]).filter((row) => row.class === 'family-doctor');
    const residents = NIL.reduce((sum, _, nil) => sum + people(nil), 0);
    expect(Math.abs((doctors.length * 1450) / residents - 1)).toBeLessThan(0.01);
    expect(doctors.every(({ at, address }) => at && address)).toBe(true);
    const reasons = new Set(dropped.filter((one) => one.startsWith('family-doctors: ')));
    expect([...reasons].sort()).toEqual(['family-doctors: out-of-service', 'family-doctors: second-surgery']);
  });

  it('has buildings of valid rings inside the limit, wall to wall but never over each other', async () => {
    const limitFile = files.find((f) => f.baseName === 'confini-milano_raw.geojson');
    const limit = (await limitFile?.json()) as { features: { geometry: { coordinates: number[][][] } }[] };
    const border = ringOf(limit.features[0]?.geometry.coordinates[0] ?? []);
    expect(areaM2(border)).toBeGreaterThan(150e6);
    const shapes = (rows.get('buildings') as BuildingRow[]).map(({ geometry }) => {
      expect(geometry.type).toBe('Polygon');
      return (geometry.coordinates as number[][][]).map(ringOf);
    });
    for (const rings of shapes) {
      expect(rings.every(isSimple)).toBe(true);
      expect(rings.slice(1).every((hole) => hole.every((p) => contains(rings[0] ?? [], p)))).toBe(true);
      expect(rings[0]?.every((p) => contains(border, p))).toBe(true);
    }
    expect(overlapping(shapes)).toEqual([]);
  });

  it('knows heights as the city does: most measured, some by storeys, a few not at all', () => {
    const buildings = rows.get('buildings') as BuildingRow[];
    const share = (has: (b: BuildingRow) => boolean) => buildings.filter(has).length / buildings.length;
    expect(share((b) => b.heightOrigin === 'measured')).toBeGreaterThan(0.93);
    expect(share((b) => b.heightOrigin === 'storeys')).toBeGreaterThan(0.005);
    expect(share((b) => b.heightM === undefined)).toBeGreaterThan(0);
  });

  it('builds nothing of its own where a landmark of the shelf stands', () => {
    const buildings = rows.get('buildings') as BuildingRow[];
    const names = new Set<string>(LANDMARKS.map(({ name }) => name));
    expect(buildings.filter(({ name }) => names.has(name ?? '')).map(({ name }) => name)).toEqual([]);
    const areas = ({ geometry }: BuildingRow) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const models = LANDMARKS.map((landmark, i) => rowOf(landmark, i));
    const told = [...buildings, ...models].flatMap((row) =>
      areas(row).map((rings) => ({ name: row.name ?? 'a house', isModel: models.includes(row), rings })),
    );
    const meetings = overlapping(told.map(({ rings }) => rings.map(ringOf))).flatMap((pair) => {
      const [a, b] = pair.split(/ and |:/).map((i) => told[Number(i)]);
      return a?.isModel === b?.isModel ? [] : [`${a?.name}, ${b?.name}`];
    });
    // The blocks round the octagon reach under its cornice.
    expect(meetings.filter((m) => m !== 'Palazzi della Galleria, Galleria Vittorio Emanuele II')).toEqual([]);
  });

  it('has streets that all hang together', () => {
    const streets = rows.get('streets') as StreetRow[];
    const around = new Map<string, string[]>();
    for (const { fromNode, toNode } of streets) {
      expect(fromNode).toBeDefined();
      for (const [a, b] of [
        [fromNode, toNode],
        [toNode, fromNode],
      ] as [string, string][])
        around.set(a, [...(around.get(a) ?? []), b]);
    }
    const [start] = around.keys();
    const reached = new Set([start as string]);
    const pending = [start as string];
    for (let node = pending.pop(); node !== undefined; node = pending.pop())
      for (const next of around.get(node) ?? [])
        if (!reached.has(next)) {
          pending.push(next);
          reached.add(next);
        }
    expect(reached.size).toBe(around.size);
    expect(streets.some((s) => s.name === 'Corso Sempione' && s.class === 'primary')).toBe(true);
  });
});

/** Pairs that share more than 1 m². */
function overlapping(shapes: readonly (readonly Plane[][])[]): string[] {
  const paths = shapes.map((rings) =>
    rings.map((r) => r.map(([x, y]) => ({ x: Math.round((x - 5e5) * 100), y: Math.round((y - 5e6) * 100) }))),
  );
  const boxes = paths.map(([outer]) => {
    const [xs, ys] = [(outer ?? []).map((p) => p.x), (outer ?? []).map((p) => p.y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  });
  const out: string[] = [];
  boxes.forEach((a, i) => {
    for (let j = i + 1; j < boxes.length; j++) {
      const b = boxes[j] as typeof a;
      if (a[0] > b[2] || b[0] > a[2] || a[1] > b[3] || b[1] > a[3]) continue;
      const shared = Clipper.intersect(paths[i] as never, paths[j] as never, FillRule.EvenOdd);
      const m2 = shared.reduce((sum, path) => sum + Clipper.area(path), 0) / 1e4;
      if (Math.abs(m2) > 1) out.push(`${i} and ${j}: ${m2.toFixed(1)} m²`);
    }
  });
  return out;
}
