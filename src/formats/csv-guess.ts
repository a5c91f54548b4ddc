// SPDX-License-Identifier: EUPL-1.2
/** What a CSV most likely means, from its first rows: for a person to confirm. */
import type { DecimalMark } from './columns-of';
import { coordinateOf } from './columns-of';

export const ENCODINGS = ['utf-8', 'windows-1252'] as const;
export type CsvEncoding = (typeof ENCODINGS)[number];

/** Where the coordinates stand: in two columns, or in one as a pair. */
export type CoordinateColumns =
  | { readonly kind: 'two'; readonly x: string; readonly y: string }
  /** "45.46, 9.19": both in one; the first is x, unless the placing says that they are swapped. */
  | { readonly kind: 'pair'; readonly column: string };

export interface CsvReading {
  readonly encoding: CsvEncoding;
  readonly delimiter: string;
  readonly mark: DecimalMark;
  /** Null: none is found, and nothing can be drawn. */
  readonly coordinates: CoordinateColumns | null;
}

/** Names of columns without case, accents and marks, the likelier first; then by their last word. */
const X_NAMES = [
  /^(longitudine|longitude|longit|long|lon|lng)$/,
  /^(x|coordx|xcoord|coordinatax|est|easting|east)$/,
  /^(long?x.*|long?wgs84|geo(lon|long|x)|stoplon)$/,
  /_(longitudine|longitude|long|lon|lng|x)$/,
];
const Y_NAMES = [
  /^(latitudine|latitude|latit|lat)$/,
  /^(y|coordy|ycoord|coordinatay|nord|northing|north)$/,
  /^(laty.*|latwgs84|geo(lat|y)|stoplat)$/,
  /_(latitudine|latitude|lat|y)$/,
];
const PAIR = /^\s*[[(]?\s*(-?\d+(?:[.,]\d+)?)\s*(?:[;,\s]\s*)(-?\d+(?:[.,]\d+)?)\s*[\])]?\s*$/;

/** How many of the rows must hold what a column is taken for. */
const MOST_OF = 0.6;

const folded = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[_\s.\-/()]+/g, '_')
    .replace(/^_|_$/g, '');

/** The two numbers of "(45.46, 9.19)", "45,46; 9,19" or "45.46 9.19"; null where it is no pair. */
export function pairOf(cell: string): readonly [first: number, second: number] | null {
  const found = PAIR.exec(cell);
  if (!found) return null;
  const first = coordinateOf(found[1]);
  const second = coordinateOf(found[2]);
  return Number.isNaN(first) || Number.isNaN(second) ? null : [first, second];
}

/** Comma where more of the cells are figures with a comma than with a point; three digits after it say nothing. */
export function markOf(rows: readonly (readonly string[])[]): DecimalMark {
  let balance = 0;
  for (const row of rows)
    for (const cell of row) {
      if (/^\s*-?\d+,(?!\d{3}\s*$)\d+\s*$/.test(cell)) balance++;
      else if (/^\s*-?\d+\.(?!\d{3}\s*$)\d+\s*$/.test(cell)) balance--;
    }
  return balance > 0 ? ',' : '.';
}

/** The columns that hold coordinates by their names and by what stands in them. */
export function coordinatesOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): CoordinateColumns | null {
  const share = (column: number, holds: (cell: string) => boolean) => {
    const filled = rows.filter((row) => (row[column] ?? '').trim() !== '');
    return filled.length === 0
      ? 0
      : filled.filter((row) => holds(row[column] as string)).length / filled.length;
  };
  const numeric = (column: number) => share(column, (cell) => !Number.isNaN(coordinateOf(cell))) >= MOST_OF;
  const best = (patterns: readonly RegExp[]) => {
    const rank = (name: string) =>
      patterns.findIndex(
        (pattern) => pattern.test(folded(name)) || pattern.test(folded(name).replaceAll('_', '')),
      );
    return header
      .map((name, column) => ({ name, column, rank: rank(name) }))
      .filter(({ rank, column }) => rank >= 0 && numeric(column))
      .sort((a, b) => a.rank - b.rank)[0]?.name;
  };
  const [x, y] = [best(X_NAMES), best(Y_NAMES)];
  if (x !== undefined && y !== undefined && x !== y) return { kind: 'two', x, y };
  const pair = header.find((_, column) => share(column, (cell) => pairOf(cell) !== null) >= MOST_OF);
  return pair === undefined ? null : { kind: 'pair', column: pair };
}

/** The column that names a row, for its card; null where none looks so. */
export function titleColumn(names: readonly string[]): string | null {
  const patterns = [
    /^(nome|name|denominazione|titolo|title|insegna|nil|toponimo)$/,
    /(denominazione|nome|name|descrizione|titolo|title|insegna)/,
    /(indirizzo|address|^via$|^id$|codice)/,
  ];
  for (const pattern of patterns) {
    const found = names.find((name) => pattern.test(folded(name)));
    if (found !== undefined) return found;
  }
  return null;
}
