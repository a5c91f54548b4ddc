// SPDX-License-Identifier: EUPL-1.2
import { dirname } from 'node:path';
import type { Polygon } from 'geojson';
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
import { type ReadTile, tilesetFaults } from '../fixtures/tileset-reader';
import { M_PER_DEG_LAT, mPerDegLon, town } from '../fixtures/town';
import { leavesOf, removeWritten, written } from '../fixtures/written-tiles';
import type { CleanBuilding } from '../themes/theme';
import { openPool } from './pool';

afterAll(removeWritten);

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
