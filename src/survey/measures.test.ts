// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { lonLat, plane, planeToLonLat } from '../city/frames';
import { measured, middleOf } from './measures';

const spot = (x: number, y: number, heightM = 0) => ({
  at: planeToLonLat(plane(515000 + x, 5035000 + y)),
  heightM,
});
/** EPSG:32632 draws a length here so much longer than it is. */
const SCALE = 0.99960278;

it('a distance is the sum of its stretches, along the ground and through the air', () => {
  const { stretches, lengthM, airM, riseM, area } = measured({
    kind: 'distance',
    spots: [spot(0, 0), spot(0, 300, 40), spot(400, 300, 40)],
  });
  expect(stretches).toHaveLength(2);
  expect(lengthM).toBeCloseTo(700 / SCALE, 2);
  // √(300.119² + 40²) + 400.159.
  expect(airM).toBeCloseTo(302.773 + 400.159, 2);
  expect(riseM).toBe(40);
  // North and east of the grid, which at 9.19° E is turned by 0.136° from true north.
  expect(stretches[0]!.azimuthDeg).toBeCloseTo(0.136, 2);
  expect(stretches[1]!.azimuthDeg).toBeCloseTo(90.136, 2);
  expect(area).toBeNull();
});

it('an area has its perimeter closed', () => {
  const { area } = measured({ kind: 'area', spots: [spot(0, 0), spot(30, 0), spot(30, 40)] });
  expect(area!.areaM2).toBeCloseTo(600 / SCALE ** 2, 2);
  expect(area!.perimeterM).toBeCloseTo(120 / SCALE, 3);
});

it('a height is the rise from one end to the other', () => {
  const at = lonLat(9.19, 45.46);
  const { riseM, lengthM } = measured({
    kind: 'height',
    spots: [
      { at, heightM: 0 },
      { at, heightM: 106.4 },
    ],
  });
  expect([riseM, lengthM]).toEqual([106.4, 0]);
  expect(
    middleOf([
      { at: lonLat(9, 45), heightM: 0 },
      { at: lonLat(9.2, 45.4), heightM: 3 },
    ]),
  ).toEqual([9.1, 45.2]);
});
