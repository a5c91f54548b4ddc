// SPDX-License-Identifier: EUPL-1.2
/** The weeks that are compared: working days, complete, with or without the charge. Pure. */
import { HALF_HOURS } from '../../demand/departure-choice';
import { EntriesError, type EntryDay } from './entries';

/** Charged hours of Area C since 2012, Monday to Friday 7:30–19:30, as half-hours. */
export const CHARGED_FROM = 15;
export const CHARGED_UNTIL = 39;

/** Days of 2012 on a weekday that are no working days in Milan (month · 100 + day). */
const HOLIDAYS_2012 = [106, 409, 425, 501, 815, 1101, 1207, 1225, 1226];
/** Without school in Lombardy in 2012, Monday to Friday: the regional calendar, an assumption from memory. */
const NO_SCHOOL_2012: readonly (readonly [from: number, to: number])[] = [
  [101, 106],
  [224, 225],
  [405, 410],
  [610, 911],
];

export interface Window {
  /** month · 100 + day, of 2012, both included. */
  readonly from: number;
  readonly to: number;
  /** Days with the charge in force, or days without it. */
  readonly charged: boolean;
}

export const WINDOWS = {
  /** The free week between the end of Ecopass and Area C. */
  before: { from: 109, to: 113, charged: false },
  start: { from: 116, to: 229, charged: true },
  settled: { from: 301, to: 629, charged: true },
  /** What the seasonal correction is estimated on: after the two weeks in which the charge was news. */
  season: { from: 130, to: 629, charged: true },
  suspended: { from: 903, to: 914, charged: false },
  reactivated: { from: 917, to: 928, charged: true },
  october: { from: 1001, to: 1031, charged: true },
  november: { from: 1101, to: 1130, charged: true },
} as const satisfies Record<string, Window>;

export const dateOf = ({ month, day }: EntryDay): number => month * 100 + day;

/** 0 Monday … 6 Sunday (Sakamoto). */
export function weekday({ year, month, day }: EntryDay): number {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] as number;
  const fromSunday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return (fromSunday + 6) % 7;
}

/** Whether schools are closed on a working day of 2012. */
export const withoutSchool = (day: EntryDay): boolean =>
  NO_SCHOOL_2012.some(([from, to]) => dateOf(day) >= from && dateOf(day) <= to);

/**
 * Working days of 2012 in a window with every half-hour counted. Days of a charged window on which the
 * charge was lifted (strikes) are no part of it.
 * @throws EntriesError where none is left.
 */
export function daysOf(days: readonly EntryDay[], name: keyof typeof WINDOWS): EntryDay[] {
  const { from, to, charged }: Window = WINDOWS[name];
  const found = days.filter(
    (day) =>
      day.year === 2012 &&
      dateOf(day) >= from &&
      dateOf(day) <= to &&
      weekday(day) < 5 &&
      !HOLIDAYS_2012.includes(dateOf(day)) &&
      day.charged.some((flag) => flag === 1) === charged &&
      day.vehicles.every((count) => count >= 0),
  );
  if (found.length === 0)
    throw new EntriesError(
      `no complete working day of 2012 from ${shown(from)} to ${shown(to)} is among the entries`,
    );
  return found;
}
const shown = (date: number) => `${date % 100}/${Math.floor(date / 100)}`;

/** Mean entries by half-hour, 48. */
export function meanProfile(days: readonly EntryDay[]): Float64Array {
  const mean = new Float64Array(HALF_HOURS);
  for (const { vehicles } of days)
    for (let h = 0; h < HALF_HOURS; h++)
      mean[h] = (mean[h] as number) + (vehicles[h] as number) / days.length;
  return mean;
}

/** Sum over half-hours `from` until `until`; the charged hours unless told otherwise. */
export function sumOf(profile: Float64Array, from = CHARGED_FROM, until = CHARGED_UNTIL): number {
  let sum = 0;
  for (let h = from; h < until; h++) sum += profile[h] as number;
  return sum;
}
