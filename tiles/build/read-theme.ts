// SPDX-License-Identifier: EUPL-1.2
/** Reads the files of one theme, file by file, and counts what was read, kept and left out. */
import { setImmediate } from 'node:timers/promises';
import type { LonLat } from '../../src/city/frames';
import type { Place } from '../../src/city/place';
import { DamagedFileError, type FoundFile, InputError, type Stated } from '../formats/found-file';
import type { RowLog, Source } from '../sources/source';
import type { RowOf, RowThemeId } from '../themes/rows';
import type { SourceRows } from '../themes/theme';
import { DropCounter } from './dropped';
import type { Unusable } from './match-sources';

/** One source as read. */
export interface Reading {
  readonly source: Source;
  readonly files: readonly string[];
  readonly read: number;
  readonly kept: number;
  readonly dropped: DropCounter;
  /** Rows kept without one of their values. */
  readonly unusedValues: DropCounter;
  /** What the files say of themselves; a file that says nothing has no entry. */
  readonly stated: readonly Stated[];
}
export interface ThemeReading {
  readonly rows: readonly SourceRows<RowThemeId>[];
  readonly readings: readonly Reading[];
  readonly unusable: readonly Unusable[];
}

/** A file with a fault is left out and named. @throws DamagedFileError */
export async function readTheme(
  sources: ReadonlyMap<Source, readonly FoundFile[]>,
  theme: RowThemeId,
  place: Place,
  onFile: (file: string) => void,
): Promise<ThemeReading> {
  const rows: SourceRows<RowThemeId>[] = [];
  const readings: Reading[] = [];
  const unusable: Unusable[] = [];
  for (const [source, files] of sources) {
    if (source.theme !== theme) continue;
    const ofSource: RowOf[RowThemeId][] = [];
    const counters = { dropped: new DropCounter(), unusedValues: new DropCounter() };
    const names: string[] = [];
    const stated: Stated[] = [];
    let read = 0;
    for (const file of files) {
      onFile(file.name);
      try {
        const result = await readFile(source, file, place);
        read += result.read;
        for (const drop of result.dropped) counters.dropped.add(...drop);
        for (const note of result.unusedValues) counters.unusedValues.add(...note);
        for (const row of result.rows) ofSource.push(row);
        stated.push(...result.stated);
        names.push(file.name);
      } catch (error) {
        if (!(error instanceof InputError)) throw named(error, source, file);
        if (error instanceof DamagedFileError) throw error;
        unusable.push({ file: error.file, fault: faultWithRow(error) });
      }
    }
    if (names.length === 0) continue;
    rows.push({ source, rows: ofSource });
    readings.push({ source, files: names, read, kept: ofSource.length, ...counters, stated });
  }
  return { rows, readings, unusable };
}

/** Adds what comes with the project to what the files gave; nothing where they gave nothing. */
export function addOwn(
  reading: ThemeReading,
  theme: RowThemeId,
  sources: readonly Source[],
  inCity: (at: LonLat) => boolean,
): ThemeReading {
  const rows = [...reading.rows];
  const readings = [...reading.readings];
  for (const source of sources) {
    const own =
      source.theme === theme && readings.length > 0 ? (source.own?.(reading.rows, inCity) ?? []) : [];
    if (own.length === 0) continue;
    const counters = { dropped: new DropCounter(), unusedValues: new DropCounter() };
    rows.push({ source, rows: own });
    readings.push({ source, files: [], read: own.length, kept: own.length, ...counters, stated: [] });
  }
  return { ...reading, rows, readings };
}

type Counted = Parameters<DropCounter['add']>;

/** After so many rows other work has its turn: the tiles that are being made meanwhile. */
const ROWS_AT_ONCE = 1000;

/** Nothing is counted of a file that turns out to be unusable half-way. */
async function readFile(source: Source, file: FoundFile, place: Place) {
  let read = 0;
  const dropped: Counted[] = [];
  const unusedValues: Counted[] = [];
  const stated: Stated[] = [];
  const rows: RowOf[RowThemeId][] = [];
  const into = (list: Counted[]) => (reason: Counted[0], row: number, detail: string) => {
    list.push([reason, `${file.name}, row ${row}: ${detail}`]);
  };
  const log: RowLog = {
    place,
    row: () => ++read,
    drop: into(dropped),
    note: into(unusedValues),
    states: (of) => void stated.push(of),
  };
  for await (const row of source.read(file, log))
    if (rows.push(row) % ROWS_AT_ONCE === 0) await setImmediate();
  return { read, rows, dropped, unusedValues, stated };
}

const faultWithRow = ({ fault, row }: InputError) => (row === undefined ? fault : `row ${row}: ${fault}`);

/** A fault of the reader, not of the file; its message says where to look. */
export function named(error: unknown, source: Source, file: FoundFile): Error {
  const why = error instanceof Error ? error : new Error(String(error));
  why.message = `${file.name}: reading it as ${source.id} failed: ${why.message}`;
  return why;
}
