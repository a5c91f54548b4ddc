// SPDX-License-Identifier: EUPL-1.2
import type { ScheduleInput } from '../../city/schedule-build';
import { FeedFault } from './feed';
import { gtfsRows } from './gtfs-table';

type Service = ScheduleInput['services'][number];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * Services of calendar.txt with the exceptions of calendar_dates.txt; one of the two may be absent. Of a
 * service that only has exceptions, they are all its days.
 * @throws FeedFault naming file, row and what is wrong
 */
export function gtfsServices(calendar: string | undefined, dates: string | undefined): Service[] {
  if (calendar === undefined && dates === undefined)
    throw new FeedFault('calendar.txt: is missing, and so is calendar_dates.txt');
  const services = new Map<string, Service & { also: number[]; not: number[] }>();
  if (calendar !== undefined)
    gtfsRows(
      'calendar.txt',
      calendar,
      ['service_id', ...WEEKDAYS, 'start_date', 'end_date'],
      [],
      (cells, row) => {
        const { service_id: id } = cells;
        if (services.has(id)) throw new FeedFault(`calendar.txt, row ${row}: service ${id} is there already`);
        const bits = WEEKDAYS.map((name, bit) => (cells[name] === '1' ? 1 << bit : 0));
        services.set(id, {
          id,
          weekdays: bits.reduce((all, bit) => all | bit, 0),
          fromDay: dayOf('calendar.txt', row, cells.start_date),
          toDay: dayOf('calendar.txt', row, cells.end_date),
          also: [],
          not: [],
        });
      },
    );
  if (dates !== undefined)
    gtfsRows('calendar_dates.txt', dates, ['service_id', 'date', 'exception_type'], [], (cells, row) => {
      const { service_id: id, exception_type: type } = cells;
      const day = dayOf('calendar_dates.txt', row, cells.date);
      const service = services.get(id) ?? { id, weekdays: 0, fromDay: day, toDay: day, also: [], not: [] };
      services.set(id, service);
      if (type === '1') service.also.push(day);
      else if (type === '2') service.not.push(day);
      else throw new FeedFault(`calendar_dates.txt, row ${row}: exception_type "${type}" is neither 1 nor 2`);
    });
  return [...services.values()];
}

/** yyyymmdd of the calendar. */
function dayOf(file: string, row: number, text: string): number {
  const [, y, m, d] = (/^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []).map(Number);
  const date = new Date(Date.UTC(y ?? Number.NaN, (m ?? 0) - 1, d));
  if (date.getUTCMonth() + 1 !== m || date.getUTCDate() !== d)
    throw new FeedFault(`${file}, row ${row}: "${text}" is no day (yyyymmdd)`);
  return Number(text);
}
