// SPDX-License-Identifier: EUPL-1.2
/** All districts of a city, a year at a time: one course of a forecast. Pure. */
import { exp, log } from '../../../city/exact-math';
import { type BySex, SEXES, type Sex } from './cohort-component';
import { shrunkRatios } from './fitting';
import type { CityOutlook, DistrictStart } from './forecast';
import {
  AGES,
  BASIC_STANDARD,
  FIRST_BIRTH,
  fertilityOf,
  HAZARD_YEARS,
  LAST_BIRTH,
  migrationOf,
  OPEN_AGE,
  survivalOf,
} from './schedules';

/** Random walks: standard deviation of a step, children a woman and years of life. */
const FERTILITY_STEP = 0.03;
const LIFE_STEP_YEARS = 0.15;
/** Women bear about their mean age so many years apart (one standard deviation). */
const BIRTH_SPREAD_YEARS = 5.9;
/** Of an age no more leave in a year, however many a district lost. */
const MOST_LEAVE = 0.9;
/** Boys born for each girl, as in Italy for a century. */
export const SEX_RATIO_AT_BIRTH = 1.055;

/** A normal number by the sum of twelve even ones, which no forecast can tell from it. */
function normal(random: (() => number) | null): number {
  if (!random) return 0;
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** One course of all districts; its columns are reused from draw to draw. */
export class CityInMotion {
  readonly #districts: readonly DistrictStart[];
  readonly #outlook: CityOutlook;
  /** By sex: persons at [district * AGES + age]. */
  #persons: BySex;
  #next: BySex;
  /** By sex and age: survival as it is expected at the begin, and the share who die in this year. */
  readonly #survivalAtFirst: BySex;
  readonly #dying: BySex;
  readonly #fertility: Float64Array;
  readonly #coming: Float64Array;
  readonly #birthRatio: Float64Array;
  readonly #deathRatio: Float64Array;
  /** By district and age: the share that stays in a year. */
  readonly #staying: Float64Array;
  /** By district: its growth per 1,000 apart from the city's, at the begin and now. */
  readonly #ownPer1000: Float64Array;
  readonly #own: Float64Array;
  /** By district: how many there are. */
  readonly #sizes: Float64Array;
  readonly #younger = new Float64Array(AGES + 1);
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
    this.#dying = column(AGES + 1);
    this.#fertility = fertilityOf(1, outlook.meanAgeAtBirth, BIRTH_SPREAD_YEARS);
    const moving = migrationOf(BASIC_STANDARD);
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
    this.#staying = new Float64Array(cells);
    districts.forEach(({ population, departures }, district) => {
      const standard = SEXES.reduce((sum, sex) => sum + weighted(population[sex], moving), 0);
      const ratio = standard > 0 ? departures / standard : 0;
      for (let age = 0; age < AGES; age++)
        this.#staying[district * AGES + age] = 1 - Math.min(MOST_LEAVE, ratio * (moving[age] as number));
    });
    const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
    const persons = of(({ population }) => sum(population.female) + sum(population.male));
    const change = of((d) => d.births - d.deaths + d.arrivals - d.departures);
    const cityPer1000 = (1000 * sum(change)) / sum(persons);
    this.#ownPer1000 = change.map((more, i) =>
      (persons[i] as number) > 0 ? (1000 * more) / (persons[i] as number) - cityPer1000 : 0,
    );
    this.#own = new Float64Array(districts.length);
    this.#sizes = new Float64Array(districts.length);
  }

  /** Back to the begin; without dice every chance is at its mean. */
  begin(random: (() => number) | null): void {
    this.#random = random;
    this.#children = this.#outlook.fertility;
    this.#lifeYears = 0;
    this.#own.set(this.#ownPer1000);
    this.#districts.forEach(({ population }, district) => {
      for (const sex of SEXES) this.#persons[sex].set(population[sex], district * AGES);
      this.#sizes[district] = this.youngerThan(district)[AGES] as number;
    });
  }

  /** A year on. */
  step(year: number): void {
    const { fertilityPerYear, lifeExpectancyPerYear } = this.#outlook;
    this.#children = Math.max(0.3, this.#children + fertilityPerYear + FERTILITY_STEP * normal(this.#random));
    this.#lifeYears += lifeExpectancyPerYear + LIFE_STEP_YEARS * normal(this.#random);
    for (const sex of SEXES) this.#liveLonger(sex);
    const wanted = this.#sizesAfter(year);
    for (let district = 0; district < this.#districts.length; district++) {
      const persons = this.#age(district);
      this.#arrive(district, (wanted[district] as number) - persons, persons);
    }
    [this.#persons, this.#next] = [this.#next, this.#persons];
    this.#sizes.set(wanted);
  }

  /** A life longer by a year moves the whole curve of Gompertz by one: the hazard of all ages falls alike. */
  #liveLonger(sex: Sex): void {
    const factor = exp(-this.#lifeYears / HAZARD_YEARS[sex]);
    const first = this.#survivalAtFirst[sex];
    const dying = this.#dying[sex];
    for (let age = 0; age < dying.length; age++) dying[age] = 1 - exp(factor * log(first[age] as number));
  }

  /** By district: how many live there at the end of the year; together they are the city. */
  #sizesAfter(year: number): Float64Array {
    const { growthPer1000, persistence, districtShockPer1000 } = this.#outlook;
    const city = this.#random
      ? (growthPer1000[Math.floor(this.#random() * growthPer1000.length)] as number)
      : growthPer1000.reduce((sum, one) => sum + one, 0) / growthPer1000.length;
    const all = this.#sizes.reduce((sum, one) => sum + one, 0);
    const own = this.#own;
    const wanted = this.#sizes.map((many, i) => {
      own[i] = persistence * (own[i] as number) + districtShockPer1000 * normal(this.#random);
      const homes = this.#districts[i]?.newHomesFor[year] ?? 0;
      return Math.max(0, many * (1 + (own[i] as number) / 1000) + homes);
    });
    // What districts are apart from the city, and new homes, is taken from all alike.
    const together = wanted.reduce((sum, one) => sum + one, 0);
    const factor = together > 0 ? (all * (1 + city / 1000)) / together : 0;
    return wanted.map((many) => many * factor);
  }

  /** A year older: some die, some leave, some are born. Gives how many there are. */
  #age(district: number): number {
    const from = district * AGES;
    let persons = 0;
    for (const sex of SEXES) persons += this.#survive(sex, from, this.#deathRatio[district] as number);
    const [before, after, fertility] = [this.#persons.female, this.#next.female, this.#fertility];
    let births = 0;
    // Of those who are there at the begin, as the ratio was reckoned: the first year bears what was counted.
    for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++)
      births += (fertility[age] as number) * (before[from + age] as number);
    births *= this.#children * (this.#birthRatio[district] as number);
    const girls = births / (1 + SEX_RATIO_AT_BIRTH);
    const infant = (sex: Sex) =>
      1 - Math.min(1, (this.#deathRatio[district] as number) * (this.#dying[sex][0] as number));
    after[from] = girls * infant('female');
    this.#next.male[from] = (births - girls) * infant('male');
    return persons + (after[from] as number) + (this.#next.male[from] as number);
  }

  #survive(sex: Sex, from: number, deathRatio: number): number {
    const [now, next, dying, staying] = [
      this.#persons[sex],
      this.#next[sex],
      this.#dying[sex],
      this.#staying,
    ];
    let all = 0;
    for (let age = 1; age < AGES; age++) {
      const death = deathRatio * (dying[age] as number);
      let persons = (now[from + age - 1] as number) * (death < 1 ? 1 - death : 0);
      if (age === OPEN_AGE) {
        const last = deathRatio * (dying[AGES] as number);
        persons += (now[from + OPEN_AGE] as number) * (last < 1 ? 1 - last : 0);
      }
      persons *= staying[from + age] as number;
      next[from + age] = persons;
      all += persons;
    }
    return all;
  }

  /** Those who come are of the ages of the standard, half of them women; where fewer live than there were, all alike are fewer. */
  #arrive(district: number, many: number, persons: number): void {
    const from = district * AGES;
    const [kept, half] = many < 0 ? [1 + many / persons, 0] : [1, 0.5 * many];
    const coming = this.#coming;
    for (const sex of SEXES) {
      const next = this.#next[sex];
      for (let age = 0; age < AGES; age++)
        next[from + age] = (next[from + age] as number) * kept + half * (coming[age] as number);
    }
  }

  /** Persons of a district who are younger than each age. Good until it is asked again. */
  youngerThan(district: number): Float64Array {
    const [female, male, younger] = [this.#persons.female, this.#persons.male, this.#younger];
    let all = 0;
    for (let age = 0, cell = district * AGES; age < AGES; age++, cell++) {
      younger[age] = all;
      all += (female[cell] as number) + (male[cell] as number);
    }
    younger[AGES] = all;
    return younger;
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
