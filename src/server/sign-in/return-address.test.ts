// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGN_IN_FAULTS } from '../../scenario/sign-in';
import { addressWithFault, returnAddress } from './return-address';

const HERE = 'https://gemello.example';

describe('where one goes once signed in', () => {
  it.each([
    '/',
    '/#45.46/9.19/14.6z',
    '/esito/7?x=1#y',
    '/?to=https://evil.example/',
    '/a//b',
    '/%2f%2fevil.example',
  ])('%s is a page of this server', (to) => {
    expect(returnAddress(to)).toBe(to);
    expect(new URL(to, HERE).origin).toBe(HERE);
  });
  it.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nset-cookie: gemello=x',
    '/\u0000',
    '/à',
    ' /',
    '',
    'esito',
    'javascript:alert(1)',
    '@evil.example',
    `/${'a'.repeat(2500)}`,
  ])('%j is refused', (to) => expect(returnAddress(to)).toBeNull());

  it('whatever is asked, nobody is sent elsewhere', () => {
    const tricky = fc.stringMatching(/^[/\\.%a-c@:#?2fFeE\t\n]{0,14}$/);
    fc.assert(
      fc.property(
        fc.oneof(tricky, fc.webUrl(), fc.string()),
        fc.constantFrom(...SIGN_IN_FAULTS),
        (to, fault) => {
          const address = returnAddress(to);
          if (address === null) return;
          expect(new URL(address, HERE).origin).toBe(HERE);
          const told = new URL(addressWithFault(address, fault), HERE);
          expect(told.origin).toBe(HERE);
          expect(told.searchParams.get('sign-in')).toBe(fault);
        },
      ),
      { numRuns: 500 },
    );
  });
  it('keeps its own words and its place beside the fault', () => {
    expect(addressWithFault('/esito/7?x=1#y', 'stale')).toBe('/esito/7?x=1&sign-in=stale#y');
    expect(addressWithFault('/?sign-in=cancelled', 'no-role')).toBe('/?sign-in=no-role');
  });
});
