// SPDX-License-Identifier: EUPL-1.2
/** The CSV files of a folder, and what is said where they cannot be read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvCells, delimiterOf } from '../../src/formats/csv-cells';

/** What a person asked for in a way that cannot be answered. */
export class UsageError extends Error {}

export interface Table {
  readonly file: string;
  readonly head: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The text of a file. @throws UsageError: it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Names of the files of a folder, with its path, in the order of their names. @throws UsageError */
export function filesOf(dir: string): string[] {
  try {
    return readdirSync(dir)
      .sort()
      .map((name) => join(dir, name));
  } catch (error) {
    throw new UsageError(`${dir}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Every CSV of a folder, its first line as names of columns. */
export const tablesOf = (dir: string): Table[] =>
  filesOf(dir)
    .filter((file) => /\.csv$/i.test(file))
    .map(readTable);

/** @throws UsageError: a row of another length than the head, by its line. */
export function readTable(file: string): Table {
  const text = textOf(file).replace(/^\ufeff/, '');
  const [head = [], ...rows] = csvCells(file, text, delimiterOf(text));
  const filled = rows.filter((cells) => cells.length > 1 || cells[0] !== '');
  return {
    file,
    head,
    rows: filled.map((cells, i) => {
      if (cells.length !== head.length)
        throw new UsageError(`${file}, row ${i + 1}: ${cells.length} cells, and its head has ${head.length}`);
      return Object.fromEntries(head.map((name, at) => [name, cells[at] as string]));
    }),
  };
}
