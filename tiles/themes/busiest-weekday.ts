// SPDX-License-Identifier: EUPL-1.2
import { TIMETABLED_WEEKDAY } from '../../src/city/assigned-hour';
import { type GtfsRow, servicesOn, weekday } from '../../src/city/gtfs';
import { grouped } from './grouped';

/**
 * The Wednesday on which most runs are, the last of equals: no holiday, within the days that the feed is
 * about. None where its calendar has no Wednesday on which anything runs.
 *
 * Looked at are the Wednesdays with exceptions and, before each end of a service, the last one without:
 * until then no service ends, so no earlier one without exceptions has more runs. That is as much work
 * as the feed has rows, however long its services last.
 */
export function busiestWeekday(
  calendar: readonly GtfsRow[],
  exceptions: readonly GtfsRow[],
  runsOf: ReadonlyMap<string, number>,
): string | undefined {
  const exceptionsOn = grouped(exceptions, ({ date = '' }) => date);
  const ends = new Set(calendar.map(({ end_date: end = '' }) => end));
  const days = new Set([...exceptionsOn.keys()].filter((day) => weekday(day) === TIMETABLED_WEEKDAY));
  for (const end of ends) {
    let day = daysBefore(end, (weekday(end) - TIMETABLED_WEEKDAY + 7) % 7);
    // A 31 June counts as 1 July, on which the service does not run.
    while (day > end || exceptionsOn.has(day)) day = daysBefore(day, 7);
    days.add(day);
  }
  let [best, most]: [string | undefined, number] = [undefined, 0];
  for (const day of [...days].sort()) {
    let runs = 0;
    for (const service of servicesOn(day, calendar, exceptionsOn.get(day) ?? []))
      runs += runsOf.get(service) ?? 0;
    if (runs > 0 && runs >= most) [best, most] = [day, runs];
  }
  return best;
}

function daysBefore(date: string, days: number): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  const before = new Date(Date.UTC(year as number, (month as number) - 1, (day as number) - days));
  return before.toISOString().slice(0, 10).replaceAll('-', '');
}
