// SPDX-License-Identifier: EUPL-1.2
/** All districts of a city, a year at a time: one course of a forecast. Pure. */
import { exp, log } from '../../../city/exact-math';
import { Chances, type Drawn } from './chances';
import { type BySex, SEXES, type Sex } from './cohort-component';
import { comingOf, type DistrictRates, districtRates, weighted } from './district-rates';
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

/** Whose moves are uncertain apart from those of all others: under 18, and from 65 on. */
const ADULT_AGE = 18;
const OLD_AGE = 65;
/** Women bear about their mean age so many years apart (one standard deviation). */
const BIRTH_SPREAD_YEARS = 5.9;
/** Boys born for each girl, as in Italy for a century. */
export const SEX_RATIO_AT_BIRTH = 1.055;

/** A column of each sex. */
const columns = (length: number): BySex => ({
  female: new Float64Array(length),
  male: new Float64Array(length),
});

/**
 * One course of all districts; its columns are reused from draw to draw.
 *
 * Ages are gone through once a year. How many come to a district is known only when all its ages are older, so those
 * who come are kept as a number (`#half`, of each sex) beside the ages, with the share that is left where fewer are to
 * live there (`#kept`), and go in when the next year passes: persons of an age are kept · persons + half · coming.
 */
export class CityInMotion {
  readonly #districts: readonly DistrictStart[];
  readonly #outlook: CityOutlook;
  readonly #rates: DistrictRates;
  readonly #fertility: Float64Array;
  readonly #coming: Float64Array;
  /** Births that one woman who comes would have in a year, were each woman to bear one child. */
  readonly #comingMothers: number;
  /** By sex and age: logarithms of survival as it is expected at the begin, and the share who die in this year. */
  readonly #logSurvival: BySex;
  readonly #dying = columns(AGES + 1);
  /** By sex: persons at [district * AGES + age], at the begin and now. */
  readonly #start: BySex;
  readonly #persons: BySex;
  readonly #kept: Float64Array;
  readonly #half: Float64Array;
  /** By district: its growth per 1,000 apart from the city's, how many there are, and are to be. */
  readonly #own: Float64Array;
  readonly #sizes: Float64Array;
  readonly #wanted: Float64Array;
  /** Ages are cut where a group begins or ends: part i is from cuts[i] to before cuts[i + 1]. */
  readonly #cuts: Int32Array;
  /** At [district * parts + part], without those of `#half`: at the begin and now. */
  readonly #startParts: Float64Array;
  readonly #parts: Float64Array;
  /** By group: its first part, the part after its last, and its share of those who come. */
  readonly #groups: readonly { readonly first: number; readonly end: number; readonly coming: number }[];
  readonly #chances: Chances;

  /** @param groups of ages that are told, both ends included. */
  constructor(
    districts: readonly DistrictStart[],
    outlook: CityOutlook,
    groups: readonly (readonly [from: number, to: number])[],
  ) {
    this.#districts = districts;
    this.#outlook = outlook;
    this.#chances = new Chances(outlook, districts.length);
    const survival = {
      female: survivalOf(outlook.lifeExpectancy.female, HAZARD_YEARS.female),
      male: survivalOf(outlook.lifeExpectancy.male, HAZARD_YEARS.male),
    };
    this.#logSurvival = { female: survival.female.map(log), male: survival.male.map(log) };
    this.#fertility = fertilityOf(1, outlook.meanAgeAtBirth, BIRTH_SPREAD_YEARS);
    const moving = migrationOf(outlook.departures ?? BASIC_STANDARD);
    this.#coming = comingOf(
      districts.map(({ population }) => population),
      migrationOf(outlook.arrivals ?? BASIC_STANDARD),
    );
    this.#comingMothers = weighted(this.#coming, this.#fertility);
    const fertility = this.#fertility.map((one) => one * outlook.fertility);
    this.#rates = districtRates(districts, { survival, fertility, moving });
    const count = districts.length;
    this.#start = columns(count * AGES);
    this.#persons = columns(count * AGES);
    [this.#kept, this.#half] = [new Float64Array(count), new Float64Array(count)];
    [this.#own, this.#sizes, this.#wanted] = [0, 1, 2].map(() => new Float64Array(count)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const cuts = new Set([0, ADULT_AGE, OLD_AGE, AGES, ...groups.flatMap(([from, to]) => [from, to + 1])]);
    this.#cuts = Int32Array.from(cuts).sort();
    this.#groups = groups.map(([from, to]) => ({
      first: this.#cuts.indexOf(from),
      end: this.#cuts.indexOf(to + 1),
      coming: sumOf(this.#coming, from, to + 1),
    }));
    this.#startParts = new Float64Array(count * (this.#cuts.length - 1));
    this.#parts = new Float64Array(this.#startParts.length);
    districts.forEach(({ population }, district) => {
      for (const sex of SEXES) this.#start[sex].set(population[sex], district * AGES);
      this.#cuts.subarray(1).forEach((end, part) => {
        const begin = this.#cuts[part] as number;
        this.#startParts[district * (this.#cuts.length - 1) + part] =
          sumOf(population.female, begin, end) + sumOf(population.male, begin, end);
      });
    });
  }

  /** Back to the begin; without dice every chance is at its mean. */
  begin(random: (() => number) | null): void {
    this.#chances.begin(random);
    this.#own.set(this.#rates.ownPer1000);
    for (const sex of SEXES) this.#persons[sex].set(this.#start[sex]);
    this.#kept.fill(1);
    this.#half.fill(0);
    this.#parts.set(this.#startParts);
    const parts = this.#cuts.length - 1;
    for (let district = 0; district < this.#sizes.length; district++)
      this.#sizes[district] = sumOf(this.#startParts, district * parts, (district + 1) * parts);
  }

  /** A year on. */
  step(year: number): void {
    const { children, lifeYears, growthPer1000 } = this.#chances.year();
    for (const sex of SEXES) this.#liveLonger(sex, lifeYears);
    this.#sizesAfter(year, growthPer1000);
    const [kept, half, wanted] = [this.#kept, this.#half, this.#wanted];
    for (let district = 0; district < wanted.length; district++) {
      const persons = this.#age(district, children);
      // Where fewer are to live than there are, all alike are fewer; else others come, half of them women.
      const many = wanted[district]! - persons;
      kept[district] = many < 0 ? 1 + many / persons : 1;
      half[district] = many < 0 ? 0 : 0.5 * many;
    }
    this.#sizes.set(wanted);
  }

  /** A life longer by a year moves the whole curve of Gompertz by one: the hazard of all ages falls alike. */
  #liveLonger(sex: Sex, lifeYears: number): void {
    const factor = exp(-lifeYears / HAZARD_YEARS[sex]);
    const first = this.#logSurvival[sex];
    const dying = this.#dying[sex];
    for (let age = 0; age < dying.length; age++) dying[age] = 1 - exp(factor * first[age]!);
  }

  /** By district: how many are to live there at the end of the year; together they are the city. */
  #sizesAfter(year: number, growthPer1000: number): void {
    const { persistence } = this.#outlook;
    const [own, sizes, wanted] = [this.#own, this.#sizes, this.#wanted];
    let [all, together] = [0, 0];
    for (let i = 0; i < sizes.length; i++) {
      own[i] = persistence * own[i]! + this.#chances.shockPer1000();
      const homes = this.#districts[i]!.newHomesFor[year] ?? 0;
      wanted[i] = Math.max(0, sizes[i]! * (1 + own[i]! / 1000) + homes);
      all += sizes[i]!;
      together += wanted[i]!;
    }
    // What districts are apart from the city, and new homes, is taken from all alike.
    const factor = together > 0 ? (all * (1 + growthPer1000 / 1000)) / together : 0;
    for (let i = 0; i < wanted.length; i++) wanted[i] = wanted[i]! * factor;
  }

  /** A year older: some die, some leave, some are born. Gives how many there are. */
  #age(district: number, children: number): number {
    const { female, male } = this.#persons;
    const { female: womenDying, male: menDying } = this.#dying;
    const { staying } = this.#rates;
    const fertility = this.#fertility;
    const coming = this.#coming;
    const cuts = this.#cuts;
    const parts = this.#parts;
    const kept = this.#kept[district]!;
    const half = this.#half[district]!;
    const deathRatio = this.#rates.deathRatio[district]!;
    const from = district * AGES;
    const firstPart = district * (cuts.length - 1);
    // Those who are an age younger at the begin.
    let women = kept * female[from]! + half * coming[0]!;
    let men = kept * male[from]! + half * coming[0]!;
    // Of those who are there at the begin, as the ratio was reckoned: the first year bears what was counted.
    let mothers = 0;
    for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++) mothers += fertility[age]! * female[from + age]!;
    const births =
      (kept * mothers + half * this.#comingMothers) * children * this.#rates.birthRatio[district]!;
    let all = 0;
    for (let part = 0, age = 1; part < cuts.length - 1; part++) {
      const end = cuts[part + 1]!;
      const moves = this.#movesOf(district, end);
      let older = 0;
      for (; age < end; age++) {
        const here = from + age;
        const stay = staying[here]! * moves;
        const olderWomen = women * livingOf(deathRatio * womenDying[age]!) * stay;
        const olderMen = men * livingOf(deathRatio * menDying[age]!) * stay;
        const come = half * coming[age]!;
        women = kept * female[here]! + come;
        men = kept * male[here]! + come;
        female[here] = olderWomen;
        male[here] = olderMen;
        older += olderWomen + olderMen;
      }
      parts[firstPart + part] = older;
      all += older;
    }
    const open = from + OPEN_AGE;
    const stay = staying[open]! * this.#movesOf(district, AGES);
    const oldWomen = women * livingOf(deathRatio * womenDying[AGES]!) * stay;
    const oldMen = men * livingOf(deathRatio * menDying[AGES]!) * stay;
    female[open] = female[open]! + oldWomen;
    male[open] = male[open]! + oldMen;
    const lastPart = firstPart + cuts.length - 2;
    parts[lastPart] = parts[lastPart]! + oldWomen + oldMen;
    const girls = births / (1 + SEX_RATIO_AT_BIRTH);
    female[from] = girls * livingOf(deathRatio * womenDying[0]!);
    male[from] = (births - girls) * livingOf(deathRatio * menDying[0]!);
    parts[firstPart] = parts[firstPart]! + female[from]! + male[from]!;
    return all + oldWomen + oldMen + female[from]! + male[from]!;
  }

  /** By how much those of an age, which ends before `end`, are more in a year than is expected. */
  #movesOf(district: number, end: number): number {
    if (end <= ADULT_AGE) return this.#chances.minors[district]!;
    return end > OLD_AGE ? this.#chances.aged65Plus[district]! : 1;
  }

  /** Writes persons at [district * groups + group], from `at` on; gives where the next begin. */
  tell(told: Float32Array, at: number): number {
    const [parts, groups, count] = [this.#parts, this.#groups, this.#cuts.length - 1];
    let next = at;
    for (let district = 0; district < this.#kept.length; district++)
      for (const { first, end, coming } of groups) {
        let persons = 0;
        for (let part = first; part < end; part++) persons += parts[district * count + part]!;
        told[next++] = this.#kept[district]! * persons + 2 * this.#half[district]! * coming;
      }
    return next;
  }

  /** By district, sex and age. */
  pyramids(): BySex[] {
    return this.#districts.map((_, district) => {
      const [kept, half] = [this.#kept[district]!, this.#half[district]!];
      const of = (sex: Sex) =>
        this.#persons[sex]
          .slice(district * AGES, (district + 1) * AGES)
          .map((persons, age) => kept * persons + half * this.#coming[age]!);
      return { female: of('female'), male: of('male') };
    });
  }

  get drawn(): Drawn {
    return this.#chances.drawn;
  }
}

/** The share that lives on. */
const livingOf = (dying: number): number => (dying < 1 ? 1 - dying : 0);

function sumOf(column: Float64Array, from: number, end: number): number {
  let sum = 0;
  for (let i = from; i < end; i++) sum += column[i]!;
  return sum;
}
