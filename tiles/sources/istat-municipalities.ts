// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { nameKey } from './italian-names';
import { CC_BY_4 } from './licences';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

/**
 * Municipalities of a province as Istat generalises them (Milan loses 1 km²): only the city's own
 * is taken, and only where no finer limit is there.
 */
export const istatMunicipalities: Source<'boundaries'> = {
  id: 'istat-municipalities',
  theme: 'boundaries',
  title: { it: 'Limiti comunali generalizzati', en: 'Generalised municipal limits' },
  publisher: 'Istat – Openpolis',
  licence: CC_BY_4,
  attribution: 'Istat, Openpolis geojson-italy, CC BY 4.0',
  page: 'https://github.com/openpolis/geojson-italy',
  crs: 'EPSG:4326',
  vintage: 'not stated',
  recognises: (file) => hasJsonKeys(file, ['com_istat_code', 'prov_istat_code', 'name']),
  async *read(file, log) {
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const name = text(values.name) ?? '';
      if (nameKey(name) === nameKey(log.place.name))
        yield { origin, kind: 'city-limit', id: 0, name, geometry, generalised: true };
      else log.drop('other-city', origin.row, `${name} (${values.com_istat_code})`);
    }
  },
};
