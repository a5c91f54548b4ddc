// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveRow } from '../../city/live';
import { until } from './fixtures/relay-server';
import { History } from './history';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 10, 25, 10, 30);
let nowMs = T0;
let dir: string;
let open: History[] = [];
const faults: Error[] = [];

beforeEach(() => {
  nowMs = T0;
  dir = mkdtempSync(join(tmpdir(), 'gemello-history-'));
});
afterEach(async () => {
  for (const history of open) await history.close();
  open = [];
  rmSync(dir, { recursive: true });
  expect(faults.splice(0)).toEqual([]);
});
function start(retentionH = 24): History {
  const history = new History({
    dir,
    retentionH,
    nowMs: () => nowMs,
    onFault: (error) => faults.push(error),
    flushMs: 1e6,
  });
  history.open('bikes');
  open.push(history);
  return history;
}
const row = (id: string, bikes: number, atMs = nowMs): LiveRow => ({
  ...{ kind: 'bike-station', id, atMs, at: [9.19, 45.464] as never, name: id, capacity: null, bikes },
  ...{ electric: null, docks: null, renting: true, returning: true },
});
/** At a time, these rows are all that there is. */
function says(history: History, atMs: number, ...rows: LiveRow[]): void {
  nowMs = atMs;
  const gone = [...known.keys()].filter((id) => !rows.some((one) => one.id === id));
  known = new Map(rows.map((one) => [one.id, one]));
  history.record('bikes', { changed: rows, gone }, known);
}
let known = new Map<string, LiveRow>();
beforeEach(() => {
  known = new Map();
});
const at = async (history: History, atMs: number) =>
  (JSON.parse(await history.rowsAt('bikes', atMs)) as { id: string; bikes: number }[] | null)?.map(
    ({ id, bikes }) => [id, bikes],
  ) ?? null;
const files = () => readdirSync(join(dir, 'bikes')).sort();

/** Two hours: a has 1, 2 at :30, :40; b comes at :40, goes at :50; in the next hour a has 5. */
async function twoHours(history: History): Promise<void> {
  says(history, T0, row('a', 1, T0));
  await history.rowsAt('bikes', T0);
  says(history, T0 + 600_000, row('a', 2, T0 + 600_000), row('b', 9, T0));
  await history.rowsAt('bikes', T0);
  says(history, T0 + 1_200_000, row('a', 2, T0 + 600_000));
  says(history, T0 + HOUR, row('a', 5, T0 + HOUR));
  await until(() => files().some((name) => name.endsWith('.parquet')));
}

describe('kept hours', () => {
  it('tell what was known at any moment, of an hour that is packed and of the one that lasts', async () => {
    const history = start();
    await twoHours(history);
    expect(files()).toEqual(['20261125T103000Z.parquet', '20261125T113000Z.ndjson']);
    expect(await at(history, T0 - 1)).toBeNull();
    expect(await at(history, T0)).toEqual([['a', 1]]);
    expect(await at(history, T0 + 599_999)).toEqual([['a', 1]]);
    expect(await at(history, T0 + 600_000)).toEqual([
      ['a', 2],
      ['b', 9],
    ]);
    expect(await at(history, T0 + 1_200_000)).toEqual([['a', 2]]);
    expect(await at(history, T0 + HOUR)).toEqual([['a', 5]]);
    expect(history.extent()).toEqual({ fromMs: T0, toMs: T0 + HOUR });
    // Nobody was there to know it.
    expect(await at(history, T0 + 3 * HOUR)).toBeNull();
  });

  it('know that there was nothing, where somebody looked', async () => {
    const history = start();
    nowMs = T0;
    history.tidy('bikes', new Map());
    says(history, T0 + 600_000, row('a', 1, T0));
    await history.rowsAt('bikes', T0);
    says(history, T0 + 1_200_000);
    expect(await at(history, T0 - 1)).toBeNull();
    expect(await at(history, T0 + 1)).toEqual([]);
    expect(await at(history, T0 + 600_000)).toEqual([['a', 1]]);
    for (const hour of [1, 2]) {
      nowMs = T0 + hour * HOUR;
      history.tidy('bikes', known);
    }
    await until(() => files().filter((name) => name.endsWith('.parquet')).length === 2);
    expect(await at(history, T0 + 1)).toEqual([]);
    expect(await at(history, T0 + HOUR + 1)).toEqual([]);
  });

  it('are Parquet that others can read', async () => {
    const history = start();
    await twoHours(history);
    const rows = await parquetReadObjects({
      file: await asyncBufferFromFile(join(dir, 'bikes', files()[0] as string)),
    });
    expect(
      rows.map(({ known, id, row }) => [known, id, row === null ? null : JSON.parse(row).bikes]),
    ).toEqual([
      [new Date(T0), 'a', 1],
      [new Date(T0), 'a', 1],
      [new Date(T0 + 600_000), 'a', 2],
      [new Date(T0 + 600_000), 'b', 9],
      [new Date(T0 + 1_200_000), 'a', 2],
      [new Date(T0 + 1_200_000), 'b', null],
    ]);
  });

  it('are a curve of one field, by the times of the rows, over hours', async () => {
    const history = start();
    await twoHours(history);
    const curve = (id: string, field: string, fromMs = T0, toMs = T0 + HOUR) =>
      history.series('bikes', { id, field, fromMs, toMs }, 60_000);
    expect(await curve('a', 'bikes')).toEqual([
      { atMs: T0, value: 1 },
      { atMs: T0 + 600_000, value: 2 },
      { atMs: T0 + HOUR, value: 5 },
    ]);
    expect(await curve('a', 'bikes', T0 + 1)).toHaveLength(2);
    expect(await curve('b', 'bikes')).toEqual([{ atMs: T0, value: 9 }]);
    for (const field of ['name', 'docks', 'constructor', 'at.length.x', '__proto__.x'])
      expect(await curve('a', field), field).toEqual([]);
    expect(await curve('nobody', 'bikes')).toEqual([]);
  });

  it('give a curve from the hours up to its end, and from later ones as far as a row may be late', async () => {
    const history = start();
    await twoHours(history);
    // Said an hour after its time, in the next file.
    says(history, T0 + HOUR + 1000, row('c', 7, T0));
    const question = { id: 'c', field: 'bikes', fromMs: T0, toMs: T0 + 1000 };
    expect(await history.series('bikes', question, HOUR)).toEqual([{ atMs: T0, value: 7 }]);
    expect(await history.series('bikes', question, HOUR / 2)).toEqual([]);
  });

  it('go on after a start, also where a kill has cut a line off', async () => {
    const first = start();
    says(first, T0, row('a', 1, T0));
    await first.close();
    appendFileSync(join(dir, 'bikes', files()[0] as string), '[123,[{"kind":"bike');
    const second = start();
    says(second, T0 + 60_000, row('a', 3));
    expect(await at(second, T0)).toEqual([['a', 1]]);
    expect(await at(second, T0 + 60_000)).toEqual([['a', 3]]);
    expect(files()).toHaveLength(1);
    await second.close();
    // The hour was over while nobody was there.
    nowMs = T0 + 2 * HOUR;
    const third = start();
    await until(() => files()[0]?.endsWith('.parquet'));
    expect(await at(third, T0 + 60_000)).toEqual([['a', 3]]);
    await third.close();
    // Killed between packing it and removing its journal.
    appendFileSync(join(dir, 'bikes', (files()[0] as string).replace('parquet', 'ndjson')), '[1,[],[]]');
    const fourth = start();
    expect(await at(fourth, T0 + 60_000)).toEqual([['a', 3]]);
    expect(files()).toHaveLength(1);
  });

  it('begin with all that is known, also of a silent topic', async () => {
    const history = start();
    says(history, T0, row('a', 1, T0));
    nowMs = T0 + HOUR;
    history.tidy('bikes', known);
    expect(await at(history, T0 + HOUR)).toEqual([['a', 1]]);
    expect(await at(history, T0 + 2 * HOUR)).toEqual([['a', 1]]);
  });

  it('go on in their file where the clock is put back across the hour', async () => {
    const history = start();
    const hour = T0 + HOUR / 2;
    says(history, hour, row('a', 1));
    says(history, hour - 500, row('a', 2));
    history.tidy('bikes', known);
    await history.rowsAt('bikes', nowMs);
    says(history, hour + 1000, row('a', 3));
    history.tidy('bikes', known);
    expect(await at(history, hour + 1000)).toEqual([['a', 3]]);
    expect(files()).toEqual(['20261125T110000Z.ndjson']);
  });

  it('go when their time is over', async () => {
    const history = start(2);
    for (const hour of [0, 1, 2, 3, 4]) {
      says(history, T0 + hour * HOUR, row('a', hour));
      await history.rowsAt('bikes', nowMs);
    }
    await until(() => files().filter((name) => name.endsWith('.parquet')).length === 4);
    history.tidy('bikes', known);
    expect(files().map((name) => name.slice(9, 11))).toEqual(['12', '13', '14']);
    expect(history.extent('bikes')).toEqual({ fromMs: T0 + 2 * HOUR, toMs: T0 + 4 * HOUR });
    expect(await at(history, T0)).toBeNull();
  });
});
