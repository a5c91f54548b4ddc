// SPDX-License-Identifier: EUPL-1.2
/** The whole timetable of the feeds, every run of every day: `schedule-*`. */
import type { ColumnTable } from '../../src/city/columns';
import { lonLatToPlane, type Plane } from '../../src/city/frames';
import type { TransitMode } from '../../src/city/ground';
import type { GtfsRow } from '../../src/city/gtfs';
import type { Schedule } from '../../src/city/schedule';
import { buildSchedule, type ScheduleRun, type ScheduleStop } from '../../src/city/schedule-build';
import { scheduleTables } from '../../src/city/schedule-tables';
import { placeOf } from './editions';
import { grouped } from './grouped';
import type { CleanContext } from './theme';
import { type Feed, ofKind, type Run } from './transit-feeds';
import type { Stop } from './transit-stops';

type Drop = CleanContext['drop'];
type Service = Schedule['services'][number] & { readonly id: string };

/**
 * Runs of all services of all feeds. Stops are where their feed says, or else where another table does;
 * a call at a stop that none places is skipped (the patterns say so), and a run with fewer than two of
 * the others is left out. None where there is no run.
 */
export function timetableTables(
  feeds: readonly Feed[],
  stops: readonly Stop[],
  modeOf: (line: string) => TransitMode | undefined,
  drop: Drop,
): ColumnTable[] {
  const known = new Map(stops.map((stop) => [stop.id, stop]));
  const input = {
    stops: new Map<string, ScheduleStop>(),
    services: [] as Service[],
    runs: [] as ScheduleRun[],
  };
  for (const [feed, each] of feeds.entries()) {
    const serviceOf = (service: string) => `${feed} ${service}`;
    const own = servicesOf(each);
    const places = stopsOf(each, known);
    for (const service of own.values()) input.services.push({ ...service, id: serviceOf(service.id) });
    for (const [id, stop] of places) if (!input.stops.has(id)) input.stops.set(id, stop);
    for (const run of runsOf(each, places, modeOf, drop))
      if (own.has(run.service)) input.runs.push({ ...run, service: serviceOf(run.service) });
      else drop('bad-value', `trip ${run.trip}, of service ${run.service}, which no calendar has`);
  }
  if (input.runs.length === 0) return [];
  const schedule = buildSchedule({ ...input, stops: [...input.stops.values()] }, (_, { trip, line }, why) => {
    if (why === 'stop-off-shape')
      drop('value-not-used', `path of line ${line}, trip ${trip}: a stop is more than 100 m from it`);
  });
  return scheduleTables(schedule);
}

function stopsOf({ rows }: Feed, known: ReadonlyMap<string, Stop>): Map<string, ScheduleStop> {
  const places = new Map<string, ScheduleStop>();
  // As the map has them; a feed's own place goes before another table's.
  for (const [key, { name, at }] of known) {
    const id = key.replace(/^amat-/, '');
    places.set(id, { id, name, at: lonLatToPlane(at) });
  }
  for (const { stableId, name, at } of ofKind(rows, 'stop')) {
    const id = stableId?.replace(/^amat-/, '');
    if (id) places.set(id, { id, name: known.get(stableId as string)?.name ?? name, at: lonLatToPlane(at) });
  }
  return places;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** By id. A service of exceptions only runs on no weekday. */
function servicesOf({ rows }: Feed): Map<string, Service> {
  const exceptions = grouped(
    ofKind(rows, 'service-date').map(({ values }) => values),
    ({ service_id }) => service_id ?? '',
  );
  const daysOf = (id: string, type: '1' | '2') =>
    [
      ...new Set((exceptions.get(id) ?? []).filter((row) => row.exception_type === type).map(dayOf('date'))),
    ].sort((a, b) => a - b);
  const services = new Map<string, Service>();
  const add = (id: string, weekdays: number, fromDay: number, toDay: number) =>
    services.set(id, { id, weekdays, fromDay, toDay, also: daysOf(id, '1'), not: daysOf(id, '2') });
  for (const { values } of ofKind(rows, 'service')) {
    const bits = WEEKDAYS.reduce((sum, day, bit) => sum + (values[day] === '1' ? 1 << bit : 0), 0);
    add(values.service_id ?? '', bits, dayOf('start_date')(values), dayOf('end_date')(values));
  }
  for (const [id, own] of exceptions) {
    if (services.has(id)) continue;
    const days = own.map(dayOf('date')).sort((a, b) => a - b);
    add(id, 0, days[0] as number, days.at(-1) as number);
  }
  return services;
}
const dayOf = (column: string) => (row: GtfsRow) => Number(row[column]);

function* runsOf(
  { runs, rows }: Feed,
  places: ReadonlyMap<string, ScheduleStop>,
  modeOf: (line: string) => TransitMode | undefined,
  drop: Drop,
): Generator<ScheduleRun> {
  const shapes = new Map<string, Plane[]>();
  for (const { shape, points } of ofKind(rows, 'shape')) shapes.set(shape, points.map(lonLatToPlane));
  const modeOfRoute = new Map(ofKind(rows, 'route').map(({ stableId, mode }) => [stableId, mode]));
  const calls = placedCalls(places);
  for (const run of runs) {
    const { trip, times, line } = run;
    const placed = calls(times);
    if (placed.stops.length < 2) {
      drop('bad-value', `${placeOf(times.origin)}: trip ${times.trip} has fewer than 2 calls at known stops`);
      continue;
    }
    const mode = modeOf(line) ?? modeOfRoute.get(trip.route);
    if (!mode) continue;
    yield* repeated(run, {
      ...placed,
      trip: times.trip,
      line,
      mode,
      route: trip.route.replace(/^gtfs-/, ''),
      headsign: trip.headsign ?? '',
      shape: (trip.shape !== undefined && shapes.get(trip.shape)) || null,
      service: trip.service,
    });
  }
}

/** The calls of a run at stops that are known; runs with the same stops share one list. */
function placedCalls(places: ReadonlyMap<string, ScheduleStop>) {
  const kept = new Map<readonly string[], readonly number[] | null>();
  const lists = new Map<readonly string[], readonly string[]>();
  return ({ stops, times }: Run['times']): Pick<ScheduleRun, 'stops' | 'arrivalS' | 'departureS'> => {
    let own = kept.get(stops);
    if (own === undefined) {
      const rows = [...stops.keys()].filter((call) => places.has(stops[call] as string));
      own = rows.length === stops.length ? null : rows;
      kept.set(stops, own);
      if (own)
        lists.set(
          stops,
          own.map((call) => stops[call] as string),
        );
    }
    if (own === null) return { stops, ...times };
    return {
      stops: lists.get(stops) as readonly string[],
      arrivalS: own.map((call) => times.arrivalS[call] as number),
      departureS: own.map((call) => times.departureS[call] as number),
    };
  };
}

/** As often as frequencies.txt says, once where it says nothing. */
function* repeated({ often }: Run, run: ScheduleRun): Generator<ScheduleRun> {
  if (!often) {
    yield run;
    return;
  }
  const first = run.departureS[0] as number;
  for (const { fromS, toS, headwayS } of often)
    for (let leaveS = fromS; leaveS < toS; leaveS += headwayS) {
      const departure = Math.round(leaveS);
      const later = (second: number) => second - first + departure;
      yield {
        ...run,
        trip: `${run.trip}@${departure}`,
        arrivalS: Array.from(run.arrivalS, later),
        departureS: Array.from(run.departureS, later),
      };
    }
}
