// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../../city/schedule';

/** By name of the trip; of a timetable that is not looked through yet, the first `known` runs. */
interface TripIndex {
  readonly runs: Map<string, number>;
  known: number;
}
const indices = new WeakMap<Schedule, TripIndex>();

/** Looked at in a few milliseconds, even by code that runs for the first time. */
export const TRIPS_A_PIECE = 10_000;

/** Looks through the names of all trips, a piece at a time: after it, {@link runOfTrip} is cheap. */
export function* indexTrips(s: Schedule): Generator<void, void> {
  let index = indices.get(s);
  if (!index) indices.set(s, (index = { runs: new Map(), known: 0 }));
  while (index.known < s.runTrip.length) {
    const until = Math.min(index.known + TRIPS_A_PIECE, s.runTrip.length);
    for (; index.known < until; index.known++) index.runs.set(s.runTrip[index.known] as string, index.known);
    if (index.known < s.runTrip.length) yield;
  }
}

/**
 * The run that a feed means. A trip that the timetable repeats (frequencies.txt) is there once for each
 * departure, as `trip@seconds`, while feeds name it by `trip_id` and `start_time` (GTFS Realtime
 * reference, TripDescriptor).
 *
 * @param startS seconds of `start_time`; null where the feed says none
 * @returns row of the timetable's runs; undefined where it has none such
 */
export function runOfTrip(s: Schedule, trip: string, startS: number | null): number | undefined {
  // What is left of looking through the names is done at once.
  for (const _ of indexTrips(s));
  const runs = indices.get(s)?.runs;
  return runs?.get(trip) ?? (startS === null ? undefined : runs?.get(`${trip}@${startS}`));
}
