// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { checkCityConfig } from './config';
import { entry } from './fixtures/relay-server';
import { FEEDS } from './fixtures/test-feeds';

const URL = 'https://a.example/feed';
const real = (own: object = {}) => ({ ...entry(URL), allowHttp: false, allowPrivate: false, ...own });
const check = (feeds: object[], environment = {}, own: object = {}) =>
  checkCityConfig({ schemaVersion: 1, feeds, ...own }, 'city.json', FEEDS, environment);
const faults = (...args: Parameters<typeof check>) => {
  try {
    check(...args);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('city.json', () => {
  it('says who publishes, and where everybody finds it, or that nobody said', () => {
    const who = { name: 'Comune', email: 'gemello@comune.example' };
    const site = 'https://gemello.comune.example';
    expect(check([], {}, { publisher: { ...who, site } }).publisher).toMatchObject({ ...who, site });
    expect(check([], {}, { publisher: who }).publisher?.site).toBeNull();
    expect(faults([], {}, { publisher: { ...who, site: 'gemello.comune.example' } }).join()).toMatch(
      /^city\.json: publisher\.site/,
    );
  });

  it('is read into what the relay asks', () => {
    const { feeds, retentionH, off } = check([real()]);
    expect([retentionH, off]).toEqual([24, []]);
    expect(feeds[0]).toMatchObject({ url: URL, hosts: ['a.example'], allowHttp: false, headers: {} });
    expect(feeds[0]?.topic).toEqual({
      ...{ id: 'bikes', feed: 'stations', kinds: ['bike-station'], periodS: 1, timeToLiveS: 60 },
      ...{ title: { it: 'Bici', en: 'Bikes' }, publisher: 'Comune', attribution: 'Comune', page: '' },
      licence: {
        id: 'CC-BY-4.0',
        name: 'Creative Commons Attribution 4.0',
        url: 'https://creativecommons.org/licenses/by/4.0/',
      },
      simulated: false,
    });
  });

  it.each<[string, object, string]>([
    ['url', { url: 'ftp://a.example/x' }, 'feeds[0].url: neither https nor mqtts (is "ftp://a.example/x")'],
    ['url', { url: 'a.example' }, 'feeds[0].url: no address (is "a.example")'],
    [
      'url',
      { url: 'http://a.example/x' },
      'feeds[0].url: not encrypted: https or mqtts, or "allowHttp": true (is "http://a.example/x")',
    ],
    ['periodS', { periodS: 0 }, 'feeds[0].periodS: Too small: expected number to be >=1 (is 0)'],
    [
      'title',
      { title: { it: 'Bici' } },
      'feeds[0].title.en: Invalid input: expected string, received undefined (is missing)',
    ],
    ['unknown key', { perods: 3 }, 'feeds[0].perods: unknown key'],
    [
      'licence',
      { licence: 'MIT' },
      'feeds[0].licence: one of CC-BY-4.0, CC-BY-3.0-IT, CC0-1.0, ODbL-1.0, IODL-2.0, EUPL-1.2, unstated, or { id, name, url } (is "MIT")',
    ],
    ['id', { id: '../x' }, 'feeds[0].id: small letters, digits and hyphens, at most 64 (is "../x")'],
    [
      'feed',
      { feed: 'gtfs' },
      'feeds[0].feed: "gtfs" is no feed; there are stations, hangs, throws, two-documents',
    ],
    ['kinds', { kinds: ['air'] }, 'feeds[0].kinds: feed "stations" has no air, only bike-station'],
    ['options', { options: { a: 1 } }, 'feeds[0].options: feed "stations" has none'],
    ['mqtt', { url: 'mqtts://a.example' }, 'feeds[0].topics: missing: what to subscribe to (is missing)'],
    ['topics', { topics: ['a/#'] }, 'feeds[0].topics: only with an mqtt address (is ["a/#"])'],
  ])('says where and what is wrong: %s', (_name, own, line) => {
    expect(faults([real(own)])).toEqual([`city.json: ${line}`]);
  });

  it('says all that is wrong, and that ids are taken', () => {
    expect(faults([real(), real({ feed: 'x' })])).toEqual([
      'city.json: feeds[1].id: "bikes" is the id of feeds[0] already',
      'city.json: feeds[1].feed: "x" is no feed; there are stations, hangs, throws, two-documents',
    ]);
    expect(faults([real({ id: 'A', periodS: -1 })])).toHaveLength(2);
    expect(faults([], {}, { retentionH: 0 })).toEqual([
      'city.json: retentionH: Too small: expected number to be >=1 (is 0)',
    ]);
  });
});

describe('secrets', () => {
  const header = { name: 'Client-Identifier', fromEnvironment: 'BIKE_KEY' };

  it('come from the environment, and are in nothing that leaves the relay', () => {
    const { feeds } = check([real({ headers: [header] })], { BIKE_KEY: 's3cret' });
    expect(feeds[0]?.headers).toEqual({ 'client-identifier': 's3cret' });
    expect(JSON.stringify(feeds[0]?.topic)).not.toMatch(/s3cret|BIKE_KEY|a\.example/);
  });
  it('that are not set are named; an optional feed is only off', () => {
    expect(faults([real({ headers: [header] })])).toEqual([
      'city.json: feeds[0]: feed "bikes": BIKE_KEY is not set in the environment (with "optional": true it would only be off)',
    ]);
    const { feeds, off } = check([real({ headers: [header], optional: true })]);
    expect([feeds, off]).toEqual([[], ['feed "bikes": BIKE_KEY is not set in the environment: it is off']]);
  });
  it('are not shown in faults', () => {
    expect(faults([real({ headers: [{ name: 'bad name', value: 's3cret' }] })]).join()).not.toContain(
      's3cret',
    );
    expect(faults([real({ headers: [{ name: 'a', value: 's3cret', fromEnvironment: 'B' }] })])).toEqual([
      'city.json: feeds[0].headers[0]: either "value" or "fromEnvironment"',
    ]);
    const inAddress = faults([real({ url: 'https://me:s3cret@a.example/?key=s3cret' })]).join();
    expect(inAddress).toContain('a password in an address would be seen');
    expect(inAddress).not.toContain('s3cret');
  });
});
