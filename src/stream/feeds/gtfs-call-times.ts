// SPDX-License-Identifier: EUPL-1.2
/** stop_times.txt → the calls of each trip, with a time for every one. */
import { secondsOf } from '../../city/gtfs';
import type { ScheduleStop } from '../../city/schedule-build';
import { FeedFault } from './feed';
import { gtfsRows } from './gtfs-table';
import { within } from './values';

export interface TripCalls {
  /** Ids; trips of the same stops share the list. */
  readonly stops: readonly string[];
  readonly arrivalS: readonly number[];
  readonly departureS: readonly number[];
}
interface Call {
  readonly row: number;
  readonly sequence: number;
  readonly stop: string;
  /** NaN: not said. */
  arrivalS: number;
  departureS: number;
}

const FILE = 'stop_times.txt';

/**
 * Calls by trip, in order; trips of one call are left out.
 * @throws FeedFault naming row and what is wrong: no such stop, no time, times that go back
 */
export function callTimes(
  text: string,
  stops: ReadonlyMap<string, ScheduleStop>,
): ReadonlyMap<string, TripCalls> {
  const calls = new Map<string, Call[]>();
  const needed = ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence'] as const;
  gtfsRows(FILE, text, needed, [], (cells, row) => {
    const sequence = within(cells.stop_sequence, 0, 1e9);
    const [arrivalS, departureS] = [secondsOf(cells.arrival_time), secondsOf(cells.departure_time)];
    if (sequence === undefined) throw fault(row, `stop_sequence "${cells.stop_sequence}" is none`);
    if (!stops.has(cells.stop_id)) throw fault(row, `no stop ${cells.stop_id} in stops.txt`);
    if (arrivalS === undefined || departureS === undefined)
      throw fault(row, `"${cells.arrival_time}", "${cells.departure_time}": no times (H:MM:SS)`);
    const call = { row, sequence, stop: cells.stop_id, arrivalS, departureS };
    // One of the two stands for both.
    if (Number.isNaN(call.arrivalS)) call.arrivalS = departureS;
    if (Number.isNaN(call.departureS)) call.departureS = arrivalS;
    const trip = calls.get(cells.trip_id);
    if (trip) trip.push(call);
    else calls.set(cells.trip_id, [call]);
  });
  const lists = new Map<string, readonly string[]>();
  const made = new Map<string, TripCalls>();
  for (const [trip, list] of calls) {
    if (list.length < 2) continue;
    list.sort((a, b) => a.sequence - b.sequence);
    check(trip, list);
    forgetRounded(list);
    fill(list, stops);
    const ids = list.map(({ stop }) => stop);
    const key = ids.join('\n');
    const shared = lists.get(key) ?? ids;
    lists.set(key, shared);
    made.set(trip, {
      stops: shared,
      arrivalS: list.map(({ arrivalS }) => arrivalS),
      departureS: list.map(({ departureS }) => departureS),
    });
  }
  return made;
}

const fault = (row: number, words: string) => new FeedFault(`${FILE}, row ${row}: ${words}`);

function check(trip: string, list: readonly Call[]): void {
  let before = Number.NEGATIVE_INFINITY;
  list.forEach((call, i) => {
    if (Number.isNaN(call.arrivalS)) {
      if (i === 0 || i === list.length - 1)
        throw fault(call.row, `trip ${trip} has no time at its ${i === 0 ? 'first' : 'last'} call`);
      return;
    }
    if (call.arrivalS < before || call.departureS < call.arrivalS)
      throw fault(call.row, `the times of trip ${trip} go back`);
    before = call.departureS;
  });
}

/**
 * Where a trip's times are in whole minutes, several calls in the same minute are not at the same moment:
 * all but the first of them (in the last minute: but the last) count as not said.
 */
function forgetRounded(list: readonly Call[]): void {
  const timed = list.filter(({ arrivalS }) => !Number.isNaN(arrivalS));
  if (timed.some(({ arrivalS, departureS }) => arrivalS % 60 !== 0 || departureS % 60 !== 0)) return;
  const endS = (timed.at(-1) as Call).arrivalS;
  let previousS = Number.NaN;
  timed.forEach((call, i) => {
    const halts = call.departureS > call.arrivalS;
    const inLast = call.arrivalS === endS && i < timed.length - 1 && i > 0;
    const again = call.arrivalS === previousS && i < timed.length - 1;
    previousS = call.departureS;
    if (!halts && (again || inLast)) call.arrivalS = call.departureS = Number.NaN;
  });
}

/** Calls without a time have one by their distance, as the crow flies, between those that have. */
function fill(list: readonly Call[], stops: ReadonlyMap<string, ScheduleStop>): void {
  const gone = [0];
  for (let i = 1; i < list.length; i++) {
    const [a, b] = [placeOf(list[i - 1] as Call, stops), placeOf(list[i] as Call, stops)];
    gone.push((gone[i - 1] as number) + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  let from = 0;
  for (let to = 1; to < list.length; to++) {
    const [before, after] = [list[from] as Call, list[to] as Call];
    if (Number.isNaN(after.arrivalS)) continue;
    const [fromM, lengthM] = [gone[from] as number, (gone[to] as number) - (gone[from] as number)];
    for (let i = from + 1; i < to; i++) {
      const share = lengthM > 0 ? ((gone[i] as number) - fromM) / lengthM : (i - from) / (to - from);
      const call = list[i] as Call;
      call.arrivalS = Math.round(before.departureS + share * (after.arrivalS - before.departureS));
      call.departureS = call.arrivalS;
    }
    from = to;
  }
}

const placeOf = (call: Call, stops: ReadonlyMap<string, ScheduleStop>) =>
  (stops.get(call.stop) as ScheduleStop).at;
