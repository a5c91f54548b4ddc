// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { bytesOf } from '../../query/colour';
import { paintHours, SUN_COLOURS, sunClass } from './sun-colours';

it('a class begins where the one before ends', () => {
  expect([0, 0.99, 1, 1.99, 2, 5.9, 6, 11.9, 12, 15.7].map(sunClass)).toEqual([0, 0, 1, 1, 2, 3, 4, 6, 7, 7]);
  expect(new Set(SUN_COLOURS).size).toBe(8);
});

it('cells have the colour of their class, the northern row first, and none where nothing is meant', () => {
  const hours = Float32Array.of(0, 5, 15, 3, 5.5, 15);
  const { pixels, shares } = paintHours(hours, 3, (cell) => cell !== 3);
  const pixel = (at: number) => [...pixels.slice(4 * at, 4 * at + 4)];
  const colour = (at: number) => [...bytesOf(SUN_COLOURS[at]!), 255];
  expect([0, 1, 2].map(pixel)).toEqual([[0, 0, 0, 0], colour(3), colour(7)]);
  expect([3, 4, 5].map(pixel)).toEqual([colour(0), colour(3), colour(7)]);
  expect(shares).toEqual([0.2, 0, 0, 0.4, 0, 0, 0, 0.4]);
  expect(paintHours(hours, 3, () => false).shares.every((share) => share === 0)).toBe(true);
});
