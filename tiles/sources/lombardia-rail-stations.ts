// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { readShapefile } from '../formats/shapefile';
import { italianName } from './italian-names';
import { featurePoints, placedOnly } from './point-rows';
import { REGIONE_LOMBARDIA_GEOPORTAL } from './publishers';
import { hasAttributes } from './recognise';
import type { Source } from './source';

/** Delivered without .prj, like the metro of the same geoportal. */
const CRS = 'EPSG:32632';

/** All stations of the region with its junctions and yards; closed stations are marked "Non Attiva". */
export const lombardiaRailStations: Source<'transit'> = {
  id: 'lombardia-rail-stations',
  theme: 'transit',
  title: { it: 'Stazioni ferroviarie, Regione Lombardia', en: 'Railway stations, Regione Lombardia' },
  ...REGIONE_LOMBARDIA_GEOPORTAL,
  page: 'https://www.geoportale.regione.lombardia.it/',
  crs: CRS,
  vintage: 'before 2024',
  recognises: (file) => hasAttributes(file, ['NOME_SF', 'GESTORE', 'STATO']),
  async *read(file, log) {
    for await (const { origin, at, values } of placedOnly(
      log,
      featurePoints(file, log, readShapefile(file, { crs: CRS, log })),
    )) {
      const name = text(values.NOME_SF);
      if (/^non attiva/i.test(String(values.STATO)))
        log.drop('out-of-service', origin.row, `${name}: Non Attiva`);
      else if (!name || /smistamento/i.test(name))
        log.drop('not-this-theme', origin.row, `${name ?? values.NOME_EVE} is no station for passengers`);
      else
        yield {
          origin,
          kind: 'stop',
          stableId: `lombardia-rail-${text(values.OBJECTID_1) ?? origin.row}`,
          at,
          mode: 'rail',
          name: italianName(name),
        };
    }
  },
};
