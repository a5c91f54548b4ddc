// SPDX-License-Identifier: EUPL-1.2
import { GRADES } from '../../city/people';
import { withoutSchool } from '../../city/people-edits';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { peopleIn, schoolAt } from './people-places';

const fields = [{ key: 'grade', type: 'choice', options: GRADES }] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** The school nearest to the point closes. */
export const closeSchool: MeasureKind<'close-school', Config> = {
  id: 'close-school',
  models: ['people'],
  places: ['point'],
  fields,
  config: configOf(fields),
  initial: { grade: 'primaria' },
  presets: [],
  apply(city, { grade }, place, measureId) {
    const people = peopleIn(city, measureId);
    return { ...city, people: withoutSchool(people, schoolAt(people, grade, place, measureId).id) };
  },
};
