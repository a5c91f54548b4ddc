// SPDX-License-Identifier: EUPL-1.2
/** From the rows of a GTFS feed to a timetable. Pure: whoever calls has read the files. */
import { type GtfsRow, secondsOf, servicesOn } from '../../../city/gtfs';
import { buildTimetable, type Timetable, type Transfer, type Trip } from './timetable';
import { TransitError } from './transit-lines';
import { WALK_DEFAULTS, type WalkParameters, walkSeconds } from './walks';

/** Files of a feed (GTFS Schedule reference, gtfs.org), each as its rows. */
export interface GtfsRows {
  readonly stops: readonly GtfsRow[];
  readonly trips: readonly GtfsRow[];
  readonly stopTimes: readonly GtfsRow[];
  readonly transfers?: readonly GtfsRow[];
  readonly frequencies?: readonly GtfsRow[];
  readonly calendar?: readonly GtfsRow[];
  readonly calendarDates?: readonly GtfsRow[];
}

export interface GtfsTimetable {
  readonly timetable: Timetable;
  /** Ids of the timetable's stops: the feed's stops and platforms (location_type 0), in its order. */
  readonly stopIds: readonly string[];
  /** Trips left out for having fewer than two calls. */
  readonly tripsWithoutWay: number;
}

/**
 * Trips of one day, or of the whole feed where no `date` (yyyymmdd) is given. Transfers of type 3
 * (not possible) and of types 4 and 5 (within a vehicle) are no walks; those without a time take
 * the walk in a straight line with the detour, at the walking speed of `walk`.
 * @throws TransitError naming the file and the row, counted from 1 below the header.
 */
export function timetableFromGtfs(
  rows: GtfsRows,
  date?: string,
  walk: WalkParameters = WALK_DEFAULTS,
): GtfsTimetable {
  const places = rows.stops.filter((row) => (row.location_type ?? '') === '' || row.location_type === '0');
  const stopIds = places.map((row) => row.stop_id ?? '');
  const stopOf = new Map(stopIds.map((id, stop) => [id, stop]));
  const services = date && servicesOn(date, rows.calendar ?? [], rows.calendarDates ?? []);
  const runs = rows.trips.filter((row) => !services || services.has(row.service_id ?? ''));
  const { trips, tripsWithoutWay } = tripsOf(runs, rows, stopOf);
  const transfers = transfersOf(rows.transfers ?? [], stopOf, (from, to) =>
    walkSeconds(apartM(places[from] as GtfsRow, places[to] as GtfsRow), walk),
  );
  return { timetable: buildTimetable(stopIds.length, trips, transfers), stopIds, tripsWithoutWay };
}

interface Call {
  readonly sequence: number;
  readonly stop: number;
  /** NaN: not said, to be interpolated. */
  readonly arrivalS: number;
  readonly departureS: number;
}

function tripsOf(
  runs: readonly GtfsRow[],
  { stopTimes, frequencies = [] }: GtfsRows,
  stopOf: ReadonlyMap<string, number>,
): { trips: Trip[]; tripsWithoutWay: number } {
  const calls = new Map<string, Call[]>(runs.map((row) => [row.trip_id ?? '', []]));
  stopTimes.forEach((row, i) => {
    const of = calls.get(row.trip_id ?? '');
    if (!of) return;
    const where = `stop_times row ${i + 1}`;
    const stop = stopOf.get(row.stop_id ?? '');
    if (stop === undefined) throw new TransitError(where, `stop ${row.stop_id} is not in stops`);
    const sequence = Number(row.stop_sequence);
    if (!Number.isFinite(sequence)) throw new TransitError(where, `stop_sequence is ${row.stop_sequence}`);
    const [arrivalS, departureS] = [seconds(row.arrival_time, where), seconds(row.departure_time, where)];
    of.push({
      sequence,
      stop,
      arrivalS: Number.isNaN(arrivalS) ? departureS : arrivalS,
      departureS: Number.isNaN(departureS) ? arrivalS : departureS,
    });
  });
  const trips: Trip[] = [];
  let tripsWithoutWay = 0;
  const repeats = new Map<string, GtfsRow[]>();
  for (const row of frequencies)
    repeats.set(row.trip_id ?? '', [...(repeats.get(row.trip_id ?? '') ?? []), row]);
  for (const [id, list] of calls) {
    if (list.length < 2) {
      tripsWithoutWay++;
      continue;
    }
    const trip = timed(
      id,
      list.sort((a, b) => a.sequence - b.sequence),
    );
    const often = repeats.get(id);
    trips.push(...(often ? often.flatMap((row) => repeated(trip, row)) : [trip]));
  }
  return { trips, tripsWithoutWay };
}

/** Times that are not said lie evenly between those that are. */
function timed(id: string, calls: readonly Call[]): Trip {
  const [arrivalS, departureS] = [calls.map((c) => c.arrivalS), calls.map((c) => c.departureS)];
  if (Number.isNaN(arrivalS[0]) || Number.isNaN(arrivalS.at(-1)))
    throw new TransitError(`trip ${id}`, 'its first and last calls need times');
  for (let call = 1; call < calls.length; call++) {
    if (!Number.isNaN(arrivalS[call])) continue;
    let next = call;
    while (Number.isNaN(arrivalS[next])) next++;
    const before = departureS[call - 1] as number;
    arrivalS[call] = before + ((arrivalS[next] as number) - before) / (next - call + 1);
    departureS[call] = arrivalS[call] as number;
  }
  return { id, stops: calls.map((c) => c.stop), arrivalS, departureS };
}

/** A trip as often as a row of frequencies.txt says. */
function repeated(trip: Trip, row: GtfsRow): Trip[] {
  const where = `frequencies, trip ${trip.id}`;
  const [startS, endS] = [seconds(row.start_time, where), seconds(row.end_time, where)];
  const headwayS = Number(row.headway_secs);
  if (!(headwayS > 0 && startS <= endS)) throw new TransitError(where, `every ${row.headway_secs} s`);
  const trips: Trip[] = [];
  for (let at = startS; at < endS; at += headwayS) {
    const later = (time: number) => time + at - (trip.departureS[0] as number);
    trips.push({
      ...trip,
      arrivalS: Array.from(trip.arrivalS, later),
      departureS: Array.from(trip.departureS, later),
    });
  }
  return trips;
}

function transfersOf(
  rows: readonly GtfsRow[],
  stopOf: ReadonlyMap<string, number>,
  walkS: (from: number, to: number) => number,
): Transfer[] {
  return rows.flatMap((row, i) => {
    if (['3', '4', '5'].includes(row.transfer_type ?? '')) return [];
    const [from, to] = [stopOf.get(row.from_stop_id ?? ''), stopOf.get(row.to_stop_id ?? '')];
    // A transfer between stations, not platforms, says nothing about a way.
    if (from === undefined || to === undefined) return [];
    const time = row.min_transfer_time;
    const taken = time === undefined || time === '' ? walkS(from, to) : Number(time);
    if (!(taken >= 0)) throw new TransitError(`transfers row ${i + 1}`, `takes ${time} s`);
    return [{ from, to, walkS: taken }];
  });
}

function seconds(text: string | undefined, where: string): number {
  const time = secondsOf(text);
  if (time === undefined) throw new TransitError(where, `time ${text} is not H:MM:SS`);
  return time;
}

/** Metres between two stops: a plane about them on the mean sphere is enough for a walk. */
function apartM(a: GtfsRow, b: GtfsRow): number {
  const radians = (text: string | undefined) => (Number(text) * Math.PI) / 180;
  const north = radians(a.stop_lat) - radians(b.stop_lat);
  const east = (radians(a.stop_lon) - radians(b.stop_lon)) * Math.cos(radians(a.stop_lat));
  return 6_371_008.8 * Math.sqrt(north * north + east * east);
}
