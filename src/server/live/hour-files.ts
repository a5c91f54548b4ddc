// SPDX-License-Identifier: EUPL-1.2
/** Names of the files of kept hours. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const HOUR_MS = 3_600_000;

export interface KeptHour {
  /** First moment that it tells of. */
  readonly startMs: number;
  /** A journal (.ndjson) while the hour lasts, then Parquet. */
  readonly file: string;
}

/** The beginning of the hour (UTC) of a moment. */
export const hourOf = (ms: number): number => Math.floor(ms / HOUR_MS) * HOUR_MS;

/** `20261126T100000Z`. */
export const nameOf = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** Those in a folder, oldest first; of one that was packed before a kill, its journal goes. */
export function hoursIn(dir: string): KeptHour[] {
  const hours = readdirSync(dir)
    .sort()
    .flatMap((name): KeptHour[] => {
      const startMs = momentOf(name);
      return startMs === undefined ? [] : [{ startMs, file: join(dir, name) }];
    });
  const packed = new Set(hours.flatMap(({ file, startMs }) => (isJournal(file) ? [] : [startMs])));
  return hours.filter(({ file, startMs }) => {
    const left = !isJournal(file) || !packed.has(startMs);
    if (!left) rmSync(file, { force: true });
    return left;
  });
}

export const isJournal = (file: string): boolean => file.endsWith('.ndjson');

function momentOf(name: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.(?:parquet|ndjson)$/
    .exec(name)
    ?.slice(1)
    .map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
