// SPDX-License-Identifier: EUPL-1.2
import { number } from '../formats/attributes';
import { csvRows } from './point-rows';
import { AMAT } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

const COLUMNS = ['year', 'month', 'day', 'timeIndex', 'totale', 'areac'] as const;

/**
 * Vehicles entering Area C by half-hour, all gates together: 2012, with the free week before the charge and its
 * suspension in summer. The file of 2016 has `hour` twice instead of `timeIndex`, ends in September and counts
 * only part of the gates from 7 January: it is not this data set and not recognised.
 */
export const areaCEntries: Source<'traffic-rules'> = {
  id: 'area-c-entries',
  theme: 'traffic-rules',
  title: { it: 'Ingressi in Area C ogni mezz’ora', en: 'Entries into Area C by half-hour' },
  ...AMAT,
  page: 'https://dati.comune.milano.it/dataset?tags=Area+C',
  crs: 'none',
  vintage: '2012',
  recognises: (file) => hasColumns(file, COLUMNS),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, COLUMNS)) {
      const [year, month, day] = [values.year, values.month, values.day].map(number);
      const clock = /^(\d\d):(00|30)$/.exec(values.timeIndex ?? '');
      const vehicles = number(values.totale);
      const charged = number(values.areac);
      const date = `${values.year}-${values.month}-${values.day}`;
      if (!isDate(year, month, day)) log.drop('bad-value', origin.row, `"${date}" is no date`);
      // The hour that summer time skips, and days on which nothing was counted.
      else if (!values.timeIndex && vehicles === undefined)
        log.drop('bad-value', origin.row, `${date} without time and count`);
      else if (!clock || Number(clock[1]) > 23)
        log.drop('bad-value', origin.row, `${date}: "${values.timeIndex}" is no half-hour`);
      else if (values.totale && !(vehicles !== undefined && Number.isInteger(vehicles) && vehicles >= 0))
        log.drop('bad-value', origin.row, `${date}: "${values.totale}" is no number of vehicles`);
      else if (charged !== 0 && charged !== 1)
        log.drop('bad-value', origin.row, `${date}: areac "${values.areac}" is neither 0 nor 1`);
      else
        yield {
          origin,
          kind: 'entries',
          year: year as number,
          month: month as number,
          day: day as number,
          halfHour: Number(clock[1]) * 2 + Number(clock[2]) / 30,
          ...(vehicles === undefined ? {} : { vehicles }),
          charged: charged === 1,
        };
    }
  },
};

const isDate = (year?: number, month?: number, day?: number): boolean =>
  [year, month, day].every(Number.isInteger) &&
  (year as number) >= 2000 &&
  (month as number) >= 1 &&
  (month as number) <= 12 &&
  (day as number) >= 1 &&
  (day as number) <= 31;
