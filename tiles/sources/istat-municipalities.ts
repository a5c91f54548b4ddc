// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { text } from '../formats/attributes';
import { readGeoJson } from '../formats/geojson';
import { checkArea, isRejected } from '../formats/geometry';
import { nameKey } from './italian-names';
import { CC_BY_4 } from './licences';
import { hasJsonKeys } from './recognise';
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
  vintage: NOT_STATED,
  recognises: (file) => hasJsonKeys(file, ['com_istat_code', 'prov_istat_code', 'name']),
  async *read(file, log) {
    for await (const { geometry, properties } of readGeoJson(file)) {
      const row = log.row();
      const name = text(properties.name) ?? '';
      const checked = checkArea(geometry, log.place);
      if (nameKey(name) !== nameKey(log.place.name))
        log.drop('other-city', row, `${name} (${properties.com_istat_code})`);
      else if (isRejected(checked)) log.drop(checked.reason, row, checked.detail);
      else
        yield {
          origin: { file: file.name, row },
          kind: 'city-limit',
          id: 0,
          name,
          geometry: checked.geometry,
          generalised: true,
        };
    }
  },
};
