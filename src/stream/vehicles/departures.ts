// SPDX-License-Identifier: EUPL-1.2
/** What leaves next from stops: by the timetable, and by what the runs' updates say of it. */
import type { TransitMode } from '../../city/ground';
import type { TripUpdateRow } from '../../city/live';
import { callsOf } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import { type ServiceDay, serviceDays, type When } from '../../city/service-days';
import { runOfTrip } from './run-of-trip';

export interface Departure {
  /** `stop_id`. */
  readonly stop: string;
  readonly trip: string;
  readonly line: string;
  readonly mode: TransitMode;
  readonly headsign: string;
  /** From the moment asked; negative where it should have left already. */
  readonly scheduledInS: number;
  /** Null where no update says anything of the run. */
  readonly expectedInS: number | null;
  /** Instants of both; null on a typical day. */
  readonly scheduledMs: number | null;
  readonly expectedMs: number | null;
  /** The run does not take place, or does not call here. */
  readonly cancelled: boolean;
}

/** As late as a run may be and still be waited for. */
const LATEST_S = 5400;
/** An update whose times are further off is of another day's run of the same trip. */
const OTHER_DAY_S = 6 * 3600;

/**
 * The next `count` departures from any of these stops (`stop_id`s), the soonest first; where a run ends
 * it does not depart. Updates are of instants: pass none for a typical day.
 */
export function nextDepartures(
  s: Schedule,
  stopIds: readonly string[],
  when: When,
  count: number,
  updates: readonly TripUpdateRow[] = [],
): Departure[] {
  const index = indexOf(s);
  const byTrip = when.atMs === null ? new Map() : updatesByTrip(s, updates);
  const found: Departure[] = [];
  for (const day of serviceDays(s, when, index.daysBack)) {
    const services = day.services();
    for (const stopId of new Set(stopIds))
      for (const place of index.callsAt.get(stopId) ?? [])
        for (const profile of index.profiles[place.pattern] ?? [])
          fromProfile({ s, index, services, day, when, byTrip, count, found }, place, profile);
  }
  const inS = (d: Departure) => d.expectedInS ?? d.scheduledInS;
  return found.sort((a, b) => inS(a) - inS(b) || a.trip.localeCompare(b.trip)).slice(0, count);
}

/** By the trip's name in the timetable; those of runs that it does not have are left out. */
function updatesByTrip(s: Schedule, updates: readonly TripUpdateRow[]): Map<string, TripUpdateRow> {
  const byTrip = new Map<string, TripUpdateRow>();
  for (const row of updates) {
    const run = runOfTrip(s, row.trip, row.startS);
    if (run !== undefined) byTrip.set(s.runTrip[run] as string, row);
  }
  return byTrip;
}

interface Search {
  readonly s: Schedule;
  readonly index: StopIndex;
  readonly services: ReadonlySet<number>;
  readonly day: ServiceDay;
  readonly when: When;
  readonly byTrip: ReadonlyMap<string, TripUpdateRow>;
  readonly count: number;
  readonly found: Departure[];
}
interface CallPlace {
  readonly pattern: number;
  /** From 0. */
  readonly call: number;
}

/** Departures of one profile's runs at one of its calls: enough of them, in order. */
function fromProfile(search: Search, place: CallPlace, profile: number): void {
  const { s, index, day } = search;
  const firstTime = s.profileFirstTime[profile] as number;
  const offsetS = s.timeDepartureS[firstTime + place.call] as number;
  const runs = index.runs[profile] ?? [];
  let wanted = search.count;
  for (let i = firstFrom(s, runs, day.atS - LATEST_S - offsetS); i < runs.length && wanted > 0; i++) {
    const run = runs[i] as number;
    if (!search.services.has(s.runService[run] as number)) continue;
    const departure = departureOf(search, place, run, firstTime);
    if ((departure.expectedInS ?? departure.scheduledInS) < 0) continue;
    search.found.push(departure);
    // One that comes late does not push out those by the timetable after it.
    if (departure.scheduledInS >= 0) wanted--;
  }
}

function departureOf(search: Search, place: CallPlace, run: number, firstTime: number): Departure {
  const { s, day, when } = search;
  const scheduledInS =
    (s.runDepartureS[run] as number) + (s.timeDepartureS[firstTime + place.call] as number) - day.atS;
  const trip = s.runTrip[run] as string;
  const update = search.byTrip.get(trip);
  const startMs = (when.atMs ?? 0) + ((s.runDepartureS[run] as number) - day.atS) * 1000;
  const told = update && whatIsTold(s, place, firstTime, startMs, update);
  const expectedInS = told && told.delayS !== null ? scheduledInS + told.delayS : null;
  const instant = (inS: number | null) =>
    when.atMs === null || inS === null ? null : Math.round(when.atMs + inS * 1000);
  const firstCall = s.patterns.firstCall[place.pattern] as number;
  return {
    stop: s.stops.id[s.callStop[firstCall + place.call] as number] as string,
    trip,
    line: s.patterns.line[place.pattern] as string,
    mode: s.patterns.mode[place.pattern] as TransitMode,
    headsign: s.patterns.headsign[place.pattern] as string,
    scheduledInS,
    expectedInS,
    scheduledMs: instant(scheduledInS),
    expectedMs: instant(expectedInS),
    cancelled: told?.cancelled ?? false,
  };
}

/**
 * What an update says of a call: its own time, else the delay at the last call before it that it names
 * (GTFS Realtime reference, "stop time updates": delays go on to later stops), else the run's.
 * Undefined where it is of the same trip on another day.
 */
function whatIsTold(
  s: Schedule,
  place: CallPlace,
  firstTime: number,
  startMs: number,
  update: TripUpdateRow,
): { readonly delayS: number | null; readonly cancelled: boolean } | undefined {
  const callMs = (call: number) => startMs + (s.timeDepartureS[firstTime + call] as number) * 1000;
  if (Math.abs(update.atMs - callMs(place.call)) > OTHER_DAY_S * 1000) return undefined;
  const first = s.patterns.firstCall[place.pattern] as number;
  let delayS = update.delayS;
  let skipped = false;
  let from = 0;
  for (let call = 0; call <= place.call && from < update.calls.length; call++) {
    const stop = s.stops.id[s.callStop[first + call] as number];
    const row = update.calls.findIndex((named, i) => i >= from && named.stop === stop);
    const named = update.calls[row];
    if (!named) continue;
    from = row + 1;
    skipped = call === place.call && named.skipped;
    const arrivalMs = startMs + (s.timeArrivalS[firstTime + call] as number) * 1000;
    if (named.departureMs !== null) delayS = (named.departureMs - callMs(call)) / 1000;
    else if (named.delayS !== null) delayS = named.delayS;
    else if (named.arrivalMs !== null) delayS = (named.arrivalMs - arrivalMs) / 1000;
  }
  return { delayS, cancelled: update.cancelled || skipped };
}

interface StopIndex {
  readonly callsAt: ReadonlyMap<string, readonly CallPlace[]>;
  /** By pattern. */
  readonly profiles: readonly (readonly number[])[];
  /** By profile, in order of departure. */
  readonly runs: readonly (readonly number[])[];
  readonly daysBack: number;
}
const indices = new WeakMap<Schedule, StopIndex>();

function indexOf(s: Schedule): StopIndex {
  const known = indices.get(s);
  if (known) return known;
  const callsAt = new Map<string, CallPlace[]>();
  for (let pattern = 0; pattern < s.patterns.count; pattern++)
    for (let call = 0; call < callsOf(s, pattern) - 1; call++) {
      const row = (s.patterns.firstCall[pattern] as number) + call;
      const stop = s.stops.id[s.callStop[row] as number] as string;
      const calls = callsAt.get(stop);
      if (calls) calls.push({ pattern, call });
      else callsAt.set(stop, [{ pattern, call }]);
    }
  const profiles: number[][] = Array.from({ length: s.patterns.count }, () => []);
  s.profilePattern.forEach((pattern, profile) => {
    profiles[pattern]?.push(profile);
  });
  const runs: number[][] = Array.from({ length: s.profilePattern.length }, () => []);
  s.runProfile.forEach((profile, run) => {
    runs[profile]?.push(run);
  });
  const lastS = s.runDepartureS.at(-1) ?? 0;
  const longestS = s.timeDepartureS.reduce((most, value) => Math.max(most, value), 0);
  const index = { callsAt, profiles, runs, daysBack: Math.max(1, Math.ceil((lastS + longestS) / 86_400)) };
  indices.set(s, index);
  return index;
}

/** The first of a profile's runs that departs at `fromS` or later. */
function firstFrom(s: Schedule, runs: readonly number[], fromS: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((s.runDepartureS[runs[middle] as number] as number) >= fromS) high = middle;
    else low = middle + 1;
  }
  return low;
}
