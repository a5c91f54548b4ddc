// SPDX-License-Identifier: EUPL-1.2
/** The days of the timetable that a moment may be of: its runs go on after midnight. */
import type { Moment, Weekday } from './clock';
import { romeTime, serviceDayStart } from './rome-time';
import type { Schedule } from './schedule';
import { servicesRunning, typicalDay } from './schedule-days';

/** When: an instant, or a second of a typical weekday where `atMs` is null. */
export interface When extends Pick<Moment, 'atMs' | 'weekday' | 'secondOfDay'> {
  /**
   * At an instant the timetable of this weekday holds, whatever the date; the demo replays a Wednesday
   * every day.
   */
  readonly timetableOf?: Weekday;
}

export interface ServiceDay {
  /** The same for the same day, whenever it is asked. */
  readonly key: number;
  /** Seconds since its start ("noon minus 12 hours"); negative before it. */
  readonly atS: number;
  /** Rows of services that run on it. */
  readonly services: () => ReadonlySet<number>;
}

const DAY_S = 86_400;

/**
 * The days from `daysBack` before a moment's to the one after it, earliest first. Yesterday's has runs
 * after midnight; tomorrow's begins at 23:00 on the evening before the change in March, at 1:00 in October.
 */
export function serviceDays(s: Schedule, when: When, daysBack: number): ServiceDay[] {
  const days: ServiceDay[] = [];
  for (let back = daysBack; back >= -1; back--)
    days.push(when.atMs === null ? typical(s, when, back) : dated(s, when, when.atMs, back));
  return days;
}

function typical(s: Schedule, when: When, back: number): ServiceDay {
  const weekday = weekdayBefore(when.weekday, back);
  return {
    // A week ago and today are two days, and both may have runs.
    key: -weekday - 7 * Math.max(0, Math.floor(back / 7)),
    atS: when.secondOfDay + back * DAY_S,
    services: () => servicesRunning(s, typicalDay(s, weekday)),
  };
}

const weekdayBefore = (weekday: Weekday, days: number): Weekday =>
  (((((weekday - 1 - days) % 7) + 7) % 7) + 1) as Weekday;

function dated(s: Schedule, { timetableOf }: When, atMs: number, back: number): ServiceDay {
  const { year, month, day } = romeTime(atMs);
  const date = new Date(Date.UTC(year, month - 1, day - back));
  const civil = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
  const key = civil[0] * 10_000 + civil[1] * 100 + civil[2];
  return {
    key,
    atS: (atMs - serviceDayStart(...civil)) / 1000,
    services: () =>
      servicesRunning(s, timetableOf === undefined ? key : typicalDay(s, weekdayBefore(timetableOf, back))),
  };
}
