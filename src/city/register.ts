// SPDX-License-Identifier: EUPL-1.2
/** The register of residents by district (ds205): its counts, and which of them may be told. */
import { mayBeTold } from './disclosure';
import type { INPUT_TABLES } from './inputs';

export type RegisterCount = Exclude<(typeof INPUT_TABLES)['population'][number], 'zone' | 'year'>;
export type RegisterCounts = Readonly<Record<RegisterCount, number>>;

/** Between minors and those over 65 stand the adults, whose number nobody writes down. */
const adults = ({ total, minors, aged65Plus }: RegisterCounts): number => total - minors - aged65Plus;

/**
 * What is left of the wholes that a count is part of, by count. Each rest is as telling as the count,
 * since the whole is published beside it.
 */
export const REGISTER_RESTS: readonly [
  Exclude<RegisterCount, 'total'>,
  (row: RegisterCounts) => readonly number[],
][] = [
  ['households', ({ total, households }) => [total - households]],
  ['men', ({ women }) => [women]],
  ['women', ({ men }) => [men]],
  ['minors', (row) => [row.total - row.minors, adults(row), row.aged65Plus]],
  ['aged65Plus', (row) => [row.total - row.aged65Plus, adults(row), row.minors]],
  ['aged80Plus', (row) => [row.aged65Plus - row.aged80Plus]],
  ['foreigners', ({ total, foreigners }) => [total - foreigners]],
  ['singleHouseholds', ({ households, singleHouseholds }) => [households - singleHouseholds]],
  [
    'aloneAged80Plus',
    (row) => [row.aged80Plus - row.aloneAged80Plus, row.singleHouseholds - row.aloneAged80Plus],
  ],
  ['births', () => []],
  ['deaths', () => []],
  ['arrivals', () => []],
  ['departures', () => []],
];

/**
 * The counts of a row that may be told beside each other; the others are NaN. Asked again of what the
 * build has already withheld: of a city that was built without it nothing more is told.
 */
export function toldCounts(row: RegisterCounts): Record<RegisterCount, number> {
  const told = { ...row };
  const all = mayBeTold(row.total);
  if (!all) told.total = Number.NaN;
  for (const [count, restsOf] of REGISTER_RESTS)
    if (!all || !mayBeTold(row[count], ...restsOf(row))) told[count] = Number.NaN;
  if (Number.isNaN(told.households)) told.singleHouseholds = Number.NaN;
  return told;
}
