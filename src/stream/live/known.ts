// SPDX-License-Identifier: EUPL-1.2
/** What is known of one kind of live thing at the clock's moment: what layers draw and panels count. */
import type { LiveKind, LiveRows } from '../../city/live';

/** Where it comes from. */
export type Origin =
  /** The relay's stream, now. */
  | 'live'
  /** The relay's kept hours. */
  | 'history'
  /** The city's typical week. */
  | 'typical'
  | 'none';

/** Why there is nothing, or nothing that counts. */
export type Lack =
  /** No feed of this kind is configured. */
  | 'no-feed'
  | 'connecting'
  /** No connection with the server. */
  | 'offline'
  /** The upstream does not answer, and what it said is too old. */
  | 'upstream'
  /** All rows are older than their time to live. */
  | 'stale'
  /** Nothing kept of this moment. */
  | 'no-history'
  /** The city's data have no typical day of it. */
  | 'no-typical';

export interface Known<K extends LiveKind> {
  readonly kind: K;
  readonly origin: Origin;
  /** Of the demo's publisher or of a demo city's typical week. */
  readonly simulated: boolean;
  /** Only some of its feeds are: ask {@link LivingCity.feedOf} of a row. */
  readonly partlySimulated?: boolean;
  /** Rows that count at this moment. */
  readonly fresh: readonly LiveRows[K][];
  /** Rows past their time to live: to be drawn grey, and in no total. */
  readonly stale: readonly LiveRows[K][];
  /** The newest row's time; null on a typical day, and where there is none. */
  readonly newestMs: number | null;
  /** Null where `fresh` may be counted on. */
  readonly lack: Lack | null;
}

/** A value over a day, for the curve of a thing that was clicked. */
export interface DayCurve {
  readonly unit: string;
  readonly origin: Origin;
  readonly simulated: boolean;
  readonly points: readonly DayPoint[];
  /** The typical day of the same thing, behind what was measured. Absent: the city has none. */
  readonly typical?: readonly DayPoint[];
}

export interface DayPoint {
  readonly secondOfDay: number;
  readonly value: number;
}
