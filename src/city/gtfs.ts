// SPDX-License-Identifier: EUPL-1.2
/** Days and times as a GTFS feed writes them (GTFS Schedule reference, gtfs.org). No clock: days are texts of eight digits. */

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

/**
 * 0 Sunday … 6 Saturday, of the Gregorian calendar, by Sakamoto's table of month shifts.
 * @throws RangeError where the text is no day.
 */
export function weekday(date: string): number {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(date)?.map(Number) ?? [];
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][(m ?? 0) - 1];
  if (y === undefined || m === undefined || d === undefined || shift === undefined || d < 1 || d > 31)
    throw new RangeError(`${date} is no day (yyyymmdd)`);
  const year = m < 3 ? y - 1 : y;
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + shift + d) % 7;
}

/** Seconds of H:MM:SS, which may be past 24 h; NaN where nothing is said, undefined where that is no time. */
export function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return Number.NaN;
  const parts = /^\s*(\d{1,3}):([0-5]\d):([0-5]\d)\s*$/.exec(text)?.slice(1).map(Number);
  return parts && (parts[0] as number) * 3600 + (parts[1] as number) * 60 + (parts[2] as number);
}
