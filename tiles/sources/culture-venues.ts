// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { text } from '../formats/attributes';
import { nameKey } from './italian-names';
import { UNSTATED } from './licences';
import { csvPoints, placedOnly } from './point-rows';
import { hasColumns } from './recognise';
import type { Source } from './source';

/** Museums, theatres, galleries, bookshops, cinemas. Two stand in the file twice. */
export const cultureVenues: Source<'services'> = {
  id: 'culture-venues',
  theme: 'services',
  title: { it: 'Luoghi della cultura', en: 'Cultural venues' },
  publisher: 'Milan Culture Map',
  licence: UNSTATED,
  attribution: 'Milan Culture Map (B. Sassoli e altri)',
  page: 'https://github.com/bsassoli/milan_culture_map',
  crs: 'EPSG:4326',
  vintage: NOT_STATED,
  recognises: (file) => hasColumns(file, ['pk', 'name', 'category', 'address', 'latitude', 'longitude']),
  async *read(file, log) {
    const seen = new Map<string, number>();
    const columns = { lon: 'longitude', lat: 'latitude', needed: ['pk', 'name'] };
    for await (const { origin, at, values } of placedOnly(log, csvPoints(file, log, columns))) {
      const name = text(values.name);
      const address = text(values.address);
      const kind = text(values.category);
      const key = nameKey(`${name} ${address}`);
      const before = seen.get(key);
      if (!name) log.drop('no-name', origin.row, 'name is empty');
      else if (before !== undefined) log.drop('duplicate-name', origin.row, `${name}: as in row ${before}`);
      else {
        seen.set(key, origin.row);
        yield {
          origin,
          stableId: `culture-${text(values.pk) ?? origin.row}`,
          at,
          class: 'culture',
          name,
          ...(address ? { address } : {}),
          ...(kind ? { detail: kind } : {}),
        };
      }
    }
  },
};
