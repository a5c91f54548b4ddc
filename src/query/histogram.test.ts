// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram, roundStep } from './histogram';

describe('a histogram', () => {
  it('has bins between round numbers, with the rows that are meant', () => {
    const bins = histogram([0, 1, 1, 4, 9, Number.NaN], Uint8Array.from([1, 0, 1, 1, 0, 1]));
    expect(bins.map(({ from, to }) => [from, to])).toEqual(Array.from({ length: 9 }, (_, i) => [i, i + 1]));
    expect(bins[1]).toEqual({ from: 1, to: 2, count: 2, kept: 1 });
    // The highest is in the last bin.
    expect(bins[8]).toEqual({ from: 8, to: 9, count: 1, kept: 0 });
  });

  it('is empty without a number, and one bin of one number', () => {
    expect(histogram([Number.NaN], null)).toEqual([]);
    expect(histogram([7, 7], null)).toEqual([{ from: 7, to: 8, count: 2, kept: 2 }]);
  });

  it('of numbers that differ by less than can be shown has one bin, and all of them in it', () => {
    const count = (values: number[]) => histogram(values, null).reduce((sum, bin) => sum + bin.count, 0);
    expect(count([0, 5e-324])).toBe(2);
    expect(count([1e6, 1e6 + 1.2e-10])).toBe(2);
    expect(histogram([1e6, 1e6 + 1.2e-10], null).length).toBeLessThanOrEqual(2);
  });

  it('has steps of 1, 2, 2.5, 5, and whole ones for what is counted', () => {
    expect([0.11, 0.21, 3, 60].map((least) => roundStep(least, false))).toEqual([0.2, 0.25, 5, 100]);
    expect(roundStep(0.2, true)).toBe(1);
    expect(roundStep(2.2, true)).toBe(3);
  });

  it('counts every number once, in the bin that it is in', () => {
    const number = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: -50, max: 50 }),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (values) => {
        const bins = histogram(values, null);
        expect(bins.length).toBeLessThanOrEqual(25);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
        const width = bins[0]!.to - bins[0]!.from;
        for (const { from, to, count } of bins) {
          const near = 1e-6 * width;
          const inside = values.filter((value) => value >= from + near && value < to - near).length;
          expect(count).toBeGreaterThanOrEqual(inside);
        }
        expect(Math.min(...values)).toBeGreaterThanOrEqual(bins[0]!.from - 1e-6 * width);
        expect(Math.max(...values)).toBeLessThanOrEqual(bins.at(-1)!.to + 1e-6 * width);
      }),
    );
  });
});
