// SPDX-License-Identifier: EUPL-1.2
/**
 * GTFS Schedule (gtfs.org/documentation/schedule/reference): the timetable with its paths. Not asked for
 * again and again as the feeds of the shelf are, but what their trips, routes and stops are of.
 */
import { lonLatToPlane, type Plane } from '../../city/frames';
import type { TransitMode } from '../../city/ground';
import { secondsOf } from '../../city/gtfs';
import type { Schedule } from '../../city/schedule';
import { buildSchedule, type ScheduleRun, type ScheduleStop } from '../../city/schedule-build';
import { FeedFault } from './feed';
import { callTimes, type TripCalls } from './gtfs-call-times';
import { gtfsServices } from './gtfs-services';
import { gtfsRows } from './gtfs-table';
import { placeAt, within } from './values';

/** The files that are read; the last four may be absent, but one of the calendars must be there. */
export const GTFS_FILES = [
  'routes.txt',
  'stops.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'shapes.txt',
  'frequencies.txt',
] as const;
export type GtfsFile = (typeof GTFS_FILES)[number];
export type GtfsFiles = Readonly<Partial<Record<GtfsFile, string>>>;

/**
 * The whole timetable of a feed from the texts of its files. A trip of frequencies.txt becomes a run for
 * each departure, `trip@seconds`. Runs of modes that the city does not have (ferries, say) are left out,
 * and so are those of one call. Calls without a time have one by their distance between those that have.
 * @throws FeedFault naming file, row and what is wrong; never anything else
 */
export function parseGtfsStatic(files: GtfsFiles): Schedule {
  const stops = readStops(textOf(files, 'stops.txt'));
  const routes = readRoutes(textOf(files, 'routes.txt'));
  const services = gtfsServices(files['calendar.txt'], files['calendar_dates.txt']);
  const serviceIds = new Set(services.map(({ id }) => id));
  const shapes = readShapes(files['shapes.txt']);
  const departures = readFrequencies(files['frequencies.txt']);
  const calls = callTimes(textOf(files, 'stop_times.txt'), stops);
  const runs: ScheduleRun[] = [];
  const seen = new Set<string>();
  gtfsRows(
    'trips.txt',
    textOf(files, 'trips.txt'),
    ['route_id', 'service_id', 'trip_id'],
    ['trip_headsign', 'shape_id'],
    (cells, row) => {
      const { trip_id: trip, route_id: route, service_id: service } = cells;
      const fault = (words: string) => new FeedFault(`trips.txt, row ${row}: ${words}`);
      if (trip === '') throw fault('trip_id is empty');
      if (seen.has(trip)) throw fault(`trip ${trip} is there already`);
      seen.add(trip);
      const of = routes.get(route);
      if (!of) throw fault(`no route ${route} in routes.txt`);
      if (!serviceIds.has(service)) throw fault(`no service ${service} in the calendars`);
      const { shape_id: shapeId } = cells;
      const known = shapes.get(shapeId);
      if (shapeId !== '' && !known) throw fault(`no shape ${shapeId} in shapes.txt`);
      // A path of one point is none.
      const shape = known && known.length > 1 ? known : null;
      const times = calls.get(trip);
      if (!times || !of.mode) return;
      const { line, mode } = of;
      const run = { trip, line, mode, route, headsign: cells.trip_headsign, service, shape, ...times };
      const at = departures.get(trip);
      if (at) for (const departureS of at) runs.push(shiftedRun(run, departureS));
      else runs.push(run);
    },
  );
  try {
    return buildSchedule({ stops: [...stops.values()], services, runs });
  } catch (error) {
    throw new FeedFault(`GTFS: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function textOf(files: GtfsFiles, name: GtfsFile): string {
  const text = files[name];
  if (text === undefined) throw new FeedFault(`${name}: is missing`);
  return text;
}

function readStops(text: string): ReadonlyMap<string, ScheduleStop> {
  const stops = new Map<string, ScheduleStop>();
  const columns = ['stop_id', 'stop_lat', 'stop_lon'] as const;
  gtfsRows('stops.txt', text, columns, ['stop_name'], (cells, row) => {
    const { stop_id: id, stop_lat: lat, stop_lon: lon } = cells;
    if (id === '') throw new FeedFault(`stops.txt, row ${row}: stop_id is empty`);
    // Nodes inside of stations may have no place; nothing calls there.
    if (lat === '' && lon === '') return;
    const at = placeAt(lon, lat);
    if (!at) throw new FeedFault(`stops.txt, row ${row}: stop ${id} is nowhere (${lat}, ${lon})`);
    stops.set(id, { id, name: cells.stop_name, at: lonLatToPlane(at) });
  });
  return stops;
}

function readRoutes(text: string): ReadonlyMap<string, { line: string; mode: TransitMode | undefined }> {
  const routes = new Map<string, { line: string; mode: TransitMode | undefined }>();
  const names = ['route_short_name', 'route_long_name'] as const;
  gtfsRows('routes.txt', text, ['route_id', 'route_type'], names, (cells, row) => {
    const { route_id: id, route_short_name: short, route_long_name: long } = cells;
    const type = within(cells.route_type, 0, 1799);
    if (id === '') throw new FeedFault(`routes.txt, row ${row}: route_id is empty`);
    if (type === undefined)
      throw new FeedFault(`routes.txt, row ${row}: route_type "${cells.route_type}" is none`);
    routes.set(id, { line: short || long || id, mode: modeOf(type) });
  });
  return routes;
}

/** By route_type, and by the hundreds of the extended ones (TPEG). */
function modeOf(type: number): TransitMode | undefined {
  const basic = (['tram', 'metro', 'rail', 'bus'] as const)[type];
  if (basic) return basic;
  if (type === 11) return 'trolleybus';
  const extended = { 1: 'rail', 2: 'bus', 4: 'metro', 7: 'bus', 8: 'trolleybus', 9: 'tram' } as const;
  return extended[Math.floor(type / 100) as keyof typeof extended];
}

function readShapes(text: string | undefined): ReadonlyMap<string, readonly Plane[]> {
  if (text === undefined) return new Map();
  const points = new Map<string, { sequence: number; at: Plane }[]>();
  const columns = ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence'] as const;
  gtfsRows('shapes.txt', text, columns, [], (cells, row) => {
    const at = placeAt(cells.shape_pt_lon, cells.shape_pt_lat);
    const sequence = within(cells.shape_pt_sequence, 0, 1e9);
    if (!at || sequence === undefined)
      throw new FeedFault(
        `shapes.txt, row ${row}: ${at ? `shape_pt_sequence "${cells.shape_pt_sequence}" is none` : `a point of shape ${cells.shape_id} is nowhere`}`,
      );
    const point = { sequence, at: lonLatToPlane(at) };
    const shape = points.get(cells.shape_id);
    if (shape) shape.push(point);
    else points.set(cells.shape_id, [point]);
  });
  const inOrder = (shape: { sequence: number; at: Plane }[]) =>
    shape.sort((a, b) => a.sequence - b.sequence).map(({ at }) => at);
  return new Map([...points].map(([id, shape]) => [id, inOrder(shape)]));
}

/** Departures of each trip that frequencies.txt repeats, in seconds of the day. */
function readFrequencies(text: string | undefined): ReadonlyMap<string, readonly number[]> {
  const departures = new Map<string, number[]>();
  if (text === undefined) return departures;
  const columns = ['trip_id', 'start_time', 'end_time', 'headway_secs'] as const;
  gtfsRows('frequencies.txt', text, columns, [], (cells, row) => {
    const fromS = secondsOf(cells.start_time) ?? Number.NaN;
    const toS = secondsOf(cells.end_time) ?? Number.NaN;
    const headwayS = within(cells.headway_secs, 1, 86_400) ?? Number.NaN;
    if (!(fromS <= toS) || !(headwayS >= 1))
      throw new FeedFault(
        `frequencies.txt, row ${row}: "${cells.start_time}" to "${cells.end_time}" every "${cells.headway_secs}" s`,
      );
    const list = departures.get(cells.trip_id) ?? [];
    departures.set(cells.trip_id, list);
    for (let s = fromS; s < toS; s += headwayS) list.push(Math.round(s));
  });
  return departures;
}

function shiftedRun(run: ScheduleRun & TripCalls, departureS: number): ScheduleRun {
  const by = departureS - (run.departureS[0] as number);
  return {
    ...run,
    trip: `${run.trip}@${departureS}`,
    arrivalS: run.arrivalS.map((s) => s + by),
    departureS: run.departureS.map((s) => s + by),
  };
}
