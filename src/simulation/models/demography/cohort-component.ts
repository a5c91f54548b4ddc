// SPDX-License-Identifier: EUPL-1.2
/**
 * Cohort-component projection (Preston, Heuveline and Guillot 2001, "Demography", chapter 6): who survives is a
 * class older, who is born is in the first, who moves comes or goes. One year or five at a time. Pure.
 */

/** Rates or counts that no population can be told from. */
export class DemographyError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'DemographyError';
  }
}

export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];

/** One column by sex. */
export type BySex<T = Float64Array> = Readonly<Record<Sex, T>>;

/** What happens in an interval as long as a class of ages. */
export interface IntervalRates {
  /** Years of the interval, and of every class but the last, which is open. */
  readonly years: number;
  /**
   * Shares of those alive at its begin who are so at its end, one more than there are classes: from birth to
   * the first class, from each class to the next, and within the last.
   */
  readonly survival: BySex;
  /** Children a woman has in a year, by her class; those of the last are not counted. */
  readonly fertility: Float64Array;
  /** Boys born for each girl. */
  readonly sexRatioAtBirth: number;
  /** Persons who come less those who go in the interval, by class. */
  readonly netMigrants: BySex;
  /**
   * When they come: `end`, who neither bear nor die in it (as the United Nations' projections take it); `half`,
   * half of them at its begin and half at its end (Preston and others, box 6.2).
   */
  readonly migration: 'end' | 'half';
}

/** What an interval comes to. */
export interface Interval {
  readonly population: BySex;
  readonly births: number;
  readonly deaths: number;
}

/**
 * Brings a population to the end of an interval.
 * @param population persons by class of age.
 * @throws DemographyError: columns of other lengths; a share beyond 0 to 1; a rate below nought; more go than there are.
 */
export function projectInterval(population: BySex, rates: IntervalRates): Interval {
  check(population, rates);
  const { years, fertility, sexRatioAtBirth } = rates;
  const classes = fertility.length;
  const begin = withMigrants(population, rates);
  for (const sex of SEXES)
    begin[sex].forEach((persons, age) => {
      if (persons < 0) throw new DemographyError(`${sex}, class ${age}`, `${persons} persons are left`);
    });
  const girls = survivors(begin.female, rates.survival.female);
  const comeByHalves = rates.migration === 'half' ? 0.5 : 0;
  let births = 0;
  // The first class comes of these births, and bears none itself.
  for (let age = 1; age < classes - 1; age++)
    births +=
      (years *
        (fertility[age] as number) *
        ((begin.female[age] as number) +
          (girls[age] as number) +
          comeByHalves * (rates.netMigrants.female[age] as number))) /
      2;
  const aged = { female: girls, male: survivors(begin.male, rates.survival.male) };
  const shareOfGirls = 1 / (1 + sexRatioAtBirth);
  aged.female[0] = births * shareOfGirls * (rates.survival.female[0] as number);
  aged.male[0] = births * (1 - shareOfGirls) * (rates.survival.male[0] as number);
  const deaths = sum(begin) + births - sum(aged);
  const late = rates.migration === 'end' ? 1 : 0.5;
  for (const sex of SEXES)
    aged[sex].forEach((persons, age) => {
      const end = persons + late * (rates.netMigrants[sex][age] as number);
      if (end < 0) throw new DemographyError(`${sex}, class ${age}`, `${end} persons are left`);
      aged[sex][age] = end;
    });
  return { population: aged, births, deaths };
}

/** Those who are there at the begin: with the half of the migrants who come then. */
function withMigrants(population: BySex, { migration, netMigrants }: IntervalRates): BySex {
  if (migration === 'end') return population;
  const of = (sex: Sex) =>
    population[sex].map((persons, age) => persons + 0.5 * (netMigrants[sex][age] as number));
  return { female: of('female'), male: of('male') };
}

/** A class older; the first is empty. */
function survivors(persons: Float64Array, survival: Float64Array): Float64Array {
  const classes = persons.length;
  const older = new Float64Array(classes);
  for (let age = 1; age < classes; age++)
    older[age] = (persons[age - 1] as number) * (survival[age] as number);
  older[classes - 1] =
    (older[classes - 1] as number) + (persons[classes - 1] as number) * (survival[classes] as number);
  return older;
}

/** Persons of both sexes and all ages. */
export const sum = ({ female, male }: BySex): number =>
  female.reduce((all, persons) => all + persons, 0) + male.reduce((all, persons) => all + persons, 0);

function check(
  population: BySex,
  { survival, fertility, sexRatioAtBirth, netMigrants, years }: IntervalRates,
): void {
  const classes = fertility.length;
  if (!(years > 0)) throw new DemographyError('years', `are ${years}`);
  if (!(sexRatioAtBirth > 0)) throw new DemographyError('sex ratio at birth', `is ${sexRatioAtBirth}`);
  const within = (where: string, column: Float64Array, length: number, least: number, most: number) => {
    if (column.length !== length)
      throw new DemographyError(where, `${column.length} classes of age where there are ${length}`);
    column.forEach((value, age) => {
      if (!(value >= least && value <= most)) throw new DemographyError(where, `class ${age} is ${value}`);
    });
  };
  const large = Number.MAX_VALUE;
  within('fertility', fertility, classes, 0, large);
  for (const sex of SEXES) {
    within(`${sex} population`, population[sex], classes, 0, large);
    within(`${sex} survival`, survival[sex], classes + 1, 0, 1);
    within(`${sex} migrants`, netMigrants[sex], classes, -large, large);
  }
}
