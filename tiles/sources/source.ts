// SPDX-License-Identifier: EUPL-1.2
import type { Licence, Text2 } from '../../src/city/catalogue';
import type { LonLat } from '../../src/city/frames';
import type { Place } from '../../src/city/place';
import type { FoundFile, StatementLog } from '../formats/found-file';
import type { RowOf, RowThemeId } from '../themes/rows';
import type { DropReason } from './reasons';

/**
 * The form of the shelf: one open data set. A file may feed several sources (an Overpass answer
 * holds buildings, streets and trees).
 */
export interface Source<T extends RowThemeId = RowThemeId> {
  readonly id: string;
  readonly theme: T;
  readonly title: Text2;
  readonly publisher: string;
  readonly licence: Licence;
  readonly attribution: string;
  /** Page of the data set. */
  readonly page: string;
  /** How `--download` gets it; absent: not downloadable. */
  readonly portal?:
    | { readonly kind: 'ckan'; readonly slug: string; readonly formats: readonly string[] }
    | { readonly kind: 'url'; readonly url: string; readonly fileName: string }
    | { readonly kind: 'overpass'; readonly query: string; readonly fileName: string };
  /**
   * CRS of the files as published, e.g. "EPSG:4326", "EPSG:6707"; what the reader expects. What a
   * file states itself (see RowLog) goes before this and before `vintage`.
   */
  readonly crs: string;
  readonly vintage: string;
  /**
   * Known by a form that files of other cities have too (a national schema): publisher, licence and
   * vintage are those of Milan's files, and of files of another place they are not stated.
   */
  readonly commonForm?: boolean;
  /** Made by the demo generator. */
  readonly synthetic?: boolean;
  /** Whether this file is one of this data set's: by name, then by a look at its head. Must not throw. */
  readonly recognises: (file: FoundFile) => boolean | Promise<boolean>;
  /**
   * Rows that come with the project, not out of a file: those that belong among the rows that the
   * files gave (a model of ours where the city around it is). Such a source recognises no file.
   *
   * @param inCity whether a place lies in one of the city's districts; never so where none are known
   */
  own?(
    others: readonly { readonly rows: readonly RowOf[T][] }[],
    inCity: (at: LonLat) => boolean,
  ): readonly RowOf[T][];
  /** Rows in WGS 84 degrees. What is not yielded must have been dropped with a reason. */
  readonly read: (file: FoundFile, log: RowLog) => AsyncIterable<RowOf[T]> | Iterable<RowOf[T]>;
}

/** Counts what a reader sees. `read` is counted by `row()`, kept is what the reader yields. */
export interface RowLog extends StatementLog {
  readonly place: Place;
  /** Call once a row or feature of the file, before anything else; returns its number (from 1). */
  row(): number;
  /** The row is left out, for a reason from the closed list; `detail` says the fault in this row. */
  drop(reason: DropReason, row: number, detail: string): void;
  /** The row is kept, but one value of it is not used (a height of 9999); counted beside the dropped. */
  note?(reason: DropReason, row: number, detail: string): void;
}
