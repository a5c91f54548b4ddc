// SPDX-License-Identifier: EUPL-1.2
import { lonLatToPlane } from '../../city/frames';
import { GRADES } from '../../city/people';
import { withSchool } from '../../city/people-edits';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { districtAt, peopleIn, pointOf } from './people-places';

const fields = [
  { key: 'grade', type: 'choice', options: GRADES },
  { key: 'places', type: 'number', unit: 'places', min: 10, max: 2000, step: 10, whole: true },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** A school of so many places opens. */
export const newSchool: MeasureKind<'new-school', Config> = {
  id: 'new-school',
  models: ['people'],
  places: ['point'],
  fields,
  config: configOf(fields),
  initial: { grade: 'primaria', places: 250 },
  presets: [],
  apply(city, { grade, places }, place, measureId) {
    const people = peopleIn(city, measureId);
    // Of a grade that nothing is known of, one school would be all there is.
    if (!people.schools.some((school) => school.grade === grade))
      throw new MeasureError(measureId, 'no-school-known', grade);
    const at = lonLatToPlane(pointOf(place, measureId));
    const school = {
      id: `measure-${measureId}`,
      name: '',
      grade,
      at,
      district: districtAt(city, at, measureId),
      pupils: 0,
      places: { low: places, value: places, high: places },
    };
    return { ...city, people: withSchool(people, school) };
  },
};
