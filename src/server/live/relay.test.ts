// SPDX-License-Identifier: EUPL-1.2
/** The relay on the real server, with an upstream on this machine that does well and badly. */
import http from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveRow, RelayMessage, SnapshotAnswer } from '../../city/live';
import type { Parsed } from '../../stream/feeds/feed';
import {
  configured,
  entry,
  getJson,
  HERE,
  type Listener,
  listen,
  type OpenServer,
  openServer,
  until,
} from './fixtures/relay-server';
import { answers, cutOff, endless, json, openUpstream, stuck, type Upstream } from './fixtures/upstream';
import type { RelayHealth } from './relay-options';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
const keep = <T extends { close(): unknown }>(one: T): T => {
  opened.push(one);
  return one;
};

const station = (id: string, bikes: number, atMs = Date.now(), at: readonly number[] = HERE) => ({
  id,
  at,
  atMs,
  bikes,
});
const stations = (...list: ReturnType<typeof station>[]) => json({ stations: list });
type Delta = Extract<RelayMessage, { kind: 'delta' }>;
const isDelta = (message: RelayMessage): message is Delta => message.kind === 'delta';
const bikesOf = (rows: readonly LiveRow[]) => rows.map((row) => [row.id, 'bikes' in row && row.bikes]);
const said = (upstreamState: string) => (message: RelayMessage) =>
  message.kind === 'upstream' && message.upstream.state === upstreamState;

async function world(
  first: Parameters<typeof openUpstream>[0],
  own: Parameters<typeof openServer>[1] = {},
  ownEntry = {},
): Promise<{ upstream: Upstream; server: OpenServer; live: string }> {
  const upstream = keep(await openUpstream(first));
  const server = keep(await openServer([entry(upstream.url, ownEntry)], own));
  return { upstream, server, live: `${server.url}/api/live` };
}
const rowsNow = async (live: string) => {
  const { messages } = await getJson<SnapshotAnswer>(`${live}/snapshot`);
  return messages.flatMap((message) => (message.kind === 'snapshot' ? message.rows : []));
};
const upstreamNow = async (live: string) => {
  const { messages } = await getJson<SnapshotAnswer>(`${live}/snapshot`);
  return messages[0]?.kind === 'hello' ? messages[0].topics[0]?.upstream : undefined;
};

describe('the stream', () => {
  it('says who is there, what is known, and what changes', async () => {
    const { upstream, live } = await world(stations(station('a', 3), station('b', 1)));
    await until(async () => (await rowsNow(live)).length === 2);
    const listener = keep(await listen(live));
    const hello = await listener.next(({ kind }) => kind === 'hello');
    const snapshot = await listener.next(({ kind }) => kind === 'snapshot');
    expect(hello.message).toMatchObject({
      topics: [
        {
          id: 'bikes',
          licence: { id: 'CC-BY-4.0' },
          simulated: false,
          upstream: { state: 'ok', fault: null },
        },
      ],
    });
    expect(snapshot.message.kind === 'snapshot' && bikesOf(snapshot.message.rows)).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    upstream.does(stations(station('a', 4)));
    const { id, message } = await listener.next(isDelta);
    expect(isDelta(message) && [bikesOf(message.changed), message.gone]).toEqual([[['a', 4]], ['b']]);
    const [epoch, n] = id.split('-');
    expect(snapshot.id.split('-')[0]).toBe(epoch);
    expect(Number(n)).toBeGreaterThan(Number(snapshot.id.split('-')[1]));
  });

  it('has the headers that proxies need, and those of every answer', async () => {
    const { live } = await world(stations());
    const { headers, text, next } = keep(await listen(live));
    await next(({ kind }) => kind === 'snapshot');
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(Number(/^retry: (\d+)\n\n/.exec(text())?.[1])).toBeGreaterThanOrEqual(3000);
  });

  it('can be of some topics only; others do not exist', async () => {
    const upstream = keep(await openUpstream(stations(station('a', 1))));
    const server = keep(await openServer([entry(upstream.url), entry(upstream.url, { id: 'more' })]));
    const listener = keep(await listen(`${server.url}/api/live?topics=more`));
    await listener.next(isDelta);
    upstream.does(stations(station('a', 2)));
    await listener.next(isDelta);
    expect(
      new Set(listener.heard.flatMap(({ message }) => ('topic' in message ? message.topic : []))),
    ).toEqual(new Set(['more']));
    const bad = await fetch(`${server.url}/api/live?topics=more,nothing`);
    expect([bad.status, await bad.json()]).toMatchObject([
      400,
      { message: 'no topic "nothing"; there are bikes, more' },
    ]);
  });

  it('only tells: nothing can be sent to it', async () => {
    const { live } = await world(stations());
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD'])
      expect((await fetch(live, { method })).status, method).toBe(404);
  });

  it('beats while nothing happens', async () => {
    const { live } = await world(stations(), { limits: { stream: { heartbeatMs: 20 } } });
    const listener = keep(await listen(live));
    const { message, id } = await listener.next(({ kind }) => kind === 'time');
    expect(message.kind === 'time' && Math.abs(message.nowMs - Date.now())).toBeLessThan(10_000);
    // No news: who comes back asks from the same place.
    expect(id).toBe((await listener.next(({ kind }) => kind === 'time')).id);
  });

  it('takes in no more than it can hold', async () => {
    const { live } = await world(stations(), { limits: { stream: { mostClients: 1 } } });
    keep(await listen(live));
    const second = await fetch(live);
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('takes in no more than its share from one address, and again when one of them has gone', async () => {
    const counted = (address: string | undefined) => address;
    const { live } = await world(stations(), { limits: { stream: { mostOfAddress: 2, counted } } });
    const first = await listen(live);
    keep(await listen(live));
    const third = await fetch(live);
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5']);
    first.close();
    await until(async () => {
      const again = await fetch(live);
      await again.body?.cancel();
      return again.status === 200;
    });
  });

  it('counts none of this machine, where a reverse proxy stands', async () => {
    const { live } = await world(stations(), { limits: { stream: { mostOfAddress: 1 } } });
    keep(await listen(live));
    keep(await listen(live));
  });
});

describe('who comes back', () => {
  const deltas = ({ heard }: Listener) => heard.filter(({ message }) => isDelta(message)).length;

  it('gets what it has missed, once', async () => {
    const { upstream, live } = await world(stations(station('a', 1)));
    const first = await listen(live);
    const { id } = await first.next(isDelta);
    first.close();
    const other = keep(await listen(live));
    for (const bikes of [2, 3]) {
      upstream.does(stations(station('a', bikes)));
      await other.next((message) => isDelta(message) && bikesOf(message.changed)[0]?.[1] === bikes);
    }
    const again = keep(await listen(live, { 'last-event-id': id }));
    await again.next((message) => isDelta(message) && bikesOf(message.changed)[0]?.[1] === 3);
    expect(again.heard.map(({ message }) => message.kind)).not.toContain('snapshot');
    expect(again.heard.flatMap(({ message }) => (isDelta(message) ? bikesOf(message.changed) : []))).toEqual([
      ['a', 2],
      ['a', 3],
    ]);
    const asked = await getJson<SnapshotAnswer>(`${live}/snapshot?since=${id}`);
    expect(asked.messages.filter(isDelta)).toHaveLength(2);
    expect((await getJson<SnapshotAnswer>(`${live}/snapshot?since=${asked.id}`)).messages).toEqual([]);
  });

  it('gets everything anew where what it has missed is not kept any more', async () => {
    const { upstream, live } = await world(stations(station('a', 1)), {
      limits: { stream: { ringBytes: 500 } },
    });
    const first = keep(await listen(live));
    const { id } = await first.next(isDelta);
    for (const bikes of [2, 3, 4, 5, 6]) {
      upstream.does(stations(station('a', bikes)));
      await first.next(isDelta);
    }
    const again = keep(await listen(live, { 'last-event-id': id }));
    const snapshot = await again.next(({ kind }) => kind === 'snapshot');
    expect(snapshot.message).toMatchObject({ rows: [{ id: 'a', bikes: 6 }] });
    expect(deltas(again)).toBe(0);
  });

  it.each(['nonsense', 'otherepoch-12', '', `${'x'.repeat(70)}-1`])(
    'gets everything for an id that is not ours: "%s"',
    async (id) => {
      const { live } = await world(stations(station('a', 1)));
      const listener = keep(await listen(live, { 'last-event-id': id }));
      expect((await listener.next(() => true)).message.kind).toBe('hello');
    },
  );

  it('begins anew where its snapshot did not come whole', async () => {
    const { live } = await world(stations(station('a', 1)));
    const listener = await listen(live);
    const hello = await listener.next(({ kind }) => kind === 'hello');
    listener.close();
    const again = keep(await listen(live, { 'last-event-id': hello.id }));
    expect((await again.next(() => true)).message.kind).toBe('hello');
  });
});

describe('one question a period', () => {
  it('whatever the number of browsers; those that do not read are dropped, the others miss nothing', {
    timeout: 60_000,
  }, async () => {
    let round = 0;
    const said =
      (ids: readonly string[]) => (request: http.IncomingMessage, response: http.ServerResponse) => {
        round += 1;
        stations(...ids.map((id) => station(id, round)))(request, response);
      };
    const upstream = keep(await openUpstream(said(['a'])));
    const big = keep(await openUpstream(said(Array.from({ length: 2500 }, (_, n) => `s${n}`))));
    const server = keep(
      await openServer([], {
        feeds: configured([entry(upstream.url), entry(big.url, { id: 'big' })], 0.05),
        limits: { stream: { mostWaitingBytes: 600_000 } },
      }),
    );
    const health = async () => (await getJson<{ live: RelayHealth }>(`${server.url}/healthz`)).live;
    const open = (onData?: (text: string) => void) =>
      new Promise<void>((resolve) => {
        const request = http.get(
          `${server.url}/api/live${onData ? '?topics=bikes' : ''}`,
          { agent: false },
          (response) => {
            if (onData)
              response
                .setEncoding('utf8')
                .on('data', onData)
                .on('error', () => undefined);
            else response.pause();
            resolve();
          },
        );
        request.on('error', () => undefined);
        keep({ close: () => request.destroy() });
      });
    const heard = Array.from({ length: 150 }, () => 0);
    await Promise.all([
      ...heard.map((_, at) =>
        open((text) => (heard[at] = (heard[at] ?? 0) + text.split('event: delta').length - 1)),
      ),
      ...Array.from({ length: 50 }, () => open()),
    ]);
    await until(async () => (await health()).dropped === 50);
    const before = [...heard];
    await until(() => heard.every((count, at) => count >= (before[at] ?? 0) + 2));
    // The last one may be on its way.
    expect(upstream.asked.length - Math.max(...heard)).toBeLessThanOrEqual(2);
    expect(Math.max(...heard) - Math.min(...heard)).toBeLessThanOrEqual(2);
    expect(await health()).toMatchObject({ clients: 150, dropped: 50, failing: [] });
  });
});

describe('an upstream that fails', () => {
  it.each<[string, Parameters<typeof openUpstream>[0], string]>([
    ['500', answers('no', {}, 500), 'answered 500'],
    [
      'wrong content type',
      answers('<p>', { 'content-type': 'text/html' }),
      'content type "text/html", not json',
    ],
    [
      'redirecting',
      answers('', { location: 'http://127.0.0.2/' }, 302),
      'redirects to http://127.0.0.2: only the same host is followed',
    ],
    ['cut off', cutOff, 'cut off'],
    ['slow', stuck, 'no whole answer within 0.3 s'],
    ['endless', endless, 'more than 0.1 MB'],
    ['rubbish', answers('{"stations":'), 'no JSON'],
  ])('%s: the last good rows stay, the fault is told, and it comes back', async (_name, bad, fault) => {
    const atMs = Date.now() - 5000;
    const { upstream, server, live } = await world(stations(station('a', 3, atMs)), {
      limits: { upstream: { timeoutMs: 300, maxBytes: 100_000, longestWaitMs: 60 } },
    });
    const listener = keep(await listen(live));
    await listener.next(said('ok'));
    const lastGoodMs = (await upstreamNow(live))?.lastGoodMs;
    upstream.does(bad);
    const { message } = await listener.next(said('failing'));
    expect(message).toMatchObject({ topic: 'bikes', upstream: { fault } });
    expect(await rowsNow(live)).toMatchObject([{ id: 'a', bikes: 3, atMs }]);
    const health = await getJson<{ live: { failing: { lastGoodMs: number }[] } }>(`${server.url}/healthz`);
    expect(health).toMatchObject({ status: 'degraded', live: { failing: [{ topic: 'bikes', fault }] } });
    expect(health.live.failing[0]?.lastGoodMs).toBeGreaterThanOrEqual(lastGoodMs ?? Number.POSITIVE_INFINITY);
    upstream.does(stations(station('a', 4)));
    await listener.next(said('ok'));
    expect(bikesOf(await rowsNow(live))).toEqual([['a', 4]]);
    expect(await getJson(`${server.url}/healthz`)).toMatchObject({ status: 'ok', live: { failing: [] } });
  });

  it('down, and up again', async () => {
    const { upstream, live } = await world(stations(station('a', 3)));
    const listener = keep(await listen(live));
    await listener.next(said('ok'));
    await upstream.close();
    expect((await listener.next(said('failing'))).message).toMatchObject({
      upstream: { fault: 'connection refused' },
    });
    keep(await openUpstream(stations(station('a', 5)), upstream.port));
    await listener.next(said('ok'));
    expect(bikesOf(await rowsNow(live))).toEqual([['a', 5]]);
  });

  it('with a message that hangs its parser: only that feed fails', async () => {
    const upstream = keep(await openUpstream(stations(station('a', 1))));
    const server = keep(
      await openServer(
        [
          entry(upstream.url, { id: 'bad', feed: 'hangs' }),
          entry(upstream.url),
          entry(upstream.url, { id: 'odd', feed: 'throws' }),
        ],
        { limits: { parserMs: 200 } },
      ),
    );
    const failing = await until(async () => {
      const { live } = await getJson<{ live: { failing: { topic: string; fault: string }[] } }>(
        `${server.url}/healthz`,
      );
      return live.failing.length === 2 && live.failing;
    });
    expect(failing.map(({ topic, fault }) => [topic, fault])).toEqual([
      ['bad', 'the parser failed: took longer than 0.2 s'],
      ['odd', 'the parser failed: x is not a function'],
    ]);
    await until(async () => (await rowsNow(`${server.url}/api/live`)).length === 1);
  });

  it('of several documents: those that may grow old are not asked for again', async () => {
    const { upstream, live } = await world(stations(station('a', 1)), {}, { feed: 'two-documents' });
    await until(async () => (await rowsNow(live)).length === 1);
    await until(() => upstream.asked.length > 6);
    const paths = upstream.asked.map(({ url }) => url);
    expect(paths.filter((path) => path === '/feed')).toHaveLength(1);
  });
});

describe('a database that is not there', () => {
  it('is told without its address or user', async () => {
    const warned: object[] = [];
    const log = {
      info: () => undefined,
      warn: (fields: object) => warned.push(fields),
      error: () => undefined,
    };
    const server = keep(
      await openServer([], { databaseUrl: 'postgresql://twin:s3cret@127.0.0.1:9/live', log }),
    );
    await until(() => warned.length > 0);
    const { live } = await getJson<{ live: RelayHealth }>(`${server.url}/healthz`);
    expect(live.database).toBe('not reached');
    expect(JSON.stringify(live)).not.toMatch(/twin|127\.0\.0\.1/);
    expect(JSON.stringify(warned)).not.toContain('s3cret');
  });
});

describe('rows that are not to be believed', () => {
  it.each<[string, () => ReturnType<typeof station>[], [string, number][], string[]]>([
    ['at 0,0', () => [station('a', 3), station('b', 2, Date.now(), [0, 0])], [['a', 3]], ['outside']],
    ['of the future', () => [station('a', 9, Date.now() + 3_600_000)], [['a', 3]], ['future']],
    ['of before what is known', () => [station('a', 9, Date.now() - 3_600_000)], [['a', 3]], ['older']],
    [
      'twice, of which the newer counts',
      () => [station('a', 5, Date.now() + 50), station('a', 6, Date.now())],
      [['a', 5]],
      ['duplicate'],
    ],
    ['with other ids than before', () => [station('c', 3)], [['c', 3]], []],
  ])('%s', async (_name, next, known, faults) => {
    const left: Parsed['dropped'][] = [];
    const log = {
      info: (fields: object) => left.push((fields as { dropped: Parsed['dropped'] }).dropped),
      warn: () => undefined,
      error: () => undefined,
    };
    const { upstream, live } = await world(stations(station('a', 3)), { log });
    await until(async () => (await rowsNow(live)).length === 1);
    upstream.does(stations(...next()));
    const asked = upstream.asked.length;
    await until(() => upstream.asked.length > asked + 3);
    const takenMs = Date.now();
    await until(async () => ((await upstreamNow(live))?.lastGoodMs ?? 0) > takenMs);
    expect(bikesOf(await rowsNow(live))).toEqual(known);
    expect(await upstreamNow(live)).toMatchObject({ state: 'ok', fault: null });
    expect(left.at(-1)?.map(({ fault }) => fault) ?? []).toEqual(faults);
  });
});
