// SPDX-License-Identifier: EUPL-1.2
/** Persons of some ages by district, as a draw of the forecast has them. Pure. */
import { AGE_GROUPS, type PeopleForecast } from '../demography/people-forecast';
import { type ByGrade, byGrade, GRADE_AGES } from '../school-places/enrolment';

/** A year or a draw that the forecast has not. */
export class ForecastRangeError extends RangeError {
  constructor(
    readonly where: 'year' | 'draw' | 'ages',
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'ForecastRangeError';
  }
}

/**
 * Persons by district, from one age to another, both included; each must be an end of {@link AGE_GROUPS}. NaN: of
 * this district nothing is told.
 * @throws ForecastRangeError: a year, draw or ages that the forecast has not.
 */
export function personsAged(
  forecast: PeopleForecast,
  at: { readonly draw: number; readonly year: number; readonly from: number; readonly to: number },
): Float64Array {
  const { firstYear, years, districts, draws, groups, told } = forecast;
  const year = at.year - firstYear;
  if (!(Number.isInteger(year) && year >= 0 && year < years))
    throw new ForecastRangeError('year', `${at.year} is not of ${firstYear} to ${firstYear + years - 1}`);
  if (!(Number.isInteger(at.draw) && at.draw >= 0 && at.draw < draws))
    throw new ForecastRangeError('draw', `${at.draw} is not of ${draws}`);
  const first = AGE_GROUPS.findIndex(([from]) => from === at.from);
  const last = AGE_GROUPS.findIndex(([, to]) => to === at.to);
  if (first < 0 || last < first) throw new ForecastRangeError('ages', `${at.from} to ${at.to} are no groups`);
  const row = (at.draw * years + year) * districts;
  return Float64Array.from({ length: districts }, (_, district) => {
    if (told[district] === 0) return Number.NaN;
    let persons = 0;
    for (let group = first; group <= last; group++)
      persons += groups[(row + district) * AGE_GROUPS.length + group] as number;
    return persons;
  });
}

/** The oldest age of the last group. */
export const OLDEST = AGE_GROUPS[AGE_GROUPS.length - 1]![1];

/** Children of the ages of each grade, by district. @throws ForecastRangeError */
export function childrenOf(forecast: PeopleForecast, draw: number, year: number): ByGrade<Float64Array> {
  return byGrade((grade) => {
    const [from, to] = GRADE_AGES[grade];
    return personsAged(forecast, { draw, year, from, to });
  });
}
