// SPDX-License-Identifier: EUPL-1.2
/**
 * Persons present by district, as an operator's estimate gives them:
 * `{ "observedAt": "2026-03-25T08:00:00+01:00", "districts": [{ "district": 1, "residents": 950,
 * "workers": 4200, "visitors": null }] }`. null: too few to be disclosed, which is not zero.
 */
import { z } from 'zod';
import type { LiveRow } from '../../city/live';
import { type Feed, FeedFault, type ParseContext } from './feed';
import { instant } from './instants';
import { jsonOf, messageOf, nameOf, optionsOf } from './message';
import { type Lapse, RowTally } from './row-tally';
import { count, field, within } from './values';

const optionsSchema = z.strictObject({
  /** Fewer than so many are not shown, whatever the source does. */
  leastPersons: z.number().int().min(3).max(1000).default(5),
});

export const presence: Feed = {
  id: 'presence',
  kinds: ['presence'],
  format: 'json',
  options: optionsSchema,
  parse(got, context: ParseContext) {
    const { leastPersons } = optionsOf(optionsSchema, context);
    const message = messageOf(got, 'main');
    const json = jsonOf(message);
    const districts = field(json, 'districts');
    if (!Array.isArray(districts)) throw new FeedFault(`${nameOf(message)}: no list of districts`);
    const atMs = instant(field(json, 'observedAt'));
    const tally = new RowTally(context);
    const seen = new Set<string>();
    for (const one of districts as unknown[]) {
      const row = presenceRow(one, atMs, leastPersons);
      if ('kind' in row && seen.has(row.id)) tally.drop('duplicate', row.id);
      else tally.take(row);
      if ('kind' in row) seen.add(row.id);
    }
    return tally.parsed(true);
  },
};

function presenceRow(one: unknown, atMs: number | undefined, least: number): LiveRow | Lapse {
  const district = count(field(one, 'district'));
  if (district === undefined) return ['no-id', 'district without its number'];
  const id = String(district);
  if (atMs === undefined) return ['no-time', id];
  const persons = ['residents', 'workers', 'visitors'].map((group) => {
    const said = field(one, group);
    if (said === null || said === undefined) return null;
    return within(said, 0, 10_000_000);
  });
  const [residents, workers, visitors] = persons;
  if (residents === undefined || workers === undefined || visitors === undefined)
    return ['bad-value', `${id}: no number of persons`];
  const shown = (value: number | null) => (value !== null && value > 0 && value < least ? null : value);
  return {
    kind: 'presence',
    id,
    atMs,
    district,
    residents: shown(residents),
    workers: shown(workers),
    visitors: shown(visitors),
  };
}
