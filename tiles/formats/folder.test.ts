// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileInMemory, zipOf } from '../fixtures/files';
import { openFolder } from './folder';
import { DamagedFileError } from './found-file';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'folder-'));
});
afterEach(() => rm(dir, { recursive: true }));

const put = async (path: string, content: string | Uint8Array) => {
  await mkdir(join(dir, path, '..'), { recursive: true });
  await writeFile(join(dir, path), content);
};

describe('openFolder', () => {
  it('finds files recursively, sorted, gzipped ones and those in a zip as what they hold', async () => {
    await put('b/Roads.GeoJSON.gz', gzipSync('{"a":1}'));
    await put('a.csv', 'x;y');
    await put('archive.zip', zipOf({ 'inner/NIL.shp': 'shp', 'inner/NIL.dbf': 'dbf', '__MACOSX/x': '' }));
    await put('.hidden/secret.csv', '');
    await put('.DS_Store', '');
    const files = await openFolder(dir);
    expect(files.map((f) => f.name)).toEqual([
      'a.csv',
      'archive.zip!inner/NIL.dbf',
      'archive.zip!inner/NIL.shp',
      'b/Roads.GeoJSON.gz',
    ]);
    expect(files.map((f) => f.baseName)).toEqual(['a.csv', 'nil.dbf', 'nil.shp', 'roads.geojson']);
    expect(await files[2]?.text()).toBe('shp');
    expect(await files[2]?.sibling('.dbf')?.text()).toBe('dbf');
    expect(files[2]?.sibling('.prj')).toBeUndefined();
    expect(await files[3]?.json()).toEqual({ a: 1 });
  });

  it('finds a sibling in another case and gzipped, but not in another folder', async () => {
    await put('x/A.shp', '1');
    await put('x/a.DBF.gz', gzipSync('2'));
    await put('y/a.prj', '3');
    const shp = (await openFolder(dir)).find((f) => f.baseName === 'a.shp');
    expect(await shp?.sibling('.dbf')?.text()).toBe('2');
    expect(shp?.sibling('.prj')).toBeUndefined();
  });

  it('finds what lies beside a file by its name, in the same folder or zip only', async () => {
    await put('feed/Stops.txt', '1');
    await put('feed/ROUTES.txt.gz', gzipSync('2'));
    await put('feed.zip', zipOf({ 'stops.txt': '3', 'trips.txt': '4' }));
    const [folder, zip] = (await openFolder(dir)).filter((f) => f.baseName === 'stops.txt').reverse();
    expect(await folder?.beside('routes.txt')?.text()).toBe('2');
    expect(folder?.beside('trips.txt')).toBeUndefined();
    expect(await zip?.beside('trips.txt')?.text()).toBe('4');
    expect(zip?.beside('routes.txt')).toBeUndefined();
  });

  it('reads only the beginning for the head, also of gzip and zip', async () => {
    const long = 'è'.repeat(200_000);
    await put('a.csv', long);
    await put('b.csv.gz', gzipSync(long));
    await put('c.zip', zipOf({ 'c.csv': long }));
    for (const file of await openFolder(dir)) expect(await file.head(), file.name).toBe('è'.repeat(32_768));
  });

  it('follows links, each folder once', async () => {
    await put('a/x.csv', '1');
    await symlink(dir, join(dir, 'a', 'loop'));
    expect((await openFolder(dir)).map((f) => f.name)).toEqual(['a/x.csv']);
  });

  it('says which files it looks for in an empty folder, and that a folder is absent', async () => {
    await expect(openFolder(dir)).rejects.toThrow(/no files here. Looked for.*\.geojson.*\.zip/);
    await expect(openFolder(join(dir, 'nowhere'))).rejects.toThrow(/nowhere: does not exist/);
    await put('a.csv', '1');
    await expect(openFolder(join(dir, 'a.csv'))).rejects.toThrow(/a\.csv: is no folder/);
  });

  it('names a damaged gzip when it is read, and not before', async () => {
    await put('a.json.gz', gzipSync('{"a":1}').subarray(0, 18));
    const [file] = await openFolder(dir);
    expect(await file?.head()).toEqual(expect.any(String));
    await expect(file?.json()).rejects.toThrow(/a\.json\.gz: cannot be unpacked/);
    await expect(file?.json()).rejects.toBeInstanceOf(DamagedFileError);
  });
});

describe('zip', () => {
  it.each([['../evil.csv'], ['/etc/evil.csv'], ['a/../../evil.csv'], ['..\\evil.csv']])(
    'refuses the name %s',
    async (name) => {
      await put('bad.zip', zipOf({ [name]: 'x' }));
      await expect(openFolder(dir)).rejects.toThrow(/^bad\.zip: a file name leads out of the archive/);
    },
  );

  it('refuses what expands to more than 200 MB, by the directory', async () => {
    const bomb = zipOf({ 'a.csv': 'a' });
    // Sizes that the central directory states: 300 MB.
    bomb.writeUInt32LE(300 * 1024 * 1024, bomb.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    await put('bomb.zip', bomb);
    await expect(openFolder(dir)).rejects.toThrow('bomb.zip: expands to more than 200 MB');
  });

  it('refuses more than the directory states, more than 100 times, and more than 500 files', async () => {
    const lying = zipOf({ 'a.csv': 'a'.repeat(10_000) });
    lying.writeUInt32LE(10, lying.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    await put('1/lying.zip', lying);
    const [file] = await openFolder(join(dir, '1'));
    await expect(file?.bytes()).rejects.toThrow(/lying\.zip!a\.csv: cannot be read as a zip/);

    await put('2/dense.zip', zipOf({ 'a.csv': Buffer.alloc(6 * 1024 * 1024) }));
    await expect(openFolder(join(dir, '2'))).rejects.toThrow('expands to more than 100 times its size');

    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`${i}.csv`, '']));
    await put('3/many.zip', zipOf(many));
    await expect(openFolder(join(dir, '3'))).rejects.toThrow('more than 500 files');
  });

  it('unpacks a gzip in it, up to the size that a zip may have', async () => {
    const text = JSON.stringify({ name: 'è'.repeat(50_000) });
    const inner = { 'Roads.json.gz': gzipSync(text), 'cut.json.gz': gzipSync(text).subarray(0, 60) };
    await put('1/a.zip', zipOf(inner));
    const [roads, cut] = await openFolder(join(dir, '1'));
    expect([roads?.name, roads?.baseName]).toEqual(['a.zip!Roads.json.gz', 'roads.json']);
    expect(await roads?.text()).toBe(text);
    expect(await roads?.head()).toBe(new TextDecoder().decode(Buffer.from(text).subarray(0, 65_536)));
    await expect(cut?.json()).rejects.toThrow('a.zip!cut.json.gz: cannot be unpacked');

    await put('2/bomb.zip', zipOf({ 'a.csv.gz': gzipSync(Buffer.alloc(201 * 1024 * 1024)) }));
    const [bomb] = await openFolder(join(dir, '2'));
    expect(await bomb?.head()).toHaveLength(65_536);
    await expect(bomb?.bytes()).rejects.toThrow('bomb.zip!a.csv.gz: expands to more than 200 MB');
  });

  it('names an inner file that is damaged, when it is read', async () => {
    const zip = zipOf({ 'a.csv': 'x;y\n'.repeat(2000) });
    zip.fill(0xff, 35, 45);
    await put('a.zip', zip);
    const [file] = await openFolder(dir);
    await expect(file?.bytes()).rejects.toThrow(/^a\.zip!a\.csv: cannot be read as a zip/);
    await expect(file?.bytes()).rejects.toBeInstanceOf(DamagedFileError);
  });

  it('names a file that is no zip', async () => {
    await put('no.zip', 'not a zip');
    await expect(openFolder(dir)).rejects.toThrow(/^no\.zip: cannot be read as a zip/);
  });
});

describe('text', () => {
  it('is UTF-8, or windows-1252 where it is not valid UTF-8, or what the caller says', async () => {
    expect(await fileInMemory('a.csv', Buffer.from('Città €')).text()).toBe('Città €');
    expect(await fileInMemory('a.csv', Buffer.from([0x43, 0xe0, 0x80])).text()).toBe('Cà€');
    expect(await fileInMemory('a.csv', Buffer.from([0xe0])).text('iso-8859-7')).toBe('ΰ');
    await expect(fileInMemory('a.csv', 'x').text('nonsense')).rejects.toThrow(/unknown text encoding/);
  });
});
