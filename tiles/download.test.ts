// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadOptions, download, RECORD, runDownload } from './download';
import { pickResource } from './download/ckan';
import { DownloadError } from './download/fetch-file';
import {
  cut,
  dataSet,
  file,
  html,
  json,
  openPortal,
  type PortalServer,
  sha256,
  status,
} from './fixtures/portal-server';
import { SOURCES } from './sources';

const BODY = `Anno;NIL\n${'2024;1\n'.repeat(2000)}`;
const SLUG = 'ds205-prova';
const SHOW = `/api/3/action/package_show?id=${SLUG}`;

let dir: string;
let portal: PortalServer;
let slept: number[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'download-'));
  portal = await openPortal(0);
  slept = [];
});
afterEach(async () => {
  await portal.close();
  await rm(dir, { recursive: true, force: true });
});

const source = (id = 'register', slug = SLUG, formats = ['GeoJSON', 'CSV']) => ({
  id,
  portal: { kind: 'ckan' as const, slug, formats },
});
const options = (more: DownloadOptions = {}): DownloadOptions => ({
  sources: [source()],
  ckanBase: `${portal.base}/api/3/action`,
  delayMs: 0,
  retries: 2,
  backOffMs: 100,
  sleep: async (ms) => void slept.push(ms),
  ...more,
});
const ask = (more?: DownloadOptions) => download(dir, options(more));
const onPortal = (path = '/f/ds205_2026.csv') =>
  portal.on(SHOW, dataSet({ url: portal.base + path, format: 'CSV' }));
const stored = (path: string) => readFile(join(dir, path), 'utf8');

describe('a data set on CKAN', () => {
  it('is asked for by slug, fetched whole and recorded with its checksum', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    const [result] = await ask();
    expect(result).toMatchObject({
      source: 'register',
      state: 'new',
      file: 'register/ds205_2026.csv',
      bytes: 14009,
    });
    expect(await stored('register/ds205_2026.csv')).toBe(BODY);
    expect(JSON.parse(await stored(RECORD))).toMatchObject({
      schemaVersion: 1,
      files: { 'register/ds205_2026.csv': { source: 'register', sha256: sha256(BODY), bytes: 14009 } },
    });
    expect((await readdir(join(dir, 'register'))).sort()).toEqual(['ds205_2026.csv']);
  });

  it('is not fetched again where nothing changed', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    await ask();
    const before = (await stat(join(dir, 'register/ds205_2026.csv'))).mtimeMs;
    expect(await ask()).toMatchObject([{ state: 'unchanged', bytes: 14009 }]);
    expect((await stat(join(dir, 'register/ds205_2026.csv'))).mtimeMs).toBe(before);
  });

  it('is fetched again where the file on the disk is no longer the one recorded', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    await ask();
    await writeFile(join(dir, 'register/ds205_2026.csv'), 'Anno;NIL\nedited');
    expect(await ask()).toMatchObject([{ state: 'new' }]);
    expect(await stored('register/ds205_2026.csv')).toBe(BODY);
  });

  it('takes the place of its older edition under another name', async () => {
    onPortal('/f/ds205_2025.csv');
    portal.on('/f/ds205_2025.csv', file('old'));
    await ask();
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    await ask();
    expect(await readdir(join(dir, 'register'))).toEqual(['ds205_2026.csv']);
    expect(Object.keys(JSON.parse(await stored(RECORD)).files)).toEqual(['register/ds205_2026.csv']);
  });

  it('never leaves the folder by its file name', async () => {
    onPortal('/f/..%2F..%2Fevil.csv');
    portal.on('/f/..%2F..%2Fevil.csv', file(BODY));
    const [result] = await ask();
    expect(result?.file).toBe('register/_.._evil.csv');
    expect((await readdir(dir)).sort()).toEqual([RECORD, 'register']);
  });

  it('is fetched once for the sources that share it', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    await ask({ sources: [source('a'), source('b'), { id: 'c', portal: undefined }] });
    expect(portal.requests).toEqual([`GET ${SHOW}`, 'GET /f/ds205_2026.csv']);
  });
});

describe('a bad day of the portal', () => {
  it('a cut file is resumed where it stopped', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', cut(BODY, 5000), file(BODY));
    expect(await ask()).toMatchObject([{ state: 'new', bytes: 14009 }]);
    expect(await stored('register/ds205_2026.csv')).toBe(BODY);
    expect(portal.requests.at(-1)).toBe('GET /f/ds205_2026.csv range=bytes=5000-');
  });

  it('a run that was killed is resumed by the next one', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', cut(BODY, 5000));
    expect(await ask({ retries: 0 })).toMatchObject([{ state: 'failed' }]);
    expect((await readdir(join(dir, 'register'))).sort()).toEqual([
      'ds205_2026.csv.part',
      'ds205_2026.csv.part.json',
    ]);
    portal.on('/f/ds205_2026.csv', file(BODY));
    expect(await ask()).toMatchObject([{ state: 'new' }]);
    expect(portal.requests.at(-1)).toBe('GET /f/ds205_2026.csv range=bytes=5000-');
    expect(await stored('register/ds205_2026.csv')).toBe(BODY);
  });

  it('a file that changed meanwhile starts again, not in its middle', async () => {
    onPortal();
    const changed = BODY.replaceAll('2024', '2025');
    portal.on('/f/ds205_2026.csv', cut(BODY, 5000), file(changed));
    expect(await ask()).toMatchObject([{ state: 'new' }]);
    expect(await stored('register/ds205_2026.csv')).toBe(changed);
  });

  it('a part that is longer than the file is thrown away', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', cut(BODY, 5000, '"same"'));
    await ask({ retries: 0 });
    portal.on('/f/ds205_2026.csv', status(416), file(BODY));
    expect(await ask()).toMatchObject([{ state: 'new' }]);
    expect(await stored('register/ds205_2026.csv')).toBe(BODY);
  });

  it('404 is told at once, and the other files still come', async () => {
    portal.on(SHOW.replace('prova', 'altro'), dataSet({ url: `${portal.base}/f/b.csv`, format: 'CSV' }));
    portal.on('/f/b.csv', file('b'));
    const results = await ask({ sources: [source('a'), source('b', 'ds205-altro')] });
    expect(results).toMatchObject([
      { source: 'a', state: 'failed' },
      { source: 'b', state: 'new' },
    ]);
    expect(results[0]?.message).toBe(`${portal.base}${SHOW}: answered 404 Not Found`);
    expect(portal.requests.filter((r) => r.includes('prova'))).toHaveLength(1);
  });

  it('503 waits for as long as the server asks', async () => {
    portal.on(
      SHOW,
      status(503, { 'retry-after': '7' }),
      dataSet({ url: `${portal.base}/f/a.csv`, format: 'csv' }),
    );
    portal.on('/f/a.csv', status(500), status(502), file(BODY));
    expect(await ask()).toMatchObject([{ state: 'new' }]);
    expect(slept.filter((ms) => ms > 0)).toEqual([7000, 100, 200]);
  });

  it('a server that asks for an hour is left alone', async () => {
    portal.on(SHOW, status(503, { 'retry-after': '3600' }));
    const [result] = await ask();
    expect(result?.message).toMatch(/answered 503/);
    expect(portal.requests).toHaveLength(1);
  });

  it('an HTML page is neither an answer nor a file', async () => {
    portal.on(SHOW, html('Manutenzione'));
    expect((await ask())[0]?.message).toMatch(/answered with an HTML page that is no JSON$/);
    onPortal();
    portal.on('/f/ds205_2026.csv', html('Manutenzione', 'text/csv'));
    expect((await ask())[0]?.message).toBe(
      `${portal.base}/f/ds205_2026.csv: is an HTML page ("Manutenzione"), not the file`,
    );
    expect(await readdir(join(dir, 'register'))).toEqual([]);
  });

  it('a file with another checksum than the portal states is not kept, nor does it harm the one there', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    await ask();
    portal.on(
      SHOW,
      dataSet({ url: `${portal.base}/f/ds205_2026.csv`, format: 'CSV', hash: sha256('what it should be') }),
    );
    portal.on('/f/ds205_2026.csv', file('what it is'));
    expect((await ask())[0]?.message).toMatch(/its checksum is not the one that the portal states/);
    expect(await stored('register/ds205_2026.csv')).toBe(BODY);
    expect(await readdir(join(dir, 'register'))).toEqual(['ds205_2026.csv']);
  });

  it('asks one thing at a time, with a pause after each', async () => {
    const sources = Array.from({ length: 5 }, (_, i) => source(`s${i}`, `set-${i}`));
    for (let i = 0; i < 5; i++) {
      portal.on(
        `/api/3/action/package_show?id=set-${i}`,
        dataSet({ url: `${portal.base}/${i}.csv`, format: 'CSV' }),
      );
      portal.on(`/${i}.csv`, file(String(i)));
    }
    expect(await ask({ sources, delayMs: 3 })).toHaveLength(5);
    expect(portal.atOnce()).toBe(1);
    expect(slept.filter((ms) => ms === 3)).toHaveLength(10);
  });
});

describe('addresses and Overpass', () => {
  const url = (path: string) => ({
    id: 'rsa',
    portal: { kind: 'url' as const, url: portal.base + path, fileName: 'rsa.csv' },
  });

  it('a Socrata address is fetched as it is', async () => {
    portal.on('/resource/vef4-8fnp.csv?$limit=50000', file(BODY));
    expect(await ask({ sources: [url('/resource/vef4-8fnp.csv?$limit=50000')] })).toMatchObject([
      { state: 'new', file: 'rsa/rsa.csv' },
    ]);
  });

  it('an Overpass query gets the bounds of the place, and its errors are not data', async () => {
    const sources = [
      {
        id: 'trees',
        portal: { kind: 'overpass' as const, query: 'node({{bbox}});', fileName: 'trees.json' },
      },
    ];
    const asked = new URL(`${portal.base}/api`);
    asked.searchParams.set('data', 'node(45.366,9.02,45.556,9.298);');
    portal.on(asked.pathname + asked.search, json({ elements: [] }));
    expect(asked.search).toContain('45.366');
    expect(await ask({ sources, overpassUrl: `${portal.base}/api` })).toMatchObject([{ state: 'new' }]);
    portal.on(
      asked.pathname + asked.search,
      json({ elements: [], remark: 'runtime error: Query timed out' }),
    );
    const [result] = await ask({ sources, overpassUrl: `${portal.base}/api` });
    expect(result?.message).toMatch(/runtime error: Query timed out/);
    expect(JSON.parse(await stored('trees/trees.json'))).toEqual({ elements: [] });
  });
});

describe('the command', () => {
  const run = async (more: DownloadOptions & { json?: boolean } = {}) => {
    const [out, err]: string[][] = [[], []];
    const code = await runDownload(dir, {
      ...options(more),
      ...more,
      out: { write: (text) => out?.push(text) },
      err: { write: (text) => err?.push(text) },
    });
    return { code, out: (out ?? []).join(''), err: (err ?? []).join('') };
  };

  it('without a network says so and ends with 1, without waiting once for every source', async () => {
    await portal.close();
    const { code, err, out } = await run({ sources: [source('a'), source('b', 'other')] });
    expect(code).toBe(1);
    expect(err).toMatch(
      /No network: no portal could be reached \(127\.0\.0\.1:\d+: connection refused \(ECONNREFUSED\)\)/,
    );
    expect(out).toMatch(/0 files in .*, 2 failed/);
    expect(slept.filter((ms) => ms > 0)).toEqual([100, 200]);
    portal = await openPortal(0);
  });

  it('ends with 0 and a line a file where all came', async () => {
    onPortal();
    portal.on('/f/ds205_2026.csv', file(BODY));
    const { code, err, out } = await run({ json: true });
    expect(code).toBe(0);
    expect(err).toContain('1 of 1  register: 14 kB, register/ds205_2026.csv');
    expect(JSON.parse(out)).toMatchObject({ ok: true, files: [{ source: 'register', state: 'new' }] });
  });

  it('ends with 1 where one failed, and names it', async () => {
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('register: FAILED');
    expect(err).not.toContain('No network');
  });
});

describe('the resource of a data set', () => {
  const answer = (...resources: unknown[]) => ({ success: true, result: { resources } });

  it('is the first format that is there, the newest of several', () => {
    const old = { url: 'https://a/2024.csv', format: 'CSV', last_modified: '2024-01-01' };
    const late = { url: 'https://a/2026.csv', format: 'csv', last_modified: '2026-01-01', hash: 'abc' };
    const shape = { url: 'https://a/a.zip', format: 'SHP' };
    expect(pickResource(answer(old, shape, late), ['GeoJSON', 'CSV'], 's')).toEqual({
      url: 'https://a/2026.csv',
      hash: 'abc',
    });
    expect(pickResource(answer(old, shape, late), ['SHP', 'CSV'], 's')).toEqual({ url: 'https://a/a.zip' });
  });

  it('is not one that was deleted, nor one without an address', () => {
    expect(() =>
      pickResource(
        answer({ url: 'https://a/x.csv', format: 'CSV', state: 'deleted' }, { format: 'CSV' }),
        ['CSV'],
        'ds1',
      ),
    ).toThrow('ds1: no file as CSV on the portal (there: none)');
  });

  it('any other answer is an error in words', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          expect(typeof pickResource(value, ['CSV'], 's').url).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(DownloadError);
        }
      }),
    );
  });
});

it('every address of the shelf is one that can be asked', () => {
  const portals = SOURCES.flatMap(({ portal: p }) => p ?? []);
  expect(portals.length).toBeGreaterThan(15);
  for (const p of portals)
    if (p.kind === 'ckan') expect(p.slug).toMatch(/^ds\d+[\w-]*$/i);
    else if (p.kind === 'url') expect(new URL(p.url).protocol).toBe('https:');
    else expect(p.query).toContain('[out:json]');
});
