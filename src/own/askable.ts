// SPDX-License-Identifier: EUPL-1.2
/** A table that somebody brought, as src/query asks tables. Pure. */
import { type FileColumn, type FileTable, textAt } from '../formats/table';
import type { Askable, Attribute, AttributeColumn } from '../query/attribute';

/** Attribute of a column; its id is the column's name. */
export function attributeOf(column: FileColumn): Attribute {
  if (column.kind === 'category')
    return { id: column.name, kind: 'category', unit: '1', codes: column.words };
  if (column.kind === 'text') return { id: column.name, kind: 'text', unit: '1' };
  const plain = /^(anno|year|annus|codice|code|cap|id|objectid|fid|pk)(_|\b|$)/i.test(column.name);
  return { id: column.name, kind: 'number', unit: '1', ...(plain ? { plain } : {}) };
}

/** What can be asked of the table; texts are made only where one is asked for. */
export function askableOf(table: FileTable): Askable {
  const columns = new Map<string, AttributeColumn>();
  for (const column of table.columns) {
    const attribute = attributeOf(column);
    let texts: readonly string[] | null = null;
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
