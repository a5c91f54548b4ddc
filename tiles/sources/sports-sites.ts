// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { geoJsonPoints, type PlacedRow, placedOnly } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds629-impianti-sportivi';

/**
 * One row an activity in the file, one a site here: sites share their point. Managers, e-mail and
 * sites of theirs are not read.
 */
export const sportsSites: Source<'services'> = {
  id: 'sports-sites',
  theme: 'services',
  title: { it: 'Impianti sportivi (ds629)', en: 'Sports facilities (ds629)' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-07',
  recognises: (file) => hasJsonKeys(file, ['SPECIFICA_LOCALITA', 'Tipo', 'Codice via']),
  async *read(file, log) {
    const sites = new Map<string, PlacedRow[]>();
    for await (const row of placedOnly(log, geoJsonPoints(file, log))) {
      const key = row.at.map((degrees) => degrees.toFixed(6)).join(',');
      const rows = sites.get(key);
      if (!rows) sites.set(key, [row]);
      else {
        rows.push(row);
        log.drop('part-of-a-site', row.origin.row, `${text(row.values.Tipo) ?? 'activity'} at ${key}`);
      }
    }
    for (const [key, rows] of sites) {
      const first = rows[0] as PlacedRow;
      const street = text(first.values.VIA);
      const number = /^\s*(\d+[^,\s]*)/.exec(String(first.values.LOCALITA ?? ''))?.[1];
      const address = street && (number ? `${street} ${number}` : street);
      const own = rows
        .map((row) => text(row.values.SPECIFICA_LOCALITA))
        .find((n) => n && !/^impianto sportivo$/i.test(n));
      const activities = [...new Set(rows.flatMap((row) => text(row.values.Tipo) ?? []))];
      yield {
        origin: first.origin,
        stableId: `sport-${key}`,
        at: first.at,
        class: 'sport',
        name: own ? italianName(own) : `Impianto sportivo${street ? `, ${street}` : ''}`,
        ...(address ? { address } : {}),
        ...(activities.length ? { detail: activities.join(', ') } : {}),
      };
    }
  },
};
