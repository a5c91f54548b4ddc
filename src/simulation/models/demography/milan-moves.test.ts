// SPDX-License-Identifier: EUPL-1.2
/** Of what ages those are who come to Milan and go, and how far districts differ in it, from the published files. */
import { expect, it } from 'vitest';
import { istatIndicator, milanPeople } from '../../../../tiles/fixtures/milan-people';
import { describeShared } from '../../../../tiles/fixtures/shared-data';
import { seeded } from '../../../city/seeded';
import { agesApart } from './ages-apart';
import { type BySex, SEXES } from './cohort-component';
import { comingOf, dyingOf, total } from './district-rates';
import { type CityOutlook, forecast, type OutlookSpread } from './forecast';
import { outlookKnownIn } from './milan-outlook';
import { personsBetween } from './open-class';
import { netMigrationSince } from './past-change';
import { startAtFirst } from './people-start';
import { AGES, HAZARD_YEARS, type MigrationSchedule, migrationOf, survivalOf } from './schedules';

describeShared('moves by age, as they were known in 2011', () => {
  const { people } = milanPeople();
  const { districts, rows } = startAtFirst(people);
  const outlook = outlookKnownIn(2011);
  const city: BySex = { female: new Float64Array(AGES), male: new Float64Array(AGES) };
  for (const { population } of districts)
    for (const sex of SEXES)
      population[sex].forEach((persons, age) => {
        city[sex][age] = (city[sex][age] as number) + persons;
      });
  const sumOf = (of: (district: (typeof districts)[number]) => number) =>
    districts.reduce((all, district) => all + of(district), 0);
  const survivalIn = (years: BySex<number>): BySex => ({
    female: survivalOf(years.female, HAZARD_YEARS.female),
    male: survivalOf(years.male, HAZARD_YEARS.male),
  });
  const deathRatio = sumOf(({ deaths }) => deaths) / dyingOf(city, survivalIn(outlook.lifeExpectancy));

  it('the oldest are as many as were counted, and so the city dies nearly as Istat’s table has it', () => {
    // Of 85 and over 46,062 in the register (Comune di Milano, 29 May 2012), which the fit does not know.
    const told = personsBetween(city, 65, AGES) / 317_135;
    expect(told).toBeGreaterThan(0.995);
    expect(Math.abs(personsBetween(city, 85, AGES) / told / 46_062 - 1)).toBeLessThan(0.02);
    console.info(`85 and over: ${personsBetween(city, 85, AGES) / told}, deaths to Istat’s: ${deathRatio}`);
    expect(deathRatio).toBeGreaterThan(0.95);
    expect(deathRatio).toBeLessThan(1);
  });

  it('of those of 65 and over one in a hundred was lost each year since 1999', () => {
    const years = [/alla nascita - femmine/, /alla nascita - maschi/].map(istatIndicator);
    // Before Istat's first year, 2002, as much less each year as lives grew longer after it.
    const lifeIn = (year: number) => {
      const [female, male] = years.map(
        (of) => of.get(Math.max(2002, year))! - 0.29 * Math.max(0, 2002 - year),
      ) as [number, number];
      return survivalIn({ female, male });
    };
    const survival = Array.from({ length: 12 }, (_, back) => lifeIn(2011 - back));
    const told = personsBetween(city, 65, AGES) / 317_135;
    const before = { from: 65, end: 85, persons: told * (290_336 - 35_500) };
    const [byDeaths, byTable] = [deathRatio, 1].map((ratio) =>
      netMigrationSince(city, before, survival, ratio),
    ) as [number, number];
    console.info(`net migration of 65 to 84 a year: ${byDeaths}, by Istat’s table ${byTable}`);
    expect(Math.abs(1000 * byDeaths + 10)).toBeLessThan(0.5);
    expect(Math.abs(1000 * (byTable - byDeaths))).toBeLessThan(2 * outlook.spread.agedMovesPer1000);
  });

  it('as many minors were in the register as had been born in 18 years', () => {
    // Births of 1991 and 1999: Comune di Milano, 29 May 2012; between them in a straight line, to 2001 on along it; from
    // 2002 on as Istat's rate goes, to the 11,489 of 2011, since the register had 1,338,000 in 1999 and 1,341,830 in 2011.
    const rate = istatIndicator(/Tasso di natalit/);
    let born = 0;
    for (let year = 1994; year <= 2001; year++) born += 9276 + ((year - 1991) / 8) * (10_485 - 9276);
    for (let year = 2002; year <= 2011; year++) born += (11_489 * rate.get(year)!) / rate.get(2011)!;
    console.info(`born from 1994 to 2011: ${Math.round(born)}, minors in the register: 200,634`);
    // Four in a thousand die before they are of age.
    expect(Math.abs(200_634 / (0.996 * born) - 1)).toBeLessThan(0.01);
  });

  it('the schedules lose as many of the old, and as many minors come as go', () => {
    const departures = sumOf((district) => district.departures);
    const growth = outlook.growthPer1000.reduce((a, b) => a + b, 0) / outlook.growthPer1000.length;
    const persons = personsBetween(city, 0, AGES);
    // Those who come fill what the others leave, and make the city grow.
    const arrivals = departures + sumOf(({ deaths, births }) => deaths - births) + (growth / 1000) * persons;
    const net = (from: number, end: number) => {
      const share = (schedule: MigrationSchedule | undefined) =>
        total(comingOf([city], migrationOf(schedule!)).slice(from, end));
      const moved = arrivals * share(outlook.arrivals) - departures * share(outlook.departures);
      return (1000 * moved) / personsBetween(city, from, end);
    };
    console.info(`net a year per 1,000: minors ${net(0, 18)}, 65 and over ${net(65, AGES)}`);
    expect(Math.abs(net(65, AGES) + 10)).toBeLessThan(0.3);
    expect(Math.abs(net(0, 18))).toBeLessThan(0.3);
  });

  it.each([
    ['minors', 0, 17, 'districtMinorsMovesPer1000'],
    ['aged65Plus', 65, AGES - 1, 'districtAgedMovesPer1000'],
  ] as const)(
    'districts’ %s go their own way as far as their errors of 2024 tell',
    (group, from, to, name) => {
      const held = districts
        .map((district, i) => ({ district, came: people.register.last[group][rows[i]!]!, row: rows[i]! }))
        .filter(({ row, came }) => people.register.first.total[row]! >= 500 && came > 0);
      const draws = 100;
      const logs = (drawn: CityOutlook) => {
        const { groups } = forecast(
          held.map(({ district }) => district),
          drawn,
          { years: 13, draws, random: seeded('apart'), groups: [[from, to]] },
        );
        return held.map((_, i) =>
          Float64Array.from({ length: draws }, (__, draw) =>
            Math.log(groups[(draw * 14 + 13) * held.length + i] as number),
          ),
        );
      };
      const meanOf = (values: Float64Array) => total(values) / values.length;
      const deviationOf = (values: Float64Array) => {
        const mean = meanOf(values);
        return Math.sqrt(total(values.map((one) => (one - mean) ** 2)) / (values.length - 1));
      };
      // What all districts have in common is no part of it: nothing is drawn but their sizes.
      const sure = Object.fromEntries(Object.keys(outlook.spread).map((one) => [one, 0]));
      const growth = total(Float64Array.from(outlook.growthPer1000)) / outlook.growthPer1000.length;
      const ofSizes: CityOutlook = {
        ...outlook,
        growthPer1000: [growth],
        spread: sure as unknown as OutlookSpread,
      };
      const without = logs(ofSizes);
      const errors = without.map((values, i) => ({
        off: meanOf(values) - Math.log(held[i]!.came),
        drawn: deviationOf(values),
      }));
      // Where nothing else is drawn: over how many years do such moves add up?
      const only = logs({
        ...ofSizes,
        districtShockPer1000: 0,
        spread: { ...ofSizes.spread, [name]: 10 },
      })
        .map(deviationOf)
        .sort((a, b) => a - b);
      const exposure = (only[Math.floor(only.length / 2)] as number) / 0.01;
      const apart = agesApart(errors, exposure);
      const leftOut = errors.map((_, i) =>
        agesApart(
          errors.filter((__, other) => other !== i),
          exposure,
        ),
      );
      console.info(
        `${group}: ${apart} per 1,000 over ${exposure} years; one left out: ${Math.min(...leftOut)} to ${Math.max(...leftOut)}`,
      );
      expect(outlook.spread[name] / apart).toBeCloseTo(1, 1);
      expect(outlookKnownIn(2024).spread[name]).toBe(outlook.spread[name]);
      for (const one of leftOut) expect(Math.abs(one / apart - 1)).toBeLessThan(0.1);
    },
  );
});
