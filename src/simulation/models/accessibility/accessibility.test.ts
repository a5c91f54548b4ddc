// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { reachable } from './accessibility';

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

  it('with a soft edge is half of what lies at the threshold, and hardly less than all far within', () => {
    const [in15] = reachable(minutes, jobs, [15], 2.5);
    // From the first zone: its own 4 min away, the second at the threshold itself, the third 25 min beyond.
    const share = (t: number) => 1 / (1 + Math.exp((t - 15) / 2.5));
    expect(in15?.[0]).toBeCloseTo(100 * share(4) + 20 * 0.5 + 5 * share(40), 12);
    expect(in15?.[2]).toBeCloseTo(5 * share(6), 12);
  });
});

it('what cannot be is refused', () => {
  expect(() => reachable(Float64Array.of(1, 2), jobs)).toThrow('minutes: 2 cells for 3 zones');
  expect(() => reachable(minutes.with(5, -1), jobs)).toThrow('minutes: from zone 2 to 3 are -1');
  expect(() => reachable(minutes, jobs.with(1, Number.NaN))).toThrow('zone 2: has NaN');
  expect(() => reachable(minutes, jobs, [-5])).toThrow('threshold: is -5 min');
});
