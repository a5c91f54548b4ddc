// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import { DamagedFileError, type FoundFile, InputError } from './found-file';

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
  const cells = cellsOf(file.name, text, options.delimiter ?? delimiterOf(text));
  const header = cells[0]?.map((name) => name.trim());
  if (!header || header.every((name) => name === '')) throw new InputError(file.name, 'has no header row');
  for (let i = 1; i < cells.length; i++) {
    const row = cells[i] as string[];
    const values: Record<string, string> = {};
    header.forEach((name, column) => {
      // The first of two columns of the same name counts.
      if (!Object.hasOwn(values, name)) values[name] = (row[column] ?? '').trim();
    });
    yield { row: i, values, ...(row.length === header.length ? {} : { ragged: row }) };
  }
}

function cellsOf(file: string, text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    });
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    const fault =
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark never ends'
        : (error as Error).message.split('\n')[0];
    throw new DamagedFileError(file, lines ? `line ${lines}: ${fault}` : String(fault));
  }
}

function delimiterOf(text: string): string {
  const header = (text.split(/\r?\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string) => header.split(mark).length;
  return [';', ',', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
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
