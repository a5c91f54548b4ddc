// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { geoJsonPoints, placedOnly } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds82_infogeo_varchi_elettronici_localizzazione_';

/** Cameras on the streets into Area C. */
export const areaCGates: Source<'traffic-rules'> = {
  id: 'area-c-gates',
  theme: 'traffic-rules',
  title: { it: 'Varchi di Area C', en: 'Gates of Area C' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: (file) => hasJsonKeys(file, ['id_amat', 'label']),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(log, geoJsonPoints(file, log))) {
      const id = text(values.id_amat);
      const name = text(values.label);
      if (!name) log.drop('no-name', origin.row, `gate ${id ?? ''}`);
      else
        yield {
          origin,
          kind: 'gate',
          ...(id ? { stableId: `ds82-${id}` } : {}),
          at,
          name: italianName(name),
        };
    }
  },
};
