// SPDX-License-Identifier: EUPL-1.2
/** What the page and the worker that keeps what was brought say to each other: a question, an answer. */
import type { FileTable } from '../formats/table';
import type { Colouring } from '../query/colouring';
import type { Filter } from '../query/filter';
import type { Legend } from '../query/legend';

/** How a layer is to be drawn. */
export interface DrawnAs {
  readonly filter: Filter | null;
  readonly colouring: Colouring | null;
  readonly look: 'light' | 'dark';
  /** The column of numbers that raises its areas, in metres; null: none does. */
  readonly heightBy: string | null;
}

/** A legend without the class of every row. */
export type OwnLegend = Omit<Legend, 'slots'>;

export interface Shown {
  readonly legend: OwnLegend | null;
  /** Rows that the filter means. */
  readonly meant: number;
}

/** A value of each column. */
export type RowValues = readonly (number | string | null)[];

export interface Questions {
  /** Keeps a table, here and in the browser's database; whether it is in the latter. */
  keep: {
    readonly ask: { readonly id: string; readonly table: FileTable };
    readonly answer: { readonly fault: string | null };
  };
  /** Works out how its rows are drawn; tiles asked for from then on are so. */
  show: { readonly ask: { readonly id: string; readonly as: DrawnAs }; readonly answer: Shown };
  tile: {
    readonly ask: { readonly id: string; readonly z: number; readonly x: number; readonly y: number };
    readonly answer: Uint8Array<ArrayBuffer>;
  };
  /** Null: there is no such row. */
  row: { readonly ask: { readonly id: string; readonly row: number }; readonly answer: RowValues | null };
  /** The whole table, a copy. */
  table: { readonly ask: { readonly id: string }; readonly answer: FileTable };
  /** Deletes from the database what none of these ids names, but for what has just come. */
  forget: { readonly ask: { readonly but: readonly string[] }; readonly answer: null };
}
export type QuestionKind = keyof Questions;

export interface ToKeeper<K extends QuestionKind = QuestionKind> {
  readonly number: number;
  readonly kind: K;
  readonly ask: Questions[K]['ask'];
}
export type FromKeeper =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly code: 'gone' | 'unexpected'; readonly fault: string };
