// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { IODL_2 } from './licences';
import { csvPoints } from './point-rows';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** Geocoded by the data platform; where its geocoder left the city, the row is kept without a point. */
export const pharmacies: Source<'services'> = {
  id: 'pharmacies',
  theme: 'services',
  title: { it: 'Farmacie', en: 'Pharmacies' },
  publisher: 'Ministero della Salute',
  licence: IODL_2,
  attribution: 'Ministero della Salute, IODL 2.0',
  page: 'https://www.dati.salute.gov.it/',
  crs: 'EPSG:4326',
  vintage: '2017',
  recognises: (file) =>
    hasColumns(file, ['CODICEIDENTIFICATIVOFARMACIA', 'DESCRIZIONEFARMACIA', 'INDIRIZZO', 'Long', 'Lat']),
  async *read(file, log) {
    const needed = ['CODICEIDENTIFICATIVOFARMACIA', 'DESCRIZIONEFARMACIA'];
    for await (const { origin, at, unplaced, values } of csvPoints(file, log, {
      lon: 'Long',
      lat: 'Lat',
      needed,
    })) {
      const id = text(values.CODICEIDENTIFICATIVOFARMACIA);
      const name = text(values.DESCRIZIONEFARMACIA);
      const address = text(values.INDIRIZZO);
      const hours = text(values.ORARI);
      if (!id || !name) log.drop('no-name', origin.row, 'code or DESCRIZIONEFARMACIA is empty');
      else
        yield {
          origin,
          stableId: `pharmacy-${id}`,
          ...(at ? { at } : unplaced ? { unplaced } : {}),
          class: 'pharmacy',
          name: italianName(name),
          ...(address ? { address: italianName(address) } : {}),
          ...(hours ? { hours } : {}),
        };
    }
  },
};
