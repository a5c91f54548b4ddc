// SPDX-License-Identifier: EUPL-1.2
/**
 * The clock: the one moment that every layer shows. It is live, a moment that was, or an hour of a
 * typical day; the last two stand still or run. Pure: who asks says what time it is.
 */
import { romeTime } from './rome-time';

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Times as fast as the day; 0 where it stands still. */
export const CLOCK_SPEEDS = [1, 60, 300, 1800] as const;
export type ClockSpeed = (typeof CLOCK_SPEEDS)[number];

export type Clock =
  | { readonly kind: 'live' }
  | {
      /** A moment of the kept history. */
      readonly kind: 'moment';
      /** Where it stood at `sinceMs` of the real time. */
      readonly atMs: number;
      readonly sinceMs: number;
      readonly speed: ClockSpeed | 0;
    }
  | {
      readonly kind: 'typical';
      readonly weekday: Weekday;
      /** After midnight in Rome, below 86,400; where it stood at `sinceMs` of the real time. */
      readonly secondOfDay: number;
      readonly sinceMs: number;
      readonly speed: ClockSpeed | 0;
    };

/** What a layer is to show. */
export interface Moment {
  readonly kind: Clock['kind'];
  /** The instant; null on a typical day, which has no date. */
  readonly atMs: number | null;
  readonly weekday: Weekday;
  /** After midnight in Rome, with fractions. */
  readonly secondOfDay: number;
}

const DAY_S = 86_400;

/** What the clock says at `nowMs` of the real time. A moment that runs into the present stays there. */
export function momentOf(clock: Clock, nowMs: number): Moment {
  if (clock.kind === 'typical') {
    const run = clock.secondOfDay + ((nowMs - clock.sinceMs) / 1000) * clock.speed;
    const days = Math.floor(run / DAY_S);
    // A hair before midnight may round to it.
    const secondOfDay = Math.min(run - days * DAY_S, DAY_S - 1e-6);
    return {
      kind: 'typical',
      atMs: null,
      weekday: (((((clock.weekday - 1 + days) % 7) + 7) % 7) + 1) as Weekday,
      secondOfDay,
    };
  }
  const atMs =
    clock.kind === 'live' ? nowMs : Math.min(nowMs, clock.atMs + (nowMs - clock.sinceMs) * clock.speed);
  const { weekday, secondOfDay } = romeTime(atMs);
  return { kind: clock.kind, atMs, weekday, secondOfDay };
}

/** Whether time passes on it. */
export const isRunning = (clock: Clock): boolean => clock.kind === 'live' || clock.speed > 0;
