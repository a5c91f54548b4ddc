// SPDX-License-Identifier: EUPL-1.2
/**
 * The population of every district by sex and single years of age, year by year, in as many draws as one asks for.
 * Districts bear and die by the city's rates times a ratio of their own; who comes and goes follows the district's
 * own balance as long as such balances last, then the city's. All districts together are the city in every draw. Pure.
 */
import { exp, log } from '../../../city/exact-math';
import { type BySex, DemographyError, SEXES, type Sex } from './cohort-component';
import { shrunkRatios } from './fitting';
import {
  AGES,
  BASIC_STANDARD,
  fertilityOf,
  HAZARD_YEARS,
  migrationOf,
  OPEN_AGE,
  survivalOf,
} from './schedules';

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
  /** Persons who came less those who went, per 1,000 residents, of as many past years as are known. */
  readonly netMigrationPer1000: readonly number[];
  /** How much of a district's own balance is left a year later (pooled first autocorrelation), 0 to 1. */
  readonly persistence: number;
  /** Standard deviation of what a district's balance does by itself in a year, per 1,000. */
  readonly districtShockPer1000: number;
}

/** Random walks: standard deviation of a step, children a woman and years of life. */
const FERTILITY_STEP = 0.03;
const LIFE_STEP_YEARS = 0.15;
/** Women bear about their mean age so many years apart (one standard deviation). */
const BIRTH_SPREAD_YEARS = 5.9;
/** Boys born for each girl, as in Italy for a century. */
export const SEX_RATIO_AT_BIRTH = 1.055;

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
  const city = new CityInMotion(districts, outlook);
  const told = new Float32Array(draws * (years + 1) * districts.length * groups.length);
  const central: BySex[][] = [];
  let at = 0;
  const tell = () => {
    for (let district = 0; district < districts.length; district++)
      for (const [from, to] of groups) told[at++] = city.personsOf(district, from, to);
  };
  // The central course first: every chance at its mean.
  city.begin(null);
  central.push(city.pyramids());
  for (let year = 0; year < years; year++) {
    city.step(year);
    central.push(city.pyramids());
  }
  for (let draw = 0; draw < draws; draw++) {
    city.begin(random);
    tell();
    for (let year = 0; year < years; year++) {
      city.step(year);
      tell();
    }
  }
  return { groups: told, central };
}

/** A normal number by the sum of twelve even ones, which no forecast can tell from it. */
function normal(random: (() => number) | null): number {
  if (!random) return 0;
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** One course of all districts; its columns are reused from draw to draw. */
class CityInMotion {
  readonly #districts: readonly DistrictStart[];
  readonly #outlook: CityOutlook;
  /** By sex: persons at [district * AGES + age]. */
  readonly #persons: BySex;
  readonly #next: BySex;
  /** By sex and age: survival as it is expected at the begin, and in this year. */
  readonly #survivalAtFirst: BySex;
  readonly #survival: BySex;
  readonly #fertility: Float64Array;
  readonly #leaving: Float64Array;
  readonly #coming: Float64Array;
  readonly #birthRatio: Float64Array;
  readonly #deathRatio: Float64Array;
  /** By district: its share of leavers a year above the standard's, and its balance per 1,000 apart from the city's. */
  readonly #leavingRatio: Float64Array;
  readonly #ownPer1000: Float64Array;
  readonly #own: Float64Array;
  #random: (() => number) | null = null;
  #children = 0;
  #lifeYears = 0;

  constructor(districts: readonly DistrictStart[], outlook: CityOutlook) {
    this.#districts = districts;
    this.#outlook = outlook;
    const cells = districts.length * AGES;
    const column = (length: number): BySex => ({
      female: new Float64Array(length),
      male: new Float64Array(length),
    });
    this.#persons = column(cells);
    this.#next = column(cells);
    this.#survivalAtFirst = {
      female: survivalOf(outlook.lifeExpectancy.female, HAZARD_YEARS.female),
      male: survivalOf(outlook.lifeExpectancy.male, HAZARD_YEARS.male),
    };
    this.#survival = column(AGES + 1);
    this.#fertility = fertilityOf(1, outlook.meanAgeAtBirth, BIRTH_SPREAD_YEARS);
    const moving = migrationOf(BASIC_STANDARD);
    this.#leaving = moving;
    this.#coming = moving;
    const of = (count: (district: DistrictStart) => number) => Float64Array.from(districts, count);
    this.#birthRatio = shrunkRatios(
      of(({ births }) => births),
      of(({ population }) => weighted(population.female, this.#fertility) * outlook.fertility),
    );
    this.#deathRatio = shrunkRatios(
      of(({ deaths }) => deaths),
      of(({ population }) =>
        SEXES.reduce((sum, sex) => sum + dying(population[sex], this.#survivalAtFirst[sex]), 0),
      ),
    );
    this.#leavingRatio = of(({ population, departures }) => {
      const standard = SEXES.reduce((sum, sex) => sum + weighted(population[sex], this.#leaving), 0);
      return standard > 0 ? departures / standard : 0;
    });
    const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
    const persons = of(({ population }) => sum(population.female) + sum(population.male));
    const balance = of(({ arrivals, departures }) => arrivals - departures);
    const cityPer1000 = (1000 * sum(balance)) / sum(persons);
    this.#ownPer1000 = balance.map((net, i) =>
      (persons[i] as number) > 0 ? (1000 * net) / (persons[i] as number) - cityPer1000 : 0,
    );
    this.#own = new Float64Array(districts.length);
  }

  /** Back to the begin; without dice every chance is at its mean. */
  begin(random: (() => number) | null): void {
    this.#random = random;
    this.#children = this.#outlook.fertility;
    this.#lifeYears = 0;
    this.#own.set(this.#ownPer1000);
    this.#districts.forEach(({ population }, district) => {
      for (const sex of SEXES) this.#persons[sex].set(population[sex], district * AGES);
    });
  }

  /** A year on. */
  step(year: number): void {
    const { fertilityPerYear, lifeExpectancyPerYear } = this.#outlook;
    this.#children = Math.max(0.3, this.#children + fertilityPerYear + FERTILITY_STEP * normal(this.#random));
    this.#lifeYears += lifeExpectancyPerYear + LIFE_STEP_YEARS * normal(this.#random);
    for (const sex of SEXES) this.#liveLonger(sex);
    const net = this.#balances(year);
    for (let district = 0; district < this.#districts.length; district++)
      this.#stepDistrict(district, net[district] as number);
    for (const sex of SEXES) this.#persons[sex].set(this.#next[sex]);
  }

  /** A life longer by a year moves the whole curve of Gompertz by one: the hazard of all ages falls alike. */
  #liveLonger(sex: Sex): void {
    const factor = exp(-this.#lifeYears / HAZARD_YEARS[sex]);
    const first = this.#survivalAtFirst[sex];
    const now = this.#survival[sex];
    for (let age = 0; age < now.length; age++) now[age] = exp(factor * log(first[age] as number));
  }

  /** By district: persons who come less those who go this year; together they are the city's. */
  #balances(year: number): Float64Array {
    const { netMigrationPer1000, persistence, districtShockPer1000 } = this.#outlook;
    const history = netMigrationPer1000;
    const city = this.#random
      ? (history[Math.floor(this.#random() * history.length)] as number)
      : history.reduce((sum, one) => sum + one, 0) / history.length;
    const persons = this.#districts.map((_, district) => this.personsOf(district, 0, OPEN_AGE));
    const all = persons.reduce((sum, one) => sum + one, 0);
    let apart = 0;
    const own = this.#own;
    for (let i = 0; i < own.length; i++) {
      own[i] = persistence * (own[i] as number) + districtShockPer1000 * normal(this.#random);
      apart += ((own[i] as number) * (persons[i] as number)) / 1000;
    }
    const homes = this.#districts.map(({ newHomesFor }) => newHomesFor[year] ?? 0);
    const housed = homes.reduce((sum, one) => sum + one, 0);
    // What the districts are apart from the city, and new homes, is taken from all alike.
    const common = ((city * all) / 1000 - apart - housed) / all;
    return Float64Array.from(
      persons,
      (many, i) => many * (common + (own[i] as number) / 1000) + (homes[i] as number),
    );
  }

  #stepDistrict(district: number, net: number): void {
    const from = district * AGES;
    const deathRatio = this.#deathRatio[district] as number;
    const leavingRatio = this.#leavingRatio[district] as number;
    const leaving = this.#leaving;
    const women = this.#persons.female;
    let left = 0;
    for (const sex of SEXES) {
      const [now, next, survival] = [this.#persons[sex], this.#next[sex], this.#survival[sex]];
      for (let age = OPEN_AGE; age >= 1; age--) {
        const lives = 1 - Math.min(1, deathRatio * (1 - (survival[age] as number)));
        let older = (now[from + age - 1] as number) * lives;
        if (age === OPEN_AGE) {
          const last = 1 - Math.min(1, deathRatio * (1 - (survival[AGES] as number)));
          older += (now[from + OPEN_AGE] as number) * last;
        }
        const goes = older * Math.min(0.9, leavingRatio * (leaving[age] as number));
        next[from + age] = older - goes;
        left += goes;
      }
      next[from] = 0;
    }
    let births = 0;
    const fertility = this.#fertility;
    for (let age = 15; age < 50; age++)
      births +=
        (fertility[age] as number) * 0.5 * ((women[from + age] as number) + (this.#next.female[from + age] as number));
    births *= this.#children * (this.#birthRatio[district] as number);
    const girls = births / (1 + SEX_RATIO_AT_BIRTH);
    const infant = (sex: Sex) => 1 - Math.min(1, deathRatio * (1 - (this.#survival[sex][0] as number)));
    this.#next.female[from] = girls * infant('female');
    this.#next.male[from] = (births - girls) * infant('male');
    this.#arrive(district, Math.max(0, left + net));
  }

  /** Those who come are of the ages of the standard, half of them women. */
  #arrive(district: number, many: number): void {
    const from = district * AGES;
    for (const sex of SEXES) {
      const next = this.#next[sex];
      for (let age = 0; age < AGES; age++)
        next[from + age] = (next[from + age] as number) + 0.5 * many * (this.#coming[age] as number);
    }
  }

  personsOf(district: number, fromAge: number, toAge: number): number {
    let sum = 0;
    for (const sex of SEXES) {
      const persons = this.#persons[sex];
      for (let age = fromAge; age <= toAge; age++) sum += persons[district * AGES + age] as number;
    }
    return sum;
  }

  pyramids(): BySex[] {
    return this.#districts.map((_, district) => {
      const of = (sex: Sex) => this.#persons[sex].slice(district * AGES, (district + 1) * AGES);
      return { female: of('female'), male: of('male') };
    });
  }
}

const weighted = (persons: Float64Array, rates: Float64Array): number =>
  persons.reduce((sum, many, age) => sum + many * (rates[age] as number), 0);

/** Deaths in a year of those who are there at its begin. */
const dying = (persons: Float64Array, survival: Float64Array): number =>
  persons.reduce((sum, many, age) => sum + many * (1 - (survival[age + 1] as number)), 0);

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
    for (const [name, count] of Object.entries(counts).filter(([name]) => name !== 'newHomesFor'))
      if (!((count as number) >= 0)) throw new DemographyError(`district ${id}`, `${count} ${name}`);
  }
  const { persistence, netMigrationPer1000, districtShockPer1000 } = outlook;
  if (!(persistence >= 0 && persistence <= 1)) throw new DemographyError('persistence', `is ${persistence}`);
  if (netMigrationPer1000.length === 0) throw new DemographyError('net migration', 'of no year is known');
  if (!(districtShockPer1000 >= 0)) throw new DemographyError('district shock', `is ${districtShockPer1000}`);
}
