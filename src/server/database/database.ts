// SPDX-License-Identifier: EUPL-1.2
/** What the server asks of a database. One dialect, PostgreSQL's: a real server, or one inside this process. */

/** JSON goes as text; moments come as `Date`, `bytea` as bytes, `jsonb` parsed. */
export type Value = string | number | boolean | null | Uint8Array;

export interface Queries {
  /**
   * One statement, its values in the places `$1`, `$2`, ….
   * @throws DatabaseFault where it cannot answer now; else what the database says
   */
  query<Row>(text: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** Several statements without values. Throws as `query`. */
  run(script: string): Promise<void>;
}

export interface Database extends Queries {
  readonly kind: 'server' | 'embedded';
  /** All of it or nothing. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /**
   * Hears what is said on a channel, by any instance (`pg_notify`). What was said while the connection was lost is
   * not heard: `heard` is then called with null, once there is one again.
   * @returns stops hearing
   */
  listen(channel: string, heard: (payload: string | null) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** It cannot answer now, through no fault of the question. */
export class DatabaseFault extends Error {
  constructor(
    readonly code: 'database-away' | 'disk-full',
    cause: Error,
  ) {
    const what = code === 'disk-full' ? 'the database’s disk is full' : 'the database does not answer';
    super(`${what}: ${cause.message}`, { cause });
    this.name = 'DatabaseFault';
  }
}

/** SQLSTATE of what passes: classes 08 (connection), 53 (resources), 57 (shut down, starting, cancelled). */
const PASSES = /^(08|53|57)/;
const DISK_FULL = /^(53100|ENOSPC)$/;
const NO_CONNECTION =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What drivers say in words alone. */
const WORDS = /timeout|terminated|connection ended|not queryable|client is closed|PGlite is clos/i;

/** What a driver threw, as a DatabaseFault where it is one. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFault) return error;
  const { code } = error as { code?: unknown };
  const text = typeof code === 'string' ? code : '';
  if (DISK_FULL.test(text) || /no space left/i.test(error.message))
    return new DatabaseFault('disk-full', error);
  if (PASSES.test(text) || NO_CONNECTION.test(text) || (text === '' && WORDS.test(error.message)))
    return new DatabaseFault('database-away', error);
  return error;
}
