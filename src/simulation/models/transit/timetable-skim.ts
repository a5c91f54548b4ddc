// SPDX-License-Identifier: EUPL-1.2
/** From zone to zone by a timetable, door to door, at some moments of departure. Pure. */
import { Raptor, type Start } from './raptor';
import type { Timetable } from './timetable';
import { TransitError } from './transit-lines';
import type { Walks } from './walks';

/**
 * Mean minutes door to door over the departures, with the wait for the first vehicle: row-major,
 * zones × zones. Infinite where some departure has no way, and from a zone to itself. At least one
 * vehicle is ridden.
 * @param access walks between each zone and its stops (`walksToStops`), the same either way.
 * @param departuresS seconds after midnight, such as every 10 min of the peak.
 */
export function skimTimetable(
  timetable: Timetable,
  access: Walks,
  departuresS: readonly number[],
  mostRides = 5,
): Float64Array {
  if (departuresS.length === 0) throw new TransitError('departures', 'there are none');
  const zones = access.first.length - 1;
  const raptor = new Raptor(timetable, mostRides);
  const minutes = new Float64Array(zones * zones);
  for (let origin = 0; origin < zones; origin++) {
    const starts = startsOf(access, origin);
    for (const departureS of departuresS) {
      raptor.earliestArrivals(starts, departureS);
      const arrivals = raptor.vehicleArrivals();
      for (let zone = 0; zone < zones; zone++) {
        let least = Number.POSITIVE_INFINITY;
        const end = access.first[zone + 1] as number;
        for (let k = access.first[zone] as number; k < end; k++)
          least = Math.min(least, (arrivals[access.to[k] as number] as number) + (access.walkS[k] as number));
        const cell = origin * zones + zone;
        minutes[cell] = (minutes[cell] as number) + (least - departureS) / 60 / departuresS.length;
      }
    }
    minutes[origin * zones + origin] = Number.POSITIVE_INFINITY;
  }
  return minutes;
}

function startsOf({ first, to, walkS }: Walks, zone: number): Start[] {
  const starts: Start[] = [];
  for (let k = first[zone] as number; k < (first[zone + 1] as number); k++)
    starts.push({ stop: to[k] as number, walkS: walkS[k] as number });
  return starts;
}
