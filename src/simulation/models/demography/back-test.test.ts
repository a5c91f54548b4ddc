// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { seeded } from '../../../city/seeded';
import { backTest } from './back-test';
import { balancesOf } from './balances';
import type { CityOutlook, DistrictStart } from './forecast';
import { singleYears, toRegister } from './jump-off';
import { HAZARD_YEARS, survivalOf } from './schedules';

const text = (name: string) => readFileSync(sharedPath(`milano/population/${name}`), 'utf8');
const table = (name: string) => {
  const [head = '', ...lines] = text(name)
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(';');
  return lines.map((line) =>
    Object.fromEntries(line.split(';').map((cell, i) => [names[i] as string, cell] as const)),
  );
};
/** Istat's indicator of a year. */
const istat = (indicator: RegExp) => {
  const { indicatori } = JSON.parse(text('istat_indicatori_demografici_milano_2002_2025.json'));
  const found = indicatori.find(({ indicatore }: { indicatore: string }) => indicator.test(indicatore));
  return new Map<number, number>(
    found.data.map(({ anno, valore }: { anno: number; valore: number }) => [anno, valore]),
  );
};

/** Milan as it was known at the end of 2011. */
function milan2011() {
  const register = table('ds205_nil_2011_2024_extract.csv');
  const census = table('derived_nil_age_sex_census2011.csv');
  const [women, men] = [/nascita - femmine/, /nascita - maschi/].map(
    (name) => istat(name).get(2011) as number,
  ) as [number, number];
  const survival = {
    female: survivalOf(women, HAZARD_YEARS.female),
    male: survivalOf(men, HAZARD_YEARS.male),
  };
  const of = (year: string) =>
    new Map(register.filter((row) => row.Anno === year).map((row) => [Number(row.NIL), row]));
  const [before, after] = [of('2011'), of('2024')];
  const districts: DistrictStart[] = [];
  const actual: number[] = [];
  for (const [id, row] of before) {
    const count = (name: string) => Number(row[name] || 0);
    const rows = census.filter((one) => Number(one.ID_NIL) === id);
    const from = rows.map((one) => Number.parseInt(one.eta as string, 10));
    const classes = (name: string) => Float64Array.from(rows, (one) => Number(one[name]));
    const came = Number(after.get(id)?.Totale ?? 0);
    if (count('Totale') < 500 || came < 500 || rows.length === 0) continue;
    const { pyramid } = toRegister(
      {
        female: singleYears(classes('femmine'), from, survival.female),
        male: singleYears(classes('maschi'), from, survival.male),
      },
      {
        men: count('Uomini'),
        women: count('Donne'),
        minors: count('Minori'),
        aged65Plus: count('Eta_65plus'),
        aged80Plus: count('Eta_80plus'),
      },
    );
    districts.push({
      id,
      population: pyramid,
      births: count('Nati'),
      deaths: count('Morti'),
      arrivals: count('Immigrati'),
      departures: count('Emigrati'),
      newHomesFor: [],
    });
    actual.push(came);
  }
  const households = JSON.parse(text('nil_famiglie_2007_2021.json')) as {
    idNil: number;
    timeSeries: { anno: number; totale_famiglie: number }[];
  }[];
  const known = Object.values(households)
    .filter(({ idNil }) => districts.some(({ id }) => id === idNil))
    .map(({ timeSeries }) =>
      timeSeries.filter(({ anno }) => anno <= 2011).map(({ totale_famiglie }) => totale_famiglie),
    )
    .filter((series) => series.length === 5);
  // Before the census of 2011, after which the register was set anew.
  const city = table('ds1494_popolazione_calcolata_dal_1880.csv')
    .map((row) => [Number(row.Anno), Number(row.Popolazione)] as const)
    .filter(([year]) => year >= 1999 && year <= 2010)
    .map(([, persons]) => persons);
  const fertility = istat(/figli per donna/);
  const { persistence, shockPer1000 } = balancesOf(known);
  const outlook: CityOutlook = {
    fertility: fertility.get(2011) as number,
    fertilityPerYear: 0,
    meanAgeAtBirth: istat(/madre al parto/).get(2011) as number,
    lifeExpectancy: { female: women, male: men },
    lifeExpectancyPerYear: 0.15,
    growthPer1000: city.slice(1).map((persons, i) => 1000 * (persons / (city[i] as number) - 1)),
    persistence,
    districtShockPer1000: shockPer1000,
  };
  return { districts, actual, outlook };
}

describeShared('Milan from 2011 to 2024, with what was known in 2011', () => {
  it('errs less by district than both who know nothing, and its intervals hold', () => {
    const { districts, actual, outlook } = milan2011();
    const test = backTest(districts, outlook, actual, { years: 13, draws: 200, random: seeded('back-test') });
    expect(test.medianError.forecast).toBeLessThan(test.medianError.constant);
    expect(test.medianError.forecast).toBeLessThan(test.medianError.linear);
    expect(test.coverage).toBeGreaterThanOrEqual(0.7);
    expect(test.coverage).toBeLessThanOrEqual(0.9);
    // The city as a whole, from its growth of 1999–2010 alone, lies within the interval.
    expect(test.city.low).toBeLessThan(test.city.actual);
    expect(test.city.high).toBeGreaterThan(test.city.actual);
  });
});
