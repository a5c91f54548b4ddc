// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { ColumnTable } from '../../city/columns';
import { lonLatToPlane } from '../../city/frames';
import { MILANO } from '../../city/place';
import { noonsOf, treesAbout } from './sunlight';

it('days are those of Rome: a late hour of UTC is of the next', () => {
  const [day, june, december] = noonsOf(Date.parse('2026-07-03T22:30:00Z'));
  expect([day, june, december].map((ms) => new Date(ms).toISOString())).toEqual([
    '2026-07-04T10:00:00.000Z',
    '2026-06-21T10:00:00.000Z',
    '2026-12-21T11:00:00.000Z',
  ]);
});

it('trees are those that may shade the place', () => {
  const [east, north] = lonLatToPlane(MILANO.centre);
  const columns = {
    eastM: [east + 20, east + 140, east + 160, east],
    northM: [north, north, north, north - 200],
    crownM: [6, Number.NaN, 6, 6],
    heightM: [12, 9, 12, 12],
  };
  const trees = {
    id: 'trees',
    rows: 4,
    columns: Object.entries(columns).map(([name, values]) => ({ name, values: Float64Array.from(values) })),
  } as unknown as ColumnTable;
  const found = treesAbout(trees, [MILANO.centre]);
  expect(found).toHaveLength(8);
  expect(found[0]).toBeGreaterThan(MILANO.centre[0]);
  expect(found[1]).toBeCloseTo(MILANO.centre[1], 4);
  expect([found[2], found[3], found[6], found[7]]).toEqual([6, 12, Number.NaN, 9]);
  expect(treesAbout(null, [MILANO.centre])).toHaveLength(0);
});
