// SPDX-License-Identifier: EUPL-1.2
/**
 * Every address of the real server, by every method, asked by every role. Which there are says the server itself; which
 * role each takes stands here: a new one has to be written down.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Least, mayDo, ROLES, type Role } from '../../scenario/roles';
import { openServerWithSignIn, type ServerWithSignIn } from './fixtures/server-with-sign-in';
import { Sessions } from './sessions';
import { providerSignIn } from './sign-in';

/** HEAD takes what GET takes. */
const TAKES: Readonly<Record<string, Least>> = {
  'GET /': 'anyone',
  'GET /*': 'anyone',
  'GET /healthz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /accessibilita': 'anyone',
  'GET /privacy': 'anyone',
  'GET /note-legali': 'anyone',
  'GET /crediti': 'anyone',
  'GET /esito/:id': 'anyone',
  'GET /kiosk': 'anyone',
  'GET /kiosk/salute': 'anyone',
  'GET /api/kiosk/beat': 'anyone',
  'GET /api/kiosk/health': 'anyone',
  'GET /city/*': 'anyone',
  'GET /city/tiles/:build([0-9a-f]{12})/:theme(buildings|trees)/*': 'anyone',
  'GET /city/tiles/:build([0-9a-f]{12})/:archive(ground|footprints)/:z(\\d{1,2})/:x(\\d{1,8})/:y(\\d{1,8}).mvt':
    'anyone',
  'GET /api/live': 'anyone',
  'GET /api/live/snapshot': 'anyone',
  'GET /api/live/history': 'anyone',
  'GET /api/live/history/extent': 'anyone',
  'GET /api/live/series': 'anyone',
  'GET /api/publisher': 'anyone',
  'GET /api/me': 'anyone',
  'GET /api/sign-in': 'anyone',
  'GET /api/sign-in/answer': 'anyone',
  'POST /api/sign-out': 'anyone',
  'GET /api/scenarios': 'anyone',
  'GET /api/scenarios/:id': 'anyone',
  'PUT /api/scenarios/:id': 'planner',
  'DELETE /api/scenarios/:id': 'planner',
  'POST /api/scenarios/:id/restoration': 'planner',
  'GET /api/scenarios/:id/revisions': 'anyone',
  'GET /api/scenarios/:id/revisions/:rev': 'anyone',
  'GET /api/scenarios/:id/audit': 'planner',
  'GET /api/scenarios/:id/answers': 'anyone',
  'GET /api/scenarios/:id/answers/:key': 'anyone',
  'PUT /api/scenarios/:id/answers/:key': 'planner',
  'GET /api/publications': 'anyone',
  'GET /api/publications/:id': 'anyone',
  'GET /api/publications/:id/answer': 'anyone',
  'PUT /api/publications/:id': 'publisher',
  'DELETE /api/publications/:id': 'publisher',
  'GET /api/presentations/:id': 'anyone',
  'GET /api/presentations/:id/stream': 'anyone',
  'PUT /api/presentations/:id': 'publisher',
  'DELETE /api/presentations/:id': 'publisher',
};

/** What stands for a parameter: nothing that there is. */
const PARAMETERS: Readonly<Record<string, string>> = {
  id: '00000000-0000-4000-8000-000000000000',
  rev: '1',
  key: '0123456789abcdef',
  build: '000000000000',
  archive: 'ground',
  theme: 'buildings',
  z: '1',
  x: '0',
  y: '0',
};
const addressOf = (route: string): string =>
  route
    .replace(/:(\w+)(\([^)]*\))?/g, (_whole, name: string) => {
      const value = PARAMETERS[name];
      if (value === undefined) throw new Error(`what stands for ":${name}" of ${route}?`);
      return value;
    })
    .replace('*', 'nothing-here');

/** Each `METHOD /address` that Fastify has been given since. */
function collectRoutes(): { readonly routes: Set<string>; readonly stop: () => void } {
  const routes = new Set<string>();
  const onServer = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.add(`${one} ${url}`);
    });
  subscribe('fastify.initialization', onServer);
  return { routes, stop: () => void unsubscribe('fastify.initialization', onServer) };
}

const found = collectRoutes();
let server: ServerWithSignIn;
let sessions: Sessions;
let port: number;
beforeAll(async () => {
  server = await openServerWithSignIn((database) => {
    sessions = new Sessions(database);
    return providerSignIn(
      {
        // Nobody listens there, and nobody has to.
        ...{ issuer: 'http://127.0.0.1:9', clientId: 'gemello', clientSecret: null },
        ...{ clientAuthentication: 'client_secret_basic', scope: 'openid', allowHttp: true },
        origin: 'http://gemello.example',
        roles: { claim: 'groups', values: {}, otherwise: 'viewer' },
      },
      database,
    );
  });
  found.stop();
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  port = (server.app.server.address() as AddressInfo).port;
}, 60_000);
afterAll(() => server.close());

/** Status and body of an answer; of a stream only that it has begun. */
function ask(route: string, headers: Record<string, string>, body?: string): Promise<[number, string]> {
  const [method = '', address = ''] = route.split(' ');
  // By itself Node says no length of what a DELETE brings along.
  const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
  const sent = { ...headers, ...length };
  const options: RequestOptions = { port, method, path: addressOf(address), headers: sent, agent: false };
  return new Promise((resolve, reject) => {
    const asking = request(options, (response) => {
      const status = response.statusCode ?? 0;
      if (response.headers['content-type'] === 'text/event-stream') {
        asking.destroy();
        return resolve([status, '']);
      }
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve([status, text]));
    });
    asking.on('error', reject).end(body);
  });
}
/** A session of its own each time: some of the addresses end it. */
async function cookieOf(role: Role | null): Promise<Record<string, string>> {
  if (role === null) return {};
  const key = await sessions.begin({ id: `provider:${role}`, name: role, role, how: 'provider' });
  return { cookie: `gemello=${key}` };
}
const isChange = (route: string) => !/^(GET|HEAD) /.test(route);
const leastOf = (route: string): Least => TAKES[route.replace(/^HEAD /, 'GET ')] as Least;

describe('the addresses of the server', () => {
  it('are those written down here', () => {
    expect([...found.routes].filter((route) => !route.startsWith('HEAD ')).sort()).toEqual(
      Object.keys(TAKES).sort(),
    );
  });
  it('have no HEAD without a GET', () => {
    for (const route of found.routes) expect(leastOf(route), route).toBeDefined();
  });
  it.each([null, ...ROLES])('are open to %s as far as written down here', async (role) => {
    for (const route of found.routes) {
      const [status, body] = await ask(route, await cookieOf(role));
      if (mayDo(role, leastOf(route))) expect([401, 403], `${route}: ${body}`).not.toContain(status);
      else expect(status, `${route}: ${body}`).toBe(role === null ? 401 : 403);
      if (status === 401 || status === 403) {
        const error = role === null ? 'not-signed-in' : 'not-allowed';
        if (!route.startsWith('HEAD ')) expect(JSON.parse(body), route).toMatchObject({ error });
      }
      expect(status, `${route}: ${body}`).not.toBe(500);
    }
  });
});

describe('what changes something', () => {
  it('is there to be tried', () => expect([...found.routes].filter(isChange).length).toBeGreaterThan(5));

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'https://gemello.example' },
    { origin: 'null' },
  ])('is refused to an admin whose page is of another site: %j', async (headers) => {
    for (const route of [...found.routes].filter(isChange)) {
      const [status, body] = await ask(route, { ...(await cookieOf('admin')), ...headers });
      expect([status, JSON.parse(body).error], route).toEqual([403, 'foreign-page']);
    }
  });
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused to a form: %s',
    async (type) => {
      for (const route of [...found.routes].filter(isChange)) {
        const headers = { ...(await cookieOf('admin')), 'content-type': type };
        const [status, body] = await ask(route, headers, '{"a":1}');
        expect([status, JSON.parse(body).error], route).toEqual([415, 'bad-request']);
      }
    },
  );
  it('is taken from this server’s own page', async () => {
    for (const route of [...found.routes].filter(isChange)) {
      const own = { 'sec-fetch-site': 'same-origin', origin: 'http://gemello.example' };
      const [status, body] = await ask(route, { ...(await cookieOf('admin')), ...own });
      expect([401, 403, 415], `${route}: ${body}`).not.toContain(status);
    }
  });
});
