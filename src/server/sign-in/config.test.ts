// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSignInConfig, readSignInConfig } from './config';
import { NOBODY_SIGNS_IN, setUpSignIn } from './sign-in';

const SECTION = {
  issuer: 'https://idp.comune.example/realms/staff',
  clientId: 'gemello',
  clientSecret: { fromEnvironment: 'GEMELLO_CLIENT_SECRET' },
  origin: 'https://gemello.comune.example',
  roles: { claim: 'groups', values: { 'gm-piani': 'planner' } },
};
const ENVIRONMENT = { GEMELLO_CLIENT_SECRET: 's3cret' };
const check = (own: object = {}, environment: Record<string, string | undefined> = ENVIRONMENT) =>
  checkSignInConfig({ ...SECTION, ...own }, 'city.json', environment);
const faults = (...args: Parameters<typeof check>): string[] => {
  try {
    check(...args);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('signIn in city.json', () => {
  it('is read, with the secret from the environment', () =>
    expect(check()).toEqual({
      ...SECTION,
      clientSecret: 's3cret',
      clientAuthentication: 'client_secret_basic',
      scope: 'openid profile',
      allowHttp: false,
    }));
  it('may be of a client without a secret', () =>
    expect(check({ clientSecret: undefined })).toMatchObject({ clientSecret: null }));
  it('may not be there, or say that nobody signs in', () => {
    expect(checkSignInConfig(undefined, 'city.json', {})).toBeNull();
    expect(checkSignInConfig('nobody', 'city.json', {})).toBe('nobody');
  });

  it.each<[object, string]>([
    [{ issuer: 'idp' }, 'signIn.issuer: no address (is "idp")'],
    [{ issuer: 'ftp://idp.example' }, 'signIn.issuer: neither https nor http (is "ftp://idp.example")'],
    [
      { issuer: 'http://idp.example' },
      'signIn.issuer: not encrypted: https, or for tests "allowHttp": true (is "http://idp.example")',
    ],
    [
      { issuer: 'https://idp.example/?a=1' },
      'signIn.issuer: without "?" and "#" (is "https://idp.example/…")',
    ],
    [
      { origin: 'https://gemello.example/app' },
      'signIn.origin: scheme, host and port alone, as in "https://gemello.example" (is "https://gemello.example/app")',
    ],
    [
      { origin: 'https://gemello.example/' },
      'signIn.origin: scheme, host and port alone, as in "https://gemello.example" (is "https://gemello.example/")',
    ],
    [{ scope: 'profile' }, 'signIn.scope: without "openid" (is "profile")'],
    [{ clientId: '' }, 'signIn.clientId: Too small: expected string to have >=1 characters (is "")'],
    [{ isuer: 'x' }, 'signIn.isuer: unknown key'],
    [
      { roles: { claim: 'groups', values: { a: 'planer' } } },
      'signIn.roles.values.a: Invalid option: expected one of "viewer"|"planner"|"publisher"|"admin" (is "planer")',
    ],
    [
      { roles: { claim: [], values: {} } },
      'signIn.roles.claim: the name of a claim, or a list of names (is [])',
    ],
    [{ roles: { claim: 'groups', values: {} } }, 'signIn.roles.values: none: nobody would get in (is {})'],
    [
      { clientSecret: { fromEnvironment: 'a b' } },
      'signIn.clientSecret.fromEnvironment: no name of a variable',
    ],
    [{ clientSecret: { value: 's3cret' } }, 'signIn.clientSecret.value: unknown key'],
  ])('says where and what is wrong: %j', (own, line) => expect(faults(own)).toContain(`city.json: ${line}`));

  it('names a variable that is not set, and shows no secret', () => {
    expect(faults({}, {})).toEqual([
      'city.json: signIn.clientSecret: GEMELLO_CLIENT_SECRET is not set in the environment',
    ]);
    expect(faults({ issuer: 'https://me:s3cret@idp.example/' }).join()).not.toContain('s3cret');
    expect(faults({ clientSecret: 's3cret' }).join()).not.toContain('s3cret');
  });

  it('is of a file, and the project’s own has none', () => {
    const dir = mkdtempSync(join(tmpdir(), 'gemello-config-'));
    const file = join(dir, 'city.json');
    expect(readSignInConfig(file, {})).toBeNull();
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, feeds: [], signIn: SECTION }));
    expect(readSignInConfig(file, ENVIRONMENT)).toMatchObject({ clientId: 'gemello' });
    writeFileSync(file, 'null');
    expect(readSignInConfig(file, {})).toBeNull();
    writeFileSync(file, '{');
    expect(() => readSignInConfig(file, {})).toThrow(/city\.json: .*JSON/);
    rmSync(dir, { recursive: true });
    expect(readSignInConfig(fileURLToPath(new URL('../../../city.json', import.meta.url)), {})).toBeNull();
  });

  it('takes a database, and without one lets nobody in', () => {
    const { signIn, note } = setUpSignIn(check(), '0.0.0.0', undefined);
    expect(signIn).toBe(NOBODY_SIGNS_IN);
    expect(note).toBe('Nobody can sign in: this server has no database to remember who has.');
    const withOne = setUpSignIn(check(), '0.0.0.0', { query: async () => [], run: async () => {} });
    expect(withOne.note).toBe('People sign in with https://idp.comune.example/realms/staff');
    expect(withOne.signIn.kindFor(null)).toBe('provider');
  });
});
