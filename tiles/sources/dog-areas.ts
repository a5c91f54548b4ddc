// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

const SLUG = 'ds52_infogeo_aree_cani_localizzazione_';

/** Fenced areas for dogs; three in four without the name of their park, none with a number of its own. */
export const dogAreas: Source<'greenery'> = {
  id: 'dog-areas',
  theme: 'greenery',
  title: { it: 'Aree cani', en: 'Dog areas' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020',
  recognises: (file) => hasJsonKeys(file, ['ZONA', 'AREA', 'CODICE', 'AREA_MQ', 'PERIM_M']),
  async *read(file, log) {
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const name = text(values.PARCO);
      yield { origin, geometry, class: 'dog-area', ...(name ? { name: italianName(name) } : {}) };
    }
  },
};
