// SPDX-License-Identifier: EUPL-1.2
/** What measures do to the people of a city: each gives another `People` that shares what it left alone. Pure. */
import type { Plane } from './frames';
import type { People, School } from './people';

export const PEOPLE_EDIT_FAULTS = [
  'no-school-there',
  'school-there-already',
  'bad-places',
  'no-district-there',
] as const;
export type PeopleEditFault = (typeof PEOPLE_EDIT_FAULTS)[number];

/** Why the people of a city cannot be changed so: a code that a screen has words for, and what it is about. */
export class PeopleEditError extends Error {
  constructor(
    readonly code: PeopleEditFault,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'PeopleEditError';
  }
}

/**
 * A school more.
 * @throws PeopleEditError: its id is another's, its places are no range from 0 on, it is in no district.
 */
export function withSchool(people: People, school: School): People {
  if (people.schools.some(({ id }) => id === school.id))
    throw new PeopleEditError('school-there-already', school.id);
  const { low, value, high } = school.places;
  checkPlaces(low);
  checkPlaces(high);
  if (!(low <= value && value <= high)) throw new PeopleEditError('bad-places', `${low}, ${value}, ${high}`);
  if (!(Number.isInteger(school.district) && school.district >= 0))
    throw new PeopleEditError('no-district-there', school.id);
  return { ...people, schools: [...people.schools, school] };
}

/**
 * A school with exactly so many places.
 * @throws PeopleEditError: there is no such school, or so many places there cannot be.
 */
export function withPlaces(people: People, schoolId: string, places: number): People {
  const row = rowOf(people, schoolId);
  checkPlaces(places);
  const school = people.schools[row] as School;
  const changed: School = { ...school, places: { low: places, value: places, high: places } };
  return { ...people, schools: people.schools.with(row, changed) };
}

/** A school at another place. @throws PeopleEditError: there is no such school, or the place is in no district. */
export function withSchoolAt(people: People, schoolId: string, at: Plane, district: number): People {
  const row = rowOf(people, schoolId);
  if (!(Number.isInteger(district) && district >= 0))
    throw new PeopleEditError('no-district-there', schoolId);
  return {
    ...people,
    schools: people.schools.with(row, { ...(people.schools[row] as School), at, district }),
  };
}

/** A school less. @throws PeopleEditError: there is no such school. */
export function withoutSchool(people: People, schoolId: string): People {
  const row = rowOf(people, schoolId);
  return { ...people, schools: people.schools.toSpliced(row, 1) };
}

function rowOf({ schools }: People, schoolId: string): number {
  const row = schools.findIndex(({ id }) => id === schoolId);
  if (row < 0) throw new PeopleEditError('no-school-there', schoolId);
  return row;
}

function checkPlaces(places: number): void {
  if (!(places >= 0 && places < Number.POSITIVE_INFINITY))
    throw new PeopleEditError('bad-places', String(places));
}
