// SPDX-License-Identifier: EUPL-1.2
/**
 * Live data as everybody speaks of them: what a feed yields, what the relay sends, what a layer draws.
 * A row says one thing at one moment; `id` is unique in its topic, `atMs` (milliseconds since 1970) is
 * when its source says that it was so. A value that is not known is null, never 0.
 */
import type { Licence, Text2 } from './catalogue';
import type { Weekday } from './clock';
import type { LonLat } from './frames';
import type { TransitMode } from './ground';

interface Row {
  readonly id: string;
  readonly atMs: number;
}
interface PlacedRow extends Row {
  readonly at: LonLat;
}

/** A vehicle of public transport where it last said it was. */
export interface VehicleRow extends PlacedRow {
  /** Ids of its run and route in the timetable. */
  readonly trip: string | null;
  /** When that run departs, seconds of its service day, where the feed says so: of a trip that is repeated, which of its runs. */
  readonly startS: number | null;
  readonly route: string | null;
  /** As riders know it, and how it drives, where the feed says so itself. */
  readonly line: string | null;
  readonly mode: TransitMode | null;
  /** Clockwise from north. */
  readonly bearingDeg: number | null;
  readonly speedMS: number | null;
  /** Share of the places taken. */
  readonly occupancyShare: number | null;
}

/** How a run differs from its timetable; the id is the trip's, with `@startS` where the feed says one. */
export interface TripUpdateRow extends Row {
  readonly trip: string;
  /** As of a vehicle. */
  readonly startS: number | null;
  readonly route: string | null;
  readonly cancelled: boolean;
  /** Late is positive; at the next call. */
  readonly delayS: number | null;
  readonly calls: readonly {
    readonly stop: string;
    readonly arrivalMs: number | null;
    readonly departureMs: number | null;
    readonly delayS: number | null;
    readonly skipped: boolean;
  }[];
}

/** A disruption of the service. Open at an end where that is null. */
export interface AlertRow extends Row {
  readonly header: Text2;
  readonly text: Text2;
  readonly effect: 'no-service' | 'reduced' | 'delays' | 'detour' | 'stop-moved' | 'other';
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly routes: readonly string[];
  readonly stops: readonly string[];
}

export interface BikeStationRow extends PlacedRow {
  readonly name: string;
  readonly capacity: number | null;
  readonly bikes: number;
  /** Of `bikes`. */
  readonly electric: number | null;
  readonly docks: number | null;
  readonly renting: boolean;
  readonly returning: boolean;
}

export interface CarParkRow extends PlacedRow {
  readonly name: string;
  readonly capacity: number | null;
  readonly free: number | null;
  readonly open: boolean | null;
}

/** Traffic measured on a stretch of street. */
export interface TrafficRow extends Row {
  readonly at: LonLat | null;
  /** Row of the input table `road-links` that it is of, where the feed's ids say so. */
  readonly link: number | null;
  readonly flowVehH: number | null;
  readonly speedKmH: number | null;
  readonly occupancyShare: number | null;
}

export const POLLUTANTS = ['NO2', 'PM10', 'PM2.5', 'O3', 'SO2', 'CO', 'C6H6'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];
/** One pollutant at one station; the id is `station/pollutant`. µg/m³, of CO mg/m³. */
export interface AirRow extends PlacedRow {
  readonly station: string;
  readonly name: string;
  readonly pollutant: Pollutant;
  readonly value: number;
  /** Hours that the value is the mean of. */
  readonly averagedH: number;
}

export const WEATHER_QUANTITIES = [
  'temperatureC',
  'humidityShare',
  'rainMm',
  'windMS',
  'windFromDeg',
] as const;
export type WeatherQuantity = (typeof WEATHER_QUANTITIES)[number];
/** One quantity at one station; the id is `station/quantity`. */
export interface WeatherRow extends PlacedRow {
  readonly station: string;
  readonly name: string;
  readonly quantity: WeatherQuantity;
  readonly value: number;
}

/** Vehicles counted at a gate, or at all of them together, in the `periodS` that begin at `atMs`. */
export interface GateCountRow extends Row {
  readonly gate: string | null;
  readonly vehicles: number;
  readonly periodS: number;
}

/** Persons present, as estimated; null where too few to be disclosed, which is not zero. */
export interface PresenceRow extends Row {
  /** Of the district (ID_NIL). */
  readonly district: number;
  readonly residents: number | null;
  readonly workers: number | null;
  readonly visitors: number | null;
}

/** A place with any values: a CSV or GeoJSON that no other feed knows. */
export interface PointRow extends PlacedRow {
  readonly name: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface LiveRows {
  readonly vehicle: VehicleRow;
  readonly 'trip-update': TripUpdateRow;
  readonly alert: AlertRow;
  readonly 'bike-station': BikeStationRow;
  readonly 'car-park': CarParkRow;
  readonly traffic: TrafficRow;
  readonly air: AirRow;
  readonly weather: WeatherRow;
  readonly 'gate-count': GateCountRow;
  readonly presence: PresenceRow;
  readonly point: PointRow;
}
export type LiveKind = keyof LiveRows;
/** A row with the kind that it is of: what travels. */
export type LiveRow = { readonly [K in LiveKind]: LiveRows[K] & { readonly kind: K } }[LiveKind];
export const LIVE_KINDS = [
  'vehicle',
  'trip-update',
  'alert',
  'bike-station',
  'car-park',
  'traffic',
  'air',
  'weather',
  'gate-count',
  'presence',
  'point',
] as const satisfies readonly LiveKind[];

/** One configured feed as the screen knows it: an entry of city.json without its address and secrets. */
export interface Topic {
  readonly id: string;
  /** Of the shelf of feeds. */
  readonly feed: string;
  readonly kinds: readonly LiveKind[];
  readonly title: Text2;
  readonly publisher: string;
  readonly licence: Licence;
  readonly attribution: string;
  /** Page of the data set, for people; '' where it has none. */
  readonly page: string;
  readonly periodS: number;
  /** A row older than this is stale: grey, and in no total. */
  readonly timeToLiveS: number;
  /** Made by the demo's own publisher: the screen says so everywhere. */
  readonly simulated: boolean;
}

/** What is simulated replays a Wednesday every day. */
export const REPLAYED_WEEKDAY: Weekday = 3;

/** How the relay fares with an upstream. */
export interface UpstreamState {
  readonly state: 'waiting' | 'ok' | 'failing';
  /** Since when, by the relay's clock. */
  readonly sinceMs: number;
  /** What went wrong, in words for an operator; null where nothing did. */
  readonly fault: string | null;
  /** When the last message that could be read came; null: none yet. */
  readonly lastGoodMs: number | null;
}

/**
 * What the relay sends, one a server-sent event whose name is `kind`. Its id is `<epoch>-<n>`: `n` only
 * grows, the epoch changes where the relay has forgotten what it sent before.
 */
export type RelayMessage =
  | RelayNews
  /** Every few seconds, without an id: the relay's clock again, and that the line is alive. */
  | { readonly kind: 'time'; readonly nowMs: number };

/** What changes what is known. */
export type RelayNews =
  | {
      readonly kind: 'hello';
      /** The relay's clock, by which the browser corrects its own. */
      readonly nowMs: number;
      readonly topics: readonly (Topic & { readonly upstream: UpstreamState })[];
    }
  | { readonly kind: 'snapshot'; readonly topic: string; readonly rows: readonly LiveRow[] }
  | {
      readonly kind: 'delta';
      readonly topic: string;
      readonly changed: readonly LiveRow[];
      readonly gone: readonly string[];
    }
  | { readonly kind: 'upstream'; readonly topic: string; readonly upstream: UpstreamState };

/** `/api/live/snapshot?since=<id>`: what the stream would have sent after `since`; hello and snapshots without it, or after a gap. */
export interface SnapshotAnswer {
  /** Of the last message, to ask on from. */
  readonly id: string;
  /** The relay's clock. */
  readonly nowMs: number;
  readonly messages: readonly RelayNews[];
}

/** `/api/live/history?topic=&at=<ms>`: the topic's rows as they were known at that moment. */
export interface HistoryAnswer {
  readonly topic: string;
  readonly atMs: number;
  /** null: nothing is kept of that moment. */
  readonly rows: readonly LiveRow[] | null;
}

/** `/api/live/history/extent`: the moments that can be asked for; null: none is kept yet. */
export interface ExtentAnswer {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** `/api/live/series?topic=&id=&from=<ms>&to=<ms>&field=`: one row's field over time, oldest first. */
export interface SeriesAnswer {
  readonly topic: string;
  readonly id: string;
  readonly field: string;
  readonly points: readonly { readonly atMs: number; readonly value: number }[];
}

/** A message that says more than so far ahead of the clock is not believed. */
export const CLOCK_TOLERANCE_MS = 120_000;

/** Whether a row still counts. A row of the near future is of now. */
export function isFresh(atMs: number, nowMs: number, timeToLiveS: number): boolean {
  return nowMs - atMs <= timeToLiveS * 1000;
}
