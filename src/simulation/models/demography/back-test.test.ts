// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { backTest } from './back-test';
import type { CityOutlook, DistrictStart } from './forecast';
import { AGES } from './schedules';

/** Every year the same, so that all draws are. */
const SURE: CityOutlook = {
  fertility: 1.2,
  fertilityPerYear: 0,
  meanAgeAtBirth: 33,
  lifeExpectancy: { female: 86, male: 82 },
  lifeExpectancyPerYear: 0,
  growthPer1000: [10],
  persistence: 0,
  districtShockPer1000: 0,
  spread: {
    fertilityStep: 0,
    fertilityTrend: 0,
    lifeStepYears: 0,
    lifeTrendYears: 0,
    minorsMovesPer1000: 0,
    agedMovesPer1000: 0,
    districtMinorsMovesPer1000: 0,
    districtAgedMovesPer1000: 0,
  },
};
const district = (id: number, persons: number, balance: number): DistrictStart => {
  const column = () => new Float64Array(AGES).fill(persons / 2 / AGES);
  return {
    id,
    population: { female: column(), male: column() },
    births: 0,
    deaths: 0,
    arrivals: 100 + balance,
    departures: 100,
    newHomesFor: [],
  };
};
const options = () => ({ years: 2, draws: 8, random: seeded('back') });

describe('a forecast held to what came', () => {
  const test = backTest([district(7, 1000, 5), district(9, 3000, 15)], SURE, [1010, 3000], {
    ...options(),
    ages: [
      { from: 0, to: AGES - 1, actual: [1010, Number.NaN], before: [1000, 3000] },
      { from: 0, to: 17, actual: [Number.NaN, 0], before: [100, 100] },
    ],
  });

  it('is told beside as many as before, and as many as the last balance adds', () => {
    const [first, second] = test.districts;
    expect([first?.id, first?.actual, first?.constant, first?.linear]).toEqual([
      7,
      1010,
      expect.closeTo(1000, 6),
      expect.closeTo(1010, 6),
    ]);
    // Both grow as the city does, ten in a thousand a year: 1.0201 in two.
    expect(first?.value).toBeCloseTo(1020.1, 1);
    expect(second?.value).toBeCloseTo(3060.3, 1);
    expect(test.city.actual).toBe(4010);
    expect(test.city.value).toBeCloseTo(4080.4, 1);
    expect(test.city.linear).toBeCloseTo(4040, 6);
  });

  it('errors are shares of what came', () => {
    expect(test.medianError.forecast).toBeCloseTo((10.1 / 1010 + 60.3 / 3000) / 2, 4);
    expect(test.medianError.constant).toBeCloseTo(10 / 1010 / 2, 9);
    expect(test.meanError.linear).toBeCloseTo(30 / 3000 / 2, 9);
    expect(test.coverage).toBe(0);
  });

  it('of ages too, where they were counted', () => {
    expect(test.ages[0]?.medianError).toBeCloseTo(10.1 / 1010, 4);
    expect(test.ages[0]?.together).toBeCloseTo(10.1 / 1010, 4);
    expect(test.ages[0]?.meanError).toBeCloseTo(10.1 / 1010, 4);
    expect(test.ages[0]?.constantError).toBeCloseTo(10 / 1010, 9);
    expect(test.ages[0]?.coverage).toBe(0);
    expect(test.ages[0]?.city?.actual).toBe(1010);
    expect(test.ages[0]?.city?.value).toBeCloseTo(1020.1, 1);
    expect(test.ages[1]).toEqual({
      medianError: Number.NaN,
      meanError: Number.NaN,
      constantError: Number.NaN,
      together: Number.NaN,
      city: null,
      coverage: Number.NaN,
    });
  });

  it('names what cannot be held to', () => {
    expect(() => backTest([district(7, 1000, 5)], SURE, [0], options())).toThrow('actual: 1 counts of 1');
    expect(() => backTest([district(7, 1000, 5)], SURE, [], options())).toThrow('actual: 0 counts of 1');
  });
});
