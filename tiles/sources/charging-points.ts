// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import { italianName } from './italian-names';
import { placedOnly, recordPoints } from './point-rows';
import { AMAT } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

/** Sites where electric vehicles are charged, with their number of points. */
export const chargingPoints: Source<'services'> = {
  id: 'charging-points',
  theme: 'services',
  title: { it: 'Colonnine di ricarica', en: 'Electric vehicle charging' },
  ...AMAT,
  page: 'https://dati.comune.milano.it/dataset?q=colonnine+ricarica',
  crs: 'EPSG:4326',
  vintage: '2023',
  recognises: (file) => hasJsonKeys(file, ['numero_pdr', 'titolare', 'long_x_4326', 'lat_y_4326']),
  async *read(file, log) {
    const keys = { lon: 'long_x_4326', lat: 'lat_y_4326' };
    for await (const { origin, at, values } of placedOnly(log, recordPoints(file, log, keys))) {
      const owner = text(values.titolare);
      const address = text(values.localita);
      const points = number(values.numero_pdr);
      const kind = text(values.infra);
      yield {
        origin,
        stableId: `charging-${text(values.id_amat) ?? origin.row}`,
        at,
        class: 'charging',
        name: owner ? `Ricarica ${owner}` : 'Ricarica elettrica',
        ...(address ? { address: italianName(address) } : {}),
        ...(points !== undefined && points > 0 ? { capacity: points, capacityUnit: 'places' } : {}),
        ...(kind ? { detail: kind } : {}),
      };
    }
  },
};
