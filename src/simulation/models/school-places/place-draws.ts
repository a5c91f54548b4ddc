// SPDX-License-Identifier: EUPL-1.2
/** The places of schools in the draws of an ensemble. Pure. */
import { latinHypercube } from '../../../city/latin-hypercube';
import type { Range, School } from '../../../city/people';

/**
 * The places of every school in each draw, whole: triangular from low by value to high, by Latin hypercube of its
 * probability. They hang on the seed and the school's own id: the same whichever other schools there are.
 * @returns by draw, places by school.
 * @throws RangeError where draws is no whole number of at least 1.
 */
export function drawnPlaces(schools: readonly School[], draws: number, seed: string): Float64Array[] {
  const ranges = Object.fromEntries(schools.map(({ id }) => [id, { low: 0, high: 1 }]));
  return latinHypercube(ranges, `${seed}/places`, draws).map((shares) =>
    Float64Array.from(schools, ({ id, places }) => Math.round(triangular(places, shares[id] as number))),
  );
}

/** The most likely places of every school. */
export const centralPlaces = (schools: readonly School[]): Float64Array =>
  Float64Array.from(schools, ({ places }) => places.value);

/** The quantile of a triangular distribution. */
export function triangular({ low, value, high }: Range, share: number): number {
  const width = high - low;
  if (!(width > 0)) return value;
  return share * width < value - low
    ? low + Math.sqrt(share * width * (value - low))
    : high - Math.sqrt((1 - share) * width * (high - value));
}
