// SPDX-License-Identifier: EUPL-1.2
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

/**
 * The regional park of the north, inside and outside of the city. Unlike the districts of the same
 * year it is where it belongs: 766 of its 1,159 points lie within 2 m of today's city limit, and any
 * shift makes them fewer.
 */
export const parcoNord: Source<'greenery'> = {
  id: 'parco-nord',
  theme: 'greenery',
  title: { it: 'Parco Nord, confini', en: 'Parco Nord, limits' },
  ...COMUNE_DI_MILANO,
  page: milanPage('parco-nord'),
  crs: 'EPSG:4326',
  vintage: '2013',
  recognises: async (file) =>
    /parco_?nord/.test(file.baseName) && hasJsonKeys(file, ['AMBITO', 'PERIMETRO', 'SHAPE_AREA']),
  async *read(file, log) {
    for await (const { origin, geometry } of areaRows(file, log))
      yield { origin, geometry, class: 'park', name: 'Parco Nord' };
  },
};
