// SPDX-License-Identifier: EUPL-1.2
/** How far the ages of districts go their own way, as a forecast's errors show. Pure. */
import { DemographyError } from './cohort-component';

/** One district: the logarithm of what was forecast to what came, and the standard deviation that its draws had. */
export interface DistrictError {
  readonly off: number;
  readonly drawn: number;
}

/** The median of absolute values of a normal distribution, beside its standard deviation. */
const MEDIAN_OF_NORMAL = 0.6745;

/**
 * Standard deviation of who comes less who goes a year, apart from the city, per 1,000: what is left of the districts'
 * spread about their median once the spread that their draws had without it is taken from it. By medians, so that one
 * quarter that was built anew does not make all others uncertain. What all districts have in common, be it large, is
 * no part of it.
 * @param exposureYears years through which such moves add up in those of the ages: the logarithm that a yearly share changes.
 * @throws DemographyError: fewer than three districts; years that are none.
 */
export function agesApart(districts: readonly DistrictError[], exposureYears: number): number {
  if (districts.length < 3) throw new DemographyError('districts', `${districts.length} with errors`);
  if (!(exposureYears > 0)) throw new DemographyError('exposure', `of ${exposureYears} years`);
  const common = medianOf(districts.map(({ off }) => off));
  const spread = medianOf(districts.map(({ off }) => Math.abs(off - common))) / MEDIAN_OF_NORMAL;
  const known = medianOf(districts.map(({ drawn }) => drawn));
  return (1000 * Math.sqrt(Math.max(0, spread ** 2 - known ** 2))) / exposureYears;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
