// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookiesAt, readCookie, writeCookie } from './cookies';

const HTTPS = cookiesAt('https://gemello.example');
const HTTP = cookiesAt('http://localhost:8080');

describe('cookies', () => {
  it('are bound to this host and to encryption, but where there is none', () => {
    expect(HTTPS).toEqual({ session: '__Host-gemello', attempt: '__Host-gemello-sign-in', secure: true });
    expect(HTTP).toEqual({ session: 'gemello', attempt: 'gemello-sign-in', secure: false });
  });
  it('are written as browsers take them', () => {
    expect(writeCookie(HTTPS, HTTPS.session, 'abc')).toBe(
      '__Host-gemello=abc; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(writeCookie(HTTPS, HTTPS.attempt, 'abc', 900)).toBe(
      '__Host-gemello-sign-in=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=900',
    );
    expect(writeCookie(HTTP, HTTP.session, '')).toBe('gemello=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  });
  it.each<[string | undefined, string | undefined]>([
    ['gemello=abc', 'abc'],
    ['other=1; gemello=abc; gemello-sign-in=x', 'abc'],
    ['other=1;gemello=a=b', 'a=b'],
    ['gemello=', ''],
    ['GEMELLO=abc', undefined],
    ['xgemello=abc', undefined],
    ['gemello', undefined],
    ['=abc', undefined],
    ['', undefined],
    [undefined, undefined],
    // One of them is somebody else's.
    ['gemello=abc; gemello=xyz', undefined],
  ])('of %j it is %j', (header, value) => expect(readCookie(header, 'gemello')).toBe(value));

  it('come back as they were written, among any others', () => {
    const word = fc.stringMatching(/^[\w-]{1,40}$/);
    const others = fc.array(fc.tuple(word, word));
    fc.assert(
      fc.property(word, word, others, others, (name, value, before, after) => {
        const pairs = [...before, [name, value], ...after];
        fc.pre(pairs.filter(([one]) => one === name).length === 1);
        const header = pairs.map((pair) => pair.join('=')).join('; ');
        expect(readCookie(header, name)).toBe(value);
      }),
    );
  });
});
