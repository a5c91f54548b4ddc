// SPDX-License-Identifier: EUPL-1.2
/** Tables as CSV. */

/** `excel`: semicolons, decimal commas and a byte order mark, as an Italian Excel reads; `data`: RFC 4180. */
export type CsvFlavour = 'excel' | 'data';

/** Null is an empty cell; a number that is none is one too. */
export type CsvCell = string | number | null;

/** More than any figure of a city has, and none of what a binary fraction adds: 24.5, not 24.499999999999996. */
const DIGITS = 12;
const MARK = '\ufeff';
const LINE_END = '\r\n';
/** Rows between two moments at which the work may be interrupted. */
const ROWS_A_STEP = 250;

/** The whole file of a few rows. */
export function csvText(rows: readonly (readonly CsvCell[])[], flavour: CsvFlavour): string {
  const work = csvParts(rows.length, (row) => rows[row] ?? [], flavour);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value.join('');
  }
}

/**
 * The file of `count` rows, the header among them, in parts that follow one another; may be interrupted
 * every few hundred rows (stream/in-pieces.ts).
 */
export function* csvParts(
  count: number,
  rowAt: (row: number) => readonly CsvCell[],
  flavour: CsvFlavour,
): Generator<void, string[]> {
  const separator = flavour === 'excel' ? ';' : ',';
  const parts: string[] = flavour === 'excel' ? [MARK] : [];
  for (let from = 0; from < count; from += ROWS_A_STEP) {
    let part = '';
    for (let row = from; row < Math.min(count, from + ROWS_A_STEP); row++)
      part +=
        rowAt(row)
          .map((cell) => written(cell, separator, flavour))
          .join(separator) + LINE_END;
    parts.push(part);
    yield;
  }
  return parts;
}

function written(cell: CsvCell, separator: string, flavour: CsvFlavour): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return '';
    const figure = String(Number(cell.toPrecision(DIGITS)));
    return flavour === 'excel' ? figure.replace('.', ',') : figure;
  }
  const safe = guarded(cell);
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a spreadsheet would begin a formula with, full-width signs too (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** With an apostrophe before what a spreadsheet would take for a formula; numbers stay as they are. */
const guarded = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);
