// SPDX-License-Identifier: EUPL-1.2
import type { Point } from 'geojson';
import { coordinateOf } from './columns-of';
import { csvCells, delimiterOf } from './csv-cells';
import { type CoordinateColumns, type CsvReading, coordinatesOf, markOf, pairOf } from './csv-guess';
import { InputError } from './fault';
import { LIMITS } from './limits';
import { TableBuilder } from './table-builder';
import { textDecoder } from './text-encoding';

const LOOKED_AT = 300;
const ROWS_A_TICK = 5000;

export interface CsvTable {
  readonly builder: TableBuilder;
  /** How it was read: what was asked for, and guesses for the rest. */
  readonly reading: CsvReading;
  readonly header: readonly string[];
  /** Rows with more or fewer cells than the header. */
  readonly ragged: number;
}

/**
 * Rows of a CSV as points, by what is `asked` and by guesses for the rest.
 *
 * @throws InputError where there is no header, or over the limits. @throws DamagedFileError where a
 * quotation mark never ends.
 */
export function readCsvTable(
  file: string,
  bytes: Uint8Array,
  asked: Partial<CsvReading>,
  tick: () => void,
): CsvTable {
  const { text, encoding } = textOf(bytes, asked.encoding);
  if (hasMoreRows(text, LIMITS.rows))
    throw new InputError(file, `has more than ${LIMITS.rows} rows`, undefined, 'too-many-rows', {
      most: LIMITS.rows,
    });
  const delimiter = asked.delimiter ?? delimiterOf(text);
  const header = headerOf(file, text, delimiter);
  const first = firstRows(file, text, delimiter);
  const mark = asked.mark ?? markOf(first);
  // An older choice may name columns that are no more, once the delimiter is another.
  const coordinates =
    asked.coordinates && namesOf(asked.coordinates).every((name) => header.includes(name))
      ? asked.coordinates
      : coordinatesOf(header, first);
  const builder = new TableBuilder(file, mark);
  const pointOf = pointReader(header, coordinates);
  let [ragged, read] = [0, 0];
  const cells = csvCells(file, text, delimiter);
  cells.next();
  for (const row of cells) {
    if (read++ % ROWS_A_TICK === 0) tick();
    if (row.length !== header.length) ragged++;
    const properties: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) properties[header[i] as string] = row[i] ?? '';
    builder.add(pointOf(row), properties);
  }
  return { builder, reading: { encoding, delimiter, mark, coordinates }, header, ragged };
}

const namesOf = (columns: CoordinateColumns) =>
  columns.kind === 'two' ? [columns.x, columns.y] : [columns.column];

function textOf(bytes: Uint8Array, asked: CsvReading['encoding'] | undefined) {
  const decode = (label?: string) => (textDecoder(label) as (bytes: Uint8Array) => string)(bytes);
  const text = decode(asked).replace(/^\uFEFF/, '');
  if (asked) return { text, encoding: asked };
  // Whether UTF-8 was given up is told by reading it as such: it then has marks of what is no text.
  const isUtf8 = !decode('utf-8').includes('\uFFFD') || text.includes('\uFFFD');
  return { text, encoding: isUtf8 ? ('utf-8' as const) : ('windows-1252' as const) };
}

/** Whether it is plain before anything is read; where cells are quoted, lines are not rows, and reading tells. */
function hasMoreRows(text: string, most: number): boolean {
  if (text.includes('"')) return false;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text[at + 1];
    if (next !== undefined && next !== '\n' && next !== '\r' && ++lines > most) return true;
  }
  return false;
}

/** Names of the columns: empty ones are numbered, and so is the second of a name. */
function headerOf(file: string, text: string, delimiter: string): string[] {
  const first: string[] | undefined = csvCells(file, text, delimiter).next().value ?? undefined;
  const cells = first ?? [];
  if (cells.every((name) => name.trim() === ''))
    throw new InputError(file, 'has no header row', undefined, 'csv-header');
  const seen = new Set<string>();
  return cells.map((cell, i) => {
    const plain = cell.trim() || `${i + 1}`;
    let name = plain;
    for (let n = 2; seen.has(name); n++) name = `${plain} (${n})`;
    seen.add(name);
    return name;
  });
}

function firstRows(file: string, text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  const cells = csvCells(file, text, delimiter);
  cells.next();
  for (const row of cells) {
    rows.push(row);
    if (rows.length === LOOKED_AT) break;
  }
  return rows;
}

function pointReader(
  header: readonly string[],
  coordinates: CoordinateColumns | null,
): (row: readonly string[]) => Point | null {
  if (!coordinates) return () => null;
  if (coordinates.kind === 'pair') {
    const column = header.indexOf(coordinates.column);
    return (row) => {
      const pair = pairOf(row[column] ?? '');
      return pair && { type: 'Point', coordinates: [pair[0], pair[1]] };
    };
  }
  const [x, y] = [header.indexOf(coordinates.x), header.indexOf(coordinates.y)];
  return (row) => {
    const [east, north] = [coordinateOf(row[x]), coordinateOf(row[y])];
    return Number.isNaN(east) || Number.isNaN(north) ? null : { type: 'Point', coordinates: [east, north] };
  };
}
