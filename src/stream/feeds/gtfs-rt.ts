// SPDX-License-Identifier: EUPL-1.2
/**
 * GTFS-Realtime 2.0 (gtfs.org/documentation/realtime/reference): vehicle positions, trip updates and
 * alerts, whichever of them a feed message has. Ids of rows: `vehicle/<vehicle id>`, the trip's id (with
 * `@<seconds>` where it has a start_time: a trip may be repeated), `alert/<entity id>`; in differential messages the entity's id stands for the vehicle's, since that is
 * what a deletion names.
 */

import { z } from 'zod';
import { TRANSIT_MODES } from '../../city/ground';
import { secondsOf } from '../../city/gtfs';
import type { LiveRow } from '../../city/live';
import { type Feed, FeedFault, type ParseContext } from './feed';
import { FeedMessage, type Realtime } from './gtfs-realtime-message';
import { alertRow } from './gtfs-rt-alert';
import { fromSeconds } from './instants';
import { messageOf, nameOf, optionsOf } from './message';
import { type Lapse, RowTally } from './row-tally';
import { idText, placeAt, within } from './values';

const optionsSchema = z.strictObject({
  /** Of all vehicles, where the feed is of one mode only. */
  mode: z.enum(TRANSIT_MODES).optional(),
});
type Options = z.infer<typeof optionsSchema>;

type Long = { toNumber(): number };
const DIFFERENTIAL = 1;
const MOST_DELAY_S = 86_400;

export const gtfsRt: Feed = {
  id: 'gtfs-rt',
  kinds: ['vehicle', 'trip-update', 'alert'],
  format: 'protobuf',
  options: optionsSchema,
  parse(got, context) {
    const message = messageOf(got, 'main');
    const options = optionsOf(optionsSchema, context);
    let feed: Realtime.FeedMessage;
    try {
      feed = FeedMessage.decode(message.bytes);
    } catch (error) {
      throw new FeedFault(`${nameOf(message)}: no GTFS-Realtime message (${wordsOf(error)})`);
    }
    const differential = feed.header.incrementality === DIFFERENTIAL;
    const headerMs = timeOf(feed.header, 'timestamp');
    const tally = new RowTally(context);
    const gone: string[] = [];
    for (const entity of feed.entity) {
      if (entity.isDeleted) gone.push(...idsOf(entity));
      else takeEntity(entity, { differential, headerMs, options, context }, tally);
    }
    return { ...tally.parsed(!differential), gone };
  },
};

interface Reading {
  readonly differential: boolean;
  readonly headerMs: number | undefined;
  readonly options: Options;
  readonly context: ParseContext;
}

function takeEntity(entity: Realtime.IFeedEntity, reading: Reading, tally: RowTally): void {
  const id = idText(entity.id);
  const { vehicle, tripUpdate, alert } = entity;
  if (!id) tally.drop('no-id', 'entity without id');
  else if (!vehicle && !tripUpdate && !alert) tally.drop('unknown-kind', id);
  else {
    if (vehicle) tally.take(vehicleRow(vehicle, id, reading));
    if (tripUpdate) tally.take(tripUpdateRow(tripUpdate, id, reading));
    if (alert) tally.take(alertRow(alert, id, reading.headerMs, reading.context.receivedMs));
  }
}

function vehicleRow(
  vehicle: Realtime.IVehiclePosition,
  entityId: string,
  { differential, headerMs, options }: Reading,
): LiveRow | Lapse {
  const id = `vehicle/${(differential ? undefined : idText(vehicle.vehicle?.id)) ?? entityId}`;
  const atMs = timeOf(vehicle, 'timestamp') ?? headerMs;
  if (atMs === undefined) return ['no-time', id];
  const { position } = vehicle;
  const at = position ? placeAt(position.longitude, position.latitude) : undefined;
  if (!position || !at) return ['outside', `${id}: ${position?.longitude}, ${position?.latitude}`];
  const bearing = own(position, 'bearing', 0, 360);
  return {
    kind: 'vehicle',
    id,
    atMs,
    at,
    trip: idText(vehicle.trip?.tripId) ?? null,
    startS: startOf(vehicle.trip),
    route: idText(vehicle.trip?.routeId) ?? null,
    line: null,
    mode: options.mode ?? null,
    bearingDeg: bearing === null ? null : bearing % 360,
    // Nothing on a city's rails or roads goes faster than 60 m/s.
    speedMS: own(position, 'speed', 0, 60),
    occupancyShare: occupancyOf(vehicle),
  };
}

/**
 * Middle of what the words of OccupancyStatus stand for, as the seats fill first: half of the places of a
 * city's vehicle are for standing. The reference gives no figures; a percentage, where there is one, counts.
 */
const SHARE_BY_STATUS: readonly (number | null)[] = [0, 0.15, 0.4, 0.65, 0.9, 1, 1, null, null];

function occupancyOf(vehicle: Realtime.IVehiclePosition): number | null {
  const percentage = own(vehicle, 'occupancyPercentage', 0, 300);
  if (percentage !== null) return Math.min(1, percentage / 100);
  const status = own(vehicle, 'occupancyStatus', 0, 100);
  return status === null ? null : (SHARE_BY_STATUS[status] ?? null);
}

function tripUpdateRow(
  update: Realtime.ITripUpdate,
  entityId: string,
  { headerMs, context }: Reading,
): LiveRow | Lapse {
  const trip = idText(update.trip?.tripId);
  // Runs without an id in the timetable cannot be told from others.
  if (!trip) return ['no-id', `${entityId}: no trip_id`];
  const atMs = timeOf(update, 'timestamp') ?? headerMs;
  if (atMs === undefined) return ['no-time', entityId];
  const calls: CallRow[] = [];
  for (const call of update.stopTimeUpdate ?? []) {
    const stop = idText(call.stopId);
    if (stop) calls.push(callRow(call, stop));
  }
  const next = calls.find(
    (call) => call.delayS !== null && (call.departureMs ?? call.arrivalMs ?? Infinity) >= context.receivedMs,
  );
  return {
    kind: 'trip-update',
    id: runId(trip, update.trip),
    atMs,
    trip,
    startS: startOf(update.trip),
    route: idText(update.trip.routeId) ?? null,
    cancelled: CANCELLED.has(update.trip.scheduleRelationship ?? 0),
    delayS: next?.delayS ?? own(update, 'delay', -MOST_DELAY_S, MOST_DELAY_S),
    calls,
  };
}

/** CANCELED, and DELETED of the newer protocol. */
const CANCELLED = new Set([3, 7]);
const [SKIPPED, NO_DATA] = [1, 2];
type CallRow = Extract<LiveRow, { kind: 'trip-update' }>['calls'][number];

function callRow(call: Realtime.TripUpdate.IStopTimeUpdate, stop: string): CallRow {
  const said = call.scheduleRelationship !== NO_DATA;
  const time = (event: Realtime.TripUpdate.IStopTimeEvent | null | undefined) =>
    (said && event ? timeOf(event, 'time') : undefined) ?? null;
  const delay = (event: Realtime.TripUpdate.IStopTimeEvent | null | undefined) =>
    said && event ? own(event, 'delay', -MOST_DELAY_S, MOST_DELAY_S) : null;
  return {
    stop,
    arrivalMs: time(call.arrival),
    departureMs: time(call.departure),
    delayS: delay(call.departure) ?? delay(call.arrival),
    skipped: call.scheduleRelationship === SKIPPED,
  };
}

/** Seconds of start_time (H:MM:SS, which may be past 24); null where it has none that can be read. */
function startOf(trip: Realtime.ITripDescriptor | null | undefined): number | null {
  const seconds = trip?.startTime ? secondsOf(trip.startTime) : undefined;
  return seconds !== undefined && Number.isFinite(seconds) ? seconds : null;
}
function runId(tripId: string, trip: Realtime.ITripDescriptor | null | undefined): string {
  const startS = startOf(trip);
  return startS === null ? tripId : `${tripId}@${startS}`;
}

/** All rows that an entity can have been. */
function idsOf(entity: Realtime.IFeedEntity): string[] {
  const trip = idText(entity.tripUpdate?.trip?.tripId);
  const vehicle = idText(entity.vehicle?.vehicle?.id);
  const id = idText(entity.id);
  return [
    ...(id ? [`vehicle/${id}`, `alert/${id}`, id] : []),
    ...(trip ? [runId(trip, entity.tripUpdate?.trip)] : []),
    ...(vehicle ? [`vehicle/${vehicle}`] : []),
  ];
}

/** A number that the message itself has (absent ones read as 0 in protobuf 2) and that can be meant. */
function own<T extends object>(
  message: T,
  name: keyof T & string,
  least: number,
  most: number,
): number | null {
  return Object.hasOwn(message, name) ? (within(message[name], least, most) ?? null) : null;
}

/** Seconds since 1970, which come as 64 bits. */
function timeOf<T extends object>(message: T, name: keyof T & string): number | undefined {
  if (!Object.hasOwn(message, name)) return undefined;
  const value = message[name] as number | Long | null;
  return value === null ? undefined : fromSeconds(typeof value === 'number' ? value : value.toNumber());
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 120) : 'not readable');
