// SPDX-License-Identifier: EUPL-1.2
/**
 * Europe/Rome: UTC+1, UTC+2 from the last Sunday of March to the last of October, both at 01:00 UTC
 * (directive 2000/84/EC). By arithmetic, since frame loops ask; good from 1997 on.
 */
import type { Weekday } from './clock';

export interface RomeTime {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
  /** By the clock on the wall, with fractions. */
  readonly secondOfDay: number;
  readonly summer: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What the clocks of Rome show at an instant (milliseconds since 1970). */
export function romeTime(atMs: number): RomeTime {
  const summer = isSummer(atMs);
  const wallMs = atMs + (summer ? 2 : 1) * HOUR_MS;
  const wall = new Date(wallMs);
  const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: (wall.getUTCDay() || 7) as Weekday,
    secondOfDay: (wallMs - midnightMs) / 1000,
    summer,
  };
}

/**
 * The instant at which the clocks of Rome show this. A time that the change in March leaves out is read
 * as if winter time went on; of one that comes twice in October the first is meant.
 */
export function romeInstant(year: number, month: number, day: number, secondOfDay: number): number {
  const wallMs = Date.UTC(year, month - 1, day) + secondOfDay * 1000;
  const asSummer = wallMs - 2 * HOUR_MS;
  return isSummer(asSummer) ? asSummer : wallMs - HOUR_MS;
}

/** The instant at which the clocks of Rome show this on the day (of Rome) that `atMs` is in. */
export function romeSameDay(atMs: number, secondOfDay: number): number {
  const { year, month, day } = romeTime(atMs);
  return romeInstant(year, month, day, secondOfDay);
}

/**
 * Where the seconds of a timetable's day begin: twelve hours before its noon (GTFS reference, "Service
 * day"), so midnight but for the two days on which the hour changes.
 */
export const serviceDayStart = (year: number, month: number, day: number): number =>
  romeInstant(year, month, day, 43_200) - 12 * HOUR_MS;

function isSummer(atMs: number): boolean {
  const year = new Date(atMs).getUTCFullYear();
  return atMs >= changeMs(year, 2) && atMs < changeMs(year, 9);
}

const changes = new Map<number, number>();
/** 01:00 UTC of the last Sunday of a month of 31 days (0 January). */
function changeMs(year: number, month: number): number {
  const key = year * 12 + month;
  let at = changes.get(key);
  if (at === undefined) {
    const last = new Date(Date.UTC(year, month, 31));
    at = last.getTime() - last.getUTCDay() * DAY_MS + HOUR_MS;
    changes.set(key, at);
  }
  return at;
}
