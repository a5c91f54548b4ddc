// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { alone, path } from './day-chart';

const same = (n: number) => n;
const point = (hour: number, value: number) => ({ secondOfDay: hour * 3600, value });
const drawn = (...points: ReturnType<typeof point>[]) => [
  path(points, (second) => second / 3600, same),
  alone(points).map(({ secondOfDay }) => secondOfDay / 3600),
];

it('a day is a line where points are near each other, and a dot where one stands alone', () => {
  expect(drawn(point(8, 3), point(9, 4))).toEqual(['M8.0 3.0L9.0 4.0', []]);
  expect(drawn(point(8, 3))).toEqual(['M8.0 3.0', [8]]);
  // Three hours apart nothing is known between them.
  expect(drawn(point(1, 1), point(4, 2), point(5, 3), point(9, 4))).toEqual([
    'M1.0 1.0M4.0 2.0L5.0 3.0M9.0 4.0',
    [1, 9],
  ]);
  expect(drawn()).toEqual(['', []]);
});
