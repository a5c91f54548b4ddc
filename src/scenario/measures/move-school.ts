// SPDX-License-Identifier: EUPL-1.2
import { lonLatToPlane } from '../../city/frames';
import { GRADES } from '../../city/people';
import { withSchoolAt } from '../../city/people-edits';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { districtAt, peopleIn, schoolAt } from './people-places';

const fields = [{ key: 'grade', type: 'choice', options: GRADES }] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** The school nearest to where the line begins moves to where it ends, with its places and its pupils. */
export const moveSchool: MeasureKind<'move-school', Config> = {
  id: 'move-school',
  models: ['people'],
  places: ['line'],
  fields,
  config: configOf(fields),
  initial: { grade: 'primaria' },
  presets: [],
  apply(city, { grade }, place, measureId) {
    const people = peopleIn(city, measureId);
    const [from, to] = place.kind === 'line' ? [place.points[0], place.points.at(-1)] : [];
    if (!from || !to) throw new MeasureError(measureId, 'wrong-place', place.kind);
    const { id } = schoolAt(people, grade, { kind: 'point', points: [from] }, measureId);
    const at = lonLatToPlane(to);
    return { ...city, people: withSchoolAt(people, id, at, districtAt(city, at, measureId)) };
  },
};
