// SPDX-License-Identifier: EUPL-1.2
/** Kept hours, inside their own thread: reading, packing, looking back. */
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, unlinkSync } from 'node:fs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteFile } from 'hyparquet-writer';
import type { LiveRow, SeriesAnswer } from '../../city/live';

/** Of one topic and hour, in the order of time: when it was known, whose it is, the row as JSON (null: gone). */
interface Hour {
  readonly knownMs: number[];
  readonly ids: string[];
  readonly rows: (string | null)[];
  /** Of the journal, so far as it has been read. */
  readBytes: number;
  characters: number;
}

/** A line of a journal: when, rows that came or changed, ids that went. */
export type JournalLine = readonly [knownMs: number, changed: readonly LiveRow[], gone: readonly string[]];

/** Decoded hours stay for the next question, up to so many characters. */
const CACHE_CHARACTERS = 64_000_000;
const cache = new Map<string, Hour>();

/** Makes a Parquet file of a journal, beside, then in place; the journal goes last. */
export async function pack({ journal, parquet }: { journal: string; parquet: string }): Promise<void> {
  const hour = await readHour(journal);
  cache.delete(journal);
  parquetWriteFile({
    filename: `${parquet}.new`,
    columnData: [
      { name: 'known', type: 'TIMESTAMP', data: hour.knownMs.map((ms) => new Date(ms)) },
      { name: 'id', type: 'STRING', data: hour.ids },
      { name: 'row', type: 'STRING', data: hour.rows },
    ],
    rowGroupSize: 50_000,
    kvMetadata: [{ key: 'row', value: 'JSON of the row as known from "known" on; null: gone' }],
  });
  renameSync(`${parquet}.new`, parquet);
  unlinkSync(journal);
}

/** The rows as known at a moment, as one JSON array; the file begins with all that was known then. */
export async function rowsAt({ file, atMs }: { file: string; atMs: number }): Promise<string> {
  const { knownMs, ids, rows } = await readHour(file);
  const known = new Map<string, string>();
  for (let at = 0; at < ids.length && (knownMs[at] as number) <= atMs; at++) {
    const row = rows[at] ?? null;
    if (row === null) known.delete(ids[at] as string);
    else known.set(ids[at] as string, row);
  }
  return `[${[...known.values()].join(',')}]`;
}

export interface SeriesQuestion {
  readonly files: readonly string[];
  readonly id: string;
  readonly field: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** One row's field over time, by the row's own time, oldest first; of the same time the last said. */
export async function series({
  files,
  id,
  field,
  fromMs,
  toMs,
}: SeriesQuestion): Promise<SeriesAnswer['points']> {
  const points = new Map<number, number>();
  for (const file of files)
    for (const json of await rowsOf(file, id)) {
      const row = JSON.parse(json) as LiveRow;
      const value = fieldOf(row, field);
      if (value !== null && row.atMs >= fromMs && row.atMs <= toMs) points.set(row.atMs, value);
    }
  return [...points].sort(([a], [b]) => a - b).map(([atMs, value]) => ({ atMs, value }));
}

/** `bikes`, or `values.depth` where the field is inside another. */
function fieldOf(row: LiveRow, field: string): number | null {
  let value: unknown = row;
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** All that was said of one id. Of a packed hour only the ids are read where it is not in them. */
async function rowsOf(file: string, id: string): Promise<string[]> {
  if (cache.has(file) || file.endsWith('.ndjson') || !existsSync(file)) {
    const { ids, rows } = await readHour(file);
    return rows.filter((row, at): row is string => row !== null && ids[at] === id);
  }
  const buffer = await asyncBufferFromFile(file);
  const ids = (await parquetReadObjects({ file: buffer, columns: ['id'] })) as { id: string }[];
  const first = ids.findIndex((one) => one.id === id);
  if (first < 0) return [];
  const last = ids.findLastIndex((one) => one.id === id);
  const range = { rowStart: first, rowEnd: last + 1 };
  const rows = (await parquetReadObjects({ file: buffer, columns: ['row'], ...range })) as {
    row: string | null;
  }[];
  return rows.flatMap(({ row }, at) => (row !== null && ids[first + at]?.id === id ? [row] : []));
}

/** Empty where the file is gone: its time was over. */
async function readHour(asked: string): Promise<Hour> {
  // Packed since it was asked for.
  const file = existsSync(asked) ? asked : asked.replace(/\.ndjson$/, '.parquet');
  const hour = cache.get(file) ?? { knownMs: [], ids: [], rows: [], readBytes: 0, characters: 0 };
  if (!existsSync(file)) return hour;
  if (file.endsWith('.ndjson')) readOn(file, hour);
  else if (!cache.has(file)) await readPacked(file, hour);
  // The last asked for is the last to go.
  cache.delete(file);
  cache.set(file, hour);
  let characters = [...cache.values()].reduce((sum, one) => sum + one.characters, 0);
  for (const [name, one] of cache) {
    if (characters <= CACHE_CHARACTERS || one === hour) break;
    cache.delete(name);
    characters -= one.characters;
  }
  return hour;
}

async function readPacked(file: string, hour: Hour): Promise<void> {
  const rows = (await parquetReadObjects({ file: await asyncBufferFromFile(file) })) as {
    known: Date;
    id: string;
    row: string | null;
  }[];
  for (const { known, id, row } of rows) add(hour, known.getTime(), id, row);
}

/** What has been added since the last time. A last line without its end is still being written, or never will be. */
function readOn(file: string, hour: Hour): void {
  const opened = openSync(file, 'r');
  let bytes: Buffer;
  try {
    bytes = Buffer.alloc(Math.max(0, fstatSync(opened).size - hour.readBytes));
    readSync(opened, bytes, 0, bytes.length, hour.readBytes);
  } finally {
    closeSync(opened);
  }
  const end = bytes.lastIndexOf(10) + 1;
  const text = bytes.toString('utf8', 0, end);
  hour.readBytes += end;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    let read: JournalLine;
    try {
      read = JSON.parse(line) as JournalLine;
    } catch {
      // Cut off by a kill, and written on after the next start.
      continue;
    }
    const [knownMs, changed, gone] = read;
    for (const row of changed) add(hour, knownMs, row.id, JSON.stringify(row));
    for (const id of gone) add(hour, knownMs, id, null);
  }
}

function add(hour: Hour, knownMs: number, id: string, row: string | null): void {
  hour.knownMs.push(knownMs);
  hour.ids.push(id);
  hour.rows.push(row);
  hour.characters += id.length + (row?.length ?? 0) + 32;
}
