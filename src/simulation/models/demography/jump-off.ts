// SPDX-License-Identifier: EUPL-1.2
/**
 * The pyramid that a forecast begins with: a census by classes of five years made single, brought to what the
 * register counts of sexes, minors and the old, and, where the register is of a later year, aged until then. Pure.
 */
import { exp, log } from '../../../city/exact-math';
import { type BySex, DemographyError, SEXES, type Sex } from './cohort-component';
import { fitted, type Margin } from './fitting';
import { AGES } from './schedules';

/** What the register counts of a district. */
export interface RegisterMargins {
  readonly men: number;
  readonly women: number;
  /** Under 18. */
  readonly minors: number;
  readonly aged65Plus: number;
  readonly aged80Plus: number;
}

/** A cell of a pyramid: women of all ages, then men. */
const cellOf = (sex: Sex, age: number): number => (sex === 'female' ? 0 : AGES) + age;

/**
 * Classes of ages to single years: within a class alike, in the last as survival has it.
 * @param classes persons by class, from `from[i]` to before `from[i + 1]`, the last open.
 * @param survival survival ratios, for the last class.
 * @throws DemographyError: classes that do not rise from 0.
 */
export function singleYears(
  classes: Float64Array,
  from: readonly number[],
  survival: Float64Array,
): Float64Array {
  if (
    from[0] !== 0 ||
    from.length !== classes.length ||
    from.some((age, i) => i > 0 && age <= (from[i - 1] as number))
  )
    throw new DemographyError('classes of age', `begin at ${from.join(', ')}`);
  const ages = new Float64Array(AGES);
  from.slice(0, -1).forEach((begin, i) => {
    const end = from[i + 1] as number;
    ages.fill((classes[i] as number) / (end - begin), begin, end);
  });
  const last = from.at(-1) as number;
  let alive = 1;
  for (let age = last; age < AGES; age++) {
    if (age > last) alive *= survival[age] as number;
    // The open age holds all who are older: a geometric series.
    ages[age] = age === AGES - 1 ? alive / (1 - (survival[AGES] as number)) : alive;
  }
  const open = ages.subarray(last);
  const all = open.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < open.length; i++)
    open[i] = ((open[i] as number) * (classes[classes.length - 1] as number)) / all;
  return ages;
}

/**
 * The pyramid nearest to the one given that has the register's counts; and how far off its worst count is. First by
 * factors that change evenly with age ({@link smoothly}), so that no age where a count ends, 65 say, parts what was
 * alike; then by iterative proportional fitting, which makes good what is left.
 */
export function toRegister(
  pyramid: BySex,
  { men, women, minors, aged65Plus, aged80Plus }: RegisterMargins,
): { readonly pyramid: BySex; readonly worstOff: number } {
  const cells = (fromAge: number, toAge: number, sexes: readonly Sex[] = SEXES) =>
    sexes.flatMap((sex) => Array.from({ length: toAge - fromAge + 1 }, (_, i) => cellOf(sex, fromAge + i)));
  const last = AGES - 1;
  // Counts may be rounded by a person in all: what is left between two of them is then below nought, and is nobody.
  const adults = Math.max(0, men + women - minors - aged65Plus);
  const aged65To79 = Math.max(0, aged65Plus - aged80Plus);
  const margins: Margin[] = [
    { name: 'women', cells: cells(0, last, ['female']), total: women },
    { name: 'men', cells: cells(0, last, ['male']), total: men },
    { name: 'minors', cells: cells(0, 17), total: minors },
    { name: 'from 18 to 64', cells: cells(18, 64), total: adults },
    { name: 'from 65 to 79', cells: cells(65, 79), total: aged65To79 },
    { name: 'from 80 on', cells: cells(80, last), total: aged80Plus },
  ];
  const seed = new Float64Array(2 * AGES);
  const factors = smoothly(pyramid, [minors, adults, aged65To79, aged80Plus]);
  for (const sex of SEXES)
    pyramid[sex].forEach((persons, age) => {
      // Nobody at an age by chance of a small district: it may yet be somebody's.
      seed[cellOf(sex, age)] = Math.max(persons * (factors[age] as number), LEAST);
    });
  const { table, worstOff } = fitted(seed, margins);
  return { pyramid: { female: table.slice(0, AGES), male: table.slice(AGES) }, worstOff };
}

/** Persons of an age that a district is not empty of. */
const LEAST = 1e-3;

/** Ages that the register counts together, the first of each, and about where the middle of their persons is. */
const COUNTED_FROM = [0, 18, 65, 80, AGES] as const;
const MIDDLE = [9, 43, 72, 85] as const;
const SMOOTH_ROUNDS = 30;
/** Factors that a group is brought to its count by, at most; the rest is fitted. */
const MOST_FACTOR = 4;

/**
 * By age, factors that bring each counted group about to its count: their logarithms go in straight lines from one
 * group's middle to the next, and stay beyond the first and the last.
 */
function smoothly({ female, male }: BySex, counts: readonly number[]): Float64Array {
  const knots = MIDDLE.map(() => 0);
  const factors = new Float64Array(AGES).fill(1);
  for (let round = 0; round < SMOOTH_ROUNDS; round++) {
    counts.forEach((count, group) => {
      let persons = 0;
      for (let age = COUNTED_FROM[group] as number; age < (COUNTED_FROM[group + 1] as number); age++)
        persons += ((female[age] as number) + (male[age] as number)) * (factors[age] as number);
      const most = log(MOST_FACTOR);
      const more = count > 0 && persons > 0 ? log(count / persons) : 0;
      knots[group] = Math.max(-most, Math.min(most, (knots[group] as number) + more));
    });
    for (let age = 0; age < AGES; age++) factors[age] = exp(between(knots, age));
  }
  return factors;
}

function between(knots: readonly number[], age: number): number {
  const after = MIDDLE.findIndex((middle) => age < middle);
  if (after <= 0) return (after === 0 ? knots[0] : knots.at(-1)) as number;
  const [from, to] = [MIDDLE[after - 1] as number, MIDDLE[after] as number];
  const share = (age - from) / (to - from);
  return (1 - share) * (knots[after - 1] as number) + share * (knots[after] as number);
}
