// SPDX-License-Identifier: EUPL-1.2
import { isSmall } from '../../src/city/disclosure';
import { REGISTER_RESTS, type RegisterCount } from '../../src/city/register';
import { type Cell, NOT_DISCLOSED, withheldCells } from './disclosure';
import { grouped } from './grouped';
import type { PopulationRow } from './rows';

export type Register = Extract<PopulationRow, { kind: 'register' }>;

/**
 * The register as it may be published: small counts, small differences between the columns of one row,
 * and what protects both from subtraction from the city's total of the year are NaN. Where the residents
 * are, so is all else of the row; where the households are, those of one person are too.
 */
export function disclosedRegister(rows: readonly Register[]): Register[] {
  return [...grouped(rows, (row) => row.year)].flatMap(([, ofYear]) => {
    const hidden = new Map<RegisterCount, readonly boolean[]>();
    hidden.set('total', withheldCells(ofYear.map(({ total }) => ({ count: total }))));
    for (const [column, restsOf] of REGISTER_RESTS) {
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
