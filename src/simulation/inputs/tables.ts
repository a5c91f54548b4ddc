// SPDX-License-Identifier: EUPL-1.2
/** Columns of the input tables, by name. */
import { type ColumnArray, type ColumnTable, columnIfAny } from '../../city/columns';
import type { InputTable } from '../../city/inputs';

export type Tables = ReadonlyMap<InputTable, ColumnTable>;

/** A city that lacks what the models cannot do without. */
export class CityInputsError extends Error {
  constructor(
    /** Tables that the build did not make, since nothing in its data says what they hold. */
    readonly missing: readonly InputTable[],
    message = `this city has no input tables ${missing.join(', ')}: build it with the data that they are made of`,
  ) {
    super(message);
    this.name = 'CityInputsError';
  }
}

/** Numbers of a column. @throws CityInputsError where the table lacks it. */
export function numbers(table: ColumnTable, name: string): ColumnArray {
  return columnOf(table, name).values;
}

/** Texts of a column, one a row. @throws CityInputsError where the table lacks it or its texts. */
export function texts(table: ColumnTable, name: string): string[] {
  const { values, dictionary } = columnOf(table, name);
  return Array.from(values, (value, row) => {
    const text = dictionary?.[value];
    if (text === undefined)
      throw new CityInputsError([], `${table.id}, row ${row}: ${name} ${value} has no text`);
    return text;
  });
}

/** The texts that a column's numbers point into. */
export function dictionary(table: ColumnTable, name: string): readonly string[] {
  return columnOf(table, name).dictionary ?? [];
}

/** A column of row numbers of another table. @throws CityInputsError where one is out of range. */
export function rowNumbers(table: ColumnTable, name: string, of: number, least = 0): Int32Array {
  const rows = Int32Array.from(numbers(table, name));
  const wrong = rows.findIndex((row) => row < least || row >= of);
  if (wrong >= 0)
    throw new CityInputsError([], `${table.id}, row ${wrong}: ${name} ${rows[wrong]} is not below ${of}`);
  return rows;
}

function columnOf(table: ColumnTable, name: string) {
  const column = columnIfAny(table, name);
  if (!column) throw new CityInputsError([], `${table.id}: no column ${name}`);
  return column;
}
