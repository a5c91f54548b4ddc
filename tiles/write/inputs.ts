// SPDX-License-Identifier: EUPL-1.2
/** The model inputs of a build: `inputs/<id>.columns`. */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../../src/city/catalogue';
import { type ColumnTable, encodeColumns } from '../../src/city/columns';
import { leaksOf } from '../../src/city/disclosure-audit';
import { INPUT_TABLES, type InputTable } from '../../src/city/inputs';
import type { Output } from './output';

/**
 * Writes each table, in the order of INPUT_TABLES.
 * @throws Error where a theme made a table that is not in `src/city/inputs.ts`, lacks one of its columns, or would
 * tell of few persons.
 */
export async function writeInputs(
  tables: readonly ColumnTable[],
  output: Output,
): Promise<Catalogue['files']['inputs']> {
  const known = Object.keys(INPUT_TABLES);
  for (const table of tables) {
    checkTable(table);
    checkDisclosure(table);
  }
  const sorted = [...tables].sort((a, b) => known.indexOf(a.id) - known.indexOf(b.id));
  const entries: Catalogue['files']['inputs'][number][] = [];
  for (const table of sorted) {
    const bytes = encodeColumns(table);
    const file = `inputs/${table.id}.columns`;
    await output.write(file, bytes, true);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    entries.push({ id: table.id as InputTable, file, rows: table.rows, sha256 });
  }
  return entries;
}

function checkTable(table: ColumnTable): void {
  const promised: readonly string[] | undefined = INPUT_TABLES[table.id as InputTable];
  if (!promised) throw new Error(`${table.id} is no table of src/city/inputs.ts`);
  const missing = promised.filter((name) => table.columns.every((column) => column.name !== name));
  if (missing.length > 0) throw new Error(`inputs/${table.id} lacks ${missing.join(', ')}`);
}

function checkDisclosure(table: ColumnTable): void {
  const [leak] = leaksOf(table);
  if (leak)
    throw new Error(
      `inputs/${table.id} would tell of few persons: ${leak.column}, row ${leak.row + 1} (${leak.kind})`,
    );
}
