// SPDX-License-Identifier: EUPL-1.2
/**
 * The open class of a census, 75 and over say, by single years. A stationary population has too many of the oldest in
 * it: those who are 95 today were born in smaller years and died more. In a population that changes evenly ages are
 * those of the stationary one times e^(−rx) (Lotka; Preston, Heuveline and Guillot 2001, chapter 7); here the rate r
 * itself rises with age, so that both who is 80 and over and who is 100 and over may be as they were counted. Pure.
 */
import { exp } from '../../../city/exact-math';
import { type BySex, DemographyError, SEXES, type Sex } from './cohort-component';
import { AGES, OPEN_AGE } from './schedules';

/** Where the class begins, and how much faster its numbers fall each year of age: the same in all districts of a city. */
export interface OpenClass {
  readonly from: number;
  readonly bend: number;
}

/** Of the class no more are taken to be 80 and over. */
const MOST_OLDEST = 0.95;
/** Rates of change beyond which nobody is looked for. */
const STEEPEST = 0.6;
const MOST_BEND = 0.05;
const HALVINGS = 40;

/** Persons of both sexes from an age to before another. */
export const personsBetween = (pyramid: BySex, from: number, end: number): number =>
  SEXES.reduce((all, sex) => all + pyramid[sex].slice(from, end).reduce((sum, one) => sum + one, 0), 0);

/**
 * The pyramid with its open class parted so that `aged80Plus` persons of it are 80 and over (at most nineteen in
 * twenty); women and men of the class stay as many. A class that begins at 80 or later, or before 65, stays as it is.
 * @param pyramid whose open class is that of a stationary population.
 */
export function partedAt80(pyramid: BySex, { from, bend }: OpenClass, aged80Plus: number): BySex {
  const all = personsBetween(pyramid, from, AGES);
  if (!(from >= 65 && from < 80 && all > 0 && aged80Plus > 0)) return pyramid;
  const wanted = Math.min(aged80Plus, MOST_OLDEST * all);
  let [low, high] = [-STEEPEST, STEEPEST];
  for (let i = 0; i < HALVINGS; i++) {
    const rate = (low + high) / 2;
    if (personsBetween(tilted(pyramid, from, rate, bend), 80, AGES) > wanted) low = rate;
    else high = rate;
  }
  return tilted(pyramid, from, (low + high) / 2, bend);
}

/**
 * The bend with which `aged100Plus` persons of the class are 100 and over, `aged80Plus` of it 80 and over.
 * @throws DemographyError: a class that does not begin between 65 and 80.
 */
export function bendOf(pyramid: BySex, from: number, aged80Plus: number, aged100Plus: number): number {
  if (!(from >= 65 && from < 80)) throw new DemographyError('open class', `begins at ${from}`);
  let [low, high] = [-MOST_BEND, MOST_BEND];
  for (let i = 0; i < HALVINGS; i++) {
    const bend = (low + high) / 2;
    const parted = partedAt80(pyramid, { from, bend }, aged80Plus);
    if (personsBetween(parted, OPEN_AGE, AGES) > aged100Plus) low = bend;
    else high = bend;
  }
  return (low + high) / 2;
}

/** Ages of the class times e^(−rate·x − bend·x²), x years into it; as many of each sex as before. */
function tilted(pyramid: BySex, from: number, rate: number, bend: number): BySex {
  const weights = Float64Array.from({ length: AGES - from }, (_, x) => exp(-rate * x - bend * x * x));
  const of = (sex: Sex) => {
    const ages = pyramid[sex].slice();
    let [before, after] = [0, 0];
    for (let age = from; age < AGES; age++) {
      before += ages[age] as number;
      ages[age] = (ages[age] as number) * (weights[age - from] as number);
      after += ages[age] as number;
    }
    if (after > 0)
      for (let age = from; age < AGES; age++) ages[age] = ((ages[age] as number) * before) / after;
    return ages;
  };
  return { female: of('female'), male: of('male') };
}
