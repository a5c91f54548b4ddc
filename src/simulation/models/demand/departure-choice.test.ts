// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DepartureChoice, HALF_HOURS, SMALL_1982, scheduleWeights } from './departure-choice';

const filled = (value: number) => new Float64Array(HALF_HOURS).fill(value);
const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
const profiles = fc
  .array(fc.double({ min: 0, max: 9000, noNaN: true }), { minLength: HALF_HOURS, maxLength: HALF_HOURS })
  .map((values) => Float64Array.from(values));

describe('weights of a shift', () => {
  it('are those of the penalty, over all preferred times 1', () => {
    const weights = scheduleWeights(() => SMALL_1982, 0.05);
    // Leaving at half-hour 10: 30 minutes early of 11 is 18 minutes of travel, 30 late of 9 is 72.
    const [onTime, early, late] = [10, 11, 9].map((t) => weights[t * HALF_HOURS + 10] as number) as [
      number,
      number,
      number,
    ];
    expect(early / onTime).toBeCloseTo(Math.exp(-0.05 * 18), 12);
    expect(late / onTime).toBeCloseTo(Math.exp(-0.05 * 72), 12);
    for (let h = 0; h < HALF_HOURS; h++)
      expect(
        Array.from({ length: HALF_HOURS }, (_, t) => weights[t * HALF_HOURS + h]).reduce((a, b) => a! + b!),
      ).toBeCloseTo(1, 12);
  });

  it('go round midnight', () => {
    const weights = scheduleWeights(() => SMALL_1982, 0.05);
    expect(weights[0 * HALF_HOURS + 47]).toBeCloseTo(weights[11 * HALF_HOURS + 10] as number, 14);
  });
});

describe('choice of the departure half-hour', () => {
  const weights = scheduleWeights((t) => (t < 26 ? SMALL_1982 : { earlyRatio: 1, lateRatio: 0.3 }), 0.04);

  it('about any profile: trips are kept, and without a change the profile comes back', () =>
    fc.assert(
      fc.property(profiles, (profile) => {
        const choice = new DepartureChoice(profile, weights);
        expect(sum(choice.preferred)).toBeCloseTo(sum(profile), 6);
        const [inclusive, back] = [filled(0), filled(0)];
        choice.inclusive(filled(1), inclusive);
        expect(inclusive).toEqual(filled(1));
        choice.load(filled(1), filled(1), back);
        back.forEach((trips, h) => {
          expect(trips).toBeCloseTo(profile[h] as number, 6);
        });
      }),
      { numRuns: 30 },
    ));

  it('of two half-hours, by hand', () => {
    // Only 10 and 11 are used: 100 and 50 trips.
    const profile = filled(0);
    profile[10] = 100;
    profile[11] = 50;
    const choice = new DepartureChoice(profile, weights);
    const factor = filled(1);
    factor[10] = 0.5;
    const inclusive = filled(0);
    choice.inclusive(factor, inclusive);
    const w = (t: number, h: number) => weights[t * HALF_HOURS + h] as number;
    // Of those who prefer 10 there left at 10: P = 100 w(10,10) / (100 w(10,10) + 50 w(10,11)).
    const p = (100 * w(10, 10)) / (100 * w(10, 10) + 50 * w(10, 11));
    expect(inclusive[10]).toBeCloseTo(1 - p / 2, 12);
    const after = filled(0);
    choice.load(
      factor,
      inclusive.map((value) => 1 / value),
      after,
    );
    // All still travel, and more of them at 11.
    expect(sum(after)).toBeCloseTo(150, 9);
    expect(after[11]).toBeGreaterThan(50);
  });
});
