// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { placedOnly, recordPoints } from './point-rows';
import { COMUNE_DI_MILANO } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

/** The green "vedovelle"; they have no names. */
export const drinkingFountains: Source<'services'> = {
  id: 'drinking-fountains',
  theme: 'services',
  title: { it: 'Vedovelle, fontanelle pubbliche (ds502)', en: 'Drinking fountains (ds502)' },
  ...COMUNE_DI_MILANO,
  page: 'https://dati.comune.milano.it/dataset?q=ds502',
  crs: 'EPSG:4326',
  vintage: '2026-01',
  recognises: async (file) =>
    (await hasJsonKeys(file, ['objectid', 'id_nil', 'long_x_4326', 'lat_y_4326'])) &&
    !(await hasJsonKeys(file, ['indirizzo'])),
  async *read(file, log) {
    const keys = { lon: 'long_x_4326', lat: 'lat_y_4326' };
    for await (const { origin, at, values } of placedOnly(log, recordPoints(file, log, keys)))
      yield {
        origin,
        stableId: `fountain-${text(values.objectid) ?? origin.row}`,
        at,
        class: 'fountain',
        name: 'Vedovella',
      };
  },
};
