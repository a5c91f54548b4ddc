// SPDX-License-Identifier: EUPL-1.2
import { number } from '../formats/attributes';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasAttributes, hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

const SLUG = 'ds379-infogeo-municipi-superficie';
const FIELDS = ['MUNICIPIO', 'PERIMETRO'];

/**
 * The nine municipi; as GeoJSON in degrees and as a shapefile in metres (EPSG:6707, whose definition
 * puts north first while the file has east first). The GeoJSON is so dense that its attributes come
 * after the head of the file: it is known by its name.
 */
export const municipi: Source<'boundaries'> = {
  id: 'municipi',
  theme: 'boundaries',
  title: { it: 'Municipi', en: 'Municipi (boroughs)' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON', 'SHP'] },
  crs: 'EPSG:4326, EPSG:6707 (shapefile)',
  vintage: '2016',
  recognises: async (file) =>
    /^(ds379\D.*|municipi(_label)?)\.(geo)?json$/.test(file.baseName) ||
    (await hasJsonKeys(file, FIELDS)) ||
    hasAttributes(file, FIELDS),
  async *read(file, log) {
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const id = number(values.MUNICIPIO);
      if (!id || !Number.isInteger(id)) log.drop('bad-value', origin.row, `MUNICIPIO "${values.MUNICIPIO}"`);
      else yield { origin, kind: 'municipio', id, name: `Municipio ${id}`, geometry };
    }
  },
};
