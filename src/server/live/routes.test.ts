// SPDX-License-Identifier: EUPL-1.2
/** The addresses of what was, on the real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtentAnswer, HistoryAnswer, SeriesAnswer } from '../../city/live';
import { entry, getJson, HERE, type OpenServer, openServer, until } from './fixtures/relay-server';
import { json, openUpstream, type Upstream } from './fixtures/upstream';

let upstream: Upstream;
let server: OpenServer;
let api: string;
/** Before the server is there, and well within the rows' time to live. */
const T = Date.now() - 20_000;
beforeAll(async () => {
  upstream = await openUpstream(json({ stations: [{ id: 'a/1', at: HERE, atMs: T, bikes: 1 }] }));
  server = await openServer([entry(upstream.url)]);
  api = `${server.url}/api/live`;
});
afterAll(async () => {
  await server.close();
  await upstream.close();
});
const series = (query: string) => getJson<SeriesAnswer>(`${api}/series?topic=bikes&${query}`);

describe('what was', () => {
  it('is nothing yet, or what was known then', async () => {
    await until(async () => (await getJson<ExtentAnswer>(`${api}/history/extent?topic=bikes`)).toMs);
    const before = await getJson<HistoryAnswer>(`${api}/history?topic=bikes&at=${T}`);
    expect(before).toEqual({ topic: 'bikes', atMs: T, rows: null });
    const now = Date.now();
    const known = await getJson<HistoryAnswer>(`${api}/history?topic=bikes&at=${now}`);
    expect(known).toMatchObject({ topic: 'bikes', atMs: now, rows: [{ id: 'a/1', bikes: 1, atMs: T }] });
  });
  it('is a curve', async () => {
    upstream.does(json({ stations: [{ id: 'a/1', at: HERE, atMs: T + 1000, bikes: 5 }] }));
    const query = `id=${encodeURIComponent('a/1')}&field=bikes&from=${T}&to=${T + 1000}`;
    const answer = await until(async () => {
      const { points } = await series(query);
      return points.length === 2 && points;
    });
    expect(answer).toEqual([
      { atMs: T, value: 1 },
      { atMs: T + 1000, value: 5 },
    ]);
  });
  it.each([
    ['/history?topic=nothing&at=1', 'no topic "nothing"; there are bikes'],
    ['/history?topic=bikes', "querystring must have required property 'at'"],
    ['/history?topic=..%2F..%2Fetc&at=1', 'no topic "../../etc"; there are bikes'],
    ['/history?topic=bikes&at=-1', 'querystring/at must match pattern "^\\d{1,14}$"'],
    ['/history/extent?topic=x', 'no topic "x"; there are bikes'],
    ['/series?topic=bikes&id=a&field=bikes&from=5&to=4', 'from … to: not in order, or longer than 25 hours'],
    [
      '/series?topic=bikes&id=a&field=bikes&from=0&to=90000001',
      'from … to: not in order, or longer than 25 hours',
    ],
  ])('is refused in words: %s', async (path, message) => {
    const answer = await fetch(api + path);
    expect([answer.status, await answer.json()]).toMatchObject([400, { message }]);
  });
  it('is never cached', async () => {
    for (const path of ['/snapshot', '/history/extent', `/history?topic=bikes&at=${T}`])
      expect((await fetch(api + path)).headers.get('cache-control'), path).toBe('no-store');
  });
});
