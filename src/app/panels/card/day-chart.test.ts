// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { path } from './day-chart';

const same = (n: number) => n;
const point = (hour: number, value: number) => ({ secondOfDay: hour * 3600, value });
const drawn = (...points: ReturnType<typeof point>[]) => path(points, (second) => second / 3600, same);

it('a day is a line where points are near each other, and a dot where one stands alone', () => {
  expect(drawn(point(8, 3), point(9, 4))).toBe('M8.0 3.0L9.0 4.0');
  expect(drawn(point(8, 3))).toBe('M8.0 3.0h0');
  // Three hours apart nothing is known between them.
  expect(drawn(point(1, 1), point(4, 2), point(5, 3), point(9, 4))).toBe(
    'M1.0 1.0h0M4.0 2.0L5.0 3.0M9.0 4.0h0',
  );
  expect(drawn()).toBe('');
});
