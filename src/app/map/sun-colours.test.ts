// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { bytesOf } from '../../query/colour';
import { NOT_ASKED, PARTS_OF_HOUR, type SunRaster } from '../../survey/questions';
import { classShares, hoursOf, SUN_COLOURS, sunBytes, sunClass } from './sun-colours';

const raster = (parts: readonly number[]): SunRaster => ({
  noonMs: 0,
  columns: parts.length,
  rows: 1,
  parts: Uint8Array.from(parts),
  southWest: lonLat(9, 45),
  northEast: lonLat(9.1, 45.1),
});
const hours = (h: number) => Math.round(h * PARTS_OF_HOUR);

it('a class begins where the one before ends', () => {
  expect([0, 0.99, 1, 1.99, 2, 5.9, 6, 11.9, 12, 15.7].map(sunClass)).toEqual([0, 0, 1, 1, 2, 3, 4, 6, 7, 7]);
  expect(new Set(SUN_COLOURS).size).toBe(8);
});

it('cells have the colour of their class, and none outside', () => {
  const found = sunBytes(raster([0, NOT_ASKED, hours(5), hours(15)]));
  expect([...found]).toEqual([
    ...bytesOf(SUN_COLOURS[0]!),
    255,
    0,
    0,
    0,
    0,
    ...bytesOf(SUN_COLOURS[3]!),
    255,
    ...bytesOf(SUN_COLOURS[7]!),
    255,
  ]);
  expect(hoursOf(raster([hours(5), NOT_ASKED]), 0)).toBe(5);
  expect(hoursOf(raster([hours(5), NOT_ASKED]), 1)).toBeNull();
});

it('shares are of what is inside', () => {
  expect(classShares(raster([0, NOT_ASKED, hours(5), hours(5.5), hours(15)]))).toEqual([
    0.25, 0, 0, 0.5, 0, 0, 0, 0.25,
  ]);
  expect(classShares(raster([NOT_ASKED])).every((share) => share === 0)).toBe(true);
});
