// SPDX-License-Identifier: EUPL-1.2
/** A table that somebody brought, as src/query asks tables. Pure. */
import { type FileColumn, type FileTable, type TextColumn, textAt } from '../formats/table';
import type { Askable, Attribute, AttributeColumn } from '../query/attribute';
import { codeColumn } from '../query/make-columns';

/** Nobody knows how finely the figures of a file are meant: they are written as they are. */
const DECIMALS = 6;

/** Attribute of a column; its id is the column's name. */
export function attributeOf(column: FileColumn): Attribute {
  if (column.kind === 'category')
    return { id: column.name, kind: 'category', unit: '1', codes: column.words };
  if (column.kind === 'text') return { id: column.name, kind: 'text', unit: '1' };
  const plain = /^(anno|year|annus|codice|code|cap|id|objectid|fid|pk)(_|\b|$)/i.test(column.name);
  return { id: column.name, kind: 'number', unit: '1', decimals: DECIMALS, ...(plain ? { plain } : {}) };
}

/** What can be asked of the table; texts are made only where one is asked for, or come from {@link textsOf}. */
export function askableOf(
  table: FileTable,
  made: ReadonlyMap<string, readonly string[]> = new Map(),
): Askable {
  const columns = new Map<string, AttributeColumn>();
  for (const column of table.columns) {
    const attribute = attributeOf(column);
    let texts = made.get(column.name) ?? null;
    columns.set(column.name, {
      attribute,
      get values() {
        if (column.kind === 'number') return column.values;
        if (column.kind === 'category') return column.codes;
        texts ??= Array.from({ length: table.rows }, (_, row) => textAt(column, row));
        return texts;
      },
    });
  }
  return { rows: table.rows, columns };
}

const ROWS_A_STEP = 2000;

/** The texts of all text columns by their names, made in pieces: of a million rows they take a while. */
export function* textsOf({ columns, rows }: FileTable): Generator<void, Map<string, readonly string[]>> {
  const made = new Map<string, readonly string[]>();
  for (const column of columns.filter((one): one is TextColumn => one.kind === 'text')) {
    const texts: string[] = [];
    for (let row = 0; row < rows; row++) {
      texts.push(textAt(column, row));
      if (row % ROWS_A_STEP === 0) yield;
    }
    made.set(column.name, texts);
  }
  return made;
}

/** A column as it can be coloured: texts are categories, each different text one of them. */
export const colourable = (column: AttributeColumn): AttributeColumn =>
  column.attribute.kind === 'text'
    ? codeColumn(column.attribute.id, column.values as readonly string[], (text) => text)
    : column;
