// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { registerOf, townOfThree } from '../../../city/fixtures/town-of-three';
import { type BySex, sum } from './cohort-component';
import { outlookKnownIn } from './milan-outlook';
import { AGE_GROUPS, forecastPeople, type PeopleForecast } from './people-forecast';
import { startAtFirst, startAtLast } from './people-start';
import { AGES } from './schedules';

const OPTIONS = { toYear: 2034, draws: 12, seed: 'town' };
/** Persons of some groups; of all where none are named. */
const persons = (of: PeopleForecast, draw: number, year: number, district: number, groups?: number[]) => {
  const from = ((draw * of.years + year) * of.districts + district) * AGE_GROUPS.length;
  return (groups ?? AGE_GROUPS.map((_, i) => i)).reduce(
    (all, one) => all + (of.groups[from + one] as number),
    0,
  );
};
const MINORS = [0, 1, 2, 3, 4];

describe('the forecast of a city’s people', () => {
  const town = forecastPeople(townOfThree(), OPTIONS);

  it('begins in every draw with what the register counted last', () => {
    expect([town.firstYear, town.years, town.districts, town.draws]).toEqual([2024, 11, 3, 12]);
    expect(town.groups).toHaveLength(12 * 11 * 3 * AGE_GROUPS.length);
    for (const draw of [0, 11]) {
      expect(persons(town, draw, 0, 0)).toBeCloseTo(10_000, 1);
      expect(persons(town, draw, 0, 1)).toBeCloseTo(33_000, 1);
      expect(persons(town, draw, 0, 1, MINORS)).toBeCloseTo(0.15 * 33_000, 1);
      expect(persons(town, draw, 0, 1, [6, 7])).toBeCloseTo(0.23 * 33_000, 1);
      expect(persons(town, draw, 0, 1, [7])).toBeCloseTo(0.08 * 33_000, 1);
    }
    expect(town.central[0]?.[1]?.female.reduce((all, one) => all + one, 0)).toBeCloseTo(0.52 * 33_000, 2);
  });

  it('tells nothing of a district that is withheld', () => {
    expect([...town.told]).toEqual([1, 1, 0]);
    for (let year = 0; year < town.years; year++) {
      expect(persons(town, 3, year, 2)).toBe(0);
      expect(sum(town.central[year]?.[2] as BySex)).toBe(0);
    }
    const withheld = townOfThree();
    withheld.register.first.men.fill(Number.NaN);
    expect(() => forecastPeople(withheld, OPTIONS)).toThrow('districts: of none may anything be told');
  });

  it('has no new homes in a district that is withheld, as the measure says of itself', () => {
    const built = { ...townOfThree(), newHomes: [{ district: 2, year: 2025, persons: 5000 }] };
    expect(forecastPeople(built, OPTIONS).groups).toEqual(town.groups);
  });

  it('districts are the city: as a whole it grows by what was drawn', () => {
    for (let draw = 0; draw < town.draws; draw++) {
      const all = (year: number) => persons(town, draw, year, 0) + persons(town, draw, year, 1);
      const yearly = Array.from({ length: 10 }, (_, i) => 1000 * (all(i + 1) / all(i) - 1));
      const mean = yearly.reduce((a, b) => a + b, 0) / 10;
      expect(mean).toBeCloseTo(town.parameters[draw]?.cityGrowthPer1000 as number, 1);
      const { growthPer1000 } = outlookKnownIn(2024);
      expect(Math.min(...yearly)).toBeGreaterThan(Math.min(...growthPer1000) - 0.01);
      expect(Math.max(...yearly)).toBeLessThan(Math.max(...growthPer1000) + 0.01);
    }
  });

  it('says what was drawn', () => {
    expect(town.parameters).toHaveLength(12);
    const of = (name: string) => town.parameters.map((one) => one[name] as number);
    expect(Object.keys(town.parameters[0] ?? {})).toEqual([
      'cityGrowthPer1000',
      'fertilityEnd',
      'lifeYearsEnd',
      'minorsMovesPer1000',
      'agedMovesPer1000',
    ]);
    // Ten steps of 0.04 and ten years of a trend off by 0.0086 about 1.13 + 3 / 49 children, of 0.33 and 0.092 about
    // 17 / 13 years: √(10 · 0.04² + 0.086²) and √(10 · 0.33² + 0.92²), within five standard deviations.
    for (const children of of('fertilityEnd'))
      expect(Math.abs(children - 1.13 - 3 / 49)).toBeLessThan(5 * 0.153);
    for (const years of of('lifeYearsEnd')) expect(Math.abs(years - 17 / 13)).toBeLessThan(5 * 1.39);
    for (const moves of of('agedMovesPer1000')) expect(Math.abs(moves)).toBeLessThan(5 * 1.5);
    expect(new Set(of('fertilityEnd')).size).toBe(12);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(forecastPeople(townOfThree(), OPTIONS).groups).toEqual(town.groups);
    expect(forecastPeople(townOfThree(), { ...OPTIONS, seed: 'other' }).groups).not.toEqual(town.groups);
  });

  it('new homes fill their district in their year, not the city', () => {
    const built = townOfThree({
      newHomes: [
        { district: 0, year: 2027, persons: 300 },
        { district: 0, year: 2027, persons: 200 },
        { district: 2, year: 2027, persons: 900 },
        { district: 1, year: 2050, persons: 900 },
      ],
    });
    const after = forecastPeople(built, OPTIONS);
    for (const draw of [0, 7]) {
      expect(persons(after, draw, 2, 0)).toBeCloseTo(persons(town, draw, 2, 0), 6);
      const more = persons(after, draw, 3, 0) - persons(town, draw, 3, 0);
      // 500 but for what all give: 10,000 of 43,000 live here.
      expect(more).toBeGreaterThan(500 * 0.72);
      expect(more).toBeLessThan(500 * 0.82);
      expect(persons(after, draw, 3, 1) - persons(town, draw, 3, 1)).toBeCloseTo(-more, 0);
    }
  });

  it('names what cannot be', () => {
    const asked = (newHomes: { district: number; year: number; persons: number }[]) => () =>
      forecastPeople(townOfThree({ newHomes }), OPTIONS);
    expect(asked([{ district: 3, year: 2030, persons: 1 }])).toThrow('new homes 1: district 3');
    expect(asked([{ district: 0, year: 2024, persons: 1 }])).toThrow(
      'which the register of 2024 has counted',
    );
    expect(asked([{ district: 0, year: 2030, persons: Number.NaN }])).toThrow('new homes 1: for NaN persons');
    expect(() => forecastPeople(townOfThree(), { ...OPTIONS, toYear: 2020 })).toThrow('last year: is 2020');
    expect(() => forecastPeople(townOfThree({ census: null }), OPTIONS)).toThrow('census: the city has none');
    const last = registerOf(2024);
    last.deaths[1] = -3;
    expect(() =>
      forecastPeople(townOfThree({ register: { first: registerOf(2011), last } }), OPTIONS),
    ).toThrow('register of 2024, row 2: deaths is -3');
    const short = { ...registerOf(2011), births: new Float64Array(2) };
    expect(() =>
      forecastPeople(townOfThree({ register: { first: short, last: registerOf(2024) } }), OPTIONS),
    ).toThrow('register of 2011: births: 2 districts where there are 3');
  });
});

describe('where it begins', () => {
  it('of one register year is the census fitted to it', () => {
    const once = registerOf(2011);
    const people = townOfThree({ register: { first: once, last: once } });
    const [first, last] = [startAtFirst(people), startAtLast(people)];
    expect(last).toEqual(first);
    expect(last.year).toBe(2011);
    expect(last.rows).toEqual([0, 1]);
    const female = last.districts[0]?.population.female ?? new Float64Array(0);
    const women = (from: number, to: number) => female.slice(from, to).reduce((sum, one) => sum + one, 0);
    expect(women(0, AGES)).toBeCloseTo(5200, 4);
    // Alike in the census to 74: the register changes ages evenly, and parts none that are neighbours.
    for (const age of [18, 40, 65])
      expect(Math.abs((female[age] as number) / (female[age - 1] as number) - 1)).toBeLessThan(0.03);
    expect(forecastPeople(people, { ...OPTIONS, toYear: 2015 }).firstYear).toBe(2011);
  });

  it('of two years has grown older since the census, with the births counted since', () => {
    const last = registerOf(2024);
    last.births.forEach((births, row) => {
      last.births[row] = births / 2;
    });
    const start = (register: typeof last) =>
      startAtLast(townOfThree({ register: { first: registerOf(2011), last: register } })).districts[1];
    const [half, all] = [start(last), start(registerOf(2024))];
    const young = (of: typeof half, from: number, to: number) =>
      of?.population.female.slice(from, to + 1).reduce((sum, one) => sum + one, 0) as number;
    // Of the same number of minors fewer are young, and more were born before.
    expect(young(half, 0, 17) / young(all, 0, 17)).toBeCloseTo(1, 1);
    expect(young(half, 0, 2) / young(all, 0, 2)).toBeLessThan(0.75);
    expect(young(half, 14, 17) / young(all, 14, 17)).toBeGreaterThan(1.05);
  });

  it('takes the city’s for each resident where a district’s events are withheld', () => {
    const last = registerOf(2024);
    last.deaths[0] = Number.NaN;
    const start = startAtLast(townOfThree({ register: { first: registerOf(2011), last } }));
    // Ten in a thousand die in the other.
    expect(start.districts[0]?.deaths).toBeCloseTo(100, 9);
    expect(start.districts[1]?.deaths).toBeCloseTo(330, 9);
  });
});
