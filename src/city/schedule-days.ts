// SPDX-License-Identifier: EUPL-1.2
/** On which days the services of a timetable run. Days are numbers, yyyymmdd. */
import type { Weekday } from './clock';
import type { Schedule } from './schedule';

const DAY_MS = 86_400_000;

/** Rows of the services that run on a day. An exception goes before the days of the week. */
export function servicesRunning({ services }: Pick<Schedule, 'services'>, day: number): ReadonlySet<number> {
  const bit = 1 << (weekdayOf(day) - 1);
  const running = new Set<number>();
  services.forEach(({ weekdays, fromDay, toDay, also, not }, row) => {
    const isRegular = (weekdays & bit) !== 0 && fromDay <= day && day <= toDay;
    if (also.includes(day) || (isRegular && !not.includes(day))) running.add(row);
  });
  return running;
}

/**
 * The day of a weekday on which most runs are, the newest of equals; NaN where nothing ever runs on that
 * weekday. Looked at are the days with exceptions, the last before each of them and before each change
 * of what runs, so it is as much work as the calendar has rows, however long its services last.
 */
export function typicalDay(s: Pick<Schedule, 'services' | 'runService'>, weekday: Weekday): number {
  const runs = new Float64Array(s.services.length);
  for (const service of s.runService) runs[service] = (runs[service] as number) + 1;
  const days = new Set<number>();
  // The last of that weekday until `day`.
  const until = (day: number) => days.add(shifted(day, -((weekdayOf(day) - weekday + 7) % 7)));
  for (const { fromDay, toDay, also, not } of s.services) {
    until(toDay);
    until(shifted(fromDay, -1));
    for (const day of [...also, ...not]) {
      until(day);
      until(shifted(day, -1));
    }
  }
  let [best, most] = [Number.NaN, 0];
  for (const day of [...days].sort((a, b) => a - b)) {
    let count = 0;
    for (const service of servicesRunning(s, day)) count += runs[service] as number;
    if (count > 0 && count >= most) [best, most] = [day, count];
  }
  return best;
}

const utcOf = (day: number): number =>
  Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);

/** 1 Monday … 7 Sunday. */
const weekdayOf = (day: number): Weekday => (new Date(utcOf(day)).getUTCDay() || 7) as Weekday;

function shifted(day: number, days: number): number {
  const date = new Date(utcOf(day) + days * DAY_MS);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
