// SPDX-License-Identifier: EUPL-1.2
import { GRADES } from '../../city/people';
import { withPlaces } from '../../city/people-edits';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { peopleIn, schoolAt } from './people-places';

const fields = [
  { key: 'grade', type: 'choice', options: GRADES },
  { key: 'places', type: 'number', unit: 'places', min: 10, max: 3000, step: 10, whole: true },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** The school nearest to the point has so many places. */
export const schoolPlaces: MeasureKind<'school-places', Config> = {
  id: 'school-places',
  models: ['people'],
  places: ['point'],
  fields,
  config: configOf(fields),
  initial: { grade: 'primaria', places: 500 },
  presets: [],
  apply(city, { grade, places }, place, measureId) {
    const people = peopleIn(city, measureId);
    return { ...city, people: withPlaces(people, schoolAt(people, grade, place, measureId).id, places) };
  },
};
