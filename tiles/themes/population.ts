// SPDX-License-Identifier: EUPL-1.2
import type { ColumnTable } from '../../src/city/columns';
import { INPUT_TABLES } from '../../src/city/inputs';
import { placeOf } from './editions';
import { disclosedRegister, type Register } from './population-register';
import { pyramidTable, sectionsInDistricts, sectionsTable } from './population-sections';
import type { PopulationRow } from './rows';
import type { CleanContext, Theme } from './theme';

type RegisterColumn = (typeof INPUT_TABLES)['population'][number];

/**
 * Who lives where, as model inputs: the register by district and year and the census by section and
 * age, with small counts withheld (see disclosure.ts).
 */
export const population: Theme<'population'> = {
  id: 'population',
  clean: (bySource, context) => {
    const rows = bySource.flatMap((source) => source.rows);
    const register = registerRows(rows, context);
    const sections = sectionsInDistricts(rows, context);
    return {
      kept: register.length + sections.length,
      inputs: [
        ...(register.length > 0 ? [registerTable(register, context.drop)] : []),
        ...(sections.length > 0
          ? [pyramidTable(sections, context.drop), sectionsTable(sections, context.drop)]
          : []),
      ],
    };
  },
};

function registerRows(rows: readonly PopulationRow[], { districts, drop }: CleanContext): Register[] {
  const byKey = new Map<string, Register>();
  for (const row of rows) {
    if (row.kind !== 'register') continue;
    const key = `${row.district} ${row.year}`;
    const example = `${placeOf(row.origin)}: district ${row.district}, ${row.year}`;
    if (districts.count > 0 && districts.name(row.district) === undefined) drop('unknown-district', example);
    else if (byKey.has(key)) drop('duplicate-id', `${example} again`);
    else byKey.set(key, row);
  }
  return [...byKey.values()].sort((a, b) => a.district - b.district || a.year - b.year);
}

function registerTable(register: readonly Register[], drop: CleanContext['drop']): ColumnTable {
  const rows = disclosedRegister(register).sort((a, b) => a.district - b.district || a.year - b.year);
  for (const row of rows)
    if (Object.values(row).some(Number.isNaN))
      drop('below-disclosure-threshold', `some counts of district ${row.district}, ${row.year}`);
  const cell = (row: Register, column: RegisterColumn) => (column === 'zone' ? row.district : row[column]);
  return {
    id: 'population',
    rows: rows.length,
    columns: INPUT_TABLES.population.map((name) => ({
      name,
      unit: UNITS[name] ?? 'persons',
      values: Float32Array.from(rows, (row) => cell(row, name)),
    })),
  };
}

/** The other columns count persons. */
const UNITS: Partial<Record<RegisterColumn, string>> = {
  zone: '1',
  year: 'year',
  households: '1',
  singleHouseholds: '1',
};
