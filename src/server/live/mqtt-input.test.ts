// SPDX-License-Identifier: EUPL-1.2
/** A broker as upstream: the same parser, the same rows, the same stream. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { Aedes } from 'aedes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RelayMessage, SnapshotAnswer } from '../../city/live';
import type { FeedEntry } from './config';
import {
  configured,
  entry,
  getJson,
  HERE,
  listen,
  type OpenServer,
  openServer,
  until,
} from './fixtures/relay-server';

let broker: Aedes;
let sockets: Server;
let port = 0;
let server: OpenServer | undefined;

async function openBroker(): Promise<void> {
  broker = await Aedes.createBroker({
    authenticate: (_client, user, password, done) =>
      done(null, user === 'twin' && password?.toString() === 's3cret'),
  });
  sockets = createServer(broker.handle);
  await new Promise<void>((resolve) => sockets.listen(port, '127.0.0.1', resolve));
  port = (sockets.address() as AddressInfo).port;
}
const closeBroker = async () => {
  await new Promise<void>((resolve) => broker.close(() => resolve()));
  await new Promise((resolve) => sockets.close(resolve));
};
beforeEach(async () => {
  port = 0;
  await openBroker();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await closeBroker();
});

const open = async (own: Partial<FeedEntry> = {}) => {
  const feed = entry(`mqtt://127.0.0.1:${port}`, {
    topics: ['bikes/+'],
    username: { value: 'twin' },
    password: { value: 's3cret' },
    ...own,
  });
  server = await openServer([], { feeds: configured([feed]), limits: { reconnectMs: 30 } });
  return server;
};
const subscribed = () => new Promise<void>((resolve) => broker.once('subscribe', () => resolve()));
const publish = (topic: string, payload: string) =>
  new Promise<void>((resolve, reject) =>
    broker.publish({ cmd: 'publish', qos: 0, dup: false, retain: false, topic, payload }, (error) =>
      error ? reject(error) : resolve(),
    ),
  );
const says = (id: string, bikes: number, topic = `bikes/${id}`) =>
  publish(topic, JSON.stringify({ stations: [{ id, at: HERE, atMs: Date.now(), bikes }] }));
const known = async (url: string) => {
  const { messages } = await getJson<SnapshotAnswer>(`${url}/api/live/snapshot`);
  return messages.flatMap((message) =>
    message.kind === 'snapshot' ? message.rows.map((row) => [row.id, 'bikes' in row && row.bikes]) : [],
  );
};
const state = (upstreamState: string) => (message: RelayMessage) =>
  message.kind === 'upstream' && message.upstream.state === upstreamState;

describe('a broker', () => {
  it('says something about something: what it does not speak of stays', async () => {
    const ready = subscribed();
    const { url } = await open();
    await ready;
    const listener = await listen(`${url}/api/live`);
    await says('a', 1);
    await says('b', 2);
    await says('c', 3, 'elsewhere/c');
    await until(async () => (await known(url)).length === 2);
    await says('a', 4);
    await listener.next(
      (message) => message.kind === 'delta' && JSON.stringify(message.changed).includes('"bikes":4'),
    );
    expect(await known(url)).toEqual([
      ['a', 4],
      ['b', 2],
    ]);
    listener.close();
  });

  it('may talk rubbish: that is told, and what is known stays', async () => {
    const ready = subscribed();
    const { url } = await open();
    await ready;
    const listener = await listen(`${url}/api/live`);
    await says('a', 1);
    await listener.next(state('ok'));
    await publish('bikes/a', '{"stations":');
    expect((await listener.next(state('failing'))).message).toMatchObject({ upstream: { fault: 'no JSON' } });
    await says('a', 2);
    await listener.next(state('ok'));
    expect(await known(url)).toEqual([['a', 2]]);
    listener.close();
  });

  it('may say more than can be read: what waits is bounded by its size, and that is told', async () => {
    const ready = subscribed();
    const { url } = await open();
    await ready;
    const listener = await listen(`${url}/api/live`);
    // 4 MB each: five of them may wait for the one that is being read.
    const rest = ' '.repeat(4_000_000);
    for (let n = 1; n <= 12; n++)
      void publish(
        'bikes/a',
        `${JSON.stringify({ stations: [{ id: 'a', at: HERE, atMs: Date.now(), bikes: n }] })}${rest}`,
      );
    const { message } = await listener.next(state('failing'));
    expect(message).toMatchObject({
      upstream: { fault: expect.stringMatching(/^\d+ messages came faster than they could be read$/) },
    });
    // The newest is among those that were kept.
    await until(async () => (await known(url))[0]?.[1] === 12);
    listener.close();
  });

  it('is cut off where it begins a message that is too long, before that has come', async () => {
    const raw = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (asked) => {
        if (asked[0] === 0x10) socket.write(Uint8Array.from([0x20, 2, 0, 0]));
        // After what was subscribed to: a message of 256 MB, of which only the length is sent.
        if (asked[0] === 0x82)
          socket.write(
            Uint8Array.from([
              0x90,
              3,
              asked[2] as number,
              asked[3] as number,
              0,
              0x30,
              0xff,
              0xff,
              0xff,
              0x7f,
            ]),
          );
      });
    });
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    const { url } = await open({ url: `mqtt://127.0.0.1:${(raw.address() as AddressInfo).port}` });
    const listener = await listen(`${url}/api/live`);
    expect((await listener.next(state('failing'))).message).toMatchObject({
      upstream: { fault: 'a message of more than 5 MB' },
    });
    listener.close();
    await server?.close();
    server = undefined;
    await new Promise((resolve) => raw.close(resolve));
  });

  it('may go and come back', async () => {
    const ready = subscribed();
    const { url } = await open();
    await ready;
    const listener = await listen(`${url}/api/live`);
    await says('a', 1);
    await listener.next(state('ok'));
    await closeBroker();
    await listener.next(state('failing'));
    await openBroker();
    await subscribed();
    await says('a', 2);
    await listener.next(state('ok'));
    expect(await known(url)).toEqual([['a', 2]]);
    listener.close();
  });

  it.each<[string, Partial<FeedEntry>, RegExp]>([
    [
      'a wrong password',
      { password: { value: 'wrong' } },
      /Connection refused: (Bad username or password|Not authorized)/,
    ],
    ['an address that is not public', { allowPrivate: false }, /^127\.0\.0\.1 is not public$/],
  ])('is not listened to with %s', async (_name, own, words) => {
    const { url } = await open(own);
    const failing = await until(async () => {
      const { live } = await getJson<{ live: { failing: { fault: string }[] } }>(`${url}/healthz`);
      return live.failing[0];
    });
    expect(failing.fault).toMatch(words);
    expect(failing.fault).not.toContain('s3cret');
  });
});
