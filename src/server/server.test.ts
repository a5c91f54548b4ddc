// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from './server';

const TILESET = JSON.stringify({ asset: { version: '1.1' }, note: 'x'.repeat(3000) });
const BUILD = 'tiles/0123456789ab';
const FILES = [`${BUILD}/tileset.json`, `${BUILD}/buildings/tileset.json`];
let dir: string;
let app: FastifyInstance;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gemello-server-'));
  mkdirSync(join(dir, 'app/assets'), { recursive: true });
  writeFileSync(
    join(dir, 'app/index.html'),
    '<meta property="csp-nonce" content="__CSP_NONCE__"><h1>Gemello</h1>',
  );
  writeFileSync(join(dir, 'app/assets/main-abc.js'), 'export {}');
  mkdirSync(join(dir, 'city', BUILD), { recursive: true });
  mkdirSync(join(dir, 'city/.building-1'), { recursive: true });
  writeFileSync(join(dir, 'city/.building-1/half.json'), '{}');
  writeFileSync(join(dir, 'city/manifest.json'), JSON.stringify({ schemaVersion: 1, path: BUILD }));
  mkdirSync(join(dir, 'city', BUILD, 'buildings/.half'), { recursive: true });
  writeFileSync(join(dir, 'city', BUILD, 'buildings/.half/half.json'), '{}');
  for (const file of FILES) {
    writeFileSync(join(dir, 'city', file), TILESET);
    writeFileSync(join(dir, 'city', `${file}.br`), brotliCompressSync(TILESET));
  }
  writeFileSync(join(dir, 'city', BUILD, 'broken.pmtiles'), 'not an archive');
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  app = await createServer({ cityDir: join(dir, 'city'), appDir: join(dir, 'app') });
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });

describe('the app', () => {
  it('has a new nonce in each page, the same in header and page', async () => {
    const [a, b] = [await get('/'), await get('/')];
    const nonce = /content="([^"]+)"/.exec(a.body)?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(a.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(b.body).not.toContain(nonce);
    expect(a.headers['cache-control']).toBe('no-cache');
  });
  it('allows no script, connection or frame from elsewhere, on every answer', async () => {
    for (const url of ['/', '/assets/main-abc.js', `/city/${BUILD}/tileset.json`, '/nothing']) {
      const policy = String((await get(url)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'? |https?:/);
    }
  });
  it('keeps assets for ever and never hands out the page without a nonce', async () => {
    expect((await get('/assets/main-abc.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/index.html')).statusCode).toBe(404);
  });
});

describe('the city', () => {
  it.each(FILES)('keeps builds for ever: %s', async (file) => {
    expect((await get(`/city/${file}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
  it('asks for the manifest each time', async () => {
    expect((await get('/city/manifest.json')).headers['cache-control']).toBe('no-cache');
  });
  it.each(FILES)('sends what was compressed at build time, where the client takes it: %s', async (file) => {
    const br = await get(`/city/${file}`, { 'accept-encoding': 'br, gzip' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(TILESET);
    const plain = await get(`/city/${file}`);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(TILESET);
    expect(plain.headers.vary).toMatch(/accept-encoding/i);
  });
  it.each(FILES)('answers ranges and conditional requests: %s', async (file) => {
    const part = await get(`/city/${file}`, { range: 'bytes=2-6' });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      206,
      'asset',
      `bytes 2-6/${TILESET.length}`,
    ]);
    const etag = String(part.headers.etag);
    expect((await get(`/city/${file}`, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get(`/city/${file}`, { range: 'bytes=99999-' })).statusCode).toBe(416);
  });
  it.each([
    '/city/../secret.txt',
    '/city/%2e%2e/secret.txt',
    '/city/..%2fsecret.txt',
    '/city/..%5csecret.txt',
    '/city/%00',
    '/city/.building-1/half.json',
    '/city/tiles/..%2f..%2f..%2f/ground/1/1/1.mvt',
    `/city/${BUILD}/buildings/../../../../secret.txt`,
    `/city/${BUILD}/buildings/..%2f..%2f..%2f..%2fsecret.txt`,
    `/city/${BUILD}/buildings/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt`,
    `/city/${BUILD}/buildings/..%5c..%5csecret.txt`,
    `/city/${BUILD}/buildings/.half/half.json`,
    `/city/${BUILD}/buildings`,
    `/city/${BUILD}/buildings/`,
    `/city/${BUILD}/buildings/none.glb`,
  ])('does not leave its folder, nor show a half-made build: %s', async (url) => {
    const answer = await get(url);
    expect([400, 403, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('secret\n');
    expect(answer.body).not.toBe('secret');
    expect(answer.body).not.toBe('{}');
  });
  it('says that there is no such archive', async () => {
    const answer = await get(`/city/${BUILD}/ground/14/8610/5855.mvt`);
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      { error: 'no archive ground in build 0123456789ab' },
    ]);
  });
});

describe('methods and health', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)('there is no %s', async (method) => {
    for (const url of ['/', '/city/manifest.json', '/healthz'])
      expect((await app.inject({ method, url })).statusCode).toBe(404);
  });
  it('is well while there is a city, and says when there is none', async () => {
    expect((await get('/healthz')).json()).toMatchObject({ status: 'ok', city: BUILD });
    const without = await createServer({ cityDir: join(dir, 'nowhere'), appDir: join(dir, 'app') });
    const answer = await without.inject('/healthz');
    expect([answer.statusCode, answer.json().status]).toEqual([503, 'no city']);
    await without.close();
  });
  it('does not start without a built app', async () => {
    await expect(createServer({ cityDir: dir, appDir: join(dir, 'none') })).rejects.toThrow(
      'run "npm run build" first',
    );
  });
});
