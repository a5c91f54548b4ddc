// SPDX-License-Identifier: EUPL-1.2
/** How many of the children of a district are pupils of its city's schools. Pure. */
import { GRADES, type Grade, type School } from '../../../city/people';

export type ByGrade<T> = Readonly<Record<Grade, T>>;

/** Ages of the grades, both ends included. */
export const GRADE_AGES: ByGrade<readonly [from: number, to: number]> = {
  infanzia: [3, 5],
  primaria: [6, 10],
  'secondaria-1': [11, 13],
};

/**
 * Share of the children of an age who go to school in their city, at most, where no school states its pupils.
 * Assumptions: everybody at the ages at which school is compulsory; 94 in 100 at pre-school, which is not.
 */
export const ASSUMED_ENROLMENT: ByGrade<number> = { infanzia: 0.94, primaria: 1, 'secondaria-1': 1 };

/** One value a grade. */
export function byGrade<T>(of: (grade: Grade) => T): ByGrade<T> {
  return Object.fromEntries(GRADES.map((grade) => [grade, of(grade)])) as Record<Grade, T>;
}

/**
 * The share of the children of each grade's ages who are its pupils, the same in every district: such that the city's
 * schools have as many as they state, those that do not state them the mean of those that do; at most 1, since
 * nothing says who comes from outside the city. Of a grade of which no school states them (pre-school), places are
 * assumed (school-rooms.ts), and pupils are no more than those: a shortage of today would be made up, so that only
 * what changes it can be told.
 * @param children by district, in the year of today; NaN (not disclosed) is in no sum.
 */
export function enrolmentShares(
  schools: readonly School[],
  children: ByGrade<Float64Array>,
): ByGrade<number> {
  return byGrade((grade) => {
    const own = schools.filter((school) => school.grade === grade);
    const stated = own.filter(({ pupils }) => pupils >= 0);
    const all = children[grade].reduce((sum, many) => sum + (many || 0), 0);
    if (own.length === 0 || !(all > 0)) return ASSUMED_ENROLMENT[grade];
    const likely = own.reduce((sum, { places }) => sum + places.value, 0);
    if (stated.length === 0) return Math.min(ASSUMED_ENROLMENT[grade], likely / all);
    const pupils = stated.reduce((sum, school) => sum + school.pupils, 0);
    return Math.min(1, (pupils * own.length) / stated.length / all);
  });
}

/** Pupils by district: the children who go to school. NaN stays NaN: it is not disclosed. */
export const cohortOf = (children: ByGrade<Float64Array>, shares: ByGrade<number>): ByGrade<Float64Array> =>
  byGrade((grade) => children[grade].map((many) => many * shares[grade]));
