// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEEP_FAULTS } from '../../scenario/kept-scenario';
import { MOST_CHARACTERS } from '../../scenario/saved-file';
import { type Database, DatabaseFault } from '../database/database';
import { EmbeddedDatabase } from '../database/embedded-database';
import { MigratedDatabase } from '../database/open';
import { guard } from '../sign-in/guard';
import { ANNA, fileOf, PAOLA, request, VITO } from './fixtures/saves';
import { scenarioRoutes } from './scenario-routes';

const PEOPLE = { anna: ANNA, paola: PAOLA, vito: VITO };
let database: Database;
/** What the database throws instead of answering. */
let fault: Error | undefined;
let app: FastifyInstance;

beforeAll(async () => {
  database = new MigratedDatabase(await EmbeddedDatabase.open(null));
  app = Fastify({ requestTimeout: 300, connectionTimeout: 300, http: { connectionsCheckingInterval: 50 } });
  guard(app, { whoAsks: ({ headers }) => PEOPLE[headers.from as keyof typeof PEOPLE] ?? null });
  const failing: Database = {
    kind: 'embedded',
    query: async (text, values) => {
      if (fault) throw fault;
      return database.query(text, values);
    },
    run: (script) => database.run(script),
    transaction: async (work) => {
      if (fault) throw fault;
      return database.transaction(work);
    },
    listen: (channel, heard) => database.listen(channel, heard),
    close: () => database.close(),
  };
  await app.register(scenarioRoutes, { database: failing });
  await app.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

async function ask(method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, body?: unknown, from = 'anna') {
  const answer = await app.inject({
    method,
    url,
    headers: { from, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}
const put = (body: unknown, id: string = randomUUID()) => ask('PUT', `/api/scenarios/${id}`, body);

describe('a scenario', () => {
  it('is kept, read, thrown away and brought back', async () => {
    const id = randomUUID();
    expect(await put(request('Area C'), id)).toMatchObject({ status: 200, body: { id, rev: 1 } });
    expect(await ask('GET', `/api/scenarios/${id}`)).toMatchObject({
      status: 200,
      body: { name: 'Area C', isMine: true },
    });
    expect(await ask('GET', `/api/scenarios/${id}`, undefined, 'vito')).toMatchObject({ status: 404 });
    expect(
      (await ask('GET', '/api/scenarios?city=milano')).body.scenarios.map((one: { id: string }) => one.id),
    ).toContain(id);
    expect(await ask('GET', `/api/scenarios/${id}/revisions/1`)).toEqual({
      status: 200,
      body: { file: fileOf({ name: 'Area C' }) },
    });
    expect((await ask('DELETE', `/api/scenarios/${id}`)).status).toBe(204);
    expect((await ask('POST', `/api/scenarios/${id}/restoration`, {})).status).toBe(204);
    expect((await ask('GET', `/api/scenarios/${id}/audit`)).body.lines).toHaveLength(3);
  });

  it('keeps its answers as bytes', async () => {
    const id = randomUUID();
    await put(request('x'), id);
    const url = `/api/scenarios/${id}/answers/0123456789abcdef`;
    const send = (payload: Buffer, type = 'application/octet-stream') =>
      app.inject({
        method: 'PUT',
        url: `${url}?rev=1`,
        payload,
        headers: { from: 'anna', 'content-type': type },
      });
    const bytes = Buffer.from([0, 255, 1, 2]);
    expect((await send(bytes)).statusCode).toBe(204);
    const back = await app.inject({ method: 'GET', url, headers: { from: 'anna' } });
    expect(back.rawPayload.equals(bytes)).toBe(true);
    expect(await ask('GET', `/api/scenarios/${id}/answers`)).toMatchObject({
      status: 200,
      body: { answers: [{ key: '0123456789abcdef', rev: 1, savedBy: 'Anna', bytes: 4 }] },
    });
    expect((await send(Buffer.alloc(0))).statusCode).toBe(400);
    expect((await send(Buffer.from('{}'), 'application/json')).statusCode).toBe(400);
    expect((await send(Buffer.alloc(8 * 1024 * 1024 + 1))).statusCode).toBe(413);
  });
});

describe('what cannot be kept is refused in words, and nothing of it stays', () => {
  const measure = {
    type: 'Feature',
    id: 'm1',
    geometry: null,
    properties: { kind: 'teleport', on: true, place: { kind: 'city' }, config: {} },
  };
  const file = fileOf({ name: 'x' });
  const gemello = file.gemello as object;
  it.each([
    [
      'a scenario of 2 MB',
      { ...request('x'), file: { ...file, padding: 'x'.repeat(2_000_000) } },
      413,
      'too-large',
    ],
    [
      'one of more characters than a file may have',
      { ...request('x'), file: { ...file, padding: 'x'.repeat(MOST_CHARACTERS) } },
      413,
      'too-large',
    ],
    [
      'one of a version to come',
      { ...request('x'), file: { ...file, gemello: { ...gemello, schemaVersion: 99 } } },
      400,
      'newer-version',
    ],
    [
      'one with a measure that nobody knows',
      { ...request('x'), file: { ...file, features: [measure] } },
      400,
      'not-a-scenario',
    ],
    [
      'one edited by hand',
      { ...request('x'), file: { ...file, gemello: { ...gemello, yeer: 2035 } } },
      400,
      'not-a-scenario',
    ],
    [
      'one with a zero in its name',
      request('x', { file: { ...file, gemello: { ...gemello, name: 'a\0b' } } }),
      400,
      'not-a-scenario',
    ],
    [
      'one with half a character in its name',
      request('x', { file: { ...file, gemello: { ...gemello, name: 'a\ud800b' } } }),
      400,
      'not-a-scenario',
    ],
    ['another thing', { ...request('x'), file: { hello: 1 } }, 400, 'not-a-scenario'],
    ['a save of nobody', {}, 400, 'bad-request'],
    ['a save that says more', { ...request('x'), owner: 'admin' }, 400, 'bad-request'],
    ['a save that is no object', [1], 400, 'bad-request'],
    ['no JSON', '{"saveId":', 400, 'bad-request'],
    ['another prototype', '{"__proto__": {"role": "admin"}}', 400, 'bad-request'],
    ['a revision that is none', request('x', { baseRev: -1 }), 400, 'bad-request'],
  ])('%s', async (_, body, status, error) => {
    const id = randomUUID();
    const answer = await put(body, id);
    expect(answer).toMatchObject({ status, body: { error } });
    expect((await ask('GET', `/api/scenarios/${id}`)).status).toBe(404);
  });

  it('says where in the file, as the screen can say it', async () => {
    const answer = await put({ ...request('x'), file: { ...file, features: [measure] } });
    expect(answer.body.at).toMatchObject({ feature: 1, code: 'unknown-kind', said: 'teleport' });
  });

  it('a script in a name is a name', async () => {
    const id = randomUUID();
    await put(request('<img src=x onerror=alert(1)>'), id);
    const answer = await app.inject({
      method: 'GET',
      url: `/api/scenarios/${id}`,
      headers: { from: 'anna' },
    });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.json().name).toBe('<img src=x onerror=alert(1)>');
  });

  it.each([
    '/api/scenarios/..%2f..%2fetc%2fpasswd',
    '/api/scenarios/%00',
    `/api/scenarios/${randomUUID()}%27%3B%20DROP%20TABLE%20scenarios`,
    `/api/scenarios/${randomUUID().toUpperCase()}`,
    `/api/scenarios/${randomUUID()}/revisions/1e9999`,
    `/api/scenarios/${randomUUID()}/answers/..%2f..`,
    '/api/scenarios?city=',
    "/api/scenarios?city=milano&after='%20OR%201=1",
    '/api/publications/1',
  ])('%s asks for nothing', async (url) => {
    expect([400, 404]).toContain((await ask('GET', url)).status);
  });

  it('an oversized body is not read to its end', async () => {
    const answer = await app.inject({
      method: 'PUT',
      url: `/api/scenarios/${randomUUID()}`,
      headers: { from: 'anna', 'content-type': 'application/json' },
      payload: `{"file": "${'x'.repeat(3_000_000)}"}`,
    });
    expect([answer.statusCode, answer.json().error]).toEqual([413, 'too-large']);
  });

  it('a slow body is given up, and what was sent of it keeps nothing', async () => {
    const { port } = app.server.address() as { port: number };
    const id = randomUUID();
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `PUT /api/scenarios/${id} HTTP/1.1\r\nhost: x\r\nfrom: anna\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"saveId":`,
        );
      });
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', () => resolve(text));
    });
    expect(said === '' || said.startsWith('HTTP/1.1 408')).toBe(true);
    expect((await ask('GET', `/api/scenarios/${id}`)).status).toBe(404);
  });
});

describe('a database that cannot answer', () => {
  it.each([
    [
      new DatabaseFault('database-away', new Error('connect ECONNREFUSED db.internal:5432')),
      503,
      'database-away',
    ],
    [new DatabaseFault('disk-full', new Error('no space left on device')), 507, 'disk-full'],
    [new Error('column "x" does not exist'), 500, 'bad-request'],
  ])('%s', async (thrown, status, error) => {
    fault = thrown;
    try {
      for (const answer of [await put(request('x')), await ask('GET', '/api/scenarios?city=milano')]) {
        expect(answer).toMatchObject({ status, body: { error } });
        // Nothing of where it is or of what it holds.
        expect(JSON.stringify(answer.body)).not.toMatch(/db\.internal|column|device/);
        expect(KEEP_FAULTS).toContain(answer.body.error);
      }
    } finally {
      fault = undefined;
    }
    expect((await put(request('x'))).status).toBe(200);
  });
});
