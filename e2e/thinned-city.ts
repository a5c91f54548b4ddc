// SPDX-License-Identifier: EUPL-1.2
/** The tables of a built city as its models read them, and those of one of which some districts have hardly anybody. */
import { readTables } from '../commands/city-folder';
import { type ColumnTable, valuesOf } from '../src/city/columns';
import type { InputTable } from '../src/city/inputs';

/** Those of the tables that the city has. */
export const tablesIn = (cityDir: string, ids: readonly InputTable[]): ColumnTable[] => [
  ...readTables(cityDir, ids).tables.values(),
];

/** Residents that are left in every fifth district: enough for the register to tell its own counts, few of each age. */
const FEW = 150;
/** The tables of a city of which every fifth district has hardly anybody. */
export function thinned(tables: readonly ColumnTable[]): ColumnTable[] {
  const population = tables.find(({ id }) => id === 'population') as ColumnTable;
  const [zone, year, total] = [
    valuesOf(population, 'zone'),
    valuesOf(population, 'year'),
    valuesOf(population, 'total'),
  ] as const;
  const last = Math.max(...Array.from(year));
  const share = new Map<number, number>();
  Array.from(zone).forEach((id, row) => {
    if (year[row] === last && id % 5 === 0) share.set(id, FEW / total[row]!);
  });
  return tables.map((table) => {
    if (!['population', 'population-pyramid'].includes(table.id)) return table;
    const of = valuesOf(table, 'zone');
    const columns = table.columns.map((column) => {
      if (['zone', 'year', 'sex', 'ageFrom'].includes(column.name)) return column;
      const values = Float32Array.from(column.values, (count, row) => count * (share.get(of[row]!) ?? 1));
      return { ...column, values };
    });
    return { ...table, columns };
  });
}
