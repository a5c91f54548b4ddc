// SPDX-License-Identifier: EUPL-1.2
import { editionOf, isAmats, lineOfRoute, modeOfRoute, vintageOf } from './gtfs';
import { csvRows } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** Lines by number, name and kind, without paths. Colours are those of the timetable, not the map's. */
export const gtfsRoutes: Source<'transit'> = {
  id: 'gtfs-routes',
  theme: 'transit',
  title: { it: 'Linee del trasporto pubblico, GTFS (ds929)', en: 'Public transport lines, GTFS (ds929)' },
  ...AMAT,
  page: milanPage('ds929-orari-del-trasporto-pubblico-locale-nel-comune-di-milano-in-formato-gtfs'),
  crs: 'none',
  vintage: '2019',
  recognises: async (file) =>
    (await hasColumns(file, ['route_id', 'route_short_name', 'route_type'])) && (await isAmats(file)),
  async *read(file, log) {
    const edition = await editionOf(file);
    log.states?.({ vintage: vintageOf(edition) });
    for await (const { origin, values } of csvRows(file, log, ['route_id', 'route_type'])) {
      const id = values.route_id;
      const mode = modeOfRoute(values.route_type ?? '');
      if (!id) log.drop('no-name', origin.row, 'route_id is empty');
      else if (!mode)
        log.drop('bad-value', origin.row, `route_type "${values.route_type}" is not known here`);
      else
        yield {
          origin,
          kind: 'route',
          stableId: `gtfs-${id}`,
          mode,
          line: lineOfRoute(id, mode, values.route_short_name),
          ...(values.route_long_name ? { name: values.route_long_name } : {}),
          ...edition,
        };
    }
  },
};
