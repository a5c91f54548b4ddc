// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { Chances } from './chances';
import type { CityOutlook } from './forecast';

const OUTLOOK: CityOutlook = {
  fertility: 1.2,
  fertilityPerYear: 0.01,
  meanAgeAtBirth: 33,
  lifeExpectancy: { female: 86, male: 82 },
  lifeExpectancyPerYear: 0.1,
  growthPer1000: [2, 4, 9],
  persistence: 0.5,
  districtShockPer1000: 3,
  spread: {
    fertilityStep: 0.05,
    fertilityTrend: 0.02,
    lifeStepYears: 0.3,
    lifeTrendYears: 0.1,
    minorsMovesPer1000: 2,
    agedMovesPer1000: 1,
    districtMinorsMovesPer1000: 8,
    districtAgedMovesPer1000: 4,
  },
};

describe('chances of a course', () => {
  it('are at their mean without dice', () => {
    const chances = new Chances(OUTLOOK, 2);
    chances.begin(null);
    expect([...chances.minors, ...chances.aged65Plus]).toEqual([1, 1, 1, 1]);
    chances.year();
    expect(chances.year()).toEqual({
      children: expect.closeTo(1.22, 12),
      lifeYears: expect.closeTo(0.2, 12),
      growthPer1000: 5,
    });
    expect(chances.shockPer1000()).toBe(0);
    expect(chances.drawn).toEqual({
      cityGrowthPer1000: 5,
      fertilityEnd: expect.closeTo(1.22, 12),
      lifeYearsEnd: expect.closeTo(0.2, 12),
      minorsMovesPer1000: 0,
      agedMovesPer1000: 0,
    });
  });

  it('trends are drawn once, steps every year', () => {
    // Twelve times nought less six: every normal number is six below its mean, and growth the first that is known.
    const chances = new Chances(OUTLOOK, 1);
    chances.begin(() => 0);
    const first = chances.year();
    expect(first.children).toBeCloseTo(1.2 + 0.01 - 6 * 0.02 - 6 * 0.05, 12);
    expect(first.lifeYears).toBeCloseTo(0.1 - 6 * 0.1 - 6 * 0.3, 12);
    expect(first.growthPer1000).toBe(2);
    expect(chances.year().lifeYears).toBeCloseTo(2 * first.lifeYears, 12);
    // Of 1,000 minors 6 · 2 for the city and 6 · 8 for the district more leave, of the old 6 · 1 and 6 · 4.
    expect(chances.minors[0]).toBeCloseTo(1 - 0.06, 12);
    expect(chances.aged65Plus[0]).toBeCloseTo(1 - 0.03, 12);
    expect(chances.drawn.minorsMovesPer1000).toBeCloseTo(-12, 12);
    expect(chances.shockPer1000()).toBe(-18);
  });

  it('children a woman do not fall below what any country has had', () => {
    const chances = new Chances({ ...OUTLOOK, fertility: 0.4 }, 1);
    chances.begin(() => 0);
    expect(chances.year().children).toBe(0.3);
  });

  it('spread as they are said to: a trend in proportion to the years, steps to their root', () => {
    const years = 16;
    const random = seeded('chances');
    const chances = new Chances(OUTLOOK, 1);
    const ends = Array.from({ length: 2000 }, () => {
      chances.begin(random);
      for (let year = 0; year < years; year++) chances.year();
      return chances.drawn.lifeYearsEnd;
    });
    const mean = ends.reduce((a, b) => a + b, 0) / ends.length;
    const deviation = Math.sqrt(ends.reduce((sum, one) => sum + (one - mean) ** 2, 0) / ends.length);
    // √((16 · 0.1)² + 16 · 0.3²) = 2.
    expect(Math.abs(deviation - 2)).toBeLessThan(0.1);
    expect(Math.abs(mean - 1.6)).toBeLessThan(0.15);
  });
});
