// SPDX-License-Identifier: EUPL-1.2
import { csvCells, delimiterOf } from '../../src/formats/csv-cells';
import { type FoundFile, InputError } from './found-file';

export interface CsvRow {
  /** From 1, not counting the header. */
  readonly row: number;
  /** By column name, trimmed; '' where the row is shorter than the header. */
  readonly values: Record<string, string>;
  /** All cells, where there are not as many as columns: the source repairs the row or drops it. */
  readonly ragged?: readonly string[];
}

/**
 * Rows of a CSV with a header. Delimiter (`;`, `,`, tab or `|`) by the header line unless given;
 * UTF-8 with or without BOM, else windows-1252, unless given.
 *
 * @throws DamagedFileError where a quote never ends. @throws InputError where there is no header.
 */
export async function* readCsv(
  file: FoundFile,
  options: { delimiter?: string; encoding?: string } = {},
): AsyncGenerator<CsvRow> {
  const text = (await file.text(options.encoding)).replace(/^\uFEFF/, '');
  const cells = csvCells(file.name, text, options.delimiter ?? delimiterOf(text));
  const first: string[] | undefined = cells.next().value ?? undefined;
  const header = first?.map((name) => name.trim());
  if (!header || header.every((name) => name === '')) throw new InputError(file.name, 'has no header row');
  let i = 0;
  for (const row of cells) {
    i++;
    const values: Record<string, string> = {};
    header.forEach((name, column) => {
      // The first of two columns of the same name counts.
      if (!Object.hasOwn(values, name)) values[name] = (row[column] ?? '').trim();
    });
    yield { row: i, values, ...(row.length === header.length ? {} : { ragged: row }) };
  }
}

/**
 * @throws InputError naming the columns that are missing, for the first row of a file.
 */
export function requireColumns(file: string, values: Record<string, string>, names: readonly string[]): void {
  const missing = names.filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0)
    throw new InputError(
      file,
      `has no column ${missing.map((n) => `"${n}"`).join(', ')}; its columns: ${Object.keys(values).join(', ')}`,
    );
}
