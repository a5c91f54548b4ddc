// SPDX-License-Identifier: EUPL-1.2
/**
 * Who goes to which school: all pupils together walk as little as they can where no school has more than its
 * places. The transport problem, solved exactly (transport.ts). Pure.
 */
import { boundMinOf, networkOf, totalMinOf } from './choices';
import { Transport } from './transport';

/** Pupils, places or ways that no allocation can be told from. */
export class AllocationError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'AllocationError';
  }
}

export interface AllocationProblem {
  /** By home: pupils; a section's, a block's. */
  readonly pupils: Float64Array;
  /** By school: its places. */
  readonly places: Float64Array;
  /** Minutes between them at [school * homes + home]; Infinity: no way. */
  readonly minutes: Float64Array;
  /** What a pupil without a place counts, in minutes: nobody is sent farther than that. */
  readonly unplacedMin: number;
}

export interface Allocation {
  /** Pupils of a home in a school, at [school * homes + home]. */
  readonly pupils: Float64Array;
  /** By home: pupils without a place. */
  readonly unplaced: Float64Array;
  /** Minutes of all, with `unplacedMin` for each without a place. */
  readonly totalMin: number;
  /** No allocation takes less: prices of homes and places show it. */
  readonly boundMin: number;
}

/** @throws AllocationError: columns that do not fit, a figure below nought or no number. */
export function allocate(problem: AllocationProblem): Allocation {
  check(problem);
  const { pupils, places, minutes, unplacedMin } = problem;
  const homes = pupils.length;
  const { choices, near } = networkOf(
    homes,
    places.length,
    (school) => minutes.subarray(school * homes, (school + 1) * homes),
    unplacedMin,
  );
  const solved = new Transport(choices, near).solve(pupils, places);
  const inSchool = new Float64Array(places.length * homes);
  const unplaced = new Float64Array(homes);
  solved.pupils.forEach((many, row) => {
    const [home, school] = [choices.home[row] as number, choices.school[row] as number];
    if (school === places.length) unplaced[home] = many;
    else inSchool[school * homes + home] = many;
  });
  return {
    pupils: inSchool,
    unplaced,
    totalMin: totalMinOf(solved),
    boundMin: boundMinOf(solved, pupils, places),
  };
}

function check({ pupils, places, minutes, unplacedMin }: AllocationProblem): void {
  if (minutes.length !== pupils.length * places.length)
    throw new AllocationError(
      'minutes',
      `${minutes.length} for ${pupils.length} homes and ${places.length} schools`,
    );
  const column = (what: string, values: Float64Array, most: number) =>
    values.forEach((value, at) => {
      if (!(value >= 0 && value <= most)) throw new AllocationError(`${what} ${at + 1}`, `is ${value}`);
    });
  column('pupils of home', pupils, Number.MAX_VALUE);
  column('places of school', places, Number.MAX_VALUE);
  column('way', minutes, Number.POSITIVE_INFINITY);
  if (!(unplacedMin >= 0 && unplacedMin < Number.POSITIVE_INFINITY))
    throw new AllocationError('unplacedMin', `is ${unplacedMin}`);
}
