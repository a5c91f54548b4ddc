// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { chargeDigest } from './fixtures/digests';
import { outcomeCsv } from './outcome-csv';

const digest = chargeDigest();

it('has every figure of the page, with its interval and where it comes from', () => {
  const rows = parse(outcomeCsv(digest, 'data'), { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(digest.totals.length + digest.map!.rows.length);
  expect(rows.find(({ indicator }) => indicator === 'vehicleKm')).toMatchObject({
    ...{ unit: 'km', before: '100000', change: '-5300', change_low80: '-5540', change_high80: '-5060' },
    ...{ direction: 'less', same_sign: '1', draws: '4', result_hash: '0123456789abcdef', synthetic: '1' },
  });
  expect(rows.find(({ place }) => place === 'Brera')).toMatchObject({
    ...{ indicator: 'consumerSurplusZoneEurH', before: '', change: '-81.5', direction: 'less' },
  });
});

it('is read by an Italian Excel', () => {
  const text = outcomeCsv(digest, 'excel');
  expect(text.startsWith('\ufeffindicator;')).toBe(true);
  expect(text).toContain(';-81,5;');
});
