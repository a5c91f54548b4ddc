// SPDX-License-Identifier: EUPL-1.2
/**
 * Rows of a file as columns: shapes in one array of positions, attributes one array each. Typed arrays
 * throughout, so that a million rows go from worker to page, and to the disk, without being taken apart.
 */

/** Numbers, NaN where a row has none. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  readonly values: Float64Array<ArrayBuffer>;
}
/** Few different words: places in `words`, {@link NO_WORD} where a row has none. */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  readonly words: readonly string[];
  readonly codes: Uint16Array<ArrayBuffer>;
}
/** Any texts, as UTF-8 one after the other; `ends[row]` is where the row's text ends. '' where it has none. */
export interface TextColumn {
  readonly kind: 'text';
  readonly name: string;
  readonly utf8: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}
export type FileColumn = NumberColumn | CategoryColumn | TextColumn;
export const NO_WORD = 0xffff;

export const SHAPE_KINDS = ['none', 'point', 'line', 'area'] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** Shapes of all rows. A part is a point, a line or a ring; rings are closed, outlines before their holes. */
export interface Shapes {
  /** Place in {@link SHAPE_KINDS}, one a row. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** Rows + 1: the parts of row i are firstPart[i] … firstPart[i + 1] - 1. */
  readonly firstPart: Uint32Array<ArrayBuffer>;
  /** Parts + 1: the positions of part p are firstPosition[p] … firstPosition[p + 1] - 1. */
  readonly firstPosition: Uint32Array<ArrayBuffer>;
  /** 1: a ring that is a hole of the outline before it; one a part. */
  readonly hole: Uint8Array<ArrayBuffer>;
  /** x and y by turns, in the units of the file or, once placed, longitude and latitude in degrees. */
  readonly xy: Float64Array<ArrayBuffer>;
  /** Of solids, metres above their ground: where each row begins and ends. Absent where all is flat. */
  readonly baseM?: Float32Array<ArrayBuffer>;
  readonly topM?: Float32Array<ArrayBuffer>;
}

export interface FileTable {
  readonly rows: number;
  readonly shapes: Shapes;
  readonly columns: readonly FileColumn[];
}

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
const decoder = new TextDecoder();

/** The text of a row; '' where it has none. */
export function textAt(column: TextColumn, row: number): string {
  const from = row === 0 ? 0 : (column.ends[row - 1] as number);
  const to = column.ends[row] as number;
  return to > from ? decoder.decode(column.utf8.subarray(from, to)) : '';
}

/** What stands in a cell; null: nothing. */
export function valueAt(column: FileColumn, row: number): number | string | null {
  if (column.kind === 'number') {
    const value = column.values[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  }
  if (column.kind === 'category') return column.words[column.codes[row] ?? NO_WORD] ?? null;
  return textAt(column, row) || null;
}

/** The first position of a row's shape; null where it has none. */
export function firstPositionOf(shapes: Shapes, row: number): readonly [x: number, y: number] | null {
  const part = shapes.firstPart[row] as number;
  if (part >= (shapes.firstPart[row + 1] as number)) return null;
  const at = 2 * (shapes.firstPosition[part] as number);
  return [shapes.xy[at] as number, shapes.xy[at + 1] as number];
}

/** West, south, east, north of a row's shape; null where it has none. */
export function boundsOf(shapes: Shapes, row: number): readonly [number, number, number, number] | null {
  const from = shapes.firstPosition[shapes.firstPart[row] as number] as number;
  const to = shapes.firstPosition[shapes.firstPart[row + 1] as number] as number;
  let [w, s, e, n] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    const x = shapes.xy[2 * i] as number;
    const y = shapes.xy[2 * i + 1] as number;
    if (x < w) w = x;
    if (x > e) e = x;
    if (y < s) s = y;
    if (y > n) n = y;
  }
  return to > from ? [w, s, e, n] : null;
}

/** The buffers of a table, to hand over. */
export function buffersOf({ shapes, columns }: FileTable): ArrayBuffer[] {
  const arrays = [shapes.kind, shapes.firstPart, shapes.firstPosition, shapes.hole, shapes.xy];
  const buffers = arrays.map((array) => array.buffer);
  if (shapes.baseM) buffers.push(shapes.baseM.buffer);
  if (shapes.topM) buffers.push(shapes.topM.buffer);
  for (const column of columns) {
    if (column.kind === 'number') buffers.push(column.values.buffer);
    else if (column.kind === 'category') buffers.push(column.codes.buffer);
    else buffers.push(column.utf8.buffer, column.ends.buffer);
  }
  return buffers;
}
