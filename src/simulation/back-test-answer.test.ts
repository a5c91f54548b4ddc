// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { milanPeople } from '../../tiles/fixtures/milan-people';
import { describeShared } from '../../tiles/fixtures/shared-data';
import { registerOf, townOfThree } from '../city/fixtures/town-of-three';
import { backTestAnswer } from './back-test-answer';

describe('how good the forecast would have been', () => {
  it('is held to the districts that are told, by their ids', () => {
    const { found } = backTestAnswer(townOfThree(), [11, 22, 33]);
    expect(found?.fromYear).toBe(2011);
    expect(found?.toYear).toBe(2024);
    expect(found?.districts.map(({ id, actual }) => [id, actual])).toEqual([
      [11, 10_000],
      [22, 33_000],
    ]);
    expect(found?.districts[1]?.constant).toBeCloseTo(30_000, 3);
    // 7 − 10 + 40 − 35 in a thousand a year, for 13 years.
    expect(found?.districts[1]?.linear).toBeCloseTo(30_000 + 13 * 60, 3);
    expect(found?.city.actual).toBe(43_000);
    expect(found?.ageGroups.map(({ group }) => group)).toEqual(['minors', 'aged65Plus', 'aged80Plus']);
  });

  it('is not known where the register has one year, or nothing was known then', () => {
    const once = registerOf(2024);
    expect(
      backTestAnswer(townOfThree({ register: { first: once, last: once } }), [1, 2, 3]).found,
    ).toBeNull();
    const early = { ...registerOf(2011), year: 2005 };
    const people = townOfThree({ register: { first: early, last: registerOf(2024) } });
    expect(backTestAnswer(people, [1, 2, 3]).found).toBeNull();
  });
});

describeShared('Milan from 2011 to 2024, with what was known in 2011', () => {
  const { people, ids } = milanPeople();
  const { found } = backTestAnswer(people, ids);
  if (!found) throw new Error('nothing was found');

  it('errs less by district than both who know nothing, and its intervals hold', () => {
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    const three = (errors: typeof found.medianError) =>
      `${percent(errors.forecast)} (constant ${percent(errors.constant)}, linear ${percent(errors.linear)})`;
    console.info(
      `${found.districts.length} districts: median error ${three(found.medianError)}, mean ${three(found.meanError)},`,
      `coverage ${percent(found.coverage)},`,
      found.ageGroups
        .map(
          ({ group, medianError, together, coverage }) =>
            `${group} ${percent(medianError)}, together ${percent(together)}, coverage ${percent(coverage)}`,
        )
        .join(', '),
    );
    expect(found.medianError.forecast).toBeLessThan(found.medianError.constant);
    expect(found.medianError.forecast).toBeLessThan(found.medianError.linear);
    expect(found.coverage).toBeGreaterThanOrEqual(0.7);
    expect(found.coverage).toBeLessThanOrEqual(0.9);
    expect(found.meanError.forecast).toBeLessThan(found.meanError.constant);
    expect(Math.abs(found.city.value / found.city.actual - 1)).toBeLessThan(0.035);
  });

  it('has the ages of the old nearly right, and minors and 80+ too many, as lives and births turned out', () => {
    const of = (group: 'minors' | 'aged65Plus' | 'aged80Plus') => {
      const one = found.ageGroups.find((held) => held.group === group);
      if (!one?.city) throw new Error(`${group} is not held`);
      return { ...one, city: one.city };
    };
    const [minors, old, oldest] = [of('minors'), of('aged65Plus'), of('aged80Plus')];
    for (const { city } of [minors, old, oldest])
      console.info(
        `of the city ${Math.round(city.value)} (${Math.round(city.low)} to ${Math.round(city.high)}), came ${city.actual}`,
      );
    // As medians of 200 draws, give or take what chance there is in them.
    expect(Math.abs(old.together - 0.015)).toBeLessThan(0.015);
    expect(Math.abs(oldest.together - 0.085)).toBeLessThan(0.02);
    expect(Math.abs(minors.together - 0.07)).toBeLessThan(0.03);
    for (const { city } of [minors, old]) {
      expect(city.low).toBeLessThan(city.actual);
      expect(city.high).toBeGreaterThan(city.actual);
    }
    // Lives grew longer half as fast, and the epidemic came: the one age that lies beyond the interval.
    expect(oldest.city.low).toBeGreaterThan(oldest.city.actual);
    for (const { coverage } of [minors, old]) {
      expect(coverage).toBeGreaterThanOrEqual(0.7);
      expect(coverage).toBeLessThanOrEqual(0.9);
    }
    expect(oldest.coverage).toBeGreaterThan(0.55);
    // One who knows nothing errs more on the old, and less on minors.
    for (const { medianError, constantError } of [old, oldest])
      expect(medianError).toBeLessThan(constantError);
    for (const { meanError } of [old, oldest]) expect(meanError).toBeLessThan(0.15);
  });

  it('the city as a whole, from its growth of 1999–2010 alone, lies within the interval', () => {
    console.info(found.city);
    expect(found.city.low).toBeLessThan(found.city.actual);
    expect(found.city.high).toBeGreaterThan(found.city.actual);
    const all = found.districts.reduce((sum, { actual }) => sum + actual, 0);
    expect(found.city.actual).toBe(all);
  });
});
