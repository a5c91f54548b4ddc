// SPDX-License-Identifier: EUPL-1.2
import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { guardedLookup, isPublicAddress, refuseLiteral } from './guard';

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    'fd00:ec2::254',
    'fe80::1%eth0',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'ff02::1',
    'localhost',
  ])('%s is refused', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4002::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  // The URL parser has made these out of 2130706433, 0x7f.1 and 017700000001 before the check.
  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
  ])('%s is refused however it is written', (url) =>
    expect(() => refuseLiteral(new URL(url).hostname)).toThrow('not public'),
  );
  it('leaves names to the lookup', () => expect(() => refuseLiteral('example.org')).not.toThrow());
});

describe('names', () => {
  const asked = (addresses: LookupAddress[], all: boolean) =>
    new Promise<unknown>((resolve) =>
      guardedLookup((_host, _options, done) => done(null, addresses))('a.example', { all }, (error, a, f) =>
        resolve(error ? error.message : [a, f]),
      ),
    );
  const PUBLIC = { address: '8.8.8.8', family: 4 };

  it('lead to public addresses, in either form of the answer', async () => {
    expect(await asked([PUBLIC], true)).toEqual([[PUBLIC], undefined]);
    expect(await asked([PUBLIC], false)).toEqual(['8.8.8.8', 4]);
  });
  it('are refused where one address of them is not', async () => {
    expect(await asked([PUBLIC, { address: '10.0.0.1', family: 4 }], true)).toBe(
      'a.example leads to an address that is not public',
    );
    expect(await asked([], false)).toBe('a.example has no address');
  });
});
