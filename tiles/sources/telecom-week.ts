// SPDX-License-Identifier: EUPL-1.2
import { number } from '../formats/attributes';
import { csvRows } from './point-rows';
import { TELECOM_ITALIA } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

const HOURS = 168;
const COLUMNS = ['cellid', 'internet0', `internet${HOURS - 1}`];

/**
 * Mobile internet activity of the 400 central squares in a full week of November and December 2013,
 * hour by hour from Monday 0:00. Scaled from the least to the most of the block, so 0–1 and no number
 * of persons. The files of calls and texts go by the same hours and are not read: fewer do either.
 */
export const telecomWeek: Source<'daily-life'> = {
  id: 'telecom-week',
  theme: 'daily-life',
  title: {
    it: 'Attività della rete mobile per ora della settimana, 2013 (indice 0–1, non persone)',
    en: 'Mobile network activity by hour of the week, 2013 (index 0–1, not persons)',
  },
  ...TELECOM_ITALIA,
  crs: 'none',
  vintage: '2013-11–2013-12',
  recognises: (file) => hasColumns(file, COLUMNS),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, COLUMNS)) {
      const cell = number(values.cellid);
      const week = Array.from({ length: HOURS }, (_, hour) => number(values[`internet${hour}`]));
      if (cell === undefined || !Number.isInteger(cell))
        log.drop('bad-value', origin.row, `cellid "${values.cellid}"`);
      else if (week.some((value) => value === undefined || value < 0 || value > 1))
        log.drop('bad-value', origin.row, `square ${cell}: an hour is missing or not from 0 to 1`);
      else yield { origin, kind: 'cell-week', cell, values: week as number[] };
    }
  },
};
