// SPDX-License-Identifier: EUPL-1.2
/**
 * The population of every district by sex and single years of age, year by year, in as many draws as one asks for.
 * Districts bear and die by the city's rates times a ratio of their own. How many live there follows the homes there
 * are: a district grows as the city does, and apart from it as long as such growth lasts, and by the homes that are
 * built; whoever dies or leaves makes room, and those who come fill it. All districts together are the city in every
 * draw. Pure.
 */
import type { Drawn } from './chances';
import { CityInMotion } from './city-in-motion';
import { type BySex, DemographyError, SEXES } from './cohort-component';
import { AGES, type MigrationSchedule } from './schedules';

/** A district at the begin, with what was counted in the year before. */
export interface DistrictStart {
  readonly id: number;
  /** By single years of age, {@link AGES} of them. */
  readonly population: BySex;
  readonly births: number;
  readonly deaths: number;
  readonly arrivals: number;
  readonly departures: number;
  /** Persons for whom homes are being built, by year from the first on; beyond its end none. */
  readonly newHomesFor: readonly number[];
}

/** What the city as a whole is expected to do, and how far it may do otherwise. */
export interface CityOutlook {
  /** Children a woman. */
  readonly fertility: number;
  readonly fertilityPerYear: number;
  readonly meanAgeAtBirth: number;
  readonly lifeExpectancy: BySex<number>;
  readonly lifeExpectancyPerYear: number;
  /** Of what ages those are who come and go; the basic standard where it is not said. */
  readonly arrivals?: MigrationSchedule;
  readonly departures?: MigrationSchedule;
  /** By how much the city grew in a year, per 1,000 residents, of as many past years as are known. */
  readonly growthPer1000: readonly number[];
  /** How much of a district's growth apart from the city's is left a year later ({@link balancesOf}), 0 to 1. */
  readonly persistence: number;
  /** Standard deviation of what a district's growth does by itself in a year, per 1,000. */
  readonly districtShockPer1000: number;
  readonly spread: OutlookSpread;
}

/** How far a course may go from what is expected, as standard deviations; steps of a year, trends of a whole course. */
export interface OutlookSpread {
  /** Children a woman. */
  readonly fertilityStep: number;
  readonly fertilityTrend: number;
  /** Years of life expectancy. */
  readonly lifeStepYears: number;
  readonly lifeTrendYears: number;
  /**
   * Of who comes less who goes a year beyond what is expected, per 1,000 of their age: under 18, and from 65 on. Of the
   * city, and of a district beyond its city's.
   */
  readonly minorsMovesPer1000: number;
  readonly agedMovesPer1000: number;
  readonly districtMinorsMovesPer1000: number;
  readonly districtAgedMovesPer1000: number;
}

export interface ForecastOptions {
  /** How many years on. */
  readonly years: number;
  /** Groups of ages that are told by district: from and to, both included. */
  readonly groups: readonly (readonly [from: number, to: number])[];
  readonly draws: number;
  readonly random: () => number;
}

export interface Forecast {
  /** Persons at [((draw * (years + 1) + year) * districts + district) * groups + group]; year 0 is the begin. */
  readonly groups: Float32Array;
  /** The central course: by year, by district, by sex and age. */
  readonly central: readonly (readonly BySex[])[];
  /** By draw: what it was drawn to be. */
  readonly drawn: readonly Drawn[];
}

/**
 * @throws DemographyError: no districts, columns of other lengths, counts below nought, an outlook that cannot be.
 */
export function forecast(
  districts: readonly DistrictStart[],
  outlook: CityOutlook,
  { years, groups, draws, random }: ForecastOptions,
): Forecast {
  check(districts, outlook);
  for (const [from, to] of groups)
    if (!(from >= 0 && to < AGES && from <= to))
      throw new DemographyError('group of ages', `${from} to ${to}`);
  if (!(years >= 0 && draws >= 0)) throw new DemographyError('years and draws', `${years}, ${draws}`);
  const city = new CityInMotion(districts, outlook, groups);
  const told = new Float32Array(draws * (years + 1) * districts.length * groups.length);
  const central: BySex[][] = [];
  // The central course first: every chance at its mean.
  city.begin(null);
  central.push(city.pyramids());
  for (let year = 0; year < years; year++) {
    city.step(year);
    central.push(city.pyramids());
  }
  const drawn: Drawn[] = [];
  let at = 0;
  for (let draw = 0; draw < draws; draw++) {
    city.begin(random);
    at = city.tell(told, at);
    for (let year = 0; year < years; year++) {
      city.step(year);
      at = city.tell(told, at);
    }
    drawn.push(city.drawn);
  }
  return { groups: told, central, drawn };
}

function check(districts: readonly DistrictStart[], outlook: CityOutlook): void {
  if (districts.length === 0) throw new DemographyError('districts', 'there are none');
  for (const { id, population, ...counts } of districts) {
    for (const sex of SEXES) {
      if (population[sex].length !== AGES)
        throw new DemographyError(`district ${id}`, `${population[sex].length} ages instead of ${AGES}`);
      population[sex].forEach((persons, age) => {
        if (!(persons >= 0)) throw new DemographyError(`district ${id}`, `${persons} persons of age ${age}`);
      });
    }
    const { newHomesFor, ...events } = counts;
    for (const [name, count] of [
      ...Object.entries(events),
      ...newHomesFor.map((n) => ['persons in new homes', n] as const),
    ])
      if (!(count >= 0 && count < Number.POSITIVE_INFINITY))
        throw new DemographyError(`district ${id}`, `${count} ${name}`);
  }
  const { persistence, growthPer1000, districtShockPer1000 } = outlook;
  if (!(persistence >= 0 && persistence <= 1)) throw new DemographyError('persistence', `is ${persistence}`);
  if (growthPer1000.length === 0) throw new DemographyError('growth', 'of no year is known');
  const { fertilityPerYear, lifeExpectancyPerYear } = outlook;
  for (const rate of [...growthPer1000, fertilityPerYear, lifeExpectancyPerYear])
    if (!Number.isFinite(rate)) throw new DemographyError('outlook', `a rate is ${rate}`);
  if (!(districtShockPer1000 >= 0 && districtShockPer1000 < Number.POSITIVE_INFINITY))
    throw new DemographyError('district shock', `is ${districtShockPer1000}`);
  for (const [name, deviation] of Object.entries(outlook.spread))
    if (!(deviation >= 0 && deviation < Number.POSITIVE_INFINITY))
      throw new DemographyError('spread', `${name} is ${deviation}`);
}
