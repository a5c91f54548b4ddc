// SPDX-License-Identifier: EUPL-1.2
/** A database that is only read, whatever is asked of it: every question is a read-only transaction of its own. */
import { type Database, DatabaseFault, type Queries, type Value } from './database';

export class ReadOnlyDatabase implements Database {
  #hasTables = false;

  /** @param database closed with this one; its tables are made by a server that keeps scenarios, not by this one */
  constructor(private readonly database: Database) {}

  get kind(): Database['kind'] {
    return this.database.kind;
  }

  /** Throws as every database; DatabaseFault too where its tables have not been made yet. */
  query<Row>(text: string, values?: readonly Value[]): Promise<readonly Row[]> {
    return this.transaction((queries) => queries.query<Row>(text, values));
  }

  run(script: string): Promise<void> {
    return this.transaction((queries) => queries.run(script));
  }

  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (queries) => {
      await queries.run('SET TRANSACTION READ ONLY');
      await this.#checkTables(queries);
      return work(queries);
    });
  }

  listen(channel: string, heard: (payload: string | null) => void): Promise<() => Promise<void>> {
    return this.database.listen(channel, heard);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  async #checkTables(queries: Queries): Promise<void> {
    if (this.#hasTables) return;
    const [row] = await queries.query<{ there: boolean }>(
      "SELECT to_regclass('publications') IS NOT NULL AS there",
    );
    if (!row?.there) throw new DatabaseFault('database-away', new Error('it has no tables yet'));
    this.#hasTables = true;
  }
}

/**
 * Whether the login itself could write to what is published: then the transactions above are all that holds it.
 * @throws DatabaseFault where the database is away or has no tables yet
 */
export async function mayLoginWrite(database: ReadOnlyDatabase): Promise<boolean> {
  const [row] = await database.query<{ may: boolean }>(
    "SELECT has_table_privilege('publications', 'INSERT, UPDATE, DELETE') AS may",
  );
  return row?.may ?? false;
}
