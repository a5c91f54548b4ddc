// SPDX-License-Identifier: EUPL-1.2
/** Rows of a table in the order of one of its columns. */
import type { Askable, AttributeColumn } from './attribute';
import { isKnown } from './filter';

export interface Sort {
  /** Attribute id. */
  readonly column: string;
  readonly descending: boolean;
}

type Compare = (a: string, b: string) => number;

/** Withheld and unknown rows stand last either way, in this order. */
const WITHHELD = 1;
const UNKNOWN = 2;
/** Rows between two moments at which the work may be interrupted. */
const STEP = 2048;
/** Runs of so many rows are sorted at once, then merged. */
const RUN = 64;

/**
 * Numbers of the rows that are `kept` (all where it is null), sorted; a generator that may be
 * interrupted at each step (stream/in-pieces.ts). Words are compared as they are written, by `compare`;
 * rows that are alike keep their order.
 */
export function* orderRows(
  table: Askable,
  kept: Uint8Array | null,
  sort: Sort | null,
  compare: Compare,
): Generator<void, Uint32Array> {
  const all = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (!kept || kept[row] === 1) all[count++] = row;
  const rows = all.subarray(0, count);
  const column = sort && table.columns.get(sort.column);
  if (!column) return rows;
  const keys = yield* keysOf(column, rows, table.rows, compare);
  const last = lastOf(column, rows, table.rows);
  const sign = sort.descending ? -1 : 1;
  return yield* sorted(rows, (a, b) => {
    const apart = (last[a] as number) - (last[b] as number);
    if (apart !== 0) return apart;
    return last[a] !== 0 ? 0 : ((keys[a] as number) - (keys[b] as number)) * sign;
  });
}

/** 0 where a row has a value. */
function lastOf(column: AttributeColumn, rows: Uint32Array, count: number): Uint8Array {
  const last = new Uint8Array(count);
  for (const row of rows)
    last[row] = column.withheld?.[row] === 1 ? WITHHELD : isKnown(column, row) ? 0 : UNKNOWN;
  return last;
}

/** What stands for each row: a number as it is, a word by its place among the words. */
function* keysOf(
  { attribute, values, labels }: AttributeColumn,
  rows: Uint32Array,
  count: number,
  compare: Compare,
): Generator<void, ArrayLike<number>> {
  if (attribute.kind === 'number') return values as ArrayLike<number>;
  const keys = new Float64Array(count);
  if (attribute.codes) {
    const places = yield* placesOf(labels ?? attribute.codes, compare);
    for (const row of rows) keys[row] = places[values[row] as number] ?? 0;
    return keys;
  }
  const index = new Map<string, number>();
  for (const row of rows) {
    const text = values[row] as string;
    if (!index.has(text)) index.set(text, index.size);
  }
  yield;
  const places = yield* placesOf([...index.keys()], compare);
  for (const row of rows) keys[row] = places[index.get(values[row] as string) as number] as number;
  return keys;
}

/** The place of each text among them, in the order of the alphabet. */
function* placesOf(texts: readonly string[], compare: Compare): Generator<void, Uint32Array> {
  const order = yield* sorted(
    Uint32Array.from(texts, (_, i) => i),
    (a, b) => compare(texts[a] as string, texts[b] as string),
  );
  const places = new Uint32Array(texts.length);
  let place = 0;
  for (let i = 0; i < order.length; i++) {
    if (i > 0 && compare(texts[order[i - 1] as number] as string, texts[order[i] as number] as string) !== 0)
      place++;
    places[order[i] as number] = place;
  }
  return places;
}

/** Merge sort from below, stable: what a native sort does in one go, in steps. */
function* sorted(
  items: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  let from = Uint32Array.from(items);
  for (let start = 0; start < from.length; start += RUN) {
    from.subarray(start, start + RUN).sort((a, b) => compare(a, b));
    if (start % STEP === 0) yield;
  }
  let to = new Uint32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    let done = 0;
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const takeLeft =
          left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0);
        to[at] = from[takeLeft ? left++ : right++] as number;
        if (++done % STEP === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Runs work that may be interrupted to its end, without interruption. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
