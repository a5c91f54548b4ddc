// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cellAt, districtAt, fieldShape, MEAN_OF } from './presence-geometry';
import { districtShares, hoursAbout, NOT_DISCLOSED, personsOf, staleShare } from './presence-values';

/** Cells of 100 m beside each other, from west to east. */
const cells = (count: number) =>
  Float64Array.from(
    Array.from({ length: count }, (_, i) => [
      100 * i,
      0,
      100 * i + 100,
      0,
      100 * i + 100,
      100,
      100 * i,
      100,
    ]).flat(),
  );

describe('the field over cells', () => {
  it('joins neighbours: where two meet its height is the mean of both, in the middle the cell’s own', () => {
    const { positions, own, near, indices } = fieldShape(cells(2));
    expect(own.length).toBe(18);
    const at = (k: number) => [positions[3 * k], positions[3 * k + 1]];
    const of = (k: number) => [...near.subarray(MEAN_OF * k, MEAN_OF * k + MEAN_OF)];
    expect([at(0), of(0)]).toEqual([
      [0, 0],
      [1, 0, 0, 0],
    ]);
    expect([at(3), of(3)]).toEqual([
      [100, 50],
      [1, 2, 0, 0],
    ]);
    expect([at(8), of(8)]).toEqual([
      [50, 50],
      [1, 0, 0, 0],
    ]);
    // The west side of the second cell is the same place and the same mean.
    expect([at(9 + 7), of(9 + 7)]).toEqual([
      [100, 50],
      [1, 2, 0, 0],
    ]);
    expect([...indices.subarray(0, 6)]).toEqual([8, 0, 1, 8, 1, 2]);
    expect(indices.length).toBe(48);
  });

  it('knows which cell a place is in', () => {
    expect(cellAt(cells(3), 50, 50)).toBe(0);
    expect(cellAt(cells(3), 250, 1)).toBe(2);
    expect(cellAt(cells(3), 350, 50)).toBeNull();
    expect(cellAt(cells(3), 50, -1)).toBeNull();
  });
});

describe('presence in districts', () => {
  it('adds the groups that are disclosed; none disclosed is not 0', () => {
    expect(personsOf({ residents: 10, workers: null, visitors: 5 })).toBe(15);
    expect(personsOf({ residents: 0, workers: 0, visitors: 0 })).toBe(0);
    expect(personsOf({ residents: null, workers: null, visitors: null })).toBeNull();
  });

  it('is persons a hectare over the most, and not disclosed where no row says anything', () => {
    const row = (district: number, residents: number | null) => ({
      id: String(district),
      atMs: 0,
      district,
      residents,
      workers: null,
      visitors: null,
    });
    const rowOf = new Map([
      [7, 0],
      [9, 1],
      [11, 2],
    ]);
    // 500 on 5 ha are 100/ha, half of 200; 9,000 on 10 ha are beyond the most.
    const shares = districtShares(
      [row(7, 500), row(9, 9000), row(11, null), row(99, 1)],
      rowOf,
      [50_000, 100_000, 1e5, 1e5],
      200,
    );
    expect([...shares]).toEqual([0.5, 1, NOT_DISCLOSED, NOT_DISCLOSED]);
    // What is out of date keeps its height, unless there is something newer.
    const old = districtShares([row(7, 500)], rowOf, [50_000, 100_000, 1e5, 1e5], 200, [
      row(7, 900),
      row(9, 500),
      row(11, null),
    ]);
    expect([...old]).toEqual([0.5, staleShare(0.25), NOT_DISCLOSED, NOT_DISCLOSED]);
    expect(staleShare(0)).toBeLessThan(NOT_DISCLOSED);
  });

  it('knows which district a place is under, walls apart', () => {
    const shape = {
      positions: Float32Array.from([0, 0, 1, 10, 0, 1, 0, 10, 1, 20, 0, 1, 30, 0, 1, 20, 10, 0]),
      own: Uint32Array.from([4, 4, 4, 5, 5, 5]),
      indices: Uint32Array.from([0, 1, 2, 3, 4, 5]),
    };
    expect(districtAt(shape, 2, 2)).toBe(4);
    expect(districtAt(shape, 9, 9)).toBeNull();
    expect(districtAt(shape, 22, 2)).toBeNull();
  });
});

describe('hours about a moment', () => {
  it('are those whose middles it lies between', () => {
    expect(hoursAbout(1, 8.5 * 3600)).toEqual({ before: 8, after: 9, share: 0 });
    expect(hoursAbout(3, 13 * 3600)).toEqual({ before: 60, after: 61, share: 0.5 });
  });

  it('go over from Sunday night to Monday', () => {
    expect(hoursAbout(7, 23.75 * 3600)).toEqual({ before: 167, after: 0, share: 0.25 });
    expect(hoursAbout(1, 0)).toEqual({ before: 167, after: 0, share: 0.5 });
  });
});
