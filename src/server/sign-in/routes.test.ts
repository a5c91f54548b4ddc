// SPDX-License-Identifier: EUPL-1.2
/** Signing in with a real OpenID provider on this machine, as a browser does it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '../../scenario/sign-in';
import { DatabaseFault, type Queries } from '../database/database';
import type { ProviderConfig } from './config';
import { type OpenProvider, openProvider } from './fixtures/open-id-provider';
import {
  openServerWithSignIn,
  type ServerWithSignIn,
  type ServerWithSignInOptions,
} from './fixtures/server-with-sign-in';
import { type Answered, Visitor } from './fixtures/visitor';
import { providerSignIn } from './sign-in';

const ORIGIN = 'https://gemello.example';
const SESSION = '__Host-gemello';
const ATTEMPT = '__Host-gemello-sign-in';
const ANNA = { sub: 'anna', name: 'Anna Bruni', groups: ['mensa', 'gm-piani'] };

const configOf = ({ issuer, clientId, clientSecret }: OpenProvider): ProviderConfig => ({
  ...{ issuer, clientId, clientSecret, clientAuthentication: 'client_secret_basic' },
  ...{ origin: ORIGIN, scope: 'openid profile', allowHttp: true },
  roles: { claim: 'groups', values: { 'gm-piani': 'planner', 'gm-capo': 'admin' } },
});

let provider: OpenProvider;
let server: ServerWithSignIn;
let visitor: Visitor;
beforeAll(async () => {
  provider = await openProvider({ origin: ORIGIN });
  server = await openServerWithSignIn((database) => providerSignIn(configOf(provider), database));
}, 60_000);
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  provider.visitor = ANNA;
  visitor = new Visitor(server.app, ORIGIN);
});
afterEach(() => {
  provider.answersWith = null;
});

/** Another server on the same database. */
const besideIt = (config: ProviderConfig, logger?: ServerWithSignInOptions['logger']) =>
  openServerWithSignIn((database) => providerSignIn(config, database), {
    logger,
    sharedDatabase: server.database,
  });
const me = async (of = visitor) => JSON.parse((await of.ask('/api/me')).body) as Me;
const last = (way: readonly Answered[]) => way.at(-1) as Answered;
const sessions = () => server.database.query('SELECT person_id FROM sessions');
/** The way to the provider and back, up to the answer that this server has not yet been asked with. */
async function answerOf(of: Visitor, to = '/'): Promise<URL> {
  let answered = await of.ask(`/api/sign-in?to=${encodeURIComponent(to)}`);
  for (;;) {
    const next = new URL(answered.location as string, answered.url);
    if (next.pathname === '/api/sign-in/answer') return next;
    answered = await of.ask(next);
  }
}
/** As a program: it is told the fault, and sent nowhere. */
const told = async (address: string | URL, of = visitor) => {
  const { status, body } = await of.ask(address);
  return [status, (JSON.parse(body) as { error: string }).error];
};

describe('signing in', () => {
  it('goes to the provider with a code flow and PKCE, and back to where one was', async () => {
    expect(await me()).toEqual({ person: null, signIn: 'provider', keepsScenarios: true });
    const way = await visitor.go('/api/sign-in?to=%2F%3Fx%3D1%2345.46%2F9.19');
    const asked = new URL(way[0]?.location as string);
    expect(asked.origin).toBe(provider.issuer);
    const question = Object.fromEntries(asked.searchParams);
    expect(question).toMatchObject({
      ...{ response_type: 'code', client_id: 'gemello', scope: 'openid profile' },
      ...{ redirect_uri: `${ORIGIN}/api/sign-in/answer`, code_challenge_method: 'S256' },
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(question[name]).toMatch(/^[\w-]{43}$/);
    expect(last(way).url.href).toBe(`${ORIGIN}/?x=1#45.46/9.19`);
    expect(last(way).status).toBe(200);
    expect(await me()).toEqual({
      person: { id: 'provider:anna', name: 'Anna Bruni', role: 'planner', how: 'provider' },
      signIn: 'provider',
      keepsScenarios: true,
    });
  });
  it('leaves one cookie, which scripts do not see and no other host can set', async () => {
    const way = await visitor.go('/api/sign-in');
    const set = way.flatMap(({ setCookies, url }) => (url.origin === ORIGIN ? setCookies : []));
    expect(set.filter((line) => line.startsWith(`${SESSION}=`))).toEqual([
      expect.stringMatching(/^__Host-gemello=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ]);
    expect(Object.keys(visitor.cookies)).toEqual([SESSION]);
  });
  it('says nothing of who one is to caches', async () => {
    for (const url of ['/api/me', '/api/sign-in', '/api/sign-in/answer'])
      expect((await server.app.inject(url)).headers['cache-control'], url).toBe('no-store');
  });
  it('gives the role that the provider says at each time', async () => {
    await visitor.go('/api/sign-in');
    provider.visitor = { ...ANNA, groups: ['gm-piani', 'gm-capo'] };
    const other = new Visitor(server.app, ORIGIN);
    await other.go('/api/sign-in');
    expect((await me(other)).person?.role).toBe('admin');
    expect((await me()).person?.role).toBe('planner');
  });
  it('asks the provider’s page about the user where the ID token does not say it', async () => {
    const terse = await openProvider({ origin: ORIGIN, tellsInIdToken: false });
    terse.visitor = ANNA;
    const beside = await besideIt(configOf(terse));
    const other = new Visitor(beside.app, ORIGIN);
    await other.go('/api/sign-in');
    expect((await me(other)).person).toMatchObject({ name: 'Anna Bruni', role: 'planner' });
    await beside.close();
    await terse.close();
  });
  it('begins another session each time, and ends the one before', async () => {
    await visitor.go('/api/sign-in');
    const before = visitor.cookies[SESSION];
    await visitor.go('/api/sign-in');
    const after = visitor.cookies[SESSION];
    expect(after).not.toBe(before);
    const thief = new Visitor(server.app, ORIGIN);
    await thief.go('/api/sign-in');
    thief.tamper(SESSION, before);
    expect((await me(thief)).person).toBeNull();
    expect((await me()).person?.id).toBe('provider:anna');
  });
});

describe('nobody is signed in', () => {
  afterEach(async () => {
    expect((await me()).person).toBeNull();
    expect(visitor.cookies[SESSION]).toBeUndefined();
  });

  it('whom the provider gives no role', async () => {
    provider.visitor = { ...ANNA, groups: ['mensa'] };
    expect(await told(await answerOf(visitor))).toEqual([403, 'no-role']);
  });
  it('who did not want to', async () => {
    provider.visitor = null;
    expect(last(await visitor.go('/api/sign-in?to=%2F%231%2F2')).url.href).toBe(
      `${ORIGIN}/?sign-in=cancelled#1/2`,
    );
  });
  it('by an answer to another sign-in', async () => {
    const answer = await answerOf(visitor);
    answer.searchParams.set('state', 'x'.repeat(43));
    expect(await told(answer)).toEqual([400, 'stale']);
    const without = await answerOf(visitor);
    without.searchParams.delete('state');
    expect(await told(without)).toEqual([400, 'stale']);
    const twice = await answerOf(visitor);
    twice.searchParams.append('state', 'x');
    expect(await told(twice)).toEqual([502, 'provider-fault']);
  });
  it('by somebody else’s answer', async () => {
    const other = new Visitor(server.app, ORIGIN);
    const answer = await answerOf(other);
    expect(await told(answer)).toEqual([400, 'stale']);
    await visitor.ask('/api/sign-in');
    expect(await told(answer)).toEqual([400, 'stale']);
  });
  it('by a code that was used before', async () => {
    const answer = await answerOf(visitor);
    const kept = visitor.cookies[ATTEMPT] as string;
    const first = await visitor.ask(answer);
    expect([first.status, first.location]).toEqual([303, '/']);
    await visitor.ask('/api/sign-out', { method: 'POST' });
    expect(visitor.cookies[ATTEMPT]).toBeUndefined();
    // With the browser's part of it put back.
    await visitor.ask('/api/sign-in');
    visitor.tamper(ATTEMPT, kept);
    expect(await told(answer)).toEqual([400, 'stale']);
  });
  it('by an answer that is asked for again', async () => {
    const answer = await answerOf(visitor);
    provider.visitor = null;
    await visitor.ask(answer);
    await visitor.ask('/api/sign-out', { method: 'POST' });
    expect(await told(answer)).toEqual([400, 'stale']);
  });
  it.each<[string, number]>([
    ['nonce', 1],
    ['verifier', 2],
  ])('by an ID token or a code that was asked for with another %s', async (name, at) => {
    const answer = await answerOf(visitor);
    const parts = JSON.parse(Buffer.from(visitor.cookies[ATTEMPT] as string, 'base64url').toString());
    parts[at] = 'A'.repeat(43);
    visitor.tamper(ATTEMPT, Buffer.from(JSON.stringify(parts)).toString('base64url'));
    // A code with another verifier the provider itself does not take.
    expect(await told(answer)).toEqual(name === 'nonce' ? [502, 'provider-fault'] : [400, 'stale']);
  });
  it.each(['', 'x', 'bnVsbA', Buffer.from('["a","b","c","https://evil.example"]').toString('base64url')])(
    'by a cookie that holds %j',
    async (value) => {
      const answer = await answerOf(visitor);
      visitor.tamper(ATTEMPT, value);
      expect(await told(answer)).toEqual([400, 'stale']);
    },
  );
  it('with a secret that the provider does not know', async () => {
    const beside = await besideIt({ ...configOf(provider), clientSecret: 'another' });
    const other = new Visitor(beside.app, ORIGIN);
    expect(await told(await answerOf(other), other)).toEqual([502, 'provider-fault']);
    await beside.close();
  });
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example', 'evil', ''])(
    'who would be led to %j after it',
    async (to) => {
      const { status, location, body } = await visitor.ask(`/api/sign-in?to=${encodeURIComponent(to)}`);
      expect([status, location, JSON.parse(body).error]).toEqual([400, null, 'bad-request']);
    },
  );
  it('who would be led to two places', async () =>
    expect((await visitor.ask('/api/sign-in?to=/&to=//evil.example')).status).toBe(400));
});

describe('a session', () => {
  it('ends by signing out, in the browser and in the database', async () => {
    await visitor.go('/api/sign-in');
    const key = visitor.cookies[SESSION] as string;
    const before = (await sessions()).length;
    const out = await visitor.ask('/api/sign-out', { method: 'POST' });
    expect([out.status, out.body, Object.keys(visitor.cookies)]).toEqual([204, '', []]);
    expect((await sessions()).length).toBe(before - 1);
    await visitor.go('/api/sign-in');
    visitor.tamper(SESSION, key);
    expect((await me()).person).toBeNull();
  });
  it('is not ended by another site', async () => {
    await visitor.go('/api/sign-in');
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await visitor.ask('/api/sign-out', { method: 'POST', headers })).status).toBe(403);
    expect((await me()).person?.id).toBe('provider:anna');
  });
  it('that has expired is nobody’s', async () => {
    await visitor.go('/api/sign-in');
    await server.database.run(`UPDATE sessions SET expires_at = now()`);
    expect((await me()).person).toBeNull();
  });
  it('goes on, and so does all else, while the provider is away', async () => {
    await visitor.go('/api/sign-in');
    await provider.stop();
    expect((await me()).person?.id).toBe('provider:anna');
    expect((await server.app.inject('/')).statusCode).toBe(200);
    // Known as it is, nobody is sent to where nobody answers.
    expect(await told('/api/sign-in', new Visitor(server.app, ORIGIN))).toEqual([503, 'provider-away']);
    await provider.start();
  });
});

describe('a provider', () => {
  it('may be away when the server starts, and come later', async () => {
    const late = await openProvider({ origin: ORIGIN });
    late.visitor = ANNA;
    await late.stop();
    const beside = await besideIt(configOf(late));
    const other = new Visitor(beside.app, ORIGIN);
    expect(await told('/api/sign-in', other)).toEqual([503, 'provider-away']);
    expect((await other.ask('/api/sign-in')).status).toBe(503);
    expect(last(await other.go('/api/sign-in')).url.href).toBe(`${ORIGIN}/?sign-in=provider-away`);
    expect((await beside.app.inject('/healthz')).statusCode).toBe(200);
    await late.start();
    await other.go('/api/sign-in');
    expect((await me(other)).person?.name).toBe('Anna Bruni');
    await beside.close();
    await late.close();
  });
  it('may go while somebody is on the way back, and the next one is told nothing of it', async () => {
    const answer = await answerOf(visitor);
    await provider.stop();
    expect(await told(answer)).toEqual([503, 'provider-away']);
    await provider.start();
    await visitor.go('/api/sign-in');
    expect((await me()).person?.id).toBe('provider:anna');
  });
  it.each<[string, number, string, string, [number, string]]>([
    ['is being mended', 503, 'text/html', '<h1>Back soon</h1>', [503, 'provider-away']],
    ['answers with a page', 200, 'text/html', '<h1>Hello</h1>', [502, 'provider-fault']],
    ['answers with half of it', 200, 'application/json', '{"issuer":', [502, 'provider-fault']],
    [
      'says it is another',
      200,
      'application/json',
      '{"issuer":"https://evil.example"}',
      [502, 'provider-fault'],
    ],
    ['does not know the address', 404, 'text/plain', '', [502, 'provider-fault']],
  ])('that %s is told of as such', async (_what, code, type, body, fault) => {
    const answer = await answerOf(visitor);
    // What was known of it is forgotten: it is asked anew.
    provider.answersWith = (response) => response.writeHead(code, { 'content-type': type }).end(body);
    expect(await told(answer)).toEqual(fault);
    expect(await told('/api/sign-in')).toEqual(fault);
    provider.answersWith = null;
    await visitor.go('/api/sign-in');
    expect((await me()).person?.id).toBe('provider:anna');
  });
  it('that breaks off is away', async () => {
    const answer = await answerOf(visitor);
    provider.answersWith = (response) => response.socket?.destroy();
    expect(await told(answer)).toEqual([503, 'provider-away']);
  });
});

describe('a database that is away', () => {
  it('signs nobody in or out, says so, and what asks for nobody goes on', async () => {
    let away = false;
    const failing = (database: Queries): Queries => ({
      query: (text, values) =>
        away
          ? Promise.reject(new DatabaseFault('database-away', new Error('nobody listens')))
          : database.query(text, values),
      run: (script) => database.run(script),
    });
    const beside = await openServerWithSignIn(
      (database) => providerSignIn(configOf(provider), failing(database)),
      { sharedDatabase: server.database },
    );
    const other = new Visitor(beside.app, ORIGIN);
    const answer = await answerOf(other);
    away = true;
    expect(await told(answer, other)).toEqual([503, 'database-away']);
    expect(last(await other.go('/api/sign-in')).url.href).toBe(`${ORIGIN}/?sign-in=database-away`);
    away = false;
    await other.go('/api/sign-in');
    const key = other.cookies[SESSION];
    away = true;
    expect(await told('/api/me', other)).toEqual([503, 'database-away']);
    expect((await other.ask('/api/live/snapshot')).status).toBe(200);
    expect((await other.ask('/api/publisher')).status).toBe(200);
    // The browser has forgotten; the session ends by itself.
    expect((await other.ask('/api/sign-out', { method: 'POST' })).status).toBe(503);
    expect(other.cookies[SESSION]).toBeUndefined();
    // Who brings no cookie is nobody, without the database.
    expect(await me(other)).toEqual({ person: null, signIn: 'provider', keepsScenarios: true });
    away = false;
    await other.go('/api/sign-in');
    expect(other.cookies[SESSION]).not.toBe(key);
    await beside.close();
  });
});

describe('a log', () => {
  it('holds no code, secret, token or address that one came with', async () => {
    const lines: string[] = [];
    const { app, close } = await besideIt(configOf(provider), {
      level: 'debug',
      stream: { write: (line: string) => void lines.push(line) },
    });
    const other = new Visitor(app, ORIGIN);
    await other.go('/api/sign-in');
    const key = other.cookies[SESSION] as string;
    const answer = await answerOf(other);
    provider.answersWith = (response) => response.writeHead(500).end('{}');
    await other.ask(answer);
    await close();
    const log = lines.join('');
    expect(log).toContain('/api/sign-in/answer');
    expect(log).toContain('provider-away');
    for (const secret of [key, answer.searchParams.get('code') as string, provider.clientSecret, 'eyJ'])
      expect(log).not.toContain(secret);
  });
});
