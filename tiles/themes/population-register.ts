// SPDX-License-Identifier: EUPL-1.2
import { isSmall } from '../../src/city/disclosure';
import type { INPUT_TABLES } from '../../src/city/inputs';
import { type Cell, NOT_DISCLOSED, withheldCells } from './disclosure';
import { grouped } from './grouped';
import type { PopulationRow } from './rows';

export type Register = Extract<PopulationRow, { kind: 'register' }>;
type Count = Exclude<(typeof INPUT_TABLES)['population'][number], 'zone' | 'year'>;

/**
 * What a column is part of. Each is as telling as the count, since the whole is published beside it.
 * Between minors and those over 65 stand the adults, whose number nobody writes down.
 */
const WHOLES: readonly [Count, (row: Register) => readonly number[]][] = [
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

const adults = ({ total, minors, aged65Plus }: Register): number => total - minors - aged65Plus;

/**
 * The register as it may be published: small counts, small differences between the columns of one row,
 * and what protects both from subtraction from the city's total of the year are NaN. Where the residents
 * are, so is all else of the row; where the households are, those of one person are too.
 */
export function disclosedRegister(rows: readonly Register[]): Register[] {
  return [...grouped(rows, (row) => row.year)].flatMap(([, ofYear]) => {
    const hidden = new Map<Count, readonly boolean[]>();
    hidden.set('total', withheldCells(ofYear.map(({ total }) => ({ count: total }))));
    for (const [column, restsOf] of WHOLES) {
      const whole = hidden.get(column === 'singleHouseholds' ? 'households' : 'total');
      hidden.set(
        column,
        withheldCells(
          ofYear.map((row, i): Cell => {
            const rests = restsOf(row);
            const rest = rests.find((each) => isSmall(each)) ?? rests[0];
            return {
              count: row[column],
              ...(rest !== undefined && { rest }),
              withheld: whole?.[i] === true,
            };
          }),
        ),
      );
    }
    return ofYear.map((row, i) => {
      const told = { ...row };
      for (const [column, of] of hidden) if (of[i]) told[column] = NOT_DISCLOSED;
      return told;
    });
  });
}
