// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from './frames';
import type { People, School } from './people';
import { PeopleEditError, withoutSchool, withPlaces, withSchool } from './people-edits';

const school = (id: string, more: Partial<School> = {}): School => ({
  id,
  name: id,
  grade: 'primaria',
  at: plane(0, 0),
  district: 0,
  pupils: 100,
  places: { low: 100, value: 120, high: 135 },
  ...more,
});
const PEOPLE = {
  schools: [school('a'), school('b')],
  services: [],
  newHomes: [],
  census: null,
} as unknown as People;
const codeOf = (edit: () => unknown) => {
  try {
    edit();
  } catch (error) {
    return error instanceof PeopleEditError ? `${error.code} ${error.detail}` : error;
  }
  return 'no fault';
};

describe('the people of a city after a measure', () => {
  it('have a school more, and the rest is shared', () => {
    const after = withSchool(PEOPLE, school('c'));
    expect(after.schools.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(after.schools[0]).toBe(PEOPLE.schools[0]);
    expect(after.services).toBe(PEOPLE.services);
    expect(PEOPLE.schools).toHaveLength(2);
  });

  it('have a school with other places, which are certain', () => {
    const after = withPlaces(PEOPLE, 'b', 200);
    expect(after.schools[1]).toEqual({ ...school('b'), places: { low: 200, value: 200, high: 200 } });
    expect(after.schools[0]).toBe(PEOPLE.schools[0]);
    expect(PEOPLE.schools[1]!.places.value).toBe(120);
  });

  it('have a school less', () => {
    expect(withoutSchool(PEOPLE, 'a').schools.map(({ id }) => id)).toEqual(['b']);
    expect(PEOPLE.schools).toHaveLength(2);
  });

  it('cannot be changed where there is nothing of the kind', () => {
    expect(codeOf(() => withoutSchool(PEOPLE, 'x'))).toBe('no-school-there x');
    expect(codeOf(() => withPlaces(PEOPLE, 'x', 10))).toBe('no-school-there x');
    expect(codeOf(() => withPlaces(PEOPLE, 'a', -1))).toBe('bad-places -1');
    expect(codeOf(() => withPlaces(PEOPLE, 'a', Number.NaN))).toBe('bad-places NaN');
    expect(codeOf(() => withSchool(PEOPLE, school('a')))).toBe('school-there-already a');
    expect(codeOf(() => withSchool(PEOPLE, school('c', { district: -1 })))).toBe('no-district-there c');
    const places = { low: 10, value: 5, high: 20 };
    expect(codeOf(() => withSchool(PEOPLE, school('c', { places })))).toBe('bad-places 10, 5, 20');
  });
});
