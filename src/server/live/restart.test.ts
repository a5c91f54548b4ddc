// SPDX-License-Identifier: EUPL-1.2
/** What a server knows after it has been killed, and what it keeps of the hours. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExtentAnswer, HistoryAnswer, SnapshotAnswer } from '../../city/live';
import { startServerProcess } from './fixtures/processes';
import { entry, getJson, HERE, openServer, until } from './fixtures/relay-server';
import { answers, json, openUpstream } from './fixtures/upstream';

const dirs: string[] = [];
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'gemello-restart-'));
  dirs.push(dir);
  return dir;
};
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});
const station = (bikes: number, atMs: number) => ({ id: 'a', at: HERE, atMs, bikes });
const rowsNow = async (url: string) => {
  const { messages } = await getJson<SnapshotAnswer>(`${url}/api/live/snapshot`);
  return messages.flatMap((message) => (message.kind === 'snapshot' ? message.rows : []));
};

describe('after kill -9', () => {
  it('shows the last good rows with their true age, and the hours before, though the upstream is down', async () => {
    const dir = folder();
    const atMs = Date.now() - 90_000;
    const upstream = await openUpstream(json({ stations: [station(7, atMs)] }));
    const first = await startServerProcess(upstream.url, dir);
    await until(() => {
      const files = readdirSync(join(dir, 'live'));
      return (
        files.includes('bikes.json') &&
        readFileSync(join(dir, 'live/bikes.json'), 'utf8').includes('"bikes":7')
      );
    });
    await until(async () => (await getJson<ExtentAnswer>(`${first.url}/api/live/history/extent`)).toMs);
    const hour = join(dir, 'live/history/bikes');
    await until(() => readFileSync(join(hour, readdirSync(hour)[0] ?? ''), 'utf8').includes('"bikes":7'));
    await first.kill();
    upstream.does(answers('', {}, 500));

    const second = await startServerProcess(upstream.url, dir);
    try {
      expect(await rowsNow(second.url)).toMatchObject([{ id: 'a', bikes: 7, atMs }]);
      const state = await until(async () => {
        const { messages } = await getJson<SnapshotAnswer>(`${second.url}/api/live/snapshot`);
        const upstreamState = messages[0]?.kind === 'hello' ? messages[0].topics[0]?.upstream : undefined;
        return upstreamState?.state === 'failing' && upstreamState;
      });
      expect(state).toMatchObject({ fault: 'answered 500' });
      expect(Number(state.lastGoodMs)).toBeLessThan(Date.now());
      const past = await getJson<HistoryAnswer>(
        `${second.url}/api/live/history?topic=bikes&at=${Date.now()}`,
      );
      expect(past.rows).toMatchObject([{ id: 'a', bikes: 7, atMs }]);
    } finally {
      await second.kill();
      await upstream.close();
    }
  });
});

describe('what was kept', () => {
  it.each([
    ['cut off', '{"schemaVersion":1,"rows":[{"kind":"bike-st'],
    [
      'of another feed',
      JSON.stringify({
        schemaVersion: 1,
        topic: 'bikes',
        feed: 'other',
        lastGoodMs: 1,
        rows: [{ kind: 'bike-station', id: 'a', atMs: 1 }],
      }),
    ],
    [
      'of another kind',
      JSON.stringify({
        schemaVersion: 1,
        topic: 'bikes',
        feed: 'stations',
        lastGoodMs: 1,
        rows: [{ kind: 'vehicle', id: 'a', atMs: 1 }, null, 3],
      }),
    ],
  ])('is passed over where it is %s', async (_name, content) => {
    const dir = folder();
    const upstream = await openUpstream(answers('', {}, 500));
    const first = await openServer([], {}, dir);
    await first.close();
    writeFileSync(join(dir, 'live/bikes.json'), content);
    const server = await openServer([entry(upstream.url)], {}, dir);
    expect(await rowsNow(server.url)).toEqual([]);
    await server.close();
    await upstream.close();
  });

  it('belongs to one server: a second in the same folder keeps nothing there', async () => {
    const dir = folder();
    const upstream = await openUpstream(json({ stations: [station(7, Date.now())] }));
    const first = await openServer([], {}, dir);
    const second = await openServer([entry(upstream.url)], {}, dir);
    await until(async () => (await rowsNow(second.url)).length === 1);
    await second.close();
    expect(readdirSync(join(dir, 'live'))).not.toContain('bikes.json');
    await first.close();
    const third = await openServer([entry(upstream.url)], {}, dir);
    await until(() => readdirSync(join(dir, 'live')).includes('bikes.json'));
    await third.close();
    await upstream.close();
  });

  it('is nothing where nothing can be written: the server is there all the same', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    const upstream = await openUpstream(json({ stations: [station(7, Date.now())] }));
    const server = await openServer([entry(upstream.url)], { dataDir: join(dir, 'file/live') }, dir);
    await until(async () => (await rowsNow(server.url)).length === 1);
    await server.close();
    await upstream.close();
  });
});
