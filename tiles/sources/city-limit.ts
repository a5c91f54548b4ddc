// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

const SLUG = 'ds2841-confini-amministrativi-del-comune-di-milano';

/**
 * The limit of the Comune: one polygon, whose attributes are filled with `" "` and 0 and are left.
 * They come after 19,553 points, so the file is known by its name.
 */
export const cityLimit: Source<'boundaries'> = {
  id: 'city-limit',
  theme: 'boundaries',
  title: { it: 'Confine del Comune di Milano', en: 'Limit of the Comune di Milano' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: NOT_STATED,
  recognises: (file) => /^(ds2841\D|confin[ei][-_]).*milano.*\.(geo)?json$/.test(file.baseName),
  async *read(file, log) {
    for await (const { origin, geometry } of areaRows(file, log))
      yield { origin, kind: 'city-limit', id: 0, name: log.place.name, geometry };
  },
};
