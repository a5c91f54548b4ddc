// SPDX-License-Identifier: EUPL-1.2
/** Values as they stand in a file → typed columns: numbers, few words, or texts. */
import { InputError } from './fault';
import { Growing } from './growing';
import { LIMITS } from './limits';
import { type FileColumn, NO_WORD } from './table';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** A value of a cell once it is known not to be nested. */
export type Cell = string | number | null;

/** So many different words, and on average two rows each, make a category. */
const MOST_WORDS = 250;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
/** A code, not a figure: "097", "00123". */
const CODE = /^[-+]?0\d/;

/** How numbers are written: "45.46", or "1.234,5" and "45,46". */
export type DecimalMark = '.' | ',';

/**
 * The number that a text writes; NaN where it writes none. Codes with leading zeros are none. The mark
 * decides only where both readings are possible: "1.234" is 1234 where the mark is a comma.
 */
export function numberOf(text: string, mark: DecimalMark): number {
  const trimmed = text.trim();
  if (trimmed === '' || CODE.test(trimmed)) return Number.NaN;
  const thousands = mark === ',' ? '.' : ',';
  const grouped = mark === ',' ? /^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
  return plain(grouped.test(trimmed) ? trimmed.replaceAll(thousands, '') : trimmed);
}

/** A coordinate: its only separator is the decimal one, whatever the rest of the file does. */
export function coordinateOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  const trimmed = cell?.trim() ?? '';
  const marks = trimmed.replace(/[^.,]/g, '');
  if (marks.length <= 1) return plain(trimmed);
  const last = marks.at(-1) as string;
  // "5.034.532,70", "5,034,532.70"; of one mark several times: thousands.
  const decimal = marks.indexOf(last) === marks.length - 1 ? last : '';
  return plain(
    trimmed.replace(/[.,]/g, (found, at: number) =>
      found === decimal && at === trimmed.lastIndexOf(decimal) ? '.' : '',
    ),
  );
}

function plain(text: string): number {
  const written = text.replace(',', '.');
  return NUMBER.test(written) ? Number(written) : Number.NaN;
}

/** What stands in a file as a cell: nested values as JSON, cut where they are long. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  const text = typeof value === 'string' ? value : JSON.stringify(value, plainBig);
  if (typeof text !== 'string') return null;
  const cut = text.length > LIMITS.cellCharacters ? `${text.slice(0, LIMITS.cellCharacters)}…` : text;
  return cut === '' ? null : cut;
}

const plainBig = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/**
 * The column that values make: of numbers where all that are there are numbers, of categories where
 * few words come again and again, else of texts.
 *
 * @throws InputError where its texts are more than memory should hold; `budget` counts them over columns.
 */
export function columnOf(
  file: string,
  name: string,
  cells: readonly (Cell | undefined)[],
  rows: number,
  mark: DecimalMark,
  budget: { textBytes: number },
): FileColumn {
  return (
    numbers(name, cells, rows, mark) ??
    categories(name, cells, rows) ??
    texts(file, name, cells, rows, budget)
  );
}

function numbers(
  name: string,
  cells: readonly (Cell | undefined)[],
  rows: number,
  mark: DecimalMark,
): FileColumn | null {
  const values = new Float64Array(rows).fill(Number.NaN);
  let some = false;
  for (let row = 0; row < rows; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    const value = typeof cell === 'number' ? cell : numberOf(cell, mark);
    if (Number.isNaN(value)) {
      if (/^(nan|null|n\.?d\.?|n\/a|-)$/i.test(String(cell).trim())) continue;
      return null;
    }
    values[row] = value;
    some = true;
  }
  return some ? { kind: 'number', name, values } : null;
}

function categories(name: string, cells: readonly (Cell | undefined)[], rows: number): FileColumn | null {
  const codes = new Uint16Array(rows).fill(NO_WORD);
  const places = new Map<string, number>();
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    const word = String(cell).trim();
    if (word === '') continue;
    filled++;
    let place = places.get(word);
    if (place === undefined) {
      place = places.size;
      if (place >= MOST_WORDS) return null;
      places.set(word, place);
    }
    codes[row] = place;
  }
  if (places.size > 0 && places.size * 2 > filled) return null;
  return { kind: 'category', name, words: [...places.keys()], codes };
}

function texts(
  file: string,
  name: string,
  cells: readonly (Cell | undefined)[],
  rows: number,
  budget: { textBytes: number },
): FileColumn {
  const encoder = new TextEncoder();
  const utf8 = new Growing('uint8');
  const ends = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell = cells[row];
    if (cell !== null && cell !== undefined && cell !== '') {
      const bytes = encoder.encode(String(cell).trim());
      utf8.room(bytes.length).set(bytes, utf8.length);
      utf8.length += bytes.length;
      budget.textBytes += bytes.length;
      if (budget.textBytes > LIMITS.textBytes) throw tooMuch(file);
    }
    ends[row] = utf8.length;
  }
  return { kind: 'text', name, utf8: utf8.take(), ends };
}

const tooMuch = (file: string) =>
  new InputError(
    file,
    `its texts are over ${LIMITS.textBytes / 1024 / 1024} MB`,
    undefined,
    'too-much-text',
    { mb: LIMITS.textBytes / 1024 / 1024 },
  );
