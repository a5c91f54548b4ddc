// SPDX-License-Identifier: EUPL-1.2
/**
 * The clock: the one moment that every layer shows. It is live, a moment that was, or an hour of a
 * typical day; the last two stand still or run. Pure: who asks says what time it is.
 */
import { romeInstant, romeTime } from './rome-time';

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Times as fast as the day; 0 where it stands still. */
export const CLOCK_SPEEDS = [1, 60, 300, 1800] as const;
export type ClockSpeed = (typeof CLOCK_SPEEDS)[number];

/** A day of the calendar. */
export interface CivilDate {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  readonly day: number;
}

/** Years of a date: before 1997 Italy changed its clocks by other rules, and after 2050 `sun.ts` ends. */
export const FIRST_YEAR = 1997;
export const LAST_YEAR = 2050;

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
      /** The day in Rome that the sun is of, whose weekday is the typical one; without it the sun is today's. */
      readonly date?: CivilDate;
      /** After midnight in Rome, below 86,400; where it stood at `sinceMs` of the real time. */
      readonly secondOfDay: number;
      readonly sinceMs: number;
      readonly speed: ClockSpeed | 0;
    };

/** What a layer is to show. */
export interface Moment {
  readonly kind: Clock['kind'];
  /** The instant of what happens; null on a typical day, on which it happens on no date. */
  readonly atMs: number | null;
  /** The instant whose sun is shown. */
  readonly sunMs: number;
  /** Of the typical day, where it has one. */
  readonly date: CivilDate | null;
  readonly weekday: Weekday;
  /** After midnight in Rome, with fractions. */
  readonly secondOfDay: number;
}

/** What of a moment says what happens at it; the sun goes by more. */
export type WhatHappens = Pick<Moment, 'kind' | 'atMs' | 'weekday' | 'secondOfDay'>;

const DAY_S = 86_400;

/** What the clock says at `nowMs` of the real time. A moment that runs into the present stays there. */
export function momentOf(clock: Clock, nowMs: number): Moment {
  if (clock.kind === 'typical' && clock.date) return datedMoment(clock, clock.date, nowMs);
  if (clock.kind === 'typical') {
    const run = clock.secondOfDay + ((nowMs - clock.sinceMs) / 1000) * clock.speed;
    const days = Math.floor(run / DAY_S);
    // A hair before midnight may round to it.
    const secondOfDay = Math.min(run - days * DAY_S, DAY_S - 1e-6);
    return {
      kind: 'typical',
      atMs: null,
      sunMs: todayAt(nowMs, secondOfDay),
      date: null,
      weekday: (((((clock.weekday - 1 + days) % 7) + 7) % 7) + 1) as Weekday,
      secondOfDay,
    };
  }
  const atMs =
    clock.kind === 'live' ? nowMs : Math.min(nowMs, clock.atMs + (nowMs - clock.sinceMs) * clock.speed);
  const { weekday, secondOfDay } = romeTime(atMs);
  return { kind: clock.kind, atMs, sunMs: atMs, date: null, weekday, secondOfDay };
}

/**
 * On a date time passes as it really does: through the hour that is missing in March and twice through
 * the one of October. It stays on the last day that there is.
 */
function datedMoment(
  clock: Clock & { readonly kind: 'typical' },
  { year, month, day }: CivilDate,
  nowMs: number,
): Moment {
  const from = romeInstant(year, month, day, clock.secondOfDay);
  const run = from + (nowMs - clock.sinceMs) * clock.speed;
  const sunMs = Math.min(
    Math.max(run, romeInstant(FIRST_YEAR, 1, 1, 0)),
    romeInstant(LAST_YEAR + 1, 1, 1, 0) - 1,
  );
  const { weekday, secondOfDay, ...rest } = romeTime(sunMs);
  const date = { year: rest.year, month: rest.month, day: rest.day };
  return { kind: 'typical', atMs: null, sunMs, date, weekday, secondOfDay };
}

function todayAt(nowMs: number, secondOfDay: number): number {
  const { year, month, day } = romeTime(nowMs);
  return romeInstant(year, month, day, secondOfDay);
}

/** The weekday of a date; null where there is no such day, or it is not of {@link FIRST_YEAR} … {@link LAST_YEAR}. */
export function weekdayOf({ year, month, day }: CivilDate): Weekday | null {
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  const real = noon.getUTCMonth() === month - 1 && noon.getUTCDate() === day;
  return real && year >= FIRST_YEAR && year <= LAST_YEAR ? ((noon.getUTCDay() || 7) as Weekday) : null;
}

/** Whether time passes on it. */
export const isRunning = (clock: Clock): boolean => clock.kind === 'live' || clock.speed > 0;
