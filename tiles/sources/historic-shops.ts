// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import { italianName } from './italian-names';
import { placedOnly, recordPoints } from './point-rows';
import { COMUNE_DI_MILANO } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

/** Shops of the municipal register of historic trade; those that closed stay in it, marked "cessata". */
export const historicShops: Source<'businesses'> = {
  id: 'historic-shops',
  theme: 'businesses',
  title: { it: 'Botteghe storiche (ds290)', en: 'Historic shops (ds290)' },
  ...COMUNE_DI_MILANO,
  page: 'https://dati.comune.milano.it/dataset?q=ds290',
  crs: 'EPSG:4326',
  vintage: '2024',
  recognises: (file) => hasJsonKeys(file, ['targa', 'genere_merceologico', 'long_x_4326', 'lat_y_4326']),
  async *read(file, log) {
    const keys = { lon: 'long_x_4326', lat: 'lat_y_4326' };
    for await (const { origin, at, values } of placedOnly(log, recordPoints(file, log, keys))) {
      const name = text(values.targa);
      const trade = text(values.genere_merceologico);
      const address = text(values.indirizzo);
      const since = number(values.anno);
      if (!name) log.drop('no-name', origin.row, 'targa is empty');
      else
        yield {
          origin,
          kind: 'shop',
          stableId: `bottega-${text(values.n) ?? origin.row}`,
          at,
          name,
          ...(trade ? { trade } : {}),
          ...(since !== undefined && since > 1000 ? { sinceYear: since } : {}),
          ...(address ? { address: addressOf(address) } : {}),
          ...(text(values.stato) === 'cessata' ? { closed: true } : {}),
        };
    }
  },
};

/** `Via SAN PIETRO ALL'ORTO 3`: the street alone is in capitals. */
const addressOf = (published: string) => italianName(published.toUpperCase());
