// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../../city/schedule';

const indices = new WeakMap<Schedule, ReadonlyMap<string, number>>();

/**
 * The run that a feed means. A trip that the timetable repeats (frequencies.txt) is there once for each
 * departure, as `trip@seconds`, while feeds name it by `trip_id` and `start_time` (GTFS Realtime
 * reference, TripDescriptor).
 *
 * @param startS seconds of `start_time`; null where the feed says none
 * @returns row of the timetable's runs; undefined where it has none such
 */
export function runOfTrip(s: Schedule, trip: string, startS: number | null): number | undefined {
  let index = indices.get(s);
  if (!index) {
    index = new Map(s.runTrip.map((name, run) => [name, run]));
    indices.set(s, index);
  }
  return index.get(trip) ?? (startS === null ? undefined : index.get(`${trip}@${startS}`));
}
