// SPDX-License-Identifier: EUPL-1.2
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FetchRules, fetchDocument, UpstreamFault } from './fetch-document';
import { answers, cutOff, endless, openUpstream, stuck, type Upstream } from './fixtures/upstream';

let upstream: Upstream;
let rules: FetchRules;
beforeAll(async () => {
  upstream = await openUpstream(answers('[]'));
  rules = {
    format: 'json',
    headers: { 'Client-Identifier': 'secret-7' },
    origin: `http://127.0.0.1:${upstream.port}`,
    hosts: [`127.0.0.1:${upstream.port}`],
    allowHttp: true,
    allowPrivate: true,
    timeoutMs: 5000,
    maxBytes: 1_000_000,
  };
});
afterAll(() => upstream.close());

const text = async (known?: Parameters<typeof fetchDocument>[2]) =>
  Buffer.from((await fetchDocument(upstream.url, rules, known)).bytes).toString();
const fault = (url: string, own: Partial<FetchRules> = {}) =>
  fetchDocument(url, { ...rules, ...own }).then(
    () => 'no fault',
    (error) => (error instanceof UpstreamFault ? error.message : error),
  );

describe('a document', () => {
  it('comes as it is, with the feed’s own headers', async () => {
    upstream.does(answers('{"a":1}'));
    expect(await text()).toBe('{"a":1}');
    expect(upstream.asked.at(-1)?.headers['client-identifier']).toBe('secret-7');
  });
  it('on another of the feed’s hosts comes without them, and so where the entry itself is encrypted', async () => {
    upstream.does(answers('[]'));
    const host = `127.0.0.1:${upstream.port}`;
    for (const origin of ['http://a.example', `http://127.0.0.1:${upstream.port + 1}`, `https://${host}`]) {
      await fetchDocument(upstream.url, { ...rules, origin });
      expect(upstream.asked.at(-1)?.headers, origin).not.toHaveProperty('client-identifier');
    }
  });
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('comes unpacked: %s', async (encoding, pack) => {
    upstream.does(answers(pack('[1,2]'), { 'content-encoding': encoding }));
    expect(await text()).toBe('[1,2]');
  });
  it('is not sent again where it is the same', async () => {
    upstream.does((request, response) =>
      request.headers['if-none-match'] === '"a"'
        ? answers('', {}, 304)(request, response)
        : answers('[3]', { etag: '"a"' })(request, response),
    );
    const first = await fetchDocument(upstream.url, rules);
    expect([first.etag, first.notModified]).toEqual(['"a"', false]);
    const second = await fetchDocument(upstream.url, rules, first);
    expect([Buffer.from(second.bytes).toString(), second.notModified]).toEqual(['[3]', true]);
  });
  it('may be elsewhere on the same host', async () => {
    upstream.does((request, response) =>
      request.url === '/there'
        ? answers('[4]')(request, response)
        : answers('', { location: '/there' }, 302)(request, response),
    );
    expect(await text()).toBe('[4]');
  });
});

describe('an upstream that fails', () => {
  it.each([
    ['a fault of its own', answers('no', {}, 500), 'answered 500'],
    [
      'another content type',
      answers('<p>', { 'content-type': 'text/html; charset=utf-8' }),
      'content type "text/html", not json',
    ],
    ['no content type', answers('[]', { 'content-type': '' }), 'content type missing, not json'],
    ['an endless body', endless, 'more than 1 MB'],
    ['a long body that says so', answers(Buffer.alloc(1_000_001, 32)), 'more than 1 MB'],
    [
      'a gzip bomb',
      answers(gzipSync(Buffer.alloc(50_000_000, 32)), { 'content-encoding': 'gzip' }),
      'more than 1 MB',
    ],
    ['a body cut off', cutOff, 'cut off'],
    [
      'a packed body cut off',
      answers(gzipSync('[1,2,3]').subarray(0, 15), { 'content-encoding': 'gzip' }),
      'cannot be unpacked',
    ],
    ['a packed body that is none', answers('[1,2,3]', { 'content-encoding': 'gzip' }), 'cannot be unpacked'],
    ['an unknown packing', answers('[]', { 'content-encoding': 'zstd-x' }), 'content encoding "zstd-x"'],
    [
      'a redirect to another host',
      answers('', { location: 'http://169.254.169.254/latest' }, 302),
      'redirects to http://169.254.169.254: only the same host is followed',
    ],
    ['a redirect to nowhere', answers('', {}, 302), 'redirects nowhere'],
    ['redirects without end', answers('', { location: '/feed' }, 302), 'redirects without end'],
  ])('%s', async (_name, behaviour, words) => {
    upstream.does(behaviour);
    expect(await fault(upstream.url)).toBe(words);
  });
  it('a body that never comes to its end', async () => {
    upstream.does(stuck);
    expect(await fault(upstream.url, { timeoutMs: 100 })).toBe('no whole answer within 0.1 s');
  });
  it('nobody there', async () => {
    const other = await openUpstream(answers(''));
    await other.close();
    expect(await fault(other.url, { hosts: [`127.0.0.1:${other.port}`] })).toBe('connection refused');
  });
  it('says how long it wants to be left alone', async () => {
    upstream.does(answers('', { 'retry-after': '120' }, 429));
    await expect(fetchDocument(upstream.url, rules)).rejects.toMatchObject({ retryAfterMs: 120_000 });
  });
});

describe('an address that the relay does not go to', () => {
  it.each([
    [
      'http where it is not allowed',
      { allowHttp: false },
      /^http:\/\/127\.0\.0\.1:\d+: only https is asked$/,
    ],
    ['a host that is not the feed’s', { hosts: ['a.example'] }, /is no host of this feed/],
    ['this machine by its address', { allowPrivate: false }, '127.0.0.1 is not public'],
  ])('%s', async (_name, own, words) => {
    const before = upstream.asked.length;
    expect(await fault(upstream.url, own)).toEqual(expect.stringMatching(words));
    expect(upstream.asked.length).toBe(before);
  });
  it('this machine by its name', async () => {
    const url = `http://localhost:${upstream.port}/feed`;
    expect(await fault(url, { allowPrivate: false, hosts: [`localhost:${upstream.port}`] })).toMatch(
      /^localhost leads to an address that is not public$/,
    );
  });
});
