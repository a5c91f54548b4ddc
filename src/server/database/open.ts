// SPDX-License-Identifier: EUPL-1.2
/** Opens the database of scenarios: PostgreSQL by its address, else one of our own in a folder. */
import { join, resolve } from 'node:path';
import type { Database, Queries, Value } from './database';
import { EmbeddedDatabase } from './embedded-database';
import { migrate } from './migrations';
import { mayLoginWrite, ReadOnlyDatabase } from './read-only-database';
import { ServerDatabase } from './server-database';

interface DatabaseOptions {
  /** Of a PostgreSQL server; undefined: the folder. */
  readonly url: string | undefined;
  readonly dir: string;
  readonly onFault?: ((error: Error) => void) | undefined;
}

/** @throws where another process has the folder */
export async function openDatabase({ url, dir, onFault }: DatabaseOptions): Promise<Database> {
  return new MigratedDatabase(url ? new ServerDatabase(url, onFault) : await EmbeddedDatabase.open(dir));
}

/**
 * The database that a command is told of: the folder that it names; else PostgreSQL by DATABASE_URL, else the
 * project's own folder. @throws where another process has the folder
 */
export function openDatabaseOf(
  dir: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  projectDir: string,
  onFault?: (error: Error) => void,
): Promise<Database> {
  return openDatabase({
    url: dir === undefined ? environment.DATABASE_URL : undefined,
    dir: resolve(dir ?? join(projectDir, 'scenario-data')),
    onFault,
  });
}

/**
 * The same, only to be read: PostgreSQL by DATABASE_URL, or the folder that is named; undefined where neither is.
 * @param tell hears, once, of a login that may do more than it needs, and of connections that were lost
 * @throws where another process has the folder
 */
export async function openToRead(
  dir: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  tell: (note: string) => void,
): Promise<Database | undefined> {
  const url = dir === undefined ? environment.DATABASE_URL : undefined;
  if (url === undefined)
    return dir === undefined ? undefined : new ReadOnlyDatabase(await EmbeddedDatabase.open(resolve(dir)));
  const database = new ReadOnlyDatabase(
    new ServerDatabase(url, ({ message }) => tell(`database: ${message}`)),
  );
  mayLoginWrite(database).then(
    (may) =>
      may &&
      tell('The login of DATABASE_URL may write: give a kiosk one that may only read (README, "A kiosk")'),
    () => tell('The database does not answer yet, or has no tables: nothing published is shown so far'),
  );
  return database;
}

/**
 * A database whose tables are brought up to date before its first answer: it may be away when the server starts, and
 * that is then done when it is back.
 */
export class MigratedDatabase implements Database {
  #migrating: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  get kind(): Database['kind'] {
    return this.database.kind;
  }

  async query<Row>(text: string, values?: readonly Value[]): Promise<readonly Row[]> {
    await this.#migrated();
    return this.database.query<Row>(text, values);
  }

  async run(script: string): Promise<void> {
    await this.#migrated();
    return this.database.run(script);
  }

  async transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    await this.#migrated();
    return this.database.transaction(work);
  }

  async listen(channel: string, heard: (payload: string | null) => void): Promise<() => Promise<void>> {
    return this.database.listen(channel, heard);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  #migrated(): Promise<void> {
    this.#migrating ??= migrate(this.database);
    this.#migrating.catch(() => {
      this.#migrating = undefined;
    });
    return this.#migrating;
  }
}
