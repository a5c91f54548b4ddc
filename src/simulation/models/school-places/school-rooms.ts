// SPDX-License-Identifier: EUPL-1.2
/** How many places a school has, from the pupils that go there: open data state pupils, and no rooms. Pure. */
import type { Grade, Range } from '../../../city/people';
import { CLASS_SIZES, classesOf } from './class-sizes';

/** Years that pupils spend in a school of the grade. */
export const YEARS_OF: Readonly<Record<Grade, number>> = { infanzia: 3, primaria: 5, 'secondaria-1': 3 };

/**
 * Rooms of a school of which nothing is known, in a city where nothing is known of any. Assumptions: one section
 * for each of the three years of pre-school; what the mean school of Milan's open data of 2016/17 fills (278
 * pupils in primary school, 298 in lower secondary).
 */
export const ASSUMED_ROOMS: Readonly<Record<Grade, number>> = {
  infanzia: 3,
  primaria: 15,
  'secondaria-1': 12,
};

/**
 * A class has room for two fewer than the law's rule, so that whoever comes during the year, and classes with a
 * pupil with a disability, of 20 as a rule (D.P.R. 81/2009, art. 5), find room: an assumption.
 */
export const KEPT_FREE = 2;

/**
 * Rooms that the pupils of today need: as many classes as a year of them makes ({@link classesOf}), in each year.
 * Where a year is too small for a class, its pupils learn with those of other years.
 * @throws RangeError: pupils are no whole number from 0 on.
 */
export function roomsOf(pupils: number, grade: Grade): number {
  const years = YEARS_OF[grade];
  const aYear = Math.ceil(pupils / years);
  const { least } = CLASS_SIZES[grade];
  const { sizes, unplaced } = classesOf(aYear, grade);
  if (pupils > 0 && aYear < least) return Math.ceil(pupils / least);
  // Whom the rule leaves over goes there all the same: two classes are smaller than the rule.
  return years * (sizes.length + (unplaced > 0 ? 1 : 0));
}

/**
 * Places of a school with so many pupils: no fewer than they are, as a rule those of its rooms with two kept free
 * in each, at most what the law allows where pupils are left over. None where nobody goes there.
 */
export function placesWith(pupils: number, grade: Grade): Range {
  const rooms = roomsOf(pupils, grade);
  const { most, mostWithRest, mostAlone } = CLASS_SIZES[grade];
  const full = rooms === YEARS_OF[grade] ? mostAlone : mostWithRest;
  return {
    low: pupils,
    value: Math.max(pupils, rooms * (most - KEPT_FREE)),
    high: Math.max(pupils, rooms * full),
  };
}

/** Places of a school of a city where no school of the grade states its pupils. Assumed: {@link ASSUMED_ROOMS}. */
export function assumedPlaces(grade: Grade): Range {
  const { least, most, mostWithRest } = CLASS_SIZES[grade];
  const rooms = ASSUMED_ROOMS[grade];
  return { low: rooms * least, value: rooms * (most - KEPT_FREE), high: rooms * mostWithRest };
}
