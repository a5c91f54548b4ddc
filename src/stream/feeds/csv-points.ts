// SPDX-License-Identifier: EUPL-1.2
/** Any CSV of places: `;`, `,` or tab, decimal point or comma, UTF-8 or Windows-1252. */
import { z } from 'zod';
import type { LonLat } from '../../city/frames';
import { type CsvRow, csvRowsOf } from './csv';
import { type Feed, FeedFault } from './feed';
import { messageOf, nameOf, optionsOf } from './message';
import { pointOptions, pointRow } from './points';
import { RowTally } from './row-tally';
import { field, placeAt } from './values';

const column = z.string().min(1).max(200);
const optionsSchema = z.strictObject({
  ...pointOptions,
  /** Columns of degrees, WGS 84. */
  lon: column.optional(),
  lat: column.optional(),
  /** Instead of them one column of "(lat, lon)". */
  location: column.optional(),
});
type Options = z.infer<typeof optionsSchema>;

export const csvPoints: Feed = {
  id: 'csv-points',
  kinds: ['point'],
  format: 'csv',
  options: optionsSchema,
  parse(got, context) {
    const message = messageOf(got, 'main');
    const options = optionsOf(optionsSchema, context);
    const rows = csvRowsOf(message);
    const named = [options.id, options.lon, options.lat, options.location, options.time];
    for (const name of named)
      if (name !== undefined && rows[0] && !Object.hasOwn(rows[0], name))
        throw new FeedFault(`${nameOf(message)}: no column "${name}"`);
    const tally = new RowTally(context);
    for (const row of rows)
      tally.take(pointRow(row, field(row, options.id), placeIn(row, options), options, context.receivedMs));
    return tally.parsed(true);
  },
};

function placeIn(row: CsvRow, { lon, lat, location }: Options): LonLat | undefined {
  if (location !== undefined) {
    const said = /^\s*\(?\s*([+-]?\d{1,3}(?:\.\d{1,20})?)\s*[,;]\s*([+-]?\d{1,3}(?:\.\d{1,20})?)\s*\)?\s*$/;
    const [, latText, lonText] = said.exec(row[location] ?? '') ?? [];
    return placeAt(lonText, latText);
  }
  return lon === undefined || lat === undefined ? undefined : placeAt(row[lon], row[lat]);
}
