// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { geoJsonPoints, placedOnly } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds80_infogeo_stazioni_ferroviarie_localizzazione_';

/** The city's 21 railway stations, some no longer in use (Bullona). */
export const railStations: Source<'transit'> = {
  id: 'rail-stations',
  theme: 'transit',
  title: { it: 'Stazioni ferroviarie (ds80)', en: 'Railway stations (ds80)' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: async (file) =>
    (await hasJsonKeys(file, ['ID', 'nome', 'gestore'])) && (await file.head()).includes('"Point"'),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(log, geoJsonPoints(file, log))) {
      const name = text(values.nome);
      if (!name) log.drop('no-name', origin.row, 'nome is empty');
      else
        yield {
          origin,
          kind: 'stop',
          stableId: `ds80-${text(values.ID) ?? origin.row}`,
          at,
          mode: 'rail',
          name: italianName(name.replace(/^MI-/, 'MILANO ')),
        };
    }
  },
};
