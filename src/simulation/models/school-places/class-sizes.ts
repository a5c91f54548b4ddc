// SPDX-License-Identifier: EUPL-1.2
/**
 * How many classes so many pupils make: D.P.R. 20 March 2009, n. 81, articles 9 (infanzia), 10 (primaria) and 11
 * (secondaria di primo grado), as to the first classes of schools in a city. Pure.
 */
import { GRADES, type Grade } from '../../../city/people';

export { GRADES, type Grade };

/** Pupils that a class has. */
export interface ClassSize {
  readonly least: number;
  /** As a rule no more. */
  readonly most: number;
  /** Where pupils are left over whom no other school near by can take. */
  readonly mostWithRest: number;
  /** Where there is but one class. */
  readonly mostAlone: number;
}

export const CLASS_SIZES: Readonly<Record<Grade, ClassSize>> = {
  infanzia: { least: 18, most: 26, mostWithRest: 29, mostAlone: 29 },
  primaria: { least: 15, most: 26, mostWithRest: 27, mostAlone: 27 },
  'secondaria-1': { least: 18, most: 27, mostWithRest: 28, mostAlone: 30 },
};

export interface Classes {
  /** Pupils of each class, the largest first. */
  readonly sizes: readonly number[];
  /** Who finds no place: too few for one class more, or no room. */
  readonly unplaced: number;
}

/**
 * The classes that so many pupils of a year make: as few as the law allows, of sizes that differ by one at most.
 * @param rooms how many classes there is room for.
 * @throws RangeError: pupils or rooms are no whole number from 0 on.
 */
export function classesOf(pupils: number, grade: Grade, rooms = Number.POSITIVE_INFINITY): Classes {
  const isCount = (n: number) => n >= 0 && (Number.isInteger(n) || n === Number.POSITIVE_INFINITY);
  if (!isCount(pupils) || !isCount(rooms) || pupils === Number.POSITIVE_INFINITY)
    throw new RangeError(`${pupils} pupils in ${rooms} rooms`);
  const { least, mostWithRest, mostAlone } = CLASS_SIZES[grade];
  const wanted = pupils > mostAlone ? Math.ceil(pupils / mostWithRest) : Math.min(pupils, 1);
  // Two classes that would both be too small are one that is full, and somebody without a place.
  const count = Math.min(wanted, Math.floor(pupils / least), rooms);
  const placed = Math.min(pupils, count === 1 ? mostAlone : count * mostWithRest);
  const sizes = Array.from({ length: count }, (_, i) => Math.ceil((placed - i) / count));
  return { sizes, unplaced: pupils - placed };
}

/** Places of a school: as many as its rooms hold as a rule. */
export const placesOf = (rooms: number, grade: Grade): number => rooms * CLASS_SIZES[grade].most;
