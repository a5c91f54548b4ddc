// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { geoJsonPoints, NETWORK_MARGIN_DEG, placedOnly } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds534-atm-fermate-linee-di-superficie-urbane';

/** `ubicazione` is where the pole stands, not the stop's name; `linee` is complete also where ds538 is not. */
export const surfaceStops: Source<'transit'> = {
  id: 'surface-stops',
  theme: 'transit',
  title: { it: 'Fermate di superficie ATM (ds534)', en: 'ATM surface stops (ds534)' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: (file) => hasJsonKeys(file, ['id_amat', 'ubicazione', 'linee']),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(
      log,
      geoJsonPoints(file, log, NETWORK_MARGIN_DEG),
    )) {
      const id = text(values.id_amat);
      const name = text(values.ubicazione);
      if (!id || !name) {
        log.drop('no-name', origin.row, 'id_amat or ubicazione is empty');
        continue;
      }
      const lines = text(values.linee)
        ?.split(',')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      yield {
        origin,
        kind: 'stop',
        stableId: `amat-${id}`,
        at,
        name,
        nameIsPlace: true,
        ...(lines?.length ? { lines } : {}),
        editionYear: 2020,
      };
    }
  },
};
