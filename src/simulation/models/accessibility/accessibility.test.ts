// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { hansen, meanShareReached, reachable, withTimesWithinZones } from './accessibility';

const NEVER = Number.POSITIVE_INFINITY;
/** Three zones with 100, 20 and 5 jobs; from the last there is no way. */
const minutes = Float64Array.of(4, 15, 40, 16, 5, 30, NEVER, NEVER, 6);
const jobs = Float64Array.of(100, 20, 5);

describe('what is reached', () => {
  it('in 15, 30 and 45 minutes is what lies within', () => {
    const [in15, in30, in45] = reachable(minutes, jobs);
    expect([...in15!]).toEqual([120, 20, 5]);
    expect([...in30!]).toEqual([120, 125, 5]);
    expect([...in45!]).toEqual([125, 125, 5]);
  });

  it('is never less with more time, nor with shorter ways', () => {
    const faster = minutes.map((time) => time * 0.8);
    const thresholds = [0, 5, 12.8, 15, 20, 32, 60];
    const [before, after] = [reachable(minutes, jobs, thresholds), reachable(faster, jobs, thresholds)];
    for (let t = 0; t < thresholds.length; t++)
      for (let zone = 0; zone < 3; zone++) {
        expect(after[t]![zone]!).toBeGreaterThanOrEqual(before[t]![zone]!);
        if (t > 0) expect(before[t]![zone]!).toBeGreaterThanOrEqual(before[t - 1]![zone]!);
      }
  });

  it('by Hansen decays with time', () => {
    const [first, , last] = hansen(minutes, jobs, 0.1);
    expect(first).toBeCloseTo(100 * Math.exp(-0.4) + 20 * Math.exp(-1.5) + 5 * Math.exp(-4), 12);
    expect(last).toBeCloseTo(5 * Math.exp(-0.6), 12);
    expect([...hansen(minutes, jobs, 0)]).toEqual([125, 125, 5]);
  });

  it('on average is a share, by residents', () => {
    const [in15] = reachable(minutes, jobs, [15]);
    // (120 · 1 + 20 · 3) / 4 = 45 of 125.
    expect(meanShareReached(in15!, jobs, Float64Array.of(1, 3, 0))).toBeCloseTo(0.36, 12);
    expect(meanShareReached(in15!, new Float64Array(3), jobs)).toBe(0);
  });
});

it('within a zone one takes a third of the time to cross it', () => {
  // 1 km² and 9 km²: 1 and 3 km across, × 1.2 at 4.5 km/h is 16 and 48 min.
  const matrix = Float64Array.of(NEVER, 7, 8, NEVER);
  const all = withTimesWithinZones(matrix, Float64Array.of(1e6, 9e6), { speedKmH: 4.5, detour: 1.2 });
  expect(all[0]).toBeCloseTo(16 / 3, 12);
  expect(all[3]).toBeCloseTo(16, 12);
  expect([all[1], all[2], matrix[0]]).toEqual([7, 8, NEVER]);
});

it('what cannot be is refused', () => {
  expect(() => reachable(Float64Array.of(1, 2), jobs)).toThrow('minutes: 2 cells for 3 zones');
  expect(() => reachable(minutes.with(5, -1), jobs)).toThrow('minutes: from zone 2 to 3 are -1');
  expect(() => reachable(minutes, jobs.with(1, Number.NaN))).toThrow('zone 2: has NaN');
  expect(() => reachable(minutes, jobs, [-5])).toThrow('threshold: is -5 min');
  expect(() => hansen(minutes, jobs, -1)).toThrow('beta: is -1 per min');
});
