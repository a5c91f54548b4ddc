// SPDX-License-Identifier: EUPL-1.2
import { number } from '../formats/attributes';
import { isMilansFeed } from './gtfs';
import { csvRows } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** Which stops each line calls at: one pattern a line, one direction, one branch of the metro. */
export const gtfsSequences: Source<'transit'> = {
  id: 'gtfs-sequences',
  theme: 'transit',
  title: { it: 'Sequenze delle fermate, da GTFS (ds929)', en: 'Stop sequences, from GTFS (ds929)' },
  ...AMAT,
  page: milanPage('ds929-orari-del-trasporto-pubblico-locale-nel-comune-di-milano-in-formato-gtfs'),
  crs: 'EPSG:4326',
  vintage: '2019',
  recognises: async (file) =>
    (await hasColumns(file, ['route_id', 'stop_id', 'stop_sequence', 'shape_id'])) && isMilansFeed(file),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, ['route_id', 'stop_id'])) {
      const order = number(values.stop_sequence);
      if (values.route_id && values.stop_id)
        yield {
          origin,
          kind: 'call',
          path: `gtfs-${values.route_id}`,
          stop: `amat-${values.stop_id}`,
          ...(order === undefined ? {} : { order }),
          editionYear: 2019,
        };
      else log.drop('bad-value', origin.row, 'route_id or stop_id is empty');
    }
  },
};
