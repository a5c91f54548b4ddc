// SPDX-License-Identifier: EUPL-1.2
/** The tables, brought up to date: by one instance at a time, all of it or nothing. */
import { PRESENTATION_TABLES } from '../presentations/presentation-tables';
import { SCENARIO_TABLES } from '../scenarios/scenario-tables';
import { SESSION_TABLE } from '../sign-in/session-table';
import type { Database, Queries } from './database';

/** Only ever added to: a database has had the first so many. */
const MIGRATIONS: readonly string[] = [SCENARIO_TABLES, PRESENTATION_TABLES, SESSION_TABLE];

/** "gems" as a number: whose lock it is among others' in the database. */
const LOCK = 0x67656d73;

/**
 * @throws Error where the database is newer than this server: its tables may mean something else
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await queries.run(
      `CREATE TABLE IF NOT EXISTS gemello_migrations (
         version integer PRIMARY KEY,
         at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    const done = await versionOf(queries);
    if (done > migrations.length)
      throw new Error(
        `the database has had ${done} migrations and this server knows ${migrations.length}: it is older than its database`,
      );
    for (let version = done; version < migrations.length; version++) {
      await queries.run(migrations[version] as string);
      await queries.query('INSERT INTO gemello_migrations (version) VALUES ($1)', [version]);
    }
  });
}

async function versionOf(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ done: number }>(
    'SELECT count(*)::integer AS done FROM gemello_migrations',
  );
  return row?.done ?? 0;
}
