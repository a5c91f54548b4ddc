// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { editionOf, isAmats, isGtfsTable, isMetroStop, isMilansFeed, stopName, vintageOf } from './gtfs';
import { csvPoints, NETWORK_MARGIN_DEG, placedOnly } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** Every stop of the network, with its name and whether wheelchairs can board. */
export const gtfsStops: Source<'transit'> = {
  id: 'gtfs-stops',
  theme: 'transit',
  title: { it: 'Fermate del trasporto pubblico, GTFS (ds929)', en: 'Public transport stops, GTFS (ds929)' },
  ...AMAT,
  page: milanPage('ds929-orari-del-trasporto-pubblico-locale-nel-comune-di-milano-in-formato-gtfs'),
  crs: 'EPSG:4326',
  vintage: '2019',
  recognises: async (file) =>
    (await isGtfsTable(file, ['stop_id', 'stop_name', 'stop_lat', 'stop_lon'])) &&
    !(await hasColumns(file, ['stop_sequence'])) &&
    (await isMilansFeed(file)),
  async *read(file, log) {
    const edition = await editionOf(file);
    log.states?.({ vintage: vintageOf(edition) });
    const routes = file.baseName === 'stops.txt' ? file.beside('routes.txt') : undefined;
    // Of another operator's feed, such as the railways', the stops near Milan are not all there are.
    const wholeNetwork = !routes || (await isAmats(routes));
    const columns = {
      lon: 'stop_lon',
      lat: 'stop_lat',
      needed: ['stop_id', 'stop_name'],
      marginDeg: NETWORK_MARGIN_DEG,
    };
    for await (const { origin, at, values } of placedOnly(log, csvPoints(file, log, columns))) {
      const id = text(values.stop_id);
      const name = text(values.stop_name);
      const metro = id !== undefined && isMetroStop(id);
      if (!id || !name) log.drop('no-name', origin.row, 'stop_id or stop_name is empty');
      else
        yield {
          origin,
          kind: 'stop',
          stableId: `amat-${id}`,
          at,
          ...(metro ? { mode: 'metro' } : {}),
          name: stopName(name, metro),
          ...boarding(values.wheelchair_boarding),
          ...edition,
          ...(wholeNetwork ? { wholeNetwork } : {}),
        };
    }
  },
};

/** 1 possible, 2 not, 0 or empty not known. */
const boarding = (published: unknown) =>
  published === '1' ? { wheelchair: true } : published === '2' ? { wheelchair: false } : {};
