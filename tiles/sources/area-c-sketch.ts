// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { UNSTATED } from './licences';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

/** Area C drawn by hand with few points: taken only where the Comune's own polygon is not there. */
export const areaCSketch: Source<'traffic-rules'> = {
  id: 'area-c-sketch',
  theme: 'traffic-rules',
  title: { it: 'Area C, disegno indicativo', en: 'Area C, indicative sketch' },
  publisher: 'lelepado01, Tesi di laurea triennale',
  licence: UNSTATED,
  attribution: 'Disegno indicativo, Tesi di laurea triennale',
  page: 'https://github.com/lelepado01/Tesi-di-Laurea-Triennale',
  crs: 'EPSG:4326',
  vintage: NOT_STATED,
  recognises: async (file) =>
    /area_?-?c/.test(file.baseName) && hasJsonKeys(file, ['shape', 'name', 'category']),
  async *read(file, log) {
    for await (const { origin, geometry } of areaRows(file, log))
      yield { origin, kind: 'zone', geometry, class: 'area-c', name: 'Area C' };
  },
};
