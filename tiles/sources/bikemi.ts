// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import type { ServiceRow } from '../themes/rows';
import { italianName } from './italian-names';
import { geoJsonPoints, type PlacedRow, placedOnly } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { RowLog, Source } from './source';

const SLUG = 'ds65_infogeo_aree_sosta_bike_sharing_localizzazione_';

/** BikeMi's stations with their docks, edition of 2021. */
export const bikeMi: Source<'services'> = {
  id: 'bikemi',
  theme: 'services',
  title: { it: 'Stazioni BikeMi (ds65)', en: 'BikeMi stations (ds65)' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2021',
  recognises: (file) => hasJsonKeys(file, ['numero', 'nome', 'stalli', 'zd_attuale']),
  read: (file, log) =>
    read(file, log, 2021, (values) => ({
      id: text(values.numero),
      name: text(values.nome),
      address: text(values.indirizzo),
    })),
};

/** Edition of 2020: number and name in one field, cut to ten letters of its own name. */
export const bikeMi2020: Source<'services'> = {
  id: 'bikemi-2020',
  theme: 'services',
  title: { it: 'Stazioni BikeMi, edizione 2020 (ds65)', en: 'BikeMi stations, edition of 2020 (ds65)' },
  ...AMAT,
  page: milanPage(SLUG),
  crs: 'EPSG:4326',
  vintage: '2020',
  recognises: (file) => hasJsonKeys(file, ['bike_shari', 'stalli', 'zd_attuale']),
  read: (file, log) =>
    read(file, log, 2020, (values) => {
      const [, id, name] = /^(\d+)\s+(.*)$/.exec(text(values.bike_shari) ?? '') ?? [];
      return { id, name, address: text(values.indirizzo) };
    }),
};

async function* read(
  file: FoundFile,
  log: RowLog,
  editionYear: number,
  station: (values: PlacedRow['values']) => {
    id?: string | undefined;
    name?: string | undefined;
    address?: string | undefined;
  },
): AsyncGenerator<ServiceRow> {
  for await (const { origin, at, values } of placedOnly(log, geoJsonPoints(file, log))) {
    const { id, name, address } = station(values);
    const docks = number(values.stalli);
    if (!id || !name) log.drop('no-name', origin.row, 'number or name is empty');
    else if (docks === undefined || docks < 0)
      log.drop('bad-value', origin.row, `stalli "${values.stalli}" is no number of docks`);
    else
      yield {
        origin,
        stableId: `bikemi-${id}`,
        at,
        class: 'bike-share',
        name: italianName(name),
        ...(address ? { address: italianName(address) } : {}),
        capacity: docks,
        capacityUnit: 'docks',
        editionYear,
      };
  }
}
