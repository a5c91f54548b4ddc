// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import type { Register, Residents } from '../walking/residents';
import { withSpread } from './spread-residents';

const register = (total: number): Register => ({ year: 2024, total, aged65Plus: 0, minors: 0 });
const rectangle = (west: number, south: number, east: number, north: number) => [
  [plane(west, south), plane(east, south), plane(east, north), plane(west, north)],
];
const housed: Residents = {
  count: 1,
  district: Uint16Array.of(7),
  eastM: Float64Array.of(10),
  northM: Float64Array.of(20),
  persons: Float64Array.of(400),
  aged65Plus: Float64Array.of(80),
  minors: Float64Array.of(60),
  short: Uint8Array.of(0),
  year: 2024,
};

it('who is in no building is spread evenly over the squares whose middle lies in the district', () => {
  // Two squares of 250 m in the first, of which 400 of 1,000 are in a building; one in the second; none in the third.
  const spread = withSpread(
    housed,
    new Map([
      [7, register(1000)],
      [8, register(90)],
      [9, register(50)],
    ]),
    [
      { id: 7, rings: rectangle(0, 0, 500, 250) },
      { id: 8, rings: rectangle(500, 0, 800, 250) },
      { id: 9, rings: rectangle(1000, 0, 1100, 100) },
    ],
  );
  expect(Array.from(spread.district)).toEqual([7, 7, 7, 8]);
  expect(Array.from(spread.persons)).toEqual([400, 300, 300, 90]);
  expect(Array.from(spread.eastM)).toEqual([10, 125, 375, 625]);
  expect(Array.from(spread.northM)).toEqual([20, 125, 125, 125]);
});

it('where all are in buildings, or nobody is told, nothing is added', () => {
  const outlines = [{ id: 7, rings: rectangle(0, 0, 500, 250) }];
  expect(withSpread(housed, new Map([[7, register(400)]]), outlines).count).toBe(1);
  expect(withSpread(null, new Map(), outlines).count).toBe(0);
  expect(withSpread(null, new Map([[7, register(8)]]), outlines).persons).toEqual(Float64Array.of(4, 4));
});
