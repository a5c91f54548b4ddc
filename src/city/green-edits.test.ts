// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { plane } from './frames';
import { gridInside, ringAreaM2, rowsAlong, withGreen } from './green-edits';

const SQUARE = [plane(0, 0), plane(100, 0), plane(100, 100), plane(0, 100)];

it('adds to what is there, which stays as it was', () => {
  const one = withGreen(undefined, 'opened', { rings: [SQUARE], share: 0.5 });
  const two = withGreen(one, 'sealed', { rings: [SQUARE], share: 0.1 });
  const three = withGreen(two, 'opened', { rings: [SQUARE], share: 1 });
  expect(one).toEqual({ planted: [], parks: [], opened: [{ rings: [SQUARE], share: 0.5 }], sealed: [] });
  expect(three.opened.map(({ share }) => share)).toEqual([0.5, 1]);
  expect(three.sealed).toBe(two.sealed);
  expect(two.opened).toBe(one.opened);
});

it('measures a ring whichever way it runs', () => {
  expect(ringAreaM2(SQUARE)).toBe(10_000);
  expect(ringAreaM2([...SQUARE].reverse())).toBe(10_000);
  expect(ringAreaM2([plane(0, 0), plane(30, 0), plane(0, 40)])).toBe(600);
});

it('puts a row on either side of a line, and goes on round its bends', () => {
  expect(rowsAlong([plane(0, 0), plane(30, 0)], 10, 4)).toEqual([
    [5, 4],
    [5, -4],
    [15, 4],
    [15, -4],
    [25, 4],
    [25, -4],
  ]);
  // 5, 15 along the first 18 m; 7, 17 along the next.
  expect(rowsAlong([plane(0, 0), plane(18, 0), plane(18, 20)], 10, 0).filter((_, i) => i % 2 === 0)).toEqual([
    [5, 0],
    [15, 0],
    [18, 7],
    [18, 17],
  ]);
  expect(rowsAlong([plane(0, 0), plane(0, 0)], 10, 4)).toEqual([]);
});

it('fills a ring with a grid', () => {
  expect(gridInside(SQUARE, 50)).toEqual([
    [25, 25],
    [75, 25],
    [25, 75],
    [75, 75],
  ]);
  expect(gridInside([plane(0, 0), plane(100, 0), plane(0, 100)], 50)).toEqual([[25, 25]]);
});
