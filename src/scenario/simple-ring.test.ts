// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { crossesItself } from './simple-ring';

const ring = (...points: [number, number][]) => points.map(([x, y]) => lonLat(9 + x / 100, 45 + y / 100));

it('a bow tie crosses itself, the square of the same corners does not', () => {
  expect(crossesItself(ring([0, 0], [1, 1], [1, 0], [0, 1]))).toBe(true);
  expect(crossesItself(ring([0, 0], [1, 0], [1, 1], [0, 1]))).toBe(false);
  expect(crossesItself(ring([0, 0], [1, 0], [1, 1]))).toBe(false);
  // An L, and the same with its inner corner pulled out through the far side.
  expect(crossesItself(ring([0, 0], [2, 0], [2, 1], [1, 1], [1, 2], [0, 2]))).toBe(false);
  expect(crossesItself(ring([0, 0], [2, 0], [2, 1], [-1, -1], [1, 2], [0, 2]))).toBe(true);
});

it('a ring about its middle never does; two of its corners changed over, it does', () => {
  const angles = fc.uniqueArray(fc.integer({ min: 0, max: 71 }), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(angles, (steps) => {
      const points = steps
        .sort((a, b) => a - b)
        .map((step): [number, number] => [Math.cos((step * Math.PI) / 36), Math.sin((step * Math.PI) / 36)]);
      expect(crossesItself(ring(...points))).toBe(false);
      const [first, second, ...others] = points as [
        [number, number],
        [number, number],
        ...[number, number][],
      ];
      expect(crossesItself(ring(second, first, ...others))).toBe(true);
    }),
  );
});
