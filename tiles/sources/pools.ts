// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { geoJsonPoints, placedOnly } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds32-infogeo-centribalneari-localizzazione';

/** One row a basin: a centre with an indoor and an outdoor pool is there twice. */
export const pools: Source<'services'> = {
  id: 'pools',
  theme: 'services',
  title: { it: 'Centri balneari e piscine (ds32)', en: 'Swimming pools (ds32)' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-07',
  recognises: (file) => hasJsonKeys(file, ['OBJECTID', 'TIPOLOGIA', 'DENOMINAZIONE', 'INDIRIZZO']),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(log, geoJsonPoints(file, log))) {
      const name = text(values.DENOMINAZIONE);
      const kind = text(values.TIPOLOGIA);
      const address = text(values.INDIRIZZO);
      if (!name) log.drop('no-name', origin.row, 'DENOMINAZIONE is empty');
      else
        yield {
          origin,
          stableId: `ds32-${text(values.OBJECTID) ?? origin.row}`,
          at,
          class: 'pool',
          name: italianName(name),
          ...(address ? { address: italianName(address) } : {}),
          ...(kind ? { detail: kind.charAt(0) + kind.slice(1).toLowerCase() } : {}),
        };
    }
  },
};
