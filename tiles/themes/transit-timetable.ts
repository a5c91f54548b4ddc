// SPDX-License-Identifier: EUPL-1.2
/** Runs of a weekday morning → the sequences of stops that lines really ride, and how often. */
import { ASSIGNED, TIMETABLED, TIMETABLED_WEEKDAY } from '../../src/city/assigned-hour';
import type { TransitMode } from '../../src/city/ground';
import { type GtfsRow, servicesOn, weekday } from '../../src/city/gtfs';
import { placeOf } from './editions';
import { grouped } from './grouped';
import type { TransitRow, TripTimes } from './rows';
import type { CleanContext, SourceRows } from './theme';
import type { Pattern } from './transit-patterns';
import { modesOfLines, type Stop } from './transit-stops';

type Row<K extends TransitRow['kind']> = Extract<TransitRow, { kind: K }>;
/** A sequence of stops that a line rides by a timetable. */
export interface TimetabledPattern extends Pattern {
  /** An hour over the runs of the assigned hour. */
  readonly headwayMin: number;
  /** Those with a call in {@link TIMETABLED}, by departure. */
  readonly runs: readonly TripTimes[];
}

/**
 * One pattern a line and sequence of stops that some run rides in the assigned hour: half-way (its
 * middle call) it leaves within it, so that each run counts in one hour. Runs on the Wednesday on
 * which most of the feed's do. Calls at stops that no source places are skipped.
 */
export function timetabledPatterns(
  bySource: readonly SourceRows<'transit'>[],
  stops: readonly Stop[],
  drop: CleanContext['drop'],
): TimetabledPattern[] {
  const rows = bySource.flatMap((source) => source.rows);
  const of = <K extends TransitRow['kind']>(kind: K) =>
    rows.filter((row): row is Row<K> => row.kind === kind);
  const runs = ridden(of('trip-times'), of('trip'), of('service'), of('service-date'), drop);
  if (runs.length === 0) return [];
  const often = grouped(of('frequency'), ({ trip }) => trip);
  const modeOf = modesOfLines(bySource);
  const lineOf = new Map(of('route').map(({ stableId, line }) => [stableId, line]));
  const callsOf = placedCalls(stops, drop);
  const patterns = new Map<string, { line: string; mode: TransitMode; stops: Stop[]; runs: TripTimes[] }>();
  for (const { times: row, route } of runs) {
    const line = lineOf.get(route);
    const mode = line === undefined ? undefined : modeOf(line);
    if (line === undefined || !mode) {
      drop('bad-value', `${placeOf(row.origin)}: trip ${row.trip} is of ${route}, which is not in routes`);
      continue;
    }
    const calls = callsOf(row);
    if (calls.stops.length < 2) continue;
    const key = `${line} ${calls.stops.map(({ id }) => id).join(' ')}`;
    const pattern = patterns.get(key) ?? { line, mode, stops: calls.stops, runs: [] };
    patterns.set(key, pattern);
    const riding = repeated(calls.times, often.get(row.trip)).filter(isTimetabled);
    if (riding.length === 0) drop('other-hours', `${placeOf(row.origin)}: trip ${row.trip}`);
    pattern.runs.push(...riding);
  }
  return [...patterns.values()].flatMap((pattern) => {
    const inHour = pattern.runs.filter(({ departureS }) => {
      const middle = departureS[Math.floor((departureS.length - 1) / 2)] as number;
      return middle >= ASSIGNED.fromMin * 60 && middle < ASSIGNED.toMin * 60;
    }).length;
    if (inHour === 0) return [];
    const byDeparture = pattern.runs.sort(
      (a, b) => (a.departureS[0] as number) - (b.departureS[0] as number),
    );
    return [{ ...pattern, runs: byDeparture, headwayMin: (ASSIGNED.toMin - ASSIGNED.fromMin) / inHour }];
  });
}

const FROM_S = TIMETABLED.fromMin * 60;
const TO_S = TIMETABLED.toMin * 60;
const isTimetabled = ({ departureS }: TripTimes): boolean =>
  (departureS.at(-1) as number) >= FROM_S && (departureS[0] as number) <= TO_S;

/** The runs of the day, each with its route. */
function ridden(
  times: readonly Row<'trip-times'>[],
  trips: readonly Row<'trip'>[],
  services: readonly Row<'service' | 'service-date'>[],
  serviceDates: readonly Row<'service' | 'service-date'>[],
  drop: CleanContext['drop'],
): { times: Row<'trip-times'>; route: string }[] {
  const tripOf = new Map(trips.map((trip) => [trip.trip, trip]));
  const known = times.filter((row) => {
    if (tripOf.has(row.trip)) return true;
    drop('bad-value', `${placeOf(row.origin)}: trip ${row.trip} is not in trips`);
    return false;
  });
  const runsOf = new Map<string, number>();
  for (const row of known) {
    const { service } = tripOf.get(row.trip) as Row<'trip'>;
    runsOf.set(service, (runsOf.get(service) ?? 0) + 1);
  }
  const calendar = services.flatMap((row) => (row.kind === 'service' ? [row.values] : []));
  const exceptions = serviceDates.flatMap((row) => (row.kind === 'service-date' ? [row.values] : []));
  const date = busiestWeekday(calendar, exceptions, runsOf);
  const today = date === undefined ? new Set<string>() : servicesOn(date, calendar, exceptions);
  return known.flatMap((row) => {
    const { route, service } = tripOf.get(row.trip) as Row<'trip'>;
    if (today.has(service)) return [{ times: row, route }];
    drop('other-hours', `${placeOf(row.origin)}: trip ${row.trip}, of service ${service}`);
    return [];
  });
}

/** So many weeks of a feed are looked at: two years. */
const MOST_WEEKS = 105;

/**
 * The Wednesday on which most runs are, the first of equals: no holiday, and within the days that the
 * feed is about. None where its calendar has no Wednesday on which anything runs.
 */
export function busiestWeekday(
  calendar: readonly GtfsRow[],
  exceptions: readonly GtfsRow[],
  runsOf: ReadonlyMap<string, number>,
): string | undefined {
  const starts = [
    ...calendar.map((row) => row.start_date ?? ''),
    ...exceptions.map((row) => row.date ?? ''),
  ].sort();
  const ends = [
    ...calendar.map((row) => row.end_date ?? ''),
    ...exceptions.map((row) => row.date ?? ''),
  ].sort();
  const [first, last] = [starts[0], ends.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  let [best, most]: [string | undefined, number] = [undefined, 0];
  let day = dayAfter(first, (TIMETABLED_WEEKDAY - weekday(first) + 7) % 7);
  for (let week = 0; week < MOST_WEEKS && day <= last; week++, day = dayAfter(day, 7)) {
    let runs = 0;
    for (const service of servicesOn(day, calendar, exceptions)) runs += runsOf.get(service) ?? 0;
    if (runs > most) [best, most] = [day, runs];
  }
  return best;
}

function dayAfter(date: string, days: number): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  const after = new Date(Date.UTC(year as number, (month as number) - 1, (day as number) + days));
  return after.toISOString().slice(0, 10).replaceAll('-', '');
}

/** The calls of a run at stops that are known; what a stop that is not says once. */
function placedCalls(
  stops: readonly Stop[],
  drop: CleanContext['drop'],
): (row: Row<'trip-times'>) => { stops: Stop[]; times: TripTimes } {
  const stopOf = new Map(stops.map((stop) => [stop.id, stop]));
  const missing = new Set<string>();
  return (row) => {
    const kept: number[] = [];
    const { arrivalS, departureS } = row.times;
    row.stops.forEach((id, call) => {
      if (stopOf.has(`amat-${id}`)) kept.push(call);
      else if (!missing.has(id)) {
        missing.add(id);
        const at = placeOf({ file: row.origin.file, row: row.rows[call] as number });
        drop('bad-value', `${at}: trip ${row.trip} calls at ${id}, which no table of stops places`);
      }
    });
    return {
      stops: kept.map((call) => stopOf.get(`amat-${row.stops[call]}`) as Stop),
      times: {
        arrivalS: Int32Array.from(kept, (call) => arrivalS[call] as number),
        departureS: Int32Array.from(kept, (call) => departureS[call] as number),
      },
    };
  };
}

/** A run as often as frequencies.txt says until the timetable's end, once where it says nothing. */
function repeated(times: TripTimes, often: readonly Row<'frequency'>[] | undefined): TripTimes[] {
  if (!often) return [times];
  const first = times.departureS[0] as number;
  const runs: TripTimes[] = [];
  for (const { fromS, toS, headwayS } of often)
    for (let leaveS = fromS; leaveS < toS && leaveS <= TO_S; leaveS += headwayS) {
      const later = (second: number) => Math.round(second - first + leaveS);
      runs.push({ arrivalS: times.arrivalS.map(later), departureS: times.departureS.map(later) });
    }
  return runs;
}
