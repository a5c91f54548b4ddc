// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { type Indicator, needIndex, principalWeights, rankRange } from './need-index';

const indicator = (id: string, values: number[], moreIsNeed = true, error = 0): Indicator => ({
  id,
  values: Float64Array.from(values),
  moreIsNeed,
  error,
});
/** Persons over 80 alone, per thousand; minutes to a doctor; places in day centres per thousand, which are none of need. */
const ALONE = indicator('alone', [40, 60, 20, 80]);
const FAR = indicator('far', [10, 5, 20, 15]);
const PLACES = indicator('places', [8, 2, 6, 4], false);

describe('three indicators of four areas by hand', () => {
  it('from the least to the most', () => {
    // alone: ⅓, ⅔, 0, 1; far: ⅓, 0, 1, ⅔; places, less is need: 0, 1, ⅓, ⅔. Weights 2, 1, 1: ½, ¼, ¼.
    const { index, contributions, ranks } = needIndex([ALONE, FAR, PLACES], [2, 1, 1], 'min-max');
    [1 / 6 + 1 / 12, 1 / 3 + 1 / 4, 1 / 4 + 1 / 12, 1 / 2 + 1 / 6 + 1 / 6].forEach((need, area) => {
      expect(index[area]).toBeCloseTo(need, 12);
    });
    expect(Array.from(ranks)).toEqual([4, 2, 3, 1]);
    expect(contributions.map((one) => one[3])).toEqual([1 / 2, expect.closeTo(1 / 6), expect.closeTo(1 / 6)]);
  });

  it('by standard deviations', () => {
    // alone: mean 50, deviation √500; far: mean 12.5, deviation √31.25.
    const { index } = needIndex([ALONE, FAR], [1, 1], 'z-score');
    expect(index[3]).toBeCloseTo((30 / Math.sqrt(500) + 2.5 / Math.sqrt(31.25)) / 2, 12);
  });

  it('what is not told is left out, and half of the weight is enough', () => {
    const gap = indicator('gap', [Number.NaN, 1, 2, 3]);
    const half = needIndex([ALONE, gap], [1, 1], 'min-max');
    expect(half.index[0]).toBeCloseTo(1 / 3, 12);
    expect(half.contributions[1]?.[0]).toBeNaN();
    const less = needIndex([ALONE, gap], [1, 1.1], 'min-max');
    expect(less.index[0]).toBeNaN();
    expect(Array.from(less.ranks)).toEqual([0, 2, 3, 1]);
  });

  it('names what cannot be', () => {
    expect(() => needIndex([], [], 'z-score')).toThrow('indicators: there are none');
    expect(() =>
      principalWeights([indicator('a', [1, 2, 3, Number.NaN]), indicator('b', [5, 5, 5, 6])]),
    ).toThrow('b: is the same everywhere');
    expect(() => needIndex([ALONE], [-1], 'z-score')).toThrow('alone: its weight is -1');
    expect(() => needIndex([ALONE, FAR], [0, 0], 'z-score')).toThrow('weights: are all nought');
    expect(() => needIndex([indicator('flat', [1, 1, 1])], [1], 'z-score')).toThrow(
      'flat: is the same everywhere',
    );
    expect(() => needIndex([ALONE, indicator('short', [1, 2])], [1, 1], 'z-score')).toThrow('short: 2 areas');
  });
});

describe('weights by what indicators have in common', () => {
  it('two that go together have the same; one that goes its own way has hardly any', () => {
    const same = principalWeights([ALONE, indicator('twice', [80, 120, 40, 160])]);
    expect(same.weights[0]).toBeCloseTo(0.5, 9);
    expect(same.explained).toBeCloseTo(1, 9);
    // Across the first two: no correlation with either.
    const apart = principalWeights([
      indicator('a', [1, 2, 3, 4]),
      indicator('b', [2, 4, 6, 8]),
      indicator('c', [1, -1, -1, 1]),
    ]);
    expect(apart.weights[2]).toBeLessThan(1e-9);
    expect(apart.explained).toBeCloseTo(2 / 3, 9);
  });

  it('of two correlated by r the first component has (1 + r) / 2', () => {
    const [a, b] = [indicator('a', [1, 2, 3, 4]), indicator('b', [1, 3, 2, 4])];
    // r = 0.8 by hand: Σ(a − 2.5)(b − 2.5) = 4 of 5.
    expect(principalWeights([a, b]).explained).toBeCloseTo(0.9, 9);
  });
});

describe('how far the order holds', () => {
  const dice = () => ({ draws: 200, random: seeded('ranks') });

  it('one that leads in all stays first, whatever the weights', () => {
    const leads = [indicator('a', [9, 1, 2, 3, 4]), indicator('b', [9, 4, 3, 2, 1])];
    const { low, median, high, inWorstFifth } = rankRange(leads, [1, 1], 'min-max', dice());
    expect([low[0], median[0], high[0], inWorstFifth[0]]).toEqual([1, 1, 1, expect.closeTo(1, 9)]);
    // The others are alike but for the weights: each is second as often as fifth.
    expect(low[1]).toBe(2);
    expect(high[1]).toBe(5);
  });

  it('an area half known has an index in every draw, or in none', () => {
    const half = [indicator('a', [9, 1, 2, 3, 4]), indicator('b', [Number.NaN, 4, 3, 2, 1])];
    const { low, high } = rankRange(half, [1, 1], 'min-max', dice());
    expect([low[0], high[0]]).toEqual([1, 1]);
    const less = rankRange(half, [1, 1.2], 'min-max', dice());
    expect([less.low[0], less.high[0]]).toEqual([0, 0]);
  });

  it('errors of the data widen it', () => {
    const near = (error: number) => [indicator('a', [100, 101, 102, 103, 104, 300], true, error)];
    const exact = rankRange(near(0), [1], 'min-max', dice());
    expect(Array.from(exact.low)).toEqual(Array.from(exact.high));
    const rough = rankRange(near(0.05), [1], 'min-max', dice());
    expect((rough.high[0] as number) - (rough.low[0] as number)).toBeGreaterThan(1);
    expect([rough.low[5], rough.high[5]]).toEqual([1, 1]);
  });
});

it('other units and other zeros of the data change no rank', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 });
  const many = fc.array(values, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      many,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: -99, max: 99 }),
      (columns, scale, shift) => {
        fc.pre(columns.every((column) => new Set(column).size > 1));
        const weights = columns.map((_, i) => i + 1);
        for (const how of ['z-score', 'min-max'] as const) {
          const before = needIndex(
            columns.map((c, i) => indicator(`${i}`, c)),
            weights,
            how,
          );
          const after = needIndex(
            columns.map((c, i) =>
              indicator(
                `${i}`,
                c.map((value) => scale * value + shift),
              ),
            ),
            weights,
            how,
          );
          for (const [area, need] of before.index.entries()) expect(after.index[area]).toBeCloseTo(need, 9);
          const sums = before.contributions.reduce(
            (sum, one) => sum.map((s, area) => s + (one[area] as number)),
            new Float64Array(5),
          );
          for (const [area, need] of before.index.entries()) expect(sums[area]).toBeCloseTo(need, 9);
        }
      },
    ),
  );
});
