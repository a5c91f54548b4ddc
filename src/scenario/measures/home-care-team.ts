// SPDX-License-Identifier: EUPL-1.2
import { lonLatToPlane } from '../../city/frames';
import type { Service } from '../../city/people';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { districtAt, peopleIn, pointOf } from './people-places';

const fields = [
  { key: 'hoursAWeek', type: 'number', unit: 'h/week', min: 10, max: 5000, step: 10, whole: true },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** A home-care team sets out from there, for so many hours a week in people's homes. */
export const homeCareTeam: MeasureKind<'home-care-team', Config> = {
  id: 'home-care-team',
  models: ['people'],
  places: ['point'],
  fields,
  config: configOf(fields),
  initial: { hoursAWeek: 300 },
  presets: [],
  apply(city, { hoursAWeek }, place, measureId) {
    const people = peopleIn(city, measureId);
    const at = lonLatToPlane(pointOf(place, measureId));
    const team: Service = {
      id: `measure-${measureId}`,
      name: '',
      kind: 'home-care',
      at,
      district: districtAt(city, at, measureId),
      capacity: { low: hoursAWeek, value: hoursAWeek, high: hoursAWeek },
    };
    return { ...city, people: { ...people, services: [...people.services, team] } };
  },
};
