// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classBreaks, classCounts, classOf, continuousEnds, sortedKnown } from './breaks';
import { MOST_DISTINCT, naturalStarts } from './natural-breaks';
import { roundest } from './round-breaks';

/** Employment density of California's 58 counties: the example of PySAL's mapclassify, whose answers are published. */
const CALIFORNIA = [
  329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27,
  0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82,
  192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61, 50.65,
  40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
];

describe('natural breaks', () => {
  it('are those that are published: upper ends 75.29, 192.05, 370.5 and 722.85; 49, 3, 4, 1 and 1 counties', () => {
    const sorted = sortedKnown(CALIFORNIA);
    const starts = naturalStarts(sorted, 5);
    expect(starts.map((at) => sorted[at - 1])).toEqual([75.29, 192.05, 370.5, 722.85]);
    const breaks = classBreaks(sorted, 'natural', 5);
    expect(breaks).toEqual([100, 200, 500, 2000]);
    expect(classCounts(sorted, breaks)).toEqual([49, 3, 4, 1, 1]);
  });

  it('are those of the paper on exact one-dimensional clusters (Wang & Song, R Journal 3/2, 2011)', () => {
    const sorted = sortedKnown([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1]);
    expect(classCounts(sorted, classBreaks(sorted, 'natural', 3))).toEqual([4, 3, 3]);
  });

  it('leave no other classes with less deviation', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 3, maxLength: 11 }), (values) => {
        const sorted = sortedKnown(values);
        const starts = naturalStarts(sorted, 3);
        const deviation = (cuts: number[]) =>
          [0, ...cuts].reduce(
            (sum, from, i) => sum + squares(sorted.subarray(from, cuts[i] ?? sorted.length)),
            0,
          );
        let least = Number.POSITIVE_INFINITY;
        for (let a = 1; a < sorted.length - 1; a++)
          for (let b = a + 1; b < sorted.length; b++) least = Math.min(least, deviation([a, b]));
        expect(deviation(starts)).toBeCloseTo(least, 6);
      }),
    ));

  it('of many values are those of a sample, in little time', () => {
    const values = Float64Array.from(
      { length: 60_000 },
      (_, i) => (i % 3) * 1000 + ((i * 7919) % 60_000) / 600,
    );
    const sorted = sortedKnown(values);
    expect(new Set(sorted).size).toBeGreaterThan(MOST_DISTINCT);
    expect(classCounts(sorted, classBreaks(sorted, 'natural', 3))).toEqual([20_000, 20_000, 20_000]);
  });
});

function squares(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

describe('equal classes', () => {
  it('are equally wide, at round figures', () => {
    const sorted = sortedKnown([3, 7, 12.4, 55, 103]);
    // 23, 43, 63, 83 before they are rounded.
    expect(classBreaks(sorted, 'equal', 5)).toEqual([25, 45, 65, 85]);
  });
  it('are equally full, at round figures', () => {
    const sorted = sortedKnown(Array.from({ length: 1000 }, (_, i) => 1901 + i / 10));
    expect(classBreaks(sorted, 'quantile', 4)).toEqual([1925, 1950, 1975]);
    const counts = classCounts(sorted, [1925, 1950, 1975]);
    expect(counts.reduce((a, b) => a + b)).toBe(1000);
    for (const count of counts) expect(Math.abs(count - 250)).toBeLessThanOrEqual(30);
  });
  it('are fewer where the values are few', () => {
    expect(classBreaks(sortedKnown([4, 4, 4]), 'natural', 5)).toEqual([]);
    expect(classBreaks(sortedKnown([]), 'quantile', 5)).toEqual([]);
    expect(classBreaks(sortedKnown([Number.NaN, 1, 2]), 'natural', 5)).toHaveLength(1);
    expect(classBreaks(sortedKnown([0, 0, 0, 0, 0, 0, 0, 9]), 'quantile', 4)).toEqual([]);
  });
});

describe('breaks of any numbers', () => {
  it('ascend within the values and miss no value', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 30 })), {
          maxLength: 80,
        }),
        fc.constantFrom('quantile', 'equal', 'natural'),
        fc.integer({ min: 2, max: 9 }),
        (values, method, classes) => {
          const sorted = sortedKnown(values);
          const breaks = classBreaks(sorted, method, classes);
          expect(breaks.length).toBeLessThan(classes);
          for (let i = 0; i < breaks.length; i++) {
            if (i > 0) expect(breaks[i]).toBeGreaterThan(breaks[i - 1]!);
            expect(breaks[i]).toBeGreaterThan(sorted[0]!);
            expect(breaks[i]).toBeLessThanOrEqual(sorted.at(-1)!);
          }
          const counts = classCounts(sorted, breaks);
          expect(counts).toEqual(
            Array.from(
              { length: breaks.length + 1 },
              (_, at) => [...sorted].filter((v) => classOf(v, breaks) === at).length,
            ),
          );
        },
      ),
    ));

  it.each([
    [1934, 1947, 1940],
    [3.2, 3.9, 3.5],
    [0.00012, 0.00034, 0.0002],
    [-3, 4, 0],
    [-1240, -870, -1000],
    [103.482, 103.511, 103.5],
    [7, 8, 8],
    [19.99, 20, 20],
  ])('between %d and %d, %d is the roundest', (low, high, round) => expect(roundest(low, high)).toBe(round));

  it('of whole numbers are whole', () => {
    expect(roundest(7, 8, 7.5, true)).toBe(8);
    expect(classBreaks(sortedKnown([1, 1, 2, 2, 7, 7, 8]), 'natural', 3)).toEqual([2, 5]);
    expect(classBreaks(sortedKnown([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'equal', 4)).toEqual([3, 6, 8]);
  });

  it('do not leave the ends of a continuous legend to a few', () => {
    const values = Array.from({ length: 100 }, (_, i) => 10 + i / 4);
    const [low, high] = continuousEnds(sortedKnown([...values, 4000]));
    expect([low, high]).toEqual([10, 35]);
    expect(continuousEnds(sortedKnown([5]))).toEqual([5, 6]);
  });
});
