// SPDX-License-Identifier: EUPL-1.2
import { count, text } from '../formats/attributes';
import { italianName, nameKey } from './italian-names';
import { csvRows } from './point-rows';
import { REGIONE_LOMBARDIA } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

const BEDS = 'posti_letto_totali_accreditati';

/** All of Lombardy, without coordinates: only those of the place are kept. Contact columns are not read. */
export const nursingHomes: Source<'services'> = {
  id: 'nursing-homes',
  theme: 'services',
  title: { it: 'Residenze sanitarie assistenziali accreditate', en: 'Accredited nursing homes' },
  ...REGIONE_LOMBARDIA,
  page: 'https://www.dati.lombardia.it/d/vef4-8fnp',
  portal: {
    kind: 'url',
    url: 'https://www.dati.lombardia.it/resource/vef4-8fnp.csv?$limit=50000',
    fileName: 'rsa_accreditate.csv',
  },
  crs: 'none',
  vintage: '2012',
  recognises: (file) => hasColumns(file, ['denominazione', 'comune', 'indirizzo', BEDS]),
  async *read(file, log) {
    const city = nameKey(log.place.name);
    for await (const { origin, values } of csvRows(file, log, [
      'denominazione',
      'comune',
      'indirizzo',
      BEDS,
    ])) {
      const name = text(values.denominazione);
      const address = text(values.indirizzo);
      const beds = count(values[BEDS]);
      if (nameKey(values.comune ?? '') !== city)
        log.drop('other-city', origin.row, `${name} is in ${values.comune}`);
      else if (!name) log.drop('no-name', origin.row, 'denominazione is empty');
      else if (beds === undefined || !Number.isInteger(beds) || beds < 0)
        log.drop('bad-value', origin.row, `${BEDS} "${values[BEDS]}" is no number of beds`);
      else
        yield {
          origin,
          stableId: `rsa-${nameKey(`${name} ${address ?? ''}`).replaceAll(' ', '-')}`,
          class: 'nursing-home',
          name: homeName(name),
          ...(address ? { address: italianName(address) } : {}),
          capacity: beds,
          capacityUnit: 'beds',
        };
    }
  },
};

/** `R.S.A. BAGGIO` → `RSA Baggio`. */
const homeName = (published: string) =>
  italianName(published.replace(/\bR\.\s?S\.\s?A\.\s*/g, 'RSA ')).replace(/\bRsa\b/g, 'RSA');
