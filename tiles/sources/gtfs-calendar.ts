// SPDX-License-Identifier: EUPL-1.2
import { weekday } from '../../src/city/gtfs';
import { GTFS_TIMETABLE, isGtfsTable } from './gtfs';
import { csvRows } from './point-rows';
import type { Source } from './source';

/** On which days of the week a service runs, and from when to when. */
export const gtfsCalendar: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'gtfs-calendar',
  title: { it: 'Giorni di servizio, GTFS (ds929)', en: 'Days of service, GTFS (ds929)' },
  recognises: (file) => isGtfsTable(file, ['service_id', 'wednesday', 'start_date', 'end_date']),
  async *read(file, log) {
    let first: string | undefined;
    for await (const { origin, values } of csvRows(file, log, ['service_id', 'wednesday'])) {
      const { service_id: service, start_date: start = '', end_date: end = '' } = values;
      const noDay = [start, end].find((day) => !isDay(day));
      if (!service) log.drop('bad-value', origin.row, 'service_id is empty');
      else if (noDay !== undefined) log.drop('bad-value', origin.row, `"${noDay}" is no day (yyyymmdd)`);
      else {
        if (first === undefined || start < first) first = start;
        yield { origin, kind: 'service', values };
      }
    }
    if (first) log.states?.({ vintage: first.replace(/^(....)(..)(..)$/, '$1-$2-$3') });
  },
};

/** Days on which a service runs as well, or does not. */
export const gtfsCalendarDates: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'gtfs-calendar-dates',
  title: {
    it: 'Eccezioni ai giorni di servizio, GTFS (ds929)',
    en: 'Exceptions to the days of service, GTFS (ds929)',
  },
  recognises: (file) => isGtfsTable(file, ['service_id', 'date', 'exception_type']),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, ['service_id', 'date', 'exception_type'])) {
      const { service_id: service, date = '', exception_type: type = '' } = values;
      if (!service) log.drop('bad-value', origin.row, 'service_id is empty');
      else if (!isDay(date)) log.drop('bad-value', origin.row, `"${date}" is no day (yyyymmdd)`);
      else if (type !== '1' && type !== '2')
        log.drop('bad-value', origin.row, `exception_type "${type}" is neither 1 nor 2`);
      else yield { origin, kind: 'service-date', values };
    }
  },
};

function isDay(text: string): boolean {
  try {
    return weekday(text) >= 0;
  } catch {
    return false;
  }
}
