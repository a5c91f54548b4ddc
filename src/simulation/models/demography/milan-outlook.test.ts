// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  householdSeries,
  istatIndicator,
  milanPeople,
  sharedRows,
} from '../../../../tiles/fixtures/milan-people';
import { describeShared } from '../../../../tiles/fixtures/shared-data';
import { balancesOf } from './balances';
import { total } from './district-rates';
import { aged100Of65PlusIn, deathsBeside, MILAN_OUTLOOKS, outlookKnownIn } from './milan-outlook';
import { pastChange } from './past-change';
import { agedSinceFirst, startAtLast } from './people-start';
import { AGES } from './schedules';

describe('what was known of Milan', () => {
  it('is the newest of before, and nothing before the first', () => {
    expect(outlookKnownIn(2011)).toBe(outlookKnownIn(2023));
    expect(outlookKnownIn(2024)).toBe(outlookKnownIn(2030));
    expect(outlookKnownIn(2024)).not.toBe(outlookKnownIn(2011));
    expect(() => outlookKnownIn(2010)).toThrow('outlook: none is known of 2010: the first is of 2011');
  });

  it('more died in 2020 than lies between 2011 and 2024, and as many in those', () => {
    // 12.7 beside 9 + 0.8 · 9 / 13.
    expect(deathsBeside(2011, 2024, 2020)).toBeCloseTo(12.7 / (9 + (0.8 * 9) / 13), 9);
    expect(deathsBeside(2011, 2024, 2011)).toBe(1);
    expect(deathsBeside(2011, 2024, 2024)).toBeCloseTo(1, 12);
    expect(deathsBeside(2005, 2024, 2020)).toBe(1);
    expect(deathsBeside(2011, 2011, 2011)).toBe(1);
  });

  it('one in 600 of the old was a hundred in 2011, one in 640 in 2024', () => {
    expect(aged100Of65PlusIn(2011)).toBe(494 / 310_064);
    expect(aged100Of65PlusIn(2023)).toBe(aged100Of65PlusIn(2001));
    expect(aged100Of65PlusIn(2030)).toBe(487 / 312_229);
  });

  it('growth of 2024 is of 21 years, half a hundredth a year; of 2011 of 11 years, a sixth of a hundredth', () => {
    const mean = (rates: readonly number[]) => rates.reduce((all, one) => all + one, 0) / rates.length;
    const [after, before] = [outlookKnownIn(2024).growthPer1000, outlookKnownIn(2011).growthPer1000];
    expect(after).toHaveLength(21);
    expect(before).toHaveLength(11);
    // What it grew by in those years together, as compound growth: the mean of the rates is a little more.
    const compound = (spans: [number, number][], years: number) =>
      1000 * (spans.reduce((all, [from, to]) => (all * to) / from, 1) ** (1 / years) - 1);
    const before2011: [number, number] = [1_300_977, 1_324_110];
    const all = compound([before2011, [1_324_169, 1_406_242], [1_374_582, 1_407_044]], 21);
    expect(mean(after) - all).toBeGreaterThan(0);
    expect(mean(after) - all).toBeLessThan(0.15);
    expect(mean(before) - compound([before2011], 11)).toBeGreaterThan(0);
    expect(mean(before) - compound([before2011], 11)).toBeLessThan(0.2);
  });
});

describeShared('what was known of Milan, from the published files', () => {
  it.each(MILAN_OUTLOOKS)('Istat’s indicators of $year', ({ year, outlook }) => {
    const of = (indicator: RegExp) => istatIndicator(indicator).get(year);
    expect(outlook.fertility).toBe(of(/figli per donna/));
    expect(outlook.meanAgeAtBirth).toBe(of(/madre al parto/));
    expect(outlook.lifeExpectancy.female).toBe(of(/alla nascita - femmine/));
    expect(outlook.lifeExpectancy.male).toBe(of(/alla nascita - maschi/));
    const all = istatIndicator(/alla nascita - totale/);
    const since = year === 2011 ? 2002 : 2011;
    const rise = ((all.get(year) as number) - (all.get(since) as number)) / (year - since);
    expect(outlook.lifeExpectancyPerYear).toBeCloseTo(rise, 9);
  });

  it('who died in each year beside those of 2011 and 2024', () => {
    const rate = istatIndicator(/Tasso di mortalit/);
    for (let year = 2011; year <= 2024; year++) {
      const even = rate.get(2011)! + ((year - 2011) / 13) * (rate.get(2024)! - rate.get(2011)!);
      expect(deathsBeside(2011, 2024, year)).toBeCloseTo(rate.get(year)! / even, 9);
    }
  });

  it.each(MILAN_OUTLOOKS)('residents at the end of each year until $year', ({ year, outlook }) => {
    const residents = new Map(
      sharedRows('ds1494_popolazione_calcolata_dal_1880.csv').map((row) => [
        Number(row.Anno),
        Number(row.Popolazione),
      ]),
    );
    const isBreak = (to: number) => (to >= 2011 && to <= 2013) || to === 2020;
    const rates = [];
    for (let to = 2000; to <= year; to++)
      if (!isBreak(to))
        rates.push(1000 * ((residents.get(to) as number) / (residents.get(to - 1) as number) - 1));
    expect(outlook.growthPer1000).toEqual(rates);
  });

  it.each(MILAN_OUTLOOKS)('how long districts grow apart, until $year', ({ year, outlook }) => {
    const series = householdSeries(2007, Math.min(year, 2021)).filter((one) => Math.min(...one) >= 500);
    expect(series).toHaveLength(74);
    const { persistence, shockPer1000 } = balancesOf(series);
    expect(outlook.persistence).toBeCloseTo(persistence, 3);
    expect(outlook.districtShockPer1000 / shockPer1000).toBeCloseTo(1, 2);
  });

  it.each(MILAN_OUTLOOKS)(
    'how far the trends of life and fertility may be off, $year',
    ({ year, outlook }) => {
      const series = (indicator: RegExp, from: number) => {
        const of = istatIndicator(indicator);
        return Array.from({ length: year - from + 1 }, (_, i) => of.get(from + i) as number);
      };
      const life = series(/alla nascita - totale/, year === 2011 ? 2002 : 2011);
      // The epidemic is no trend: 2020 to 2022 in a straight line between 2019 and 2023, the ninth and the thirteenth.
      if (year === 2024)
        for (let i = 9; i <= 11; i++) life[i] = life[8]! + ((i - 8) * (life[12]! - life[8]!)) / 4;
      const lives = pastChange(life);
      expect(outlook.lifeExpectancyPerYear).toBeCloseTo(lives.perYear, 9);
      expect(outlook.spread.lifeStepYears).toBeCloseTo(lives.step, 2);
      expect(outlook.spread.lifeTrendYears).toBeCloseTo(lives.error, 3);
      const children = pastChange(series(/figli per donna/, 2002), outlook.fertilityPerYear);
      expect(outlook.spread.fertilityStep).toBeCloseTo(children.step, 3);
      expect(outlook.spread.fertilityTrend).toBeCloseTo(children.error, 4);
    },
  );

  it('of what ages those are who come and go brings the ages of 2011 to those of 2024', () => {
    const { people } = milanPeople();
    const { last } = people.register;
    const { rows } = startAtLast(people);
    const aged = agedSinceFirst(people);
    const persons = (from: number, to: number) =>
      aged.reduce(
        (all, { female, male }) =>
          all + [female, male].reduce((sum, one) => sum + total(one.subarray(from, to + 1)), 0),
        0,
      );
    const counted = (column: Float64Array) => rows.reduce((all, row) => all + (column[row] as number), 0);
    // As shares; the whole is what all that was counted comes to, within 4 in 1,000.
    const whole = persons(0, AGES - 1) / counted(last.total);
    expect(Math.abs(whole - 1)).toBeLessThan(0.004);
    for (const [from, to, column, within] of [
      [0, 17, last.minors, 0.02],
      [65, AGES - 1, last.aged65Plus, 0.02],
      [80, AGES - 1, last.aged80Plus, 0.03],
    ] as const)
      expect(Math.abs(persons(from, to) / whole / counted(column) - 1)).toBeLessThan(within);
  });
});
