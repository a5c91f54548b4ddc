// SPDX-License-Identifier: EUPL-1.2
/**
 * The timetable of public transport with the paths of its vehicles, in typed arrays: what the build
 * writes (`schedule-*` of inputs.ts), the publisher of the demo's day drives and the browser shows.
 */
import type { TransitMode } from './ground';

export interface Schedule {
  readonly stops: {
    /** `stop_id` of the feed. */
    readonly id: readonly string[];
    readonly name: readonly string[];
    readonly eastM: Float64Array;
    readonly northM: Float64Array;
  };
  /** A line, a sequence of stops and a path. */
  readonly patterns: {
    readonly count: number;
    readonly line: readonly string[];
    readonly mode: readonly TransitMode[];
    /** `route_id` of the feed. */
    readonly route: readonly string[];
    readonly headsign: readonly string[];
    /** Calls firstCall[p] … firstCall[p + 1] − 1; one more entry than patterns. */
    readonly firstCall: Uint32Array;
    /** Points shapeStart[p] … shapeStart[p] + shapeCount[p] − 1; patterns may share a shape. */
    readonly shapeStart: Uint32Array;
    readonly shapeCount: Uint32Array;
  };
  /** By call: row of stops, and metres along the path; never less than the call before. */
  readonly callStop: Uint32Array;
  readonly callAlongM: Float32Array;
  /** By point: place, and metres along its own path. */
  readonly shapeEastM: Float64Array;
  readonly shapeNorthM: Float64Array;
  readonly shapeAlongM: Float32Array;
  /** By profile: its pattern, and where its times begin, as many as the pattern has calls. */
  readonly profilePattern: Uint32Array;
  readonly profileFirstTime: Uint32Array;
  /** Seconds after the run's departure, so 0 first; arrival ≤ departure ≤ next arrival. */
  readonly timeArrivalS: Uint32Array;
  readonly timeDepartureS: Uint32Array;
  /** Runs by departure: seconds after "noon minus 12 hours" of their day (GTFS), maybe over 86,400. */
  readonly runProfile: Uint32Array;
  readonly runDepartureS: Uint32Array;
  /** Row of services. */
  readonly runService: Uint16Array;
  /** `trip_id` of the feed, unique (where frequencies.txt repeats a trip: `trip@departure`). */
  readonly runTrip: readonly string[];
  readonly services: readonly {
    /** Bit 0 Monday … bit 6 Sunday. */
    readonly weekdays: number;
    /** yyyymmdd, both included. */
    readonly fromDay: number;
    readonly toDay: number;
    /** Added to and taken from them. */
    readonly also: readonly number[];
    readonly not: readonly number[];
  }[];
}
