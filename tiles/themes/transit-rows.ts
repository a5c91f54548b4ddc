// SPDX-License-Identifier: EUPL-1.2
/** Rows of public transport: stops, lines, what calls where and when. */
import type { LineString, MultiLineString } from 'geojson';
import type { LonLat } from '../../src/city/frames';
import type { TransitMode } from '../../src/city/ground';
import type { GtfsRow } from '../../src/city/gtfs';
import type { Origin } from './rows';

export type TransitRow =
  | {
      origin: Origin;
      kind: 'stop';
      /** `amat-10001`: the same stop in every source that has the operator's ids. */
      stableId?: string;
      at: LonLat;
      /** Absent: the mode of the lines that call there. */
      mode?: TransitMode;
      name: string;
      /** `name` says where the stop stands; another source's name is the stop's own and better. */
      nameIsPlace?: boolean;
      lines?: string[];
      wheelchair?: boolean;
      editionYear?: number;
      /** The edition lists every stop of the network: a stop that only older ones know is gone. */
      wholeNetwork?: boolean;
    }
  | {
      origin: Origin;
      kind: 'line';
      /** Rows of one source with the same id are pieces of one path. */
      stableId?: string;
      geometry: LineString | MultiLineString;
      mode: TransitMode;
      /** As riders know it: "M1", "24", "90". */
      line: string;
      name?: string;
      colour?: string;
      editionYear?: number;
    }
  /** A line whose path the source does not draw. */
  | {
      origin: Origin;
      kind: 'route';
      stableId: string;
      mode: TransitMode;
      line: string;
      name?: string;
      editionYear?: number;
    }
  /** A line or route (by stableId) calls at a stop (by stableId). */
  | {
      origin: Origin;
      kind: 'call';
      path: string;
      stop: string;
      /** Rises along the path; absent: in the order of the rows. */
      order?: number;
      editionYear?: number;
    }
  /** A run of a route (by stableId) on the days of a service; what it shows as its end, and its path. */
  | {
      origin: Origin;
      kind: 'trip';
      trip: string;
      route: string;
      service: string;
      headsign?: string;
      shape?: string;
    }
  /** A path of runs, at least two points. */
  | { origin: Origin; kind: 'shape'; shape: string; points: readonly LonLat[] }
  /** Its calls in order; seconds after midnight of the service's day, past 24 h counting on. */
  | {
      origin: Origin;
      kind: 'trip-times';
      trip: string;
      stops: readonly string[];
      times: TripTimes;
      /** Of the file, one a call, for messages. */
      rows: Int32Array;
    }
  /** It leaves again and again, its times counting from its first departure. */
  | { origin: Origin; kind: 'frequency'; trip: string; fromS: number; toS: number; headwayS: number }
  /** On which days a service runs: a row of calendar.txt, an exception of calendar_dates.txt. */
  | { origin: Origin; kind: 'service'; values: GtfsRow }
  | { origin: Origin; kind: 'service-date'; values: GtfsRow };
/** Whole seconds, one a call. */
export interface TripTimes {
  readonly arrivalS: Int32Array;
  readonly departureS: Int32Array;
}
