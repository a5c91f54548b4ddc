// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import { geoJsonPoints, placedOnly } from './point-rows';
import { AMAT } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

/** Nine of them have no geometry. */
export const bikeRacks: Source<'services'> = {
  id: 'bike-racks',
  theme: 'services',
  title: { it: 'Rastrelliere per biciclette (ds70)', en: 'Bicycle racks (ds70)' },
  ...AMAT,
  page: 'https://dati.comune.milano.it/dataset?q=ds70',
  crs: 'EPSG:4326',
  vintage: '2020',
  recognises: (file) => hasJsonKeys(file, ['stalli_totali', 'tipomanufatto', 'categorieveicoli']),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(log, geoJsonPoints(file, log))) {
      const places = number(values.stalli_totali);
      const vehicles = text(values.categorieveicoli);
      yield {
        origin,
        stableId: `rack-${text(values.id_amat) ?? origin.row}`,
        at,
        class: 'bike-rack',
        name: 'Rastrelliera',
        ...(places !== undefined && places > 0 ? { capacity: places, capacityUnit: 'places' } : {}),
        ...(vehicles && !/^velocipedi$/i.test(vehicles) ? { detail: vehicles } : {}),
      };
    }
  },
};
