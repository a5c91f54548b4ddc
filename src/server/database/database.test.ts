// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../commands/postgres.mjs';
import { DatabaseFault, faultOf } from './database';
import { EmbeddedDatabase } from './embedded-database';
import { onBothDatabases } from './fixtures/both';
import { type OpenPostgres, openPostgres } from './fixtures/postgres';
import { migrate } from './migrations';
import { MigratedDatabase, openDatabase } from './open';
import { ServerDatabase } from './server-database';

onBothDatabases('a database', (database) => {
  it('gives values as they went in', async () => {
    const bytes = Uint8Array.of(0, 1, 254, 255);
    const [row] = await database().query<Record<string, unknown>>(
      `SELECT $1::text AS text, $2::integer AS whole, $3::double precision AS number, $4::boolean AS yes,
         $5::text AS nothing, $6::bytea AS bytes, $7::jsonb AS json, '2026-01-31T09:30:00.5Z'::timestamptz AS at`,
      ['è "vero" \\ 100 %', 7, 0.1, true, null, bytes, '{"a": [1, 0.1, "\\u00e8"]}'],
    );
    expect({ ...row, bytes: Array.from((row?.bytes ?? []) as Uint8Array) }).toEqual({
      text: 'è "vero" \\ 100 %',
      whole: 7,
      number: 0.1,
      yes: true,
      nothing: null,
      bytes: [...bytes],
      json: { a: [1, 0.1, 'è'] },
      at: new Date('2026-01-31T09:30:00.500Z'),
    });
  });

  it('does all of a transaction or nothing', async () => {
    await database().run('CREATE TABLE IF NOT EXISTS tries (n integer); TRUNCATE tries');
    const count = async () =>
      (await database().query<{ n: number }>('SELECT count(*)::integer AS n FROM tries'))[0]?.n;
    await database().transaction(async (queries) => {
      await queries.query('INSERT INTO tries VALUES (1)');
      await queries.query('INSERT INTO tries VALUES (2)');
    });
    expect(await count()).toBe(2);
    const failing = database().transaction(async (queries) => {
      await queries.query('INSERT INTO tries VALUES (3)');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count()).toBe(2);
    await expect(database().query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    expect(await count()).toBe(2);
  });

  it('brings its tables up to date once, all of a step or nothing', async () => {
    const steps = [
      'CREATE TABLE one (n integer)',
      'CREATE TABLE two (n integer); INSERT INTO two VALUES (1)',
    ];
    const version = async () =>
      (await database().query<{ n: number }>('SELECT count(*)::integer AS n FROM gemello_migrations'))[0]?.n;
    const had = (await version()) as number;
    const first = Array.from({ length: had }, () => 'SELECT 1');
    const wrong = [...first, ...steps, 'CREATE TABLE three (n integer); CREATE TABLE one (n integer)'];
    await expect(migrate(database(), wrong)).rejects.toThrow('already exists');
    expect(await version()).toBe(had);
    await Promise.all([1, 2, 3].map(() => migrate(database(), [...first, ...steps])));
    expect(await version()).toBe(had + 2);
    expect(await database().query('SELECT n FROM two')).toEqual([{ n: 1 }]);
    await expect(migrate(database(), first)).rejects.toThrow('older than its database');
    await database().run(`DROP TABLE one, two; DELETE FROM gemello_migrations WHERE version >= ${had}`);
  });
});

describe('the embedded database', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'gemello-scenarios-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('keeps its folder to itself, and what is in it for the next', async () => {
    const first = await openDatabase({ url: undefined, dir });
    await first.run('CREATE TABLE tries (n integer); INSERT INTO tries VALUES (7)');
    await expect(EmbeddedDatabase.open(dir)).rejects.toThrow('another server keeps its scenarios here');
    await first.close();
    await expect(first.query('SELECT 1')).rejects.toMatchObject({ code: 'database-away' });
    const second = await openDatabase({ url: undefined, dir });
    expect(await second.query('SELECT n FROM tries')).toEqual([{ n: 7 }]);
    await second.close();
  });
});

const bin = findPostgres();
describe.skipIf(!bin)('a database server', () => {
  let postgres: OpenPostgres;
  beforeAll(async () => {
    postgres = await openPostgres(bin as string);
  });
  afterAll(() => postgres.close());

  it('may be away at first, or for a while: that is told as such, and passes', async () => {
    const lost: string[] = [];
    const database = new MigratedDatabase(
      new ServerDatabase(postgres.url, (error) => lost.push(error.message)),
    );
    await postgres.stop();
    await expect(database.query('SELECT 1')).rejects.toBeInstanceOf(DatabaseFault);
    await postgres.start();
    expect(await database.query('SELECT count(*)::integer AS n FROM scenarios')).toEqual([{ n: 0 }]);
    const inside = database.transaction(async (queries) => {
      await queries.query('SELECT 1');
      await postgres.restart();
      await queries.query('SELECT 1');
    });
    await expect(inside).rejects.toMatchObject({ code: 'database-away' });
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('takes one migration at a time of several instances that start together', async () => {
    const instances = [1, 2, 3, 4].map(() => new MigratedDatabase(new ServerDatabase(postgres.url)));
    await instances[0]?.run('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const anew = [1, 2, 3, 4].map(() => new MigratedDatabase(new ServerDatabase(postgres.url)));
    const counts = await Promise.all(
      anew.map((one) => one.query('SELECT count(*)::integer AS n FROM scenarios')),
    );
    expect(counts).toEqual([1, 2, 3, 4].map(() => [{ n: 0 }]));
    for (const one of [...instances, ...anew]) await one.close();
  });
});

describe('what a driver throws', () => {
  it.each([
    [{ code: '57P01', message: 'terminating connection' }, 'database-away'],
    [{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' }, 'database-away'],
    [{ message: 'timeout exceeded when trying to connect' }, 'database-away'],
    [{ code: '53100', message: 'could not extend file' }, 'disk-full'],
    [{ code: 'XX000', message: 'write: No space left on device' }, 'disk-full'],
    [{ code: '23505', message: 'duplicate key' }, undefined],
    [{ code: '42601', message: 'syntax error at or near "timeout"' }, undefined],
  ])('%j is %s', ({ message, ...more }, code) => {
    const fault = faultOf(Object.assign(new Error(message), more));
    expect(fault instanceof DatabaseFault ? fault.code : undefined).toBe(code);
  });
});
