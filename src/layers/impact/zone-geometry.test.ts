// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../city/columns';
import { lonLatToPlane } from '../../city/frames';
import { zoneSurfaces } from './zone-geometry';

const ANCHOR = [9.19, 45.46] as const;
const [EAST, NORTH] = lonLatToPlane(ANCHOR);

function tableOf(...rings: { zone: number; ring: number; line: [number, number][] }[]): ColumnTable {
  const rows = rings.flatMap(({ zone, ring, line }) =>
    line.map(([east, north]) => ({ zone, ring, east, north })),
  );
  return {
    id: 'zone-rings',
    rows: rows.length,
    columns: [
      { name: 'zone', unit: '1', values: Uint16Array.from(rows, (row) => row.zone) },
      { name: 'ring', unit: '1', values: Uint16Array.from(rows, (row) => row.ring) },
      { name: 'eastM', unit: 'm', values: Float64Array.from(rows, (row) => EAST + row.east) },
      { name: 'northM', unit: 'm', values: Float64Array.from(rows, (row) => NORTH + row.north) },
    ],
  };
}
const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];

describe('surfaces of districts', () => {
  const surfaces = zoneSurfaces(
    tableOf(
      { zone: 0, ring: 0, line: square(0, 0, 1000) },
      { zone: 0, ring: 1, line: square(400, 400, 200).reverse() },
      { zone: 1, ring: 0, line: square(1000, 0, 500) },
    ),
    ANCHOR,
  );
  const { positions, zones, normals, indices } = surfaces;
  const areaOf = (zone: number) => {
    let area = 0;
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
      if (zones[a] !== zone || normals[2 * a] !== 0 || normals[2 * a + 1] !== 0) continue;
      const at = (i: number, axis: number) => positions[3 * i + axis]!;
      area +=
        Math.abs(
          (at(b, 0) - at(a, 0)) * (at(c, 1) - at(a, 1)) - (at(b, 1) - at(a, 1)) * (at(c, 0) - at(a, 0)),
        ) / 2;
    }
    return area;
  };

  it('cover their district, without its holes', () => {
    expect(areaOf(0) / 960_000).toBeCloseTo(1, 2);
    expect(areaOf(1) / 250_000).toBeCloseTo(1, 2);
  });

  it('have a wall of two triangles on every side, also round holes', () => {
    const walls = [...normals.keys()].filter(
      (i) => i % 2 === 0 && (normals[i] !== 0 || normals[i + 1] !== 0),
    );
    expect(walls.length).toBe(4 * 12);
  });

  it('look outward: the southern wall to the south, the southern wall of a hole to the north', () => {
    const first = 8 + 4;
    expect([normals[2 * first], normals[2 * first + 1]]).toEqual([expect.closeTo(0, -1), -127]);
    const ofHole = [...zones.keys()].find(
      (i) =>
        i >= first + 16 && positions[3 * i]! > 390 && positions[3 * i]! < 410 && normals[2 * i + 1]! > 100,
    );
    expect(ofHole).toBeDefined();
  });

  it('say which column is missing', () =>
    expect(() => zoneSurfaces({ id: 'zone-rings', rows: 0, columns: [] }, ANCHOR)).toThrow(/zone/));
});
