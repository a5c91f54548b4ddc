// SPDX-License-Identifier: EUPL-1.2
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, ROLES, type Role } from '../../scenario/roles';
import { DatabaseFault } from '../database/database';
import { type GuardOptions, guard } from './guard';

/** A header says which role asks; `away`: the database does not. */
const whoAsks: GuardOptions['whoAsks'] = async ({ headers }): Promise<Person | null> => {
  if (headers['x-role'] === 'away') throw new DatabaseFault('database-away', new Error('nobody listens'));
  if (headers['x-role'] === 'broken') throw new Error('a fault of ours');
  const role = ROLES.find((one) => one === headers['x-role']);
  return role ? { id: role, name: role, role, how: 'provider' } : null;
};
const done = async () => ({ done: true });

async function appWith(own: Partial<GuardOptions> = {}): Promise<FastifyInstance> {
  const app = Fastify();
  guard(app, { whoAsks, ...own });
  app.get('/', done);
  app.get('/api/open', { config: { least: 'anyone' } }, async ({ person }) => ({
    role: person?.role ?? null,
  }));
  app.get('/api/alike', { config: { least: 'anyone', anonymous: true } }, done);
  app.get('/api/desk', { config: { least: 'planner' } }, done);
  if (!own.readOnly) app.put('/api/desk', { config: { least: 'planner' } }, done);
  await app.ready();
  return app;
}

let app: FastifyInstance;
beforeAll(async () => {
  app = await appWith();
});
afterAll(() => app.close());
type Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'OPTIONS' | 'DELETE';
const status = async (method: Method, url: string, headers: Record<string, string> = {}, to = app) =>
  (await to.inject({ method, url, headers })).statusCode;

describe('an address', () => {
  it.each<[Role | '', number]>([
    ['', 401],
    ['viewer', 403],
    ['planner', 200],
    ['publisher', 200],
    ['admin', 200],
  ])('that takes a planner answers %j with %i, also to HEAD', async (role, code) => {
    expect(await status('GET', '/api/desk', { 'x-role': role })).toBe(code);
    expect(await status('HEAD', '/api/desk', { 'x-role': role })).toBe(code);
    expect(await status('PUT', '/api/desk', { 'x-role': role })).toBe(code);
  });
  it.each(['/%61pi/desk', '/api/%64esk', '/api/desk?x=/api/open', '/api/desk#/api/open', '/api/desk;x'])(
    'written as %s is not another',
    async (url) => expect([401, 404]).toContain(await status('GET', url)),
  );
  it.each([
    '/API/desk',
    '/api//desk',
    '/api/desk/',
    '/api%2fdesk',
    '//api/desk',
    '/api/./desk',
    '/x/../api/desk',
  ])('written as %s is none, and nothing is done', async (url) => {
    for (const method of ['GET', 'PUT'] as const)
      expect([401, 404], url).toContain(await status(method, url));
  });
  it('that there is not is told so, to whoever asks', async () => {
    expect(await status('GET', '/api/nothing')).toBe(404);
    expect(await status('POST', '/api/desk', { 'x-role': 'admin' })).toBe(404);
    expect(await status('OPTIONS', '/api/desk')).toBe(404);
  });
  it('says in a refusal what the screen has words for, and nothing is kept of it', async () => {
    const answer = await app.inject({ url: '/api/desk' });
    expect(answer.json()).toEqual({ error: 'not-signed-in', detail: 'this takes somebody who is signed in' });
    expect(answer.headers['cache-control']).toBe('no-store');
    const lower = await app.inject({ url: '/api/desk', headers: { 'x-role': 'viewer' } });
    expect(lower.json()).toEqual({ error: 'not-allowed', detail: 'this takes the role planner' });
  });
  it('waits for nobody where the database is away, but what answers everybody alike goes on', async () => {
    const answer = await app.inject({ url: '/api/open', headers: { 'x-role': 'away' } });
    expect([answer.statusCode, answer.json().error]).toEqual([503, 'database-away']);
    expect(await status('PUT', '/api/desk', { 'x-role': 'away' })).toBe(503);
    expect(await status('GET', '/api/alike', { 'x-role': 'away' })).toBe(200);
    expect(await status('GET', '/', { 'x-role': 'away' })).toBe(200);
  });
  it('does nothing where who asks could not be found out by a fault of ours', async () =>
    expect(await status('PUT', '/api/desk', { 'x-role': 'broken' })).toBe(500));
});

describe('a change', () => {
  const ADMIN = { 'x-role': 'admin' };
  const change = (headers: Record<string, string>, to = app) =>
    to.inject({
      method: 'PUT',
      url: '/api/desk',
      headers: { ...ADMIN, host: 'gemello.example', ...headers },
    });

  it.each<Record<string, string>>([
    {},
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://gemello.example' },
    { origin: 'https://gemello.example' },
    { origin: 'http://gemello.example' },
  ])('is taken from this server’s own page, or from a program: %j', async (headers) =>
    expect((await change(headers)).statusCode).toBe(200),
  );
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': '' },
    { 'sec-fetch-site': 'same-origin, cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://gemello.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { origin: 'https://gemello.example.evil.example' },
    { origin: 'https://gemello.example:8443' },
    { origin: 'https://gemello.example/' },
    { origin: 'https://gemello.example, https://evil.example' },
    { origin: 'https://evil.example@gemello.example' },
    { origin: 'chrome-extension://gemello.example' },
  ])('is not taken from %j', async (headers) => {
    const answer = await change(headers);
    expect([answer.statusCode, answer.json().error]).toEqual([403, 'foreign-page']);
  });
  it('is taken from the configured origin alone, whatever host a proxy asks for', async () => {
    const configured = await appWith({ origin: 'https://gemello.comune.example' });
    const from = async (origin: string) =>
      (await change({ origin, host: '127.0.0.1:8080' }, configured)).statusCode;
    expect(await from('https://gemello.comune.example')).toBe(200);
    expect(await from('http://127.0.0.1:8080')).toBe(403);
    expect(await from('http://gemello.comune.example')).toBe(403);
    await configured.close();
  });
  it('is not taken where one of two headers says another site', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const twice = (headers: Record<string, string[]>) =>
      new Promise<number>((resolve, reject) => {
        ask({ port, method: 'PUT', path: '/api/desk', headers: { ...ADMIN, ...headers } }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    expect(await twice({ 'sec-fetch-site': ['same-origin', 'same-origin'] })).toBe(403);
    expect(await twice({ 'sec-fetch-site': ['same-origin', 'cross-site'] })).toBe(403);
    expect(await twice({ origin: [`http://127.0.0.1:${port}`, 'https://evil.example'] })).toBe(403);
  });
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'Text/Plain;charset=utf-8',
    'application/jsonp',
    '',
  ])('is no form: %j', async (type) => {
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/desk',
      headers: { ...ADMIN, 'content-type': type },
      payload: '{"a":1}',
    });
    expect([answer.statusCode, answer.json().error]).toEqual([415, 'bad-request']);
  });
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'may be %s',
    async (type) => {
      const headers = { ...ADMIN, 'content-type': type };
      const answer = await app.inject({ method: 'PUT', url: '/api/desk', headers, payload: '{}' });
      expect(answer.statusCode).toBe(200);
    },
  );
  it('is not taken from another site where there is no such address either', async () =>
    expect(await status('POST', '/api/nothing', { 'sec-fetch-site': 'cross-site' })).toBe(403));
  it('from a page of another site is only read', async () =>
    expect(await status('GET', '/api/open', { 'sec-fetch-site': 'cross-site' })).toBe(200));
});

describe('the server does not start', () => {
  const adding = (add: (app: FastifyInstance) => void, own: Partial<GuardOptions> = {}) => {
    const bare = Fastify();
    guard(bare, { whoAsks, ...own });
    return () => add(bare);
  };
  it.each<[string, (app: FastifyInstance) => void]>([
    ['GET /api/x', (bare) => bare.get('/api/x', done)],
    ['GET /API/x', (bare) => bare.get('/API/x', done)],
    ['GET /api', (bare) => bare.get('/api', done)],
    ['POST /x', (bare) => bare.post('/x', done)],
    ['PATCH /x', (bare) => bare.patch('/x', done)],
    ['GET,DELETE /x', (bare) => bare.route({ method: ['GET', 'DELETE'], url: '/x', handler: done })],
  ])('with %s that says nobody', (name, add) =>
    expect(adding(add)).toThrow(`${name} does not say who may ask it (config.least)`),
  );
  it('with one inside a plug-in', async () => {
    const bare = Fastify();
    guard(bare, { whoAsks });
    bare.register(async (inside) => void inside.get('/x', done), { prefix: '/api' });
    await expect(bare.ready()).rejects.toThrow('GET /api/x does not say who may ask it');
  });
  it('with one that takes a role and does not look who asks', () =>
    expect(
      adding((bare) => bare.get('/api/x', { config: { least: 'viewer', anonymous: true } }, done)),
    ).toThrow('GET /api/x takes a role, and does not look who asks'));
  it('with one that changes something where nothing may be changed', () =>
    expect(
      adding((bare) => bare.post('/api/x', { config: { least: 'admin' } }, done), { readOnly: true }),
    ).toThrow('POST /api/x: this server only tells'));
  it('but where all of them say it, and only tell', async () => {
    const telling = await appWith({ readOnly: true });
    expect(await status('GET', '/api/desk', { 'x-role': 'planner' }, telling)).toBe(200);
    expect(await status('PUT', '/api/desk', { 'x-role': 'planner' }, telling)).toBe(404);
    await telling.close();
  });
});
