// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineSourceDbA } from './cnossos';
import { type NoiseTraffic, noiseProxyDbA } from './noise-proxy';
import { ROAD_COEFFICIENTS_2021 } from './road-coefficients';

const one = (flow: number, speed: number, heavyShare = 0.05, motorcycleShare = 0.1): NoiseTraffic => ({
  flowVehH: Float64Array.of(flow),
  speedKmH: Float64Array.of(speed),
  heavyShare,
  motorcycleShare,
});
const level = (...args: Parameters<typeof one>) => noiseProxyDbA(one(...args))[0]!;

it('is what the method gives street by street', () => {
  for (const v of [20, 20.25, 27.4, 50, 90.13, 130]) {
    const exact = lineSourceDbA(ROAD_COEFFICIENTS_2021, {
      '1': { flowVehH: 850, speedKmH: v },
      '2': { flowVehH: 50, speedKmH: v },
      '4b': { flowVehH: 100, speedKmH: v },
    });
    expect(Math.abs(level(1000, v) - exact)).toBeLessThan(0.003);
  }
});

it('doubling the traffic adds 3.01 dB', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 5000, noNaN: true }),
      fc.double({ min: 0, max: 150, noNaN: true }),
      (q, v) => {
        expect(level(2 * q, v) - level(q, v)).toBeCloseTo(3.0103, 4);
      },
    ),
  );
});

it('directions: faster and heavier is louder; from 50 to 30 km/h some 2–4 dB are won', () => {
  expect(level(1000, 70)).toBeGreaterThan(level(1000, 50));
  expect(level(1000, 50, 0.2)).toBeGreaterThan(level(1000, 50, 0.05));
  // The directive's motorcycles have no rolling noise: louder than cars when slow, quieter when fast.
  expect(level(1000, 20, 0, 0.2)).toBeGreaterThan(level(1000, 20, 0, 0));
  expect(level(1000, 50, 0, 0.2)).toBeLessThan(level(1000, 50, 0, 0));
  const won = level(1000, 50, 0, 0) - level(1000, 30, 0, 0);
  expect(won).toBeGreaterThan(2);
  expect(won).toBeLessThan(4);
});

it('is 0 where nothing drives, a number at 0 km/h, and never under 0', () => {
  expect(level(0, 50)).toBe(0);
  expect(level(0, 0)).toBe(0);
  expect(level(100, 0)).toBe(level(100, 20));
  expect(level(100, 400)).toBe(level(100, 130));
  expect(level(1e-9, 30)).toBe(0);
});

it('refuses numbers that are none, naming the street', () => {
  expect(() => level(Number.NaN, 30)).toThrow('street 0: flow NaN');
  expect(() => level(10, -1)).toThrow('street 0: speed -1');
  expect(() => level(10, 30, 0.95, 0.1)).toThrow('0.95 heavy vehicles');
  expect(() => noiseProxyDbA({ ...one(1, 1), speedKmH: new Float64Array(3) })).toThrow(
    '3 speeds for 1 streets',
  );
});
