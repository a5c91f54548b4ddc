// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { UNSTATED } from './licences';
import { csvPoints, placedOnly } from './point-rows';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** All of them say "Milano", but dozens are libraries of other towns, and one lies at 0, 0: those are dropped. */
export const libraries: Source<'services'> = {
  id: 'libraries',
  theme: 'services',
  title: { it: 'Biblioteche (anagrafe ICCU)', en: 'Libraries (ICCU register)' },
  publisher: 'ICCU – Istituto centrale per il catalogo unico',
  licence: UNSTATED,
  attribution: 'ICCU, Anagrafe delle biblioteche italiane',
  page: 'https://anagrafe.iccu.sbn.it/',
  crs: 'EPSG:4326',
  vintage: '2017',
  recognises: (file) => hasColumns(file, ['codiceIsil', 'denominazioni.ufficiale', 'Lat', 'Long']),
  async *read(file, log) {
    const columns = { lon: 'Long', lat: 'Lat', needed: ['codiceIsil', 'denominazioni.ufficiale'] };
    for await (const { origin, at, values } of placedOnly(log, csvPoints(file, log, columns))) {
      const id = text(values.codiceIsil);
      const name = text(values['denominazioni.ufficiale']);
      const address = text(values['indirizzo.via-piazza']);
      const kind = text(values['tipologia-funzionale']);
      const hours = text(values.orari);
      if (!id || !name) log.drop('no-name', origin.row, 'codiceIsil or name is empty');
      else
        yield {
          origin,
          stableId: `library-${id}`,
          at,
          class: 'library',
          name,
          ...(address ? { address } : {}),
          ...(kind && !/^non specificata$/i.test(kind) ? { detail: kind } : {}),
          ...(hours ? { hours } : {}),
        };
    }
  },
};
