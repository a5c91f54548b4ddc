// SPDX-License-Identifier: EUPL-1.2
import type { Polygon, Position } from 'geojson';
import { Vector3 } from 'three';
import { afterAll, describe, expect, it } from 'vitest';
import { lonLat } from '../../../src/city/frames';
import { MILANO } from '../../../src/city/place';
import { type ReadTile, tilesetFaults } from '../../fixtures/tileset-reader';
import { box, building } from '../../fixtures/town';
import { leavesOf, removeWritten, written } from '../../fixtures/written-tiles';

afterAll(removeWritten);

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

  it('has a pitched roof in the finest level alone, where it is small and old', async () => {
    const old = building({ at, rings: [box(20, 10)], rest: { heightM: 9, year: 1890 } });
    const young = building({
      at: lonLat(at[0] + 0.0005, at[1]),
      rings: [box(20, 10)],
      rest: { heightM: 9, year: 1960 },
    });
    const { tiles, tileset } = await written([old, young]);
    expect(await tilesetFaults(tileset)).toEqual([]);
    for (const tile of tiles) {
      const volumes = tile.columns.year.map((year, row) => [year, volumeM3(tile, row)] as const);
      // Walls to 7.2 m and a gable of 1.8 m, or 9 m all over; 10 m may be 10.05 m in steps of the level.
      for (const [year, volume] of volumes.filter(() => tile.depth > 1))
        expect(Math.abs(volume / (tile.isLeaf && year === 1890 ? 1620 : 1800) - 1)).toBeLessThan(0.03);
    }
  });

  it('shows the outline of a model at the coarse levels, among blocks that its neighbours make', async () => {
    // A base of 30 × 30 × 10 and a tower of 10 × 10 × 40 on it; a detail of 2 × 2 × 3 on top from near only.
    const block = (side: number, from: number, to: number) => {
      const shape = building({ at, rings: [box(side, side)] });
      const ring = ((shape.footprint as Polygon).coordinates[0] as [number, number][]).slice(0, 4);
      const up = (i: number, z: number): [number, number, number] => [
        ...(ring[i % 4] as [number, number]),
        z,
      ];
      return [
        ...[0, 1, 2, 3].map((i) => ({ rings: [[up(i, from), up(i + 1, from), up(i + 1, to), up(i, to)]] })),
        { rings: [[0, 1, 2, 3].map((i) => up(i, to))] },
      ];
    };
    const silhouette = [...block(30, 0, 10), ...block(10, 10, 50)];
    const model = building({ at, rings: [box(30, 30)], rest: { heightM: 53 } });
    const houses = [120, 160, 200].map((east) =>
      building({ at: lonLat(at[0] + east / 78_000, at[1]), rings: [box(30, 30)], rest: { heightM: 12 } }),
    );
    const { tiles, tileset } = await written([
      { ...model, silhouette, surfaces: [...silhouette, ...block(2, 50, 53)] },
      ...houses,
    ]);
    expect(await tilesetFaults(tileset)).toEqual([]);
    const topOf = (tile: ReadTile) => {
      const row = tile.columns.heightDm.indexOf(530);
      const own = Array.from(tile.features).flatMap((f, v) =>
        f === row ? [tile.positions[3 * v + 2] as number] : [],
      );
      return { top: Math.max(...own), volume: volumeM3(tile, row) };
    };
    const byDepth = [1, 2, 3].map((depth) => topOf(tiles.find((t) => t.depth === depth) as ReadTile));
    expect(byDepth.map(({ top }) => Math.round(top * 10))).toEqual([500, 500, 530]);
    // 9,000 and 4,000 m³, to the step of the level; not 30 × 30 × 53.
    for (const { volume } of byDepth) expect(Math.abs(volume / 13_000 - 1)).toBeLessThan(0.08);
    expect(tiles.find((t) => t.depth === 1)?.columns.id.length).toBeGreaterThan(1);
  });

  it('refuses a building on another continent', async () => {
    await expect(written([building({ at: lonLat(-74, 40.7), rings: [box(20, 20)] })])).rejects.toThrow(
      /osm-w\d+: a corner at -74/,
    );
  });
});
