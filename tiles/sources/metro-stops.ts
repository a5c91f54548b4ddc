// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { metroLinesIn, stationName } from './metro-lines';
import { geoJsonPoints, NETWORK_MARGIN_DEG, placedOnly } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds535_atm-fermate-linee-metropolitane';

/** 110 stations in the edition of 2020, which has no M4. */
export const metroStops: Source<'transit'> = {
  id: 'metro-stops',
  theme: 'transit',
  title: { it: 'Fermate della metropolitana ATM (ds535)', en: 'ATM metro stations (ds535)' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: async (file) =>
    (await hasJsonKeys(file, ['id_amat', 'nome', 'linee'])) && !(await hasJsonKeys(file, ['ubicazione'])),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(
      log,
      geoJsonPoints(file, log, NETWORK_MARGIN_DEG),
    )) {
      const id = text(values.id_amat);
      const name = text(values.nome);
      const lines = metroLinesIn(values.linee);
      if (!id || !name) log.drop('no-name', origin.row, 'id_amat or nome is empty');
      else if (lines.length === 0)
        log.drop('bad-value', origin.row, `linee "${values.linee}" names no metro line`);
      else
        yield {
          origin,
          kind: 'stop',
          stableId: `amat-${id}`,
          at,
          mode: 'metro',
          name: stationName(name),
          lines,
          editionYear: 2020,
        };
    }
  },
};
