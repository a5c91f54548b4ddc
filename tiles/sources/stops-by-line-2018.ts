// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { isMetroStop, lineOfRoute, modeOfRoute, stopName } from './gtfs';
import { csvPoints, NETWORK_MARGIN_DEG, placedOnly } from './point-rows';
import { AMAT } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** One row for every stop of every line, as the national data platform prepared it. */
export const stopsByLine2018: Source<'transit'> = {
  id: 'stops-by-line-2018',
  theme: 'transit',
  title: { it: 'Fermate per linea 2018 (DAF)', en: 'Stops by line 2018 (DAF)' },
  ...AMAT,
  page: 'https://github.com/italia/daf-mappa-quartiere',
  crs: 'EPSG:4326',
  vintage: '2018',
  recognises: (file) => hasColumns(file, ['route_id', 'route_type', 'stop_id', 'IDquartiere', 'stopCode']),
  async *read(file, log) {
    const columns = {
      lon: 'Long',
      lat: 'Lat',
      needed: ['route_id', 'stop_id'],
      marginDeg: NETWORK_MARGIN_DEG,
    };
    for await (const { origin, at, values } of placedOnly(log, csvPoints(file, log, columns))) {
      const stopId = text(values.stop_id);
      // A metro stop's id is its name; a pole's is the operator's number.
      const name = text(values.stop_name) ?? (stopId && isMetroStop(stopId) ? stopId : undefined);
      const routeId = text(values.route_id);
      const mode = modeOfRoute(String(values.route_type));
      if (!stopId || !routeId || !mode) {
        log.drop('bad-value', origin.row, 'route_id, route_type or stop_id is empty or not known');
        continue;
      }
      if (!name) {
        log.drop('no-name', origin.row, 'stop_name is empty');
        continue;
      }
      yield {
        origin,
        kind: 'stop',
        stableId: `amat-${stopId}`,
        at,
        mode,
        name: stopName(name, isMetroStop(stopId)),
        lines: [lineOfRoute(routeId, mode)],
        ...(values.wheelchair_boarding === '1.0' ? { wheelchair: true } : {}),
        editionYear: 2018,
      };
    }
  },
};
