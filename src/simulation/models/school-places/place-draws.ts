// SPDX-License-Identifier: EUPL-1.2
/** The places of schools in the draws of an ensemble. Pure. */
import type { Range, School } from '../../../city/people';
import { seeded } from '../../../city/seeded';

/**
 * The places of every school in each draw, whole: triangular from low by value to high, each of as many equal strata
 * of its probability drawn from once (Latin hypercube sampling; McKay, Beckman & Conover 1979). They hang on the
 * seed and the school's own id, so that a school has the same places whichever others there are.
 * @returns by draw, places by school.
 * @throws RangeError where draws is no whole number of at least 1.
 */
export function drawnPlaces(schools: readonly School[], draws: number, seed: string): Float64Array[] {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`an ensemble of ${draws} draws`);
  const columns = schools.map(({ id, places }) => {
    const random = seeded(`${seed}/places/${id}`);
    const strata = Array.from({ length: draws }, (_, draw) => draw);
    for (let i = draws - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1));
      [strata[i], strata[other]] = [strata[other] as number, strata[i] as number];
    }
    return strata.map((stratum) => Math.round(triangular(places, (stratum + random()) / draws)));
  });
  return Array.from({ length: draws }, (_, draw) =>
    Float64Array.from(columns, (column) => column[draw] as number),
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
