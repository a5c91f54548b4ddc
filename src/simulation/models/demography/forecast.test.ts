// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { balancesOf } from './balances';
import { type BySex, sum } from './cohort-component';
import { type CityOutlook, type DistrictStart, forecast } from './forecast';
import { singleYears, toRegister } from './jump-off';
import { AGES, survivalOf } from './schedules';

const OUTLOOK: CityOutlook = {
  fertility: 1.2,
  fertilityPerYear: 0,
  meanAgeAtBirth: 33,
  lifeExpectancy: { female: 86, male: 82 },
  lifeExpectancyPerYear: 0.1,
  growthPer1000: [5],
  persistence: 0.5,
  districtShockPer1000: 4,
  spread: {
    fertilityStep: 0.03,
    fertilityTrend: 0.01,
    lifeStepYears: 0.15,
    lifeTrendYears: 0.05,
    minorsMovesPer1000: 2,
    agedMovesPer1000: 1,
    districtMinorsMovesPer1000: 8,
    districtAgedMovesPer1000: 5,
  },
};
const even = (persons: number): BySex => {
  const column = () => Float64Array.from({ length: AGES }, (_, age) => (age < 90 ? persons / 90 : 0));
  return { female: column(), male: column() };
};
const district = (id: number, persons: number, rest: Partial<DistrictStart> = {}): DistrictStart => ({
  id,
  population: even(persons / 2),
  births: 0.008 * persons,
  deaths: 0.011 * persons,
  arrivals: 0.04 * persons,
  departures: 0.035 * persons,
  newHomesFor: [],
  ...rest,
});
const TWO = [district(1, 10_000), district(2, 30_000, { arrivals: 1600, departures: 1000 })];
const ALL: readonly (readonly [number, number])[] = [[0, AGES - 1]];
const options = (draws = 20, years = 10) => ({ years, draws, groups: ALL, random: seeded('people') });

describe('a forecast', () => {
  it('is the same for the same seed, and another for another', () => {
    const [a, b] = [forecast(TWO, OUTLOOK, options()), forecast(TWO, OUTLOOK, options())];
    expect(a.groups).toEqual(b.groups);
    const other = forecast(TWO, OUTLOOK, { ...options(), random: seeded('others') });
    expect(other.groups).not.toEqual(a.groups);
  });

  it('begins with who is there, tells groups that add up, and its draws spread as years go by', () => {
    const groups = [
      [0, 17],
      [18, 64],
      [65, AGES - 1],
      [0, AGES - 1],
    ] as const;
    const { groups: told } = forecast(TWO, OUTLOOK, { ...options(40), groups });
    const at = (draw: number, year: number, one: number, group: number) =>
      told[((draw * 11 + year) * 2 + one) * 4 + group] as number;
    expect(at(0, 0, 0, 3)).toBeCloseTo(10_000, 1);
    const spread = (year: number) => {
      const all = Array.from({ length: 40 }, (_, draw) => at(draw, year, 0, 3));
      return Math.max(...all) - Math.min(...all);
    };
    expect(spread(0)).toBe(0);
    expect(spread(10)).toBeGreaterThan(spread(2));
    for (let year = 0; year <= 10; year++)
      expect(at(7, year, 1, 0) + at(7, year, 1, 1) + at(7, year, 1, 2)).toBeCloseTo(at(7, year, 1, 3), 0);
  });

  it('the city grows as it is expected to, five in a thousand a year, in all districts together', () => {
    const { central } = forecast(TWO, OUTLOOK, options(1, 12));
    const totals = central.map((districts) => districts.reduce((all, one) => all + sum(one), 0));
    for (const [year, persons] of totals.entries())
      expect(persons / (40_000 * 1.005 ** year)).toBeCloseTo(1, 9);
  });

  it('as many children are born in the first year as were counted, and the old die', () => {
    // Nobody moves, and the city grows by what it bears and loses: 80 born, 110 dead of 10,000.
    const still = [district(1, 10_000, { arrivals: 0, departures: 0 })];
    const { central } = forecast(still, { ...OUTLOOK, growthPer1000: [-3], persistence: 0 }, options(1, 1));
    const babies = (central[1]?.[0]?.female[0] as number) + (central[1]?.[0]?.male[0] as number);
    expect(babies).toBeGreaterThan(79);
    expect(babies).toBeLessThan(81);
    const over = (year: number) =>
      [central[year]?.[0]?.female, central[year]?.[0]?.male].reduce(
        (all, one) => all + (one?.slice(89).reduce((a, b) => a + b, 0) as number),
        0,
      );
    expect(over(1)).toBeLessThan(2 * over(0));
  });

  it('a district that grew by itself does so ever less, the city as it is expected', () => {
    const { central } = forecast(TWO, { ...OUTLOOK, persistence: 0.5 }, options(1, 12));
    const growth = (year: number, one: number) =>
      sum(central[year + 1]?.[one] as BySex) / sum(central[year]?.[one] as BySex) - 1;
    expect(growth(0, 1) - growth(0, 0)).toBeGreaterThan(3 * (growth(5, 1) - growth(5, 0)));
  });

  it('new homes fill their district, not the city', () => {
    const built = [TWO[0] as DistrictStart, { ...(TWO[1] as DistrictStart), newHomesFor: [0, 600] }];
    const [without, withThem] = [TWO, built].map(
      (districts) => forecast(districts, OUTLOOK, options(1, 3)).central,
    );
    const persons = (of: typeof without, year: number, one: number) => sum(of?.[year]?.[one] as BySex);
    expect(persons(withThem, 1, 1)).toBeCloseTo(persons(without, 1, 1), 6);
    expect(persons(withThem, 2, 1)).toBeGreaterThan(persons(without, 2, 1) + 100);
    const city = (of: typeof without) => persons(of, 2, 0) + persons(of, 2, 1);
    expect(city(withThem)).toBeCloseTo(city(without), 4);
  });

  it('the city is the sum of its districts even where one cannot shrink any further', () => {
    const extremes = [
      district(1, 100, { departures: 0, arrivals: 0 }),
      district(2, 20_000, { arrivals: 3000, departures: 0, newHomesFor: [30_000] }),
    ];
    const { groups: told } = forecast(extremes, OUTLOOK, options(10, 3));
    for (let draw = 0; draw < 10; draw++)
      for (let year = 0; year <= 3; year++) {
        const [a, b] = [0, 1].map((one) => told[(draw * 4 + year) * 2 + one] as number) as [number, number];
        expect(Math.min(a, b)).toBeGreaterThanOrEqual(0);
        expect((a + b) / (20_100 * 1.005 ** year)).toBeCloseTo(1, 5);
      }
  });

  it('rising fertility is more children of six to ten in twelve years', () => {
    const pupils = (fertilityPerYear: number) => {
      const { central } = forecast(TWO, { ...OUTLOOK, fertilityPerYear }, options(1, 12));
      const [first] = central[12] as readonly BySex[];
      return (first as BySex).female.slice(6, 11).reduce((all, one) => all + one, 0);
    };
    // Born in the second to the sixth year, of whom 1.2 + 0.05 · 4 are a sixth more; fewer once some have left and
    // others have come, who are as many as before at most: homes are as many as they were.
    expect(pupils(0.05) / pupils(0)).toBeGreaterThan(1.03);
    expect(pupils(0.05) / pupils(0)).toBeLessThan(1.167);
  });

  it('where more of the old leave, others come: the old are fewer, the district stays as large', () => {
    const groups = [
      [0, 17],
      [65, AGES - 1],
      [0, AGES - 1],
    ] as const;
    const still = Object.fromEntries(Object.keys(OUTLOOK.spread).map((name) => [name, 0]));
    const spread = { ...(still as unknown as CityOutlook['spread']), agedMovesPer1000: 5 };
    const sure = { ...OUTLOOK, districtShockPer1000: 0, spread };
    const { groups: told, drawn } = forecast(TWO, sure, { ...options(30), groups });
    const at = (draw: number, group: number) => told[((draw * 11 + 10) * 2 + 1) * 3 + group] as number;
    const order = drawn
      .map((_, draw) => draw)
      .sort((a, b) => drawn[a]!.agedMovesPer1000 - drawn[b]!.agedMovesPer1000);
    const [least, most] = [order[0] as number, order.at(-1) as number];
    for (let i = 1; i < order.length; i++) expect(at(order[i]!, 1)).toBeGreaterThan(at(order[i - 1]!, 1));
    expect(at(least, 2) / at(most, 2)).toBeCloseTo(1, 5);
    expect(at(least, 0)).toBeGreaterThan(at(most, 0));
    // Ten years of so many in a thousand, less for those who came of age since, are in a share of the old.
    const apart = (drawn[most]!.agedMovesPer1000 - drawn[least]!.agedMovesPer1000) / 1000;
    const log = Math.log(at(most, 1) / at(least, 1));
    expect(log).toBeGreaterThan(5 * apart);
    expect(log).toBeLessThan(10 * apart);
  });

  it('names what cannot be', () => {
    expect(() => forecast([], OUTLOOK, options())).toThrow('districts: there are none');
    expect(() => forecast([district(7, 100, { births: -1 })], OUTLOOK, options())).toThrow(
      'district 7: -1 births',
    );
    expect(() => forecast([district(7, 100, { newHomesFor: [Number.NaN] })], OUTLOOK, options())).toThrow(
      'new homes',
    );
    expect(() => forecast(TWO, OUTLOOK, { ...options(), groups: [[0, 200]] })).toThrow(
      'group of ages: 0 to 200',
    );
    expect(() => forecast(TWO, { ...OUTLOOK, persistence: 2 }, options())).toThrow('persistence: is 2');
    const spread = { ...OUTLOOK.spread, lifeStepYears: -1 };
    expect(() => forecast(TWO, { ...OUTLOOK, spread }, options())).toThrow('spread: lifeStepYears is -1');
    expect(() => forecast(TWO, { ...OUTLOOK, growthPer1000: [] }, options())).toThrow('growth: of no year');
  });
});

describe('the pyramid that it begins with', () => {
  const survival = survivalOf(84, 9);

  it('classes are spread alike, the last as survival has it', () => {
    const ages = singleYears(Float64Array.from([50, 100, 30]), [0, 5, 75], survival);
    expect(ages.slice(0, 5)).toEqual(new Float64Array(5).fill(10));
    expect(ages[5]).toBeCloseTo(100 / 70, 12);
    expect(ages.slice(75).reduce((all, one) => all + one, 0)).toBeCloseTo(30, 9);
    for (let age = 76; age < AGES - 1; age++)
      expect((ages[age] as number) / (ages[age - 1] as number)).toBeCloseTo(survival[age] as number, 9);
    expect(() => singleYears(Float64Array.from([1, 1]), [0, 0], survival)).toThrow('begin at 0, 0');
  });

  it('has the counts of the register, whatever the census had', () => {
    const margins = { men: 480, women: 520, minors: 170, aged65Plus: 240, aged80Plus: 80 };
    const { pyramid, worstOff } = toRegister(even(400), margins);
    expect(worstOff).toBeLessThan(1e-6);
    const persons = (from: number, to: number) =>
      [pyramid.female, pyramid.male].reduce(
        (all, one) => all + one.slice(from, to + 1).reduce((a, b) => a + b, 0),
        0,
      );
    expect(pyramid.female.reduce((a, b) => a + b, 0)).toBeCloseTo(520, 5);
    expect(persons(0, 17)).toBeCloseTo(170, 5);
    expect(persons(65, AGES - 1)).toBeCloseTo(240, 5);
    expect(persons(80, AGES - 1)).toBeCloseTo(80, 5);
  });
});

describe('ages where the register counts anew', () => {
  it('are not parted from their neighbours', () => {
    // By group 9.4, 12.6, 10.7 and 8 an age, of 8.9 each: at 18 a third more, at 65 a seventh less.
    const margins = { men: 400, women: 600, minors: 170, aged65Plus: 240, aged80Plus: 80 };
    const { female, male } = toRegister(even(400), margins).pyramid;
    const at = (age: number) => (female[age] as number) + (male[age] as number);
    for (const age of [18, 65, 80]) expect(Math.abs(at(age) / at(age - 1) - 1)).toBeLessThan(0.04);
    // Between the middles of two groups all ages change the same way.
    for (let age = 12; age < 43; age++) expect(at(age)).toBeGreaterThan(at(age - 1));
    for (let age = 46; age < 72; age++) expect(at(age)).toBeLessThan(at(age - 1));
  });
});

describe('how long districts grow apart', () => {
  it('is found again in series that were made so', () => {
    const random = seeded('series');
    const normal = () => Array.from({ length: 12 }, () => random()).reduce((a, b) => a + b, -6);
    const series = Array.from({ length: 88 }, () => {
      let own = 0;
      let persons = 10_000;
      const counts = [];
      for (let year = 0; year < 40; year++) {
        own = 0.6 * own + 5 * normal();
        persons *= 1 + own / 1000;
        // The first years only make ready.
        if (year >= 15) counts.push(persons);
      }
      return counts;
    });
    const { persistence, shockPer1000 } = balancesOf(series);
    expect(Math.abs(persistence - 0.6)).toBeLessThan(0.05);
    expect(Math.abs(shockPer1000 - 5)).toBeLessThan(0.4);
    expect(() => balancesOf([[1, 2]])).toThrow('series: of 2 years');
  });
});
