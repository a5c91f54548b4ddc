// SPDX-License-Identifier: EUPL-1.2
/** The server in kiosk mode: whatever is asked of it, nothing changes. */

import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { METHODS } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { EmbeddedDatabase } from '../database/embedded-database';
import { MigratedDatabase } from '../database/open';
import { ReadOnlyDatabase } from '../database/read-only-database';
import { KIOSK_PAGES } from '../pages';
import { fileOf, PAOLA, request } from '../scenarios/fixtures/saves';
import { PublicationStore } from '../scenarios/publication-store';
import { ScenarioHistory } from '../scenarios/scenario-history';
import { ScenarioStore } from '../scenarios/scenario-store';
import { createServer } from '../server';
import { LOCAL_SIGN_IN } from '../sign-in/sign-in';

const PUBLICATION = randomUUID();
const routes = new Set<string>();
let dir: string;
let app: FastifyInstance;
let embedded: EmbeddedDatabase;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gemello-kiosk-'));
  mkdirSync(join(dir, 'app'));
  for (const page of Object.keys(KIOSK_PAGES)) writeFileSync(join(dir, 'app', page), '<h1>Kiosk</h1>');
  writeFileSync(join(dir, 'app/index.html'), '<h1>Studio</h1>');
  mkdirSync(join(dir, 'city'));
  writeFileSync(join(dir, 'city/manifest.json'), '{"schemaVersion":1,"path":"tiles/0123456789ab"}');
  embedded = await EmbeddedDatabase.open(null);
  await publish(new MigratedDatabase(embedded));
  const onServer = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.add(`${one} ${url}`);
    });
  subscribe('fastify.initialization', onServer);
  app = await createServer({
    mode: 'kiosk',
    cityDir: join(dir, 'city'),
    appDir: join(dir, 'app'),
    database: new ReadOnlyDatabase(embedded),
    // It does not count: nobody is anybody at a kiosk.
    signIn: LOCAL_SIGN_IN,
  });
  unsubscribe('fastify.initialization', onServer);
  await app.ready();
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

async function publish(database: MigratedDatabase): Promise<void> {
  const [scenarioId, answerKey] = [randomUUID(), '0123456789abcdef'];
  const notes = [{ id: 'n1', at: lonLat(9.19, 45.46), text: 'Solo per noi' }];
  const file = fileOf({ name: 'x', notes });
  await new ScenarioStore(database).save(PAOLA, scenarioId, request('x', { cityId: 'milano', file }));
  await new ScenarioHistory(database).keepAnswer(PAOLA, scenarioId, answerKey, 1, Uint8Array.of(1));
  await new PublicationStore(database).publish(PAOLA, PUBLICATION, {
    ...{ scenarioId, rev: 1, answerKey, title: 'Area C a 7,50 €', digest: {} },
  });
}
const inject = (method: string, url: string) => app.inject({ method: method as 'GET', url });
const addressOf = (url: string) => url.replace(/:id/, PUBLICATION).replace(/:\w+(\([^)]*\))?/g, '0');

describe('a server in kiosk mode', () => {
  it('has GET and HEAD alone', () => {
    expect(routes.size).toBeGreaterThan(10);
    expect([...routes].filter((route) => !/^(GET|HEAD) /.test(route))).toEqual([]);
  });
  it('refuses every other method at every address, also at those that the whole server has', async () => {
    const addresses = [...new Set([...routes].map((route) => route.replace(/^\w+ /, '')))];
    const others = ['/api/scenarios/:id', '/api/presentations/:id', '/api/sign-out', '/nothing'];
    // CONNECT is no question to an address, but to a proxy.
    const methods = METHODS.filter((method) => !['GET', 'HEAD', 'CONNECT', 'QUERY'].includes(method));
    expect(methods).toEqual(expect.arrayContaining(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']));
    const known = app.supportedMethods;
    for (const url of [...addresses, ...others])
      for (const method of methods.filter((one) => known.includes(one))) {
        const { statusCode, headers } = await inject(method, addressOf(url));
        expect([statusCode, headers.allow], `${method} ${url}`).toEqual([405, 'GET, HEAD']);
      }
  });
  it('shows the kiosk, and neither the studio nor scenarios', async () => {
    expect((await inject('GET', '/kiosk')).body).toBe('<h1>Kiosk</h1>');
    expect((await inject('GET', '/')).headers.location).toBe('/kiosk');
    for (const url of ['/index.html', '/api/me', '/api/scenarios?city=milano', '/accessibilita'])
      expect((await inject('GET', url)).statusCode, url).toBe(404);
  });
  it('tells what is published', async () => {
    const { publications } = (await inject('GET', '/api/publications?city=milano')).json();
    expect(publications).toMatchObject([{ id: PUBLICATION, title: 'Area C a 7,50 €', withdrawnAt: null }]);
    const { digest, file } = (await inject('GET', `/api/publications/${PUBLICATION}`)).json();
    expect(digest).toEqual({});
    // Notes are for whoever works on the scenario.
    expect(file).toEqual(fileOf({ name: 'x' }));
  });
});

describe('a kiosk', () => {
  const beat = (more: Record<string, string> = {}) => {
    const said = { kiosk: 'atrio', build: 'b1', city: 'c1', uptimeS: '60', contextLosses: '0', reloads: '0' };
    return inject('GET', `/api/kiosk/beat?${new URLSearchParams({ ...said, inUse: 'false', ...more })}`);
  };
  it('is heard, and the operator is told', async () => {
    expect((await beat({ heapMB: '120', reloadReason: 'night', asOfMs: '1764230400000' })).statusCode).toBe(
      204,
    );
    const { kiosks, nowMs } = (await inject('GET', '/api/kiosk/health')).json();
    expect(kiosks).toMatchObject([
      {
        ...{ kiosk: 'atrio', build: 'b1', city: 'c1', uptimeS: 60, heapMB: 120, contextLosses: 0 },
        ...{ reloads: 0, reloadReason: 'night', asOfMs: 1764230400000, inUse: false },
      },
    ]);
    expect(nowMs - kiosks[0].seenMs).toBeLessThan(5000);
  });
  it.each<Record<string, string>>([
    { kiosk: '' },
    { kiosk: '<script>' },
    { uptimeS: '-1' },
    { reloadReason: 'mischief' },
  ])('is not heard where it says %j', async (more) => expect((await beat(more)).statusCode).toBe(400));
  it('is told of to nobody from far away', async () => {
    const far = await app.inject({ method: 'GET', url: '/api/kiosk/health', remoteAddress: '8.8.8.8' });
    expect([far.statusCode, far.json().error]).toEqual([401, 'not-signed-in']);
    const passedOn = { 'x-forwarded-for': '10.0.0.1' };
    const proxied = await app.inject({ method: 'GET', url: '/api/kiosk/health', headers: passedOn });
    expect(proxied.statusCode).toBe(401);
  });
});
