// SPDX-License-Identifier: EUPL-1.2
import { PATIENTS_PER_DOCTOR } from '../../city/family-doctors';
import { lonLatToPlane } from '../../city/frames';
import type { Range, Service, ServiceKind } from '../../city/people';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { districtAt, peopleIn, pointOf } from './people-places';

/** What one goes to; teams that come to people's homes are a measure of their own. */
const OPENED = [
  'pharmacy',
  'family-doctor',
  'library',
  'civic-office',
  'social-service',
  'nursing-home',
] as const satisfies readonly ServiceKind[];

const fields = [
  { key: 'service', type: 'choice', options: OPENED },
  {
    key: 'beds',
    type: 'number',
    unit: 'places',
    min: 10,
    max: 500,
    step: 10,
    whole: true,
    shownWhen: { key: 'service', is: 'nursing-home' },
  },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** A service opens: a nursing home of so many beds, a family doctor, or one that counts as those that are there. */
export const newService: MeasureKind<'new-service', Config> = {
  id: 'new-service',
  models: ['people'],
  places: ['point'],
  fields,
  config: configOf(fields),
  initial: { service: 'pharmacy', beds: 120 },
  presets: [],
  apply(city, { service: kind, beds }, place, measureId) {
    const people = peopleIn(city, measureId);
    // Of a kind that nothing is known of, one would be all there is.
    if (!people.services.some((service) => service.kind === kind))
      throw new MeasureError(measureId, 'no-service-known', kind);
    const at = lonLatToPlane(pointOf(place, measureId));
    const opened: Service = {
      id: `measure-${measureId}`,
      name: '',
      kind,
      at,
      district: districtAt(city, at, measureId),
      capacity: capacityOf(kind, beds),
    };
    return { ...city, people: { ...people, services: [...people.services, opened] } };
  },
};

function capacityOf(kind: ServiceKind, beds: number): Range {
  if (kind === 'family-doctor') return PATIENTS_PER_DOCTOR;
  const exactly = kind === 'nursing-home' ? beds : 1;
  return { low: exactly, value: exactly, high: exactly };
}
