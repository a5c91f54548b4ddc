// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Polygon, Position } from 'geojson';
import { Matrix4, Vector3 } from 'three';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILDING_USES, type BuildingRecord, HEIGHT_ORIGINS } from '../../src/city/building';
import { fnv1a } from '../../src/city/catalogue';
import {
  enuToEcef,
  enuToScene,
  type LonLat,
  lonLat,
  lonLatToEcef,
  lonLatToScene,
} from '../../src/city/frames';
import { INPUT_TABLES } from '../../src/city/inputs';
import { MILANO } from '../../src/city/place';
import { seeded } from '../../src/city/seeded';
import { type ReadTile, readTileset, tilesetFaults } from '../fixtures/tileset-reader';
import type { CleanBuilding } from '../themes/theme';
import { writeBuildings } from './building-tiles';
import { openOutput } from './output';
import { openPool } from './pool';

const M_PER_DEG_LAT = 111_147;
const mPerDegLon = (lat: number) => 111_320 * Math.cos((lat * Math.PI) / 180);

interface Told {
  at: LonLat;
  /** Corners in metres about `at`, counter-clockwise; holes clockwise. */
  rings: [number, number][][];
  rest?: Partial<CleanBuilding>;
}
let count = 0;
function building({ at, rings, rest = {} }: Told): CleanBuilding {
  const stableId = rest.stableId ?? `osm-w${++count}`;
  const place = ([x, y]: [number, number]): Position => [
    at[0] + x / mPerDegLon(at[1]),
    at[1] + y / M_PER_DEG_LAT,
  ];
  const coordinates = rings.map((ring) => [...ring, ring[0] as [number, number]].map(place));
  return {
    stableId,
    footprint: { type: 'Polygon', coordinates },
    heightM: 10,
    minHeightM: 0,
    heightOrigin: 'measured',
    storeys: 3,
    use: 'residential',
    year: 1960,
    district: 5,
    centre: at,
    areaM2: 100,
    record: { stableId, footprintSource: 'test' },
    ...rest,
  };
}
const box = (w: number, d: number): [number, number][] => [
  [-w / 2, -d / 2],
  [w / 2, -d / 2],
  [w / 2, d / 2],
  [-w / 2, d / 2],
];

/** A made-up town of `n` houses about a place, 30 m apart from middle to middle. */
function town(at: LonLat, n: number, seed: string): CleanBuilding[] {
  const random = seeded(seed);
  const side = Math.ceil(Math.sqrt(n));
  return Array.from({ length: n }, (_, i) => {
    const x = ((i % side) - side / 2) * 30;
    const y = (Math.floor(i / side) - side / 2) * 30;
    return building({
      at: lonLat(at[0] + x / mPerDegLon(at[1]), at[1] + y / M_PER_DEG_LAT),
      rings: [box(8 + 22 * random(), 8 + 22 * random())],
      rest: {
        heightM: Math.round(30 + random() * 600) / 10,
        storeys: Math.floor(random() * 20),
        year: 1900 + Math.floor(random() * 120),
        use: BUILDING_USES[Math.floor(random() * BUILDING_USES.length)],
        heightOrigin: HEIGHT_ORIGINS[i % 4],
      },
    });
  });
}

const dirs: string[] = [];
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true }))));
async function written(buildings: CleanBuilding[], options = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'buildings-'));
  dirs.push(dir);
  const output = openOutput(dir);
  const files = await writeBuildings(buildings, { place: MILANO, output, ...options }, () => {});
  const tileset = join(dir, files.tileset);
  const json = async (path: string) => JSON.parse(await readFile(join(dir, path), 'utf8'));
  return { dir, files, tileset, output, json, tiles: await readTileset(tileset) };
}
const leavesOf = (tiles: readonly ReadTile[]) => tiles.filter((t) => t.isLeaf);

/** Signed volume under the triangles of one feature, over the plane up = 0. */
function volumeM3({ positions: p, indices, features }: ReadTile, feature: number): number {
  let six = 0;
  for (let t = 0; t < indices.length; t += 3) {
    if (features[indices[t] as number] !== feature) continue;
    const [a, b, c] = [0, 1, 2].map((k) => new Vector3().fromArray(p, 3 * (indices[t + k] as number)));
    six += (a as Vector3).dot((b as Vector3).cross(c as Vector3));
  }
  return six / 6;
}

describe('a small city', () => {
  // Corners of the city, so that frames and boxes have something to get wrong.
  const centre = town(MILANO.centre, 1600, 'centre');
  const edges = [lonLat(9.0755, 45.4925), lonLat(9.07, 45.45), lonLat(9.17, 45.527)].flatMap((at, i) =>
    town(at, 60, `edge ${i}`),
  );
  const all = [...centre, ...edges];
  let city: Awaited<ReturnType<typeof written>>;
  beforeAll(async () => {
    city = await written(all);
  });

  it('has no fault: schema, glTF, boxes, errors, features', async () => {
    expect(city.tiles.length).toBeGreaterThan(5);
    expect(await tilesetFaults(city.tileset)).toEqual([]);
  });

  it('has three levels, and every building once in the finest and in the middle one', () => {
    expect(new Set(city.tiles.map((t) => t.depth))).toEqual(new Set([1, 2, 3]));
    expect(leavesOf(city.tiles).every((t) => t.depth === 3)).toBe(true);
    for (const depth of [2, 3]) {
      const ids = city.tiles.filter((t) => t.depth === depth).flatMap((t) => t.columns.id);
      expect(ids.toSorted((a, b) => a - b)).toEqual(all.map((_, i) => i));
    }
    const blocks = city.tiles.filter((t) => t.depth === 1).flatMap((t) => t.columns.id);
    expect(new Set(blocks).size).toBe(blocks.length);
    expect(blocks.length).toBeGreaterThan(100);
    expect(blocks.length).toBeLessThan(all.length);
  });

  it('has a table, records, lookup and columns that tell the same of each building', async () => {
    const { files } = city;
    expect(files).toMatchObject({ tileset: 'buildings/tileset.json', count: all.length });
    expect(files.columns.columns.map((c) => c.name)).toEqual([...INPUT_TABLES.buildings]);
    const column = (name: string) =>
      files.columns.columns.find((c) => c.name === name)?.values as Uint16Array;
    const byStableId = new Map(all.map((b) => [b.stableId, b]));
    const records = new Map<number, BuildingRecord[]>();
    let seen = 0;
    for (const { columns } of leavesOf(city.tiles))
      for (const [row, id] of columns.id.entries()) {
        const file = Math.floor(id / files.recordsPerFile);
        if (!records.has(file)) records.set(file, await city.json(`${files.records}/${file}.json`));
        const record = records.get(file)?.[id % files.recordsPerFile] as BuildingRecord;
        const b = byStableId.get(record.stableId) as CleanBuilding;
        const told = [
          Math.round(b.heightM * 10),
          b.year,
          b.district,
          b.storeys,
          BUILDING_USES.indexOf(b.use),
          HEIGHT_ORIGINS.indexOf(b.heightOrigin),
        ];
        const names = ['heightDm', 'year', 'district', 'storeys', 'use', 'heightOrigin'] as const;
        expect(names.map((name) => columns[name][row])).toEqual(told);
        expect(names.map((name) => column(name)[id])).toEqual(told);
        expect(column('lonDeg')[id]).toBe(b.centre[0]);
        seen++;
      }
    expect(seen).toBe(all.length);
    for (const b of all.slice(0, 50)) {
      const shard = await city.json(`${files.lookup}/${fnv1a(b.stableId) % files.lookupShards}.json`);
      const [id, lon, lat] = shard[b.stableId];
      expect(records.get(Math.floor(id / files.recordsPerFile))?.[id % files.recordsPerFile]).toEqual(
        b.record,
      );
      expect([lon, lat]).toEqual([expect.closeTo(b.centre[0], 6), expect.closeTo(b.centre[1], 6)]);
    }
  });

  it('stands where MapLibre has its footprints, to the edges of the city', () => {
    let checked = 0;
    for (const tile of leavesOf(city.tiles)) {
      const origin = new Vector3().setFromMatrixPosition(tile.toEcef);
      const at = nearestLonLat(origin, all);
      const toScene = new Matrix4().fromArray(enuToScene(MILANO.centre, at));
      const base = cornersOf(tile, 0).map((p) => p.applyMatrix4(toScene));
      for (const id of tile.columns.id.slice(0, 25)) {
        const b = byPlace(
          city.files.columns.columns[0]?.values[id] ?? 0,
          city.files.columns.columns[1]?.values[id] ?? 0,
          all,
        );
        for (const [lon, lat] of (b.footprint as Polygon).coordinates[0] ?? []) {
          const wanted = lonLatToScene(MILANO.centre, lonLat(lon as number, lat as number));
          const offM = Math.min(...base.map((p) => Math.hypot(p.x - wanted[0], p.y - wanted[1])));
          // Half a step of 5 cm each way.
          expect(offM).toBeLessThan(0.05);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(500);
  });

  it('is true earth-centred metres for any other client', () => {
    const tile = leavesOf(city.tiles).reduce((a, b) => (b.indices.length > a.indices.length ? b : a));
    const bases = cornersOf(tile, 0).map((p) => p.applyMatrix4(tile.toEcef));
    const corners = all
      .flatMap((b) => (b.footprint as Polygon).coordinates[0] ?? [])
      .map(([lon, lat]) => new Vector3(...lonLatToEcef(lonLat(lon as number, lat as number))));
    for (const p of bases.slice(0, 40))
      expect(Math.min(...corners.map((c) => c.distanceTo(p)))).toBeLessThan(0.25);
  });
});

/** Corners at a height, in the tile's frame. */
function cornersOf({ positions }: ReadTile, up: number): Vector3[] {
  const out: Vector3[] = [];
  for (let i = 0; i < positions.length; i += 3)
    if (Math.abs((positions[i + 2] as number) - up) < 0.01) out.push(new Vector3().fromArray(positions, i));
  return out;
}

/** Longitude and latitude of a point on the ellipsoid, by Newton's steps from a building near it. */
function nearestLonLat(ecef: Vector3, near: readonly CleanBuilding[]): LonLat {
  const start = near.reduce((a, b) =>
    new Vector3(...lonLatToEcef(b.centre)).distanceTo(ecef) <
    new Vector3(...lonLatToEcef(a.centre)).distanceTo(ecef)
      ? b
      : a,
  ).centre;
  let at = start;
  for (let i = 0; i < 6; i++) {
    const local = ecef.clone().applyMatrix4(new Matrix4().fromArray(enuToEcef(at)).invert());
    at = lonLat(at[0] + local.x / mPerDegLon(at[1]), at[1] + local.y / M_PER_DEG_LAT);
  }
  return at;
}
const byPlace = (lon: number, lat: number, all: readonly CleanBuilding[]) =>
  all.find((b) => b.centre[0] === lon && b.centre[1] === lat) as CleanBuilding;

describe('an extrusion', () => {
  const at = MILANO.centre;
  // An L of 40 × 30 less 20 × 15, with a courtyard of 8 × 6: 1,200 - 300 - 48 = 852 m².
  const el: [number, number][] = [
    [-20, -15],
    [20, -15],
    [20, 0],
    [0, 0],
    [0, 15],
    [-20, 15],
  ];
  const courtyard: [number, number][] = [
    [-14, -10],
    [-14, -4],
    [-6, -4],
    [-6, -10],
  ];

  it('is watertight: its signed volume is area × height, courtyard left out', async () => {
    const { tiles } = await written([building({ at, rings: [el, courtyard], rest: { heightM: 20 } })]);
    const [leaf] = leavesOf(tiles);
    const volume = volumeM3(leaf as ReadTile, 0);
    const areaM2 = groundAreaM2(leaf as ReadTile);
    expect(Math.abs(volume / (areaM2 * 20) - 1)).toBeLessThan(1e-3);
    // Steps of 5 cm move each wall by 2.5 cm at most.
    expect(Math.abs(volume / (852 * 20) - 1)).toBeLessThan(5e-3);
  });

  /** Area of the roof, from the triangles at the top. */
  function groundAreaM2({ positions: p, indices }: ReadTile): number {
    let area = 0;
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => new Vector3().fromArray(p, 3 * (indices[t + k] as number))) as [
        Vector3,
        Vector3,
        Vector3,
      ];
      if (Math.min(a.z, b.z, c.z) < 19.9) continue;
      area += ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return area;
  }

  it('keeps the courtyard open and the gap under a bridge', async () => {
    const bridge = building({ at, rings: [box(30, 10)], rest: { heightM: 12, minHeightM: 5 } });
    const { tiles } = await written([bridge]);
    for (const tile of tiles) {
      const ups = new Set(
        Array.from(
          tile.positions.filter((_, i) => i % 3 === 2),
          (up) => Math.round(up * 10),
        ),
      );
      expect(ups).toEqual(new Set([50, 120]));
      // Closed from below too: 30 × 10 × 7 m.
      expect(volumeM3(tile, 0)).toBeCloseTo(2100, -2);
    }
  });

  it('has a real hole: a ray down the courtyard meets nothing', async () => {
    const { tiles } = await written([building({ at, rings: [el, courtyard], rest: { heightM: 20 } })]);
    const leaf = leavesOf(tiles)[0] as ReadTile;
    expect(roofsAbove(leaf, -10, -7)).toBe(0);
    expect(roofsAbove(leaf, -17, -7)).toBe(1);
    expect(roofsAbove(leaf, 10, 8)).toBe(0);
  });

  /** Upward faces over a point given about the middle of the box of the L. */
  function roofsAbove({ positions: p, indices }: ReadTile, x: number, y: number): number {
    let faces = 0;
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => new Vector3().fromArray(p, 3 * (indices[t + k] as number))) as [
        Vector3,
        Vector3,
        Vector3,
      ];
      const side = (s: Vector3, e: Vector3) => (e.x - s.x) * (y - s.y) - (e.y - s.y) * (x - s.x);
      if (side(a, b) > 0 && side(b, c) > 0 && side(c, a) > 0) faces++;
    }
    return faces;
  }

  it('of several polygons is one building', async () => {
    const two = building({ at, rings: [box(10, 10)] });
    const shifted = building({ at: lonLat(at[0] + 0.0005, at[1]), rings: [box(10, 10)] });
    const footprint = {
      type: 'MultiPolygon' as const,
      coordinates: [two.footprint, shifted.footprint].map((f) => (f as Polygon).coordinates),
    };
    const { tiles } = await written([{ ...two, footprint }]);
    const leaf = leavesOf(tiles)[0] as ReadTile;
    expect(leaf.columns.id).toEqual([0]);
    expect(leaf.features).toHaveLength(16);
    expect(volumeM3(leaf, 0)).toBeCloseTo(2000, -2);
  });

  it('smaller than a step is still there', async () => {
    const speck = building({ at, rings: [box(0.01, 0.01)] });
    const { tiles } = await written([speck, building({ at, rings: [box(10, 10)] })]);
    expect(leavesOf(tiles).flatMap((t) => t.columns.id)).toEqual([0, 1]);
  });
});

describe('what else a building may have', () => {
  const at = MILANO.centre;
  it('stands on the ground of a terrain model', async () => {
    const { tiles, tileset } = await written([building({ at, rings: [box(20, 20)] })], {
      elevationM: () => 122.5,
    });
    const ups = leavesOf(tiles)[0]?.positions.filter((_, i) => i % 3 === 2) ?? [];
    expect([Math.min(...ups), Math.max(...ups)]).toEqual([
      expect.closeTo(122.5, 6),
      expect.closeTo(132.5, 6),
    ]);
    expect(await tilesetFaults(tileset)).toEqual([]);
  });

  it('shows the roof of a model in the finest level', async () => {
    const ground = box(10, 8);
    const b = building({ at, rings: [ground], rest: { heightM: 9 } });
    const ring = (b.footprint as Polygon).coordinates[0] as [number, number][];
    const up = (i: number, z: number): [number, number, number] => [...(ring[i] as [number, number]), z];
    const ridge = [0, 1].map((k): [number, number, number] => [
      (ring[k * 1] as Position)[0] as number,
      at[1],
      9,
    ]);
    const [west, east] = ridge as [[number, number, number], [number, number, number]];
    const surfaces = [
      { rings: [[up(0, 6), up(1, 6), east, west]] },
      { rings: [[up(2, 6), up(3, 6), west, east]] },
      { rings: [[up(0, 0), up(1, 0), up(1, 6), up(0, 6)]] },
      { rings: [[up(1, 0), up(2, 0), up(2, 6), east, up(1, 6)]] },
      { rings: [[up(2, 0), up(3, 0), up(3, 6), up(2, 6)]] },
      { rings: [[up(3, 0), up(0, 0), up(0, 6), west, up(3, 6)]] },
    ];
    const { tiles, tileset } = await written([{ ...b, surfaces }]);
    const leaf = leavesOf(tiles)[0] as ReadTile;
    // Walls to 6 m, a gable of 3 m over them: 10 × 8 × (6 + 3 / 2).
    expect(volumeM3(leaf, 0)).toBeGreaterThan(600 * 0.99);
    expect(volumeM3(leaf, 0)).toBeLessThan(600 * 1.01);
    expect(leaf.features).toHaveLength(10);
    expect(await tilesetFaults(tileset)).toEqual([]);
  });

  it('refuses a building on another continent', async () => {
    await expect(written([building({ at: lonLat(-74, 40.7), rings: [box(20, 20)] })])).rejects.toThrow(
      /osm-w\d+: a corner at -74/,
    );
  });
});

describe('on worker threads', () => {
  it('writes the same bytes', async () => {
    const houses = town(MILANO.centre, 400, 'threads');
    const here = await written(houses);
    const pool = openPool(2);
    try {
      const there = await written(houses, { pool });
      expect([...there.output.files].sort()).toEqual([...here.output.files].sort());
      expect(there.output.files.size).toBe(6);
      expect(dirname(there.files.tileset)).toBe('buildings');
    } finally {
      await pool.close();
    }
  });
});
