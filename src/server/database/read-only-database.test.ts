// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { findPostgres } from '../../../commands/postgres.mjs';
import { EmbeddedDatabase } from './embedded-database';
import { onBothDatabases } from './fixtures/both';
import { openPostgres } from './fixtures/postgres';
import { MigratedDatabase } from './open';
import { mayLoginWrite, ReadOnlyDatabase } from './read-only-database';
import { ServerDatabase } from './server-database';

const WRITES = [
  "INSERT INTO sessions (key_sha256, person_id, person_name, role, expires_at) VALUES (decode(repeat('00', 32), 'hex'), 'x', 'x', 'admin', now())",
  'DELETE FROM publications',
  'UPDATE publications SET withdrawn_at = now()',
  'CREATE TABLE mine (a integer)',
  'DROP TABLE publications',
  'TRUNCATE audit_lines',
];
const READ_ONLY = '25006';
const STILL_READ_ONLY = '25001';

onBothDatabases('a database that is only read', (database) => {
  it('answers questions', async () => {
    const rows = await new ReadOnlyDatabase(database()).query('SELECT $1::integer AS n', [7]);
    expect(rows).toEqual([{ n: 7 }]);
  });
  it.each(WRITES)('refuses %s', async (text) => {
    const readOnly = new ReadOnlyDatabase(database());
    await expect(readOnly.query(text)).rejects.toMatchObject({ code: READ_ONLY });
    await expect(readOnly.run(text)).rejects.toMatchObject({ code: READ_ONLY });
    await expect(readOnly.transaction((queries) => queries.run(text))).rejects.toMatchObject({
      code: READ_ONLY,
    });
    // The connection is as it was for the next.
    expect(await database().query('SELECT count(*)::integer AS n FROM sessions')).toEqual([{ n: 0 }]);
  });
  it('cannot be made to write by the same question', async () => {
    const readOnly = new ReadOnlyDatabase(database());
    const asked = readOnly.run('SET TRANSACTION READ WRITE; DELETE FROM publications');
    await expect(asked).rejects.toMatchObject({ code: STILL_READ_ONLY });
  });
  it('knows that its login could write', async () =>
    expect(await mayLoginWrite(new ReadOnlyDatabase(database()))).toBe(true));
});

describe('a database without tables', () => {
  it('is away, and gets none', async () => {
    const empty = await EmbeddedDatabase.open(null);
    const readOnly = new ReadOnlyDatabase(empty);
    await expect(readOnly.query('SELECT 1')).rejects.toMatchObject({ code: 'database-away' });
    expect(await empty.query("SELECT to_regclass('publications') AS there")).toEqual([{ there: null }]);
    await readOnly.close();
  }, 60_000);
});

const bin = findPostgres();
describe.skipIf(!bin)('a login that may only read', () => {
  it('is known as one, and reads what is published', async () => {
    const postgres = await openPostgres(bin as string);
    const owner = new MigratedDatabase(new ServerDatabase(postgres.url));
    await owner.run(
      'CREATE ROLE gemello_kiosk LOGIN; GRANT USAGE ON SCHEMA public TO gemello_kiosk; GRANT SELECT ON publications TO gemello_kiosk',
    );
    const url = new URL(postgres.url);
    url.username = 'gemello_kiosk';
    const readOnly = new ReadOnlyDatabase(new ServerDatabase(url.href));
    expect(await mayLoginWrite(readOnly)).toBe(false);
    expect(await readOnly.query('SELECT id FROM publications')).toEqual([]);
    await expect(readOnly.query('SELECT * FROM sessions')).rejects.toMatchObject({ code: '42501' });
    await readOnly.close();
    await owner.close();
    await postgres.close();
  }, 60_000);
});
