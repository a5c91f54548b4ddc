// SPDX-License-Identifier: EUPL-1.2
import type { CityInputs } from '../../city/city-inputs';
import { lonLatToPlane, type Plane } from '../../city/frames';
import { ringAreaM2 } from '../../city/green-edits';
import { MeasureError, type Place } from './measure';
import { weightsAt } from './places';

/**
 * A drawn area in the plane.
 * @throws MeasureError `wrong-place` where none is drawn, `no-district-there` where it is outside the city,
 * `area-too-large` where it is larger than `mostHa`, `nothing-to-change` where it has no size.
 */
export function drawnRing(
  city: CityInputs,
  place: Place,
  measureId: string,
  mostHa = Number.POSITIVE_INFINITY,
): Plane[] {
  if (place.kind !== 'polygon') throw new MeasureError(measureId, 'wrong-place', place.kind);
  const ring = place.ring.map(lonLatToPlane);
  const areaHa = ringAreaM2(ring) / 10_000;
  if (!(areaHa > 0)) throw new MeasureError(measureId, 'nothing-to-change', place.kind);
  if (areaHa > mostHa)
    throw new MeasureError(measureId, 'area-too-large', `${Math.round(areaHa)} ha > ${mostHa} ha`);
  weightsAt(city, place, measureId);
  return ring;
}
