// SPDX-License-Identifier: EUPL-1.2
/** Which services of a GTFS feed run on a day. Pure: no clock, days are texts of eight digits. */
import { TransitError } from './transit-lines';

/** A row of a GTFS file by its header; absent columns are undefined. */
export type GtfsRow = Readonly<Record<string, string | undefined>>;

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Services by calendar.txt, with the days added and taken away by calendar_dates.txt. */
export function servicesOn(
  date: string,
  calendar: readonly GtfsRow[],
  calendarDates: readonly GtfsRow[],
): ReadonlySet<string> {
  const day = DAYS[weekday(date)] as string;
  const services = new Set<string>();
  for (const row of calendar)
    if (row[day] === '1' && (row.start_date ?? '') <= date && date <= (row.end_date ?? ''))
      services.add(row.service_id ?? '');
  for (const row of calendarDates) {
    if (row.date !== date) continue;
    if (row.exception_type === '1') services.add(row.service_id ?? '');
    else services.delete(row.service_id ?? '');
  }
  return services;
}

/** 0 Sunday … 6 Saturday, of the Gregorian calendar, by Sakamoto's table of month shifts. */
export function weekday(date: string): number {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(date)?.map(Number) ?? [];
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][(m ?? 0) - 1];
  if (y === undefined || m === undefined || d === undefined || shift === undefined || d < 1 || d > 31)
    throw new TransitError('date', `${date} is no day (yyyymmdd)`);
  const year = m < 3 ? y - 1 : y;
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + shift + d) % 7;
}
