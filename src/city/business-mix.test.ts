// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { businessMixes, classOf, newestResidents, PER_1000_BREAKS, rankOf } from './business-mix';
import type { ColumnTable } from './columns';

const kinds = ['food-and-drink', 'neighbourhood-shop', 'newsstand', 'historic-shop'];
const table = (rows: readonly (readonly [zone: number, kind: number, count: number])[]): ColumnTable => ({
  id: 'businesses',
  rows: rows.length,
  columns: [
    { name: 'zone', unit: '1', values: Uint16Array.from(rows, (row) => row[0]) },
    { name: 'kind', unit: '1', values: Uint8Array.from(rows, (row) => row[1]), dictionary: kinds },
    { name: 'count', unit: '1', values: Uint32Array.from(rows, (row) => row[2]) },
  ],
});
const population: ColumnTable = {
  id: 'population',
  rows: 4,
  columns: [
    { name: 'zone', unit: '1', values: Uint16Array.of(1, 1, 2, 3) },
    { name: 'year', unit: '1', values: Uint16Array.of(2024, 2011, 2024, 2024) },
    { name: 'total', unit: 'persons', values: Uint32Array.of(2000, 1500, 5000, 30) },
  ],
};

describe('the businesses of districts', () => {
  const mixes = businessMixes(
    table([
      [1, 0, 20],
      [1, 1, 20],
      [1, 3, 7],
      [2, 1, 60],
      [2, 2, 0],
      [3, 0, 9],
      [4, 3, 2],
    ]),
    newestResidents(population),
  );
  const of = (zone: number) => mixes.find((mix) => mix.zone === zone)!;

  it('are counted once for each thousand residents of the newest year', () => {
    expect(newestResidents(population).get(1)).toBe(2000);
    expect([of(1).total, of(1).per1000]).toEqual([40, 20]);
    expect([of(2).total, of(2).per1000]).toEqual([60, 12]);
    expect(of(1).counts.get('historic-shop')).toBe(7);
    // Thirty residents, and none.
    expect(of(3).per1000).toBeNaN();
    expect(of(4).per1000).toBeNaN();
  });

  it('are as various as their kinds are even', () => {
    expect(of(1).shannon).toBeCloseTo(Math.LN2, 12);
    expect(of(1).equalKinds).toBeCloseTo(2, 12);
    expect(of(2).shannon).toBe(0);
    expect(of(4).shannon).toBeNaN();
    // 3 and 1: ¾ ln(4/3) + ¼ ln 4.
    const uneven = businessMixes(
      table([
        [5, 0, 3],
        [5, 1, 1],
      ]),
      new Map(),
    );
    expect(uneven[0]!.shannon).toBeCloseTo(0.5623351446, 9);
  });

  it('have their class and their place among the districts', () => {
    expect([9.9, 10, 39, 40, Number.NaN].map((value) => classOf(value, PER_1000_BREAKS))).toEqual([
      0, 1, 3, 4, -1,
    ]);
    expect(rankOf(mixes, 2, (mix) => mix.per1000)).toEqual({ rank: 2, of: 2 });
    expect(rankOf(mixes, 3, (mix) => mix.per1000)).toBeNull();
    expect(rankOf(mixes, 3, (mix) => mix.equalKinds)).toEqual({ rank: 2, of: 3 });
  });
});
