// SPDX-License-Identifier: EUPL-1.2
/** Where the servers of a journey keep scenarios: the database inside the process, or a PostgreSQL of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgres } from '../../commands/postgres.mjs';
import { openPostgres } from '../../src/server/database/fixtures/postgres';

/** How a server is told of it. */
export interface Kept {
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface Keeping {
  /** For a server that saves. */
  readonly whole: Kept;
  /** For one that shows: on a PostgreSQL with the login of the README, which may read publications and no more. */
  toRead(): Promise<Kept>;
  /** The database goes, and comes back; absent where it is inside the server and goes with it. */
  readonly outage?: { begin(): Promise<void>; end(): Promise<void> };
  close(): Promise<void>;
}

/** One process a folder: whoever saved is to be gone before a kiosk reads. */
export async function keepInside(): Promise<Keeping> {
  const folder = mkdtempSync(join(tmpdir(), 'gemello-kept-'));
  const whole = { options: ['--scenarios', folder], environment: {} };
  return {
    whole,
    toRead: async () => whole,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @throws where no PostgreSQL is installed */
export async function keepOnPostgres(): Promise<Keeping> {
  const bin = findPostgres();
  if (!bin) throw new Error('no PostgreSQL: npm test installs one');
  const postgres = await openPostgres(bin);
  const url = new URL(postgres.url);
  url.username = 'gemello_kiosk';
  return {
    whole: { options: [], environment: { DATABASE_URL: postgres.url } },
    toRead: async () => {
      const owner = new Client({ connectionString: postgres.url });
      await owner.connect();
      await owner.query('CREATE ROLE gemello_kiosk LOGIN; GRANT SELECT ON publications TO gemello_kiosk');
      await owner.end();
      return { options: [], environment: { DATABASE_URL: url.href } };
    },
    outage: { begin: () => postgres.stop(), end: () => postgres.start() },
    close: () => postgres.close(),
  };
}
