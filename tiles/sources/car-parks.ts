// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import { geoJsonPoints, placedOnly } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds342-trafficotrasporti-parcheggi-pubblici-localizzazione';

export const carParks: Source<'services'> = {
  id: 'car-parks',
  theme: 'services',
  title: { it: 'Parcheggi pubblici (ds342)', en: 'Public car parks (ds342)' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020',
  recognises: (file) => hasJsonKeys(file, ['nome', 'n_posti', 'indirizzo', 'tipo']),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(log, geoJsonPoints(file, log))) {
      const name = text(values.nome);
      const places = number(values.n_posti);
      const address = text(values.indirizzo);
      const kind = text(values.tipo);
      if (!name) log.drop('no-name', origin.row, 'nome is empty');
      else
        yield {
          origin,
          stableId: `car-park-${text(values.id) ?? origin.row}`,
          at,
          class: 'parking',
          name,
          ...(address ? { address } : {}),
          ...(places !== undefined && places > 0 ? { capacity: places, capacityUnit: 'places' } : {}),
          ...(kind ? { detail: kind.charAt(0) + kind.slice(1).toLowerCase() } : {}),
        };
    }
  },
};
