// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServerWithSignIn, type ServerWithSignIn } from './fixtures/server-with-sign-in';
import { isFromThisMachine, LOCAL_PERSON, type Origins } from './local';
import { LOCAL_SIGN_IN, NOBODY_SIGNS_IN, setUpSignIn } from './sign-in';

const asked = (own: {
  address?: string | undefined;
  host?: string | undefined;
  headers?: object;
  httpVersion?: string;
}): Origins => ({
  headers: { ...('host' in own ? { host: own.host } : { host: 'localhost:8080' }), ...own.headers },
  httpVersion: own.httpVersion ?? '1.1',
  socket: { remoteAddress: 'address' in own ? own.address : '127.0.0.1' },
});

describe('this machine', () => {
  it.each([
    'localhost',
    'localhost:8080',
    'LOCALHOST:1',
    '127.0.0.1',
    '127.0.0.1:8080',
    '[::1]',
    '[::1]:8080',
  ])('is asked as %s', (host) => expect(isFromThisMachine(asked({ host }))).toBe(true));
  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.1'])(
    'asks from %s',
    (address) => expect(isFromThisMachine(asked({ address }))).toBe(true),
  );
  it.each([
    '192.168.1.7',
    '10.0.0.1',
    '172.17.0.1',
    '8.8.8.8',
    '::',
    '::2',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '0.0.0.0',
    'localhost',
    '',
    undefined,
  ])('does not ask from %s', (address) => expect(isFromThisMachine(asked({ address }))).toBe(false));

  it.each([
    'gemello.example',
    'localhost.evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    'localhost:8080:9',
    'localhost ',
    '2130706433',
    '[::ffff:127.0.0.1]',
    '',
    undefined,
  ])('is not what a page means that asks for %j (DNS rebinding)', (host) =>
    expect(isFromThisMachine(asked({ host }))).toBe(false),
  );
  it.each([
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded',
    'forwarded',
    'via',
    'x-real-ip',
    'true-client-ip',
    'cf-connecting-ip',
  ])('is not where a request is from that has %s', (name) => {
    expect(isFromThisMachine(asked({ headers: { [name]: '127.0.0.1' } }))).toBe(false);
    expect(isFromThisMachine(asked({ headers: { [name]: '' } }))).toBe(false);
  });
  it('is not where HTTP/1.0 is from: nginx speaks it, told no more than where to pass to', () =>
    expect(isFromThisMachine(asked({ httpVersion: '1.0' }))).toBe(false));
});

describe('a server without an identity provider', () => {
  let server: ServerWithSignIn;
  beforeAll(async () => {
    server = await openServerWithSignIn(() => LOCAL_SIGN_IN);
  }, 60_000);
  afterAll(() => server.close());
  const me = (headers: Record<string, string> = {}) => server.app.inject({ url: '/api/me', headers });
  const remove = (headers: Record<string, string> = {}) =>
    server.app.inject({
      method: 'DELETE',
      url: '/api/scenarios/00000000-0000-4000-8000-000000000000',
      headers,
    });

  it('knows who sits at it, and nobody else', async () => {
    expect((await me()).json()).toEqual({ person: LOCAL_PERSON, signIn: 'local', keepsScenarios: true });
    expect((await me({ host: 'evil.example' })).json()).toEqual({
      person: null,
      signIn: 'none',
      keepsScenarios: true,
    });
    expect((await me({ 'x-forwarded-for': '8.8.8.8' })).json()).toEqual({
      person: null,
      signIn: 'none',
      keepsScenarios: true,
    });
  });
  it('lets them change what there is, and nobody else', async () => {
    expect((await remove()).statusCode).toBe(404);
    expect((await remove({ host: 'evil.example' })).statusCode).toBe(401);
    expect((await remove({ forwarded: 'for=8.8.8.8' })).statusCode).toBe(401);
  });
  it('has no address to sign in at', async () => {
    for (const url of ['/api/sign-in', '/api/sign-in/answer'])
      expect((await server.app.inject({ url })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'POST', url: '/api/sign-out' })).statusCode).toBe(404);
  });
});

describe('what the operator is told', () => {
  it('is who may do what', () => {
    expect(setUpSignIn(null, '127.0.0.1', undefined)).toEqual({
      signIn: LOCAL_SIGN_IN,
      note: 'No identity provider is configured (README, "Who may do what"): whoever uses this machine may do everything.',
    });
    expect(setUpSignIn(null, '0.0.0.0', undefined).note).toMatch(
      /may do everything\. Others read what is public and change nothing\.$/,
    );
    expect(setUpSignIn('nobody', '127.0.0.1', undefined).signIn).toBe(NOBODY_SIGNS_IN);
  });
});
