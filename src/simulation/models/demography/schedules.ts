// SPDX-License-Identifier: EUPL-1.2
/** By age: who lives on, who bears, who moves. Curves of a few parameters, for a city that publishes only those. Pure. */
import { exp, log } from '../../../city/exact-math';
import { DemographyError } from './cohort-component';

/** Single years of age from 0; the last is open. */
export const AGES = 101;
export const OPEN_AGE = AGES - 1;

/**
 * Years by which the hazard of death grows e-fold: so that Istat's life expectancies of Milan at birth give those
 * at 65 of the same year within half a year, in 2002, 2011 and 2024.
 */
export const HAZARD_YEARS = { female: 9.6, male: 10.3 } as const;
/** Beyond this age nobody is reckoned with. */
const OLDEST = 120;

/**
 * Survival ratios of a stationary population after Gompertz (1825), whose hazard grows evenly, told by life
 * expectancy at birth: what Italy lost of infants and youths (3 in 1,000) is too little to be seen in a forecast.
 * @param hazardYears years by which the hazard grows e-fold.
 * @returns one more than there are ages: from birth to age 0, from each age to the next, and within the last.
 * @throws DemographyError: a life expectancy beyond 20 to 110 years.
 */
export function survivalOf(lifeExpectancy: number, hazardYears: number): Float64Array {
  if (!(lifeExpectancy >= 20 && lifeExpectancy <= 110))
    throw new DemographyError('life expectancy', `is ${lifeExpectancy} years`);
  if (!(hazardYears >= 5 && hazardYears <= 20))
    throw new DemographyError('hazard', `grows in ${hazardYears} years`);
  // Where nobody is left nobody lives on.
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  let [low, high] = [20, 130];
  for (let i = 0; i < 60; i++) {
    const mode = (low + high) / 2;
    const years = yearsLived(mode, hazardYears).reduce((sum, one) => sum + one, 0);
    if (years < lifeExpectancy) low = mode;
    else high = mode;
  }
  const lived = yearsLived((low + high) / 2, hazardYears);
  const last = lived.slice(OPEN_AGE).reduce((sum, one) => sum + one, 0);
  const before = lived[OPEN_AGE - 1] as number;
  const ratios = new Float64Array(AGES + 1);
  ratios[0] = lived[0] as number;
  for (let age = 1; age < OPEN_AGE; age++)
    ratios[age] = share(lived[age] as number, lived[age - 1] as number);
  // T₁₀₀ / T₉₉: those who come into the open age and those who are in it live on alike.
  ratios[OPEN_AGE] = share(last, last + before);
  ratios[AGES] = ratios[OPEN_AGE] as number;
  return ratios;
}

/** Years lived in each year of age by one who is born: Simpson's rule over the year. */
function yearsLived(mode: number, hazardYears: number): Float64Array {
  const first = exp(-mode / hazardYears);
  const alive = (age: number) => exp(-first * (exp(age / hazardYears) - 1));
  return Float64Array.from(
    { length: OLDEST },
    (_, age) => (alive(age) + 4 * alive(age + 0.5) + alive(age + 1)) / 6,
  );
}

/** Ages at which women bear. */
export const FIRST_BIRTH = 15;
export const LAST_BIRTH = 49;

/**
 * Births a year by a woman's age: a gamma curve from 15 (Hoem and others 1981, "Experiments in modelling recent
 * Danish fertility curves", Demography 18), whose sum is the total fertility rate.
 * @throws DemographyError: a rate beyond 0 to 10, a mean age beyond 20 to 40, a spread beyond 3 to 10 years.
 */
export function fertilityOf(perWoman: number, meanAge: number, spreadYears: number): Float64Array {
  const within = (name: string, value: number, least: number, most: number) => {
    if (!(value >= least && value <= most)) throw new DemographyError(name, `is ${value}`);
  };
  within('total fertility rate', perWoman, 0, 10);
  within('mean age at birth', meanAge, 20, 40);
  within('spread of age at birth', spreadYears, 3, 10);
  const scale = spreadYears ** 2 / (meanAge - FIRST_BIRTH);
  const shape = (meanAge - FIRST_BIRTH) / scale;
  const curve = new Float64Array(AGES);
  for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++) {
    const years = age + 0.5 - FIRST_BIRTH;
    curve[age] = exp((shape - 1) * log(years) - years / scale);
  }
  const all = curve.reduce((sum, one) => sum + one, 0);
  return curve.map((one) => (perWoman * one) / all);
}

/** Parameters of Rogers and Castro (1981, "Model migration schedules", IIASA RR-81-30). */
export interface MigrationSchedule {
  readonly childLevel: number;
  readonly childDecay: number;
  readonly workLevel: number;
  /** Age about which those who begin to work move. */
  readonly workAge: number;
  readonly workDecay: number;
  readonly workRise: number;
  readonly level: number;
}

/** Their basic standard. */
export const BASIC_STANDARD: MigrationSchedule = {
  childLevel: 0.02,
  childDecay: 0.1,
  workLevel: 0.06,
  workAge: 20,
  workDecay: 0.1,
  workRise: 0.4,
  level: 0.003,
};

/** How likely one moves by age, so that the sum over all ages is 1. */
export function migrationOf(schedule: MigrationSchedule): Float64Array {
  const { childLevel, childDecay, workLevel, workAge, workDecay, workRise, level } = schedule;
  const curve = Float64Array.from({ length: AGES }, (_, age) => {
    const years = age + 0.5;
    const child = childLevel * exp(-childDecay * years);
    const work = workLevel * exp(-workDecay * (years - workAge) - exp(-workRise * (years - workAge)));
    return child + work + level;
  });
  const all = curve.reduce((sum, one) => sum + one, 0);
  return curve.map((one) => one / all);
}
