// SPDX-License-Identifier: EUPL-1.2
/** From the place of a measure to what there is for people: schools, and the district it lies in. */
import type { CityInputs } from '../../city/city-inputs';
import { type LonLat, lonLatToPlane, type Plane } from '../../city/frames';
import type { Grade, People, School } from '../../city/people';
import { MeasureError, type Place } from './measure';
import { nearestDistrict } from './places';

/** A school is meant where it is this near to the point. */
const NEAREST_SCHOOL_M = 300;

/** @throws MeasureError `no-people` where this city knows nothing of its people. */
export function peopleIn({ people }: CityInputs, measureId: string): People {
  if (!people) throw new MeasureError(measureId, 'no-people', '');
  return people;
}

/** @throws MeasureError `wrong-place`. */
export function pointOf(place: Place, measureId: string): LonLat {
  const point = place.kind === 'point' ? place.points[0] : undefined;
  if (!point) throw new MeasureError(measureId, 'wrong-place', place.kind);
  return point;
}

/** Row of the district with the nearest centre. @throws MeasureError `no-district-there`. */
export function districtAt({ zones }: CityInputs, at: Plane, measureId: string): number {
  const district = nearestDistrict(zones, at);
  if (district < 0) throw new MeasureError(measureId, 'no-district-there', 'point');
  return district;
}

/**
 * The school of the grade that is nearest to the point; of several at one address the first.
 * @throws MeasureError `wrong-place`, `no-school-there`.
 */
export function schoolAt(people: People, grade: Grade, place: Place, measureId: string): School {
  const at = lonLatToPlane(pointOf(place, measureId));
  let best: { school: School | null; awayM: number } = { school: null, awayM: NEAREST_SCHOOL_M };
  for (const school of people.schools) {
    const awayM = distanceM(at, school.at);
    if (school.grade === grade && awayM < best.awayM) best = { school, awayM };
  }
  if (!best.school) throw new MeasureError(measureId, 'no-school-there', grade);
  return best.school;
}

const distanceM = (a: Plane, b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);
