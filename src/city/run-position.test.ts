// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearingDeg, legGoneM, legSecond } from './run-position';

describe('a leg between two calls', () => {
  it('speeds up at 1 m/s², keeps its speed, brakes', () => {
    // 800 m in 90 s: r = (90 − √(8100 − 3200)) / 2 = 10 s up to 10 m/s.
    expect(legGoneM(800, 90, 5)).toBeCloseTo(12.5, 9);
    expect(legGoneM(800, 90, 10)).toBeCloseTo(50, 9);
    expect(legGoneM(800, 90, 45)).toBeCloseTo(400, 9);
    expect(legGoneM(800, 90, 85)).toBeCloseTo(787.5, 9);
    expect([legGoneM(800, 90, -1), legGoneM(800, 90, 90)]).toEqual([0, 800]);
  });

  it('accelerates as it must where its time is short, and is gone at once where it has none', () => {
    // 400 m in 20 s: up and down at 4 m/s².
    expect(legGoneM(400, 20, 5)).toBeCloseTo(50, 9);
    expect(legGoneM(400, 20, 10)).toBeCloseTo(200, 9);
    expect(legGoneM(400, 0, 0)).toBe(400);
    expect(legGoneM(0, 30, 10)).toBe(0);
  });

  const length = fc.double({ min: 0, max: 20_000, noNaN: true });
  const seconds = fc.integer({ min: 1, max: 3600 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('is told back as the second at which it is there', () =>
    fc.assert(
      fc.property(length, seconds, share, (lengthM, legS, at) => {
        const goneM = legGoneM(lengthM, legS, at * legS);
        expect(legGoneM(lengthM, legS, legSecond(lengthM, legS, goneM))).toBeCloseTo(goneM, 5);
      }),
    ));

  it('is not overtaken by one that leaves later and arrives later', () =>
    fc.assert(
      fc.property(length, seconds, fc.nat(600), fc.nat(600), share, (lengthM, legS, leaves, arrives, at) => {
        fc.pre(legS + arrives > leaves);
        const laterS = legS + arrives - leaves;
        const now = at * (legS + arrives);
        const [first, second] = [legGoneM(lengthM, legS, now), legGoneM(lengthM, laterS, now - leaves)];
        expect(second).toBeLessThanOrEqual(first + 1e-6);
      }),
      { numRuns: 5000 },
    ));
});

it('bearings go clockwise from north', () => {
  const all = [bearingDeg(0, 1), bearingDeg(1, 0), bearingDeg(0, -1), bearingDeg(-1, 0), bearingDeg(0, 0)];
  expect(all).toEqual([0, 90, 180, 270, 0]);
});
