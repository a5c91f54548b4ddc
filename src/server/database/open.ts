// SPDX-License-Identifier: EUPL-1.2
/** Opens the database of scenarios: PostgreSQL by its address, else one of our own in a folder. */
import { join, resolve } from 'node:path';
import type { Database, Queries, Value } from './database';
import { EmbeddedDatabase } from './embedded-database';
import { migrate } from './migrations';
import { ServerDatabase } from './server-database';

export interface DatabaseOptions {
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
