// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { text } from '../formats/attributes';
import { readCsv } from '../formats/csv';
import { italianName } from './italian-names';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasAttributes, hasColumns, hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

const SLUG = 'ds89_infogeo_parchi_giardini_localizzazione_';
const FIELDS = ['ZONA', 'AREA', 'AREA_MQ', 'PARCO'];

/**
 * Named parks and gardens, in many fragments without a number of their own: the theme joins those of
 * one name. The CSV of the same data has centroids only; its rows are left out.
 */
export const parks: Source<'greenery'> = {
  id: 'parks',
  theme: 'greenery',
  title: { it: 'Parchi e giardini', en: 'Parks and gardens' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['SHP', 'GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: NOT_STATED,
  // Dog areas have the same columns and a CODICE.
  recognises: async (file) =>
    (await hasAttributes(file, FIELDS)) ||
    ((await hasJsonKeys(file, FIELDS)) && !(await hasJsonKeys(file, ['CODICE']))) ||
    hasColumns(file, ['CODICE_AREA', 'PARCO', 'LONG_X_4326_CENTROID']),
  async *read(file, log) {
    if (file.baseName.endsWith('.csv')) {
      for await (const { values } of readCsv(file))
        log.drop('no-geometry', log.row(), `${values.PARCO}: centroid only, the areas are in the shapefile`);
      return;
    }
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const name = text(values.PARCO);
      const named = name ? { name: italianName(name) } : {};
      yield { origin, geometry, class: /^(GIARDIN|AIUOL)/i.test(name ?? '') ? 'garden' : 'park', ...named };
    }
  },
};
