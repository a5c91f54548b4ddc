// SPDX-License-Identifier: EUPL-1.2
/** What the clock says, in words; and which days of the kept hours there are. Pure. */
import type { Moment, Weekday } from '../../../city/clock';
import type { ExtentAnswer } from '../../../city/live';
import { romeInstant, romeTime } from '../../../city/rome-time';
import type { Formats } from '../../text/format';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Noon of a Monday and the days after it, in UTC: their names are those of the weekdays. */
const A_MONDAY_MS = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

export function weekdayName(weekday: Weekday, { locale }: Formats, width: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(
    A_MONDAY_MS + (weekday - 1) * DAY_MS,
  );
}

/** "8:05" */
export const timeText = (secondOfDay: number, format: Formats): string =>
  format.clock(Math.floor(Math.floor(secondOfDay) / 60));

/** Second of the day of an hour as it is typed: "14:30", "14.30", "1430", "9"; null where it is none. */
export function secondOfText(text: string): number | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:\s*[:.,h]?\s*(\d{2}))?\s*$/i.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return Number(hours) * 3600 + Number(minutes) * 60;
}

/** "martedì 24 novembre", or where there is little room "mar 24 nov"; with its year where that is asked for */
export const dayText = (
  atMs: number,
  { locale }: Formats,
  width: 'long' | 'short' = 'long',
  withYear = false,
): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: width,
    day: 'numeric',
    month: width,
    ...(withYear && { year: 'numeric' }),
    timeZone: 'Europe/Rome',
  }).format(atMs);

/** The moment as the bar shows it: the time of now, a weekday and its hour, a day and its hour. */
export function momentText(moment: Moment, format: Formats, width: 'long' | 'short' = 'long'): string {
  const time = timeText(moment.secondOfDay, format);
  if (moment.date) return `${dayText(moment.sunMs, format, width, true)}, ${time}`;
  if (moment.kind === 'typical') return `${weekdayName(moment.weekday, format, width)} ${time}`;
  if (moment.kind === 'live' || moment.atMs === null) return time;
  return `${dayText(moment.atMs, format, width)}, ${time}`;
}

export interface KeptDay {
  /** The midnight in Rome that it begins with. */
  readonly midnightMs: number;
  /** What is kept of it, seconds after that by the clock on the wall. */
  readonly fromS: number;
  readonly toS: number;
}

/** Days of the kept hours, oldest first; empty where nothing is kept. */
export function keptDays({ fromMs, toMs }: ExtentAnswer): KeptDay[] {
  if (fromMs === null || toMs === null || toMs < fromMs) return [];
  const days: KeptDay[] = [];
  for (let at = fromMs; ; ) {
    const { year, month, day, secondOfDay } = romeTime(at);
    const nextMs = romeInstant(year, month, day + 1, 0);
    const last = romeTime(Math.min(toMs, nextMs - 1000));
    days.push({ midnightMs: romeInstant(year, month, day, 0), fromS: secondOfDay, toS: last.secondOfDay });
    if (nextMs > toMs || days.length > 31) return days;
    at = nextMs;
  }
}
