// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { IODL_2 } from './licences';
import { hasAttributes } from './recognise';
import { lineRows } from './shaped-rows';
import type { Source } from './source';

/** `EL_TRV_STA`: attribute 02, value 01, "in esercizio"; the only one in the delivery. */
const IN_SERVICE = '0201';

/**
 * Axes of tram tracks of the Database topografico 2012, class 010204. The other codes (position,
 * seat, level) are left: their lists of values are not published with the file.
 */
export const tramTracks: Source<'rail'> = {
  id: 'tram-tracks',
  theme: 'rail',
  title: { it: 'Elementi tranviari, DBT 2012', en: 'Tram tracks, topographic database 2012' },
  publisher: 'Comune di Milano – SIT',
  // Stated for the whole of the DBT 2012 by those who use it; not in the file.
  licence: IODL_2,
  attribution: 'Comune di Milano, Database topografico 2012, IODL 2.0',
  page: 'https://geoportale.comune.milano.it/ATOM/SIT/DBT2012/DBT2012_STRATO_01_Dataset_1.xml',
  crs: 'EPSG:6707',
  vintage: '2012',
  commonForm: true,
  recognises: (file) => hasAttributes(file, ['FEATURE_ID', 'EL_TRV_POS', 'EL_TRV_STA']),
  async *read(file, log) {
    for await (const { origin, geometry, values } of lineRows(file, log)) {
      const id = text(values.FEATURE_ID);
      yield {
        origin,
        ...(id ? { stableId: `dbt-tram-${Number(id) || id}` } : {}),
        geometry,
        class: 'tram',
        ...(text(values.EL_TRV_STA) === IN_SERVICE ? { state: 'in-service' as const } : {}),
      };
    }
  },
};
