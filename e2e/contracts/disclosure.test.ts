// SPDX-License-Identifier: EUPL-1.2
/** Nobody is given away: neither by the city that was built, nor by what the server answers; and a leak is caught. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Catalogue, Manifest } from '../../src/city/catalogue';
import { type ColumnTable, decodeColumns, encodeColumns } from '../../src/city/columns';
import { isSmall } from '../../src/city/disclosure';
import { AUDITED, leaksOf } from '../../src/city/disclosure-audit';
import { createServer } from '../../src/server/server';

const APP = join(import.meta.dirname, '../../dist');
const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const cityDir = inject('cityDir');
const { path: build } = json<Manifest>(join(cityDir, 'manifest.json'));
const catalogue = json<Catalogue>(join(cityDir, build, 'catalogue.json'));
const tables = catalogue.files.inputs.filter(({ id }) => AUDITED.includes(id));

describe('the city that was built', () => {
  it('has the tables of its people', () =>
    expect(tables.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['population', 'population-pyramid', 'population-sections']),
    ));

  it('gives nobody away in any of them', () => {
    for (const { file } of tables)
      expect(leaksOf(read(readFileSync(join(cityDir, build, file))))).toEqual([]);
  });

  it('tells no count from 1 to 4 of any year, and withholds none alone, which the others would tell', () => {
    const population = read(
      readFileSync(join(cityDir, build, tables.find(({ id }) => id === 'population')!.file)),
    );
    const of = (name: string) => [...population.columns.find((column) => column.name === name)!.values];
    const years = of('year');
    for (const { name } of population.columns) {
      if (name === 'zone' || name === 'year') continue;
      for (const year of new Set(years)) {
        const values = of(name).filter((_, row) => years[row] === year);
        for (const value of values) expect(isSmall(value)).toBe(false);
        expect(values.filter(Number.isNaN).length).not.toBe(1);
      }
    }
  });
});

describe('what the server answers', () => {
  it('gives nobody away', async () => {
    for (const { file } of tables) {
      const answer = await fetch(`${inject('baseUrl')}/city/${build}/${file}`);
      expect(answer.status).toBe(200);
      expect(leaksOf(read(new Uint8Array(await answer.arrayBuffer())))).toEqual([]);
    }
  });
});

describe('a leak that somebody planted', () => {
  let dir: string;
  let app: Awaited<ReturnType<typeof createServer>>;
  const file = tables.find(({ id }) => id === 'population')!.file;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'gemello-leak-'));
    cpSync(join(cityDir, 'manifest.json'), join(dir, 'manifest.json'));
    for (const { file: one } of tables)
      cpSync(join(cityDir, build, one), join(dir, build, one), { recursive: true });
    const table = read(readFileSync(join(cityDir, build, file)));
    const births = table.columns.find(({ name }) => name === 'births')!;
    const values = Float32Array.from(births.values);
    values[values.findIndex((count) => count > 4)] = 3;
    const planted: ColumnTable = {
      ...table,
      columns: table.columns.map((column) => (column.name === 'births' ? { ...column, values } : column)),
    };
    writeFileSync(join(dir, build, file), encodeColumns(planted));
    app = await createServer({ cityDir: dir, appDir: APP });
  });
  /** A server that has asked nothing yet: of a build it asks once. */
  const anew = async () => {
    await app.close();
    return createServer({ cityDir: dir, appDir: APP });
  };
  afterAll(async () => {
    await app.close();
    rmSync(dir, { recursive: true });
  });
  const get = (url: string) => app.inject({ method: 'GET', url });

  it('is not handed out, by whatever address, and is named; the other tables are', async () => {
    for (const address of [
      `/city/${build}/${file}`,
      `/city/${build}/${file}?again=1`,
      `/city/${build}/inputs/%70opulation.columns`,
    ]) {
      const answer = await get(address);
      expect(answer.statusCode).toBe(403);
      expect(answer.json().error).toMatch(/^population would tell of few persons: .*\(births, row \d+\)$/);
    }
    expect((await get(`/city/${build}/inputs/population-pyramid.columns`)).statusCode).toBe(200);
  });

  it('is not handed out compressed either, beside a sound table or alone', async () => {
    const plain = join(dir, build, file);
    const leaking = readFileSync(plain);
    const refused = async () => {
      for (const [address, encoding] of [
        [`/city/${build}/${file}`, 'br'],
        [`/city/${build}/${file}`, 'gzip'],
        [`/city/${build}/${file}.br`, 'identity'],
        [`/city/${build}/${file}.gz`, 'identity'],
      ] as const) {
        const headers = { 'accept-encoding': encoding };
        const answer = await app.inject({ method: 'GET', url: address, headers });
        expect([address, encoding, answer.statusCode]).toEqual([address, encoding, 403]);
        expect(answer.json().error).toMatch(/^population would tell of few persons: /);
      }
    };
    writeFileSync(`${plain}.br`, brotliCompressSync(leaking));
    writeFileSync(`${plain}.gz`, gzipSync(leaking));
    writeFileSync(plain, readFileSync(join(cityDir, build, file)));
    app = await anew();
    await refused();
    rmSync(plain);
    app = await anew();
    await refused();
  });
});

const read = (bytes: Uint8Array) => decodeColumns(bytes);
