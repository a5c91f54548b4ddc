// SPDX-License-Identifier: EUPL-1.2
/** Several instances of the server on one real PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../commands/postgres.mjs';
import type { SnapshotAnswer } from '../../city/live';
import { type OpenPostgres, openPostgres } from '../database/fixtures/postgres';
import { startServerProcess } from './fixtures/processes';
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
import { json, openUpstream, type Upstream } from './fixtures/upstream';

const bin = findPostgres();
if (!bin) console.warn('No PostgreSQL here: the tests of several instances are skipped.');

it('has a PostgreSQL to be tested on, where it counts', () => {
  if (process.env.CI === 'true') expect(bin).toBeDefined();
});

describe.skipIf(!bin)('several instances', () => {
  let postgres: OpenPostgres;
  let upstream: Upstream;
  const opened: { close(): unknown }[] = [];
  const keep = <T extends { close(): unknown }>(one: T): T => {
    opened.push(one);
    return one;
  };
  beforeAll(async () => {
    postgres = await openPostgres(bin as string);
  });
  afterAll(() => postgres.close());
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('DROP TABLE IF EXISTS live_rows, live_topics, live_migrations');
    await client.end();
  });

  const says = (...list: [id: string, bikes: number][]) =>
    json({ stations: list.map(([id, bikes]) => ({ id, at: HERE, atMs: Date.now(), bikes })) });
  const instance = async (repairMs = 300): Promise<OpenServer> =>
    keep(
      await openServer([], {
        feeds: configured([entry(upstream.url)]),
        databaseUrl: postgres.url,
        limits: { electMs: 100, repairMs },
      }),
    );
  const bikes = async ({ url }: { url: string }) => {
    const { messages } = await getJson<SnapshotAnswer>(`${url}/api/live/snapshot`);
    return Object.fromEntries(
      messages.flatMap((message) =>
        message.kind === 'snapshot' ? message.rows.map((row) => [row.id, 'bikes' in row && row.bikes]) : [],
      ),
    );
  };
  const knows = (server: { url: string }, what: object) =>
    until(async () => JSON.stringify(await bikes(server)) === JSON.stringify(what));
  const fails = async ({ url }: { url: string }) => {
    const { live } = await getJson<{ live: { failing: { fault: string }[] } }>(`${url}/healthz`);
    return live.failing[0]?.fault === 'connection refused';
  };
  /** Questions in some time, for each that one instance alone could have asked in it. */
  async function share(): Promise<number> {
    const [before, since] = [upstream.asked.length, performance.now()];
    await until(() => upstream.asked.length - before >= 10);
    return (upstream.asked.length - before - 1) / ((performance.now() - since) / 30);
  }

  it('ask an upstream once, and all of them know; what goes is gone everywhere', async () => {
    upstream = keep(await openUpstream(says(['a', 1], ['b', 2])));
    const [one, two, three] = [await instance(), await instance(), await instance()];
    for (const server of [one, two, three]) await knows(server, { a: 1, b: 2 });
    upstream.does(says(['a', 5]));
    const listener = keep(await listen(`${three.url}/api/live`));
    const { message } = await listener.next(({ kind }) => kind === 'delta');
    expect(message).toMatchObject({ kind: 'delta', gone: ['b'], changed: [{ id: 'a', bikes: 5 }] });
    for (const server of [one, two, three]) await knows(server, { a: 5 });
    // Three that ask would have asked three times as often.
    expect(await share()).toBeLessThan(1.3);
  });

  it('tell each other that an upstream fails', async () => {
    upstream = keep(await openUpstream(says(['a', 1])));
    const servers = [await instance(), await instance()];
    for (const server of servers) await knows(server, { a: 1 });
    await upstream.close();
    for (const server of servers) await until(() => fails(server));
  });

  it('go on when the one that asks is killed', async () => {
    upstream = keep(await openUpstream(says(['a', 1])));
    const dir = mkdtempSync(join(tmpdir(), 'gemello-leader-'));
    keep({ close: () => rmSync(dir, { recursive: true, force: true }) });
    const leader = await startServerProcess(upstream.url, dir, postgres.url);
    await knows(leader, { a: 1 });
    const other = await instance();
    await knows(other, { a: 1 });
    await leader.kill();
    upstream.does(says(['a', 2]));
    await knows(other, { a: 2 });
  });

  it('make good a notice that was lost', async () => {
    upstream = keep(await openUpstream(says(['a', 1])));
    const servers = [await instance(), await instance()];
    for (const server of servers) await knows(server, { a: 1 });
    // Who asks would take away again what the upstream does not name.
    await upstream.close();
    for (const server of servers) await until(() => fails(server));
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    keep({ close: () => client.end() });
    // A change that nobody was told of.
    const row = JSON.stringify({ kind: 'bike-station', id: 'z', atMs: 1, bikes: 9 });
    await client.query('BEGIN');
    const { rows } = await client.query(
      "UPDATE live_topics SET rev = rev + 1 WHERE topic = 'bikes' RETURNING rev",
    );
    await client.query('INSERT INTO live_rows VALUES ($1, $2, $3, $4)', ['bikes', 'z', rows[0].rev, row]);
    await client.query('COMMIT');
    // Either may be the one that asks, and that one is never told.
    await until(async () => (await Promise.all(servers.map(bikes))).some(({ z }) => z === 9));
  });

  it('go on when the database has been gone, one of them asking as before', async () => {
    upstream = keep(await openUpstream(says(['a', 1])));
    const [one, two] = [await instance(), await instance()];
    for (const server of [one, two]) await knows(server, { a: 1 });
    await postgres.restart();
    upstream.does(says(['a', 3]));
    for (const server of [one, two]) await knows(server, { a: 3 });
    expect(await getJson(`${one.url}/healthz`)).toMatchObject({ live: { database: null } });
    expect(await share()).toBeLessThan(1.3);
  });
});
