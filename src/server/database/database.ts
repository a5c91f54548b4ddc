// SPDX-License-Identifier: EUPL-1.2
/** What the server asks of a database. One dialect, PostgreSQL's: a real server, or one inside this process. */

/** Values: text, numbers, booleans, null, bytes; JSON as text. */
export type Value = string | number | boolean | null | Uint8Array | readonly string[];

export interface Queries {
  /** @throws DatabaseFault where it cannot answer now; what the database says otherwise. */
  query<Row>(text: string, values?: readonly Value[]): Promise<readonly Row[]>;
}

export interface Database extends Queries {
  readonly kind: 'server' | 'embedded';
  /** All of it or nothing. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** It cannot answer now, through no fault of the question. */
export class DatabaseFault extends Error {
  constructor(
    readonly code: 'database-away' | 'disk-full',
    cause: Error,
  ) {
    super(`${code === 'disk-full' ? 'the database’s disk is full' : 'the database does not answer'}: ${cause.message}`, {
      cause,
    });
    this.name = 'DatabaseFault';
  }
}

/** SQLSTATE of what passes: classes 08 (connection), 53 (resources), 57 (shut down, starting, cancelled). */
const PASSES = /^(08|53|57)/;
const DISK_FULL = /^(53100|ENOSPC)$/;
const NO_CONNECTION =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What `pg` says in words alone. */
const WORDS = /timeout|terminated|Connection ended|not queryable|client is closed|PGlite is (closed|closing)/i;

/** What a driver threw, as a DatabaseFault where it is one. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFault) return error;
  const code = (error as { code?: unknown }).code;
  const text = typeof code === 'string' ? code : '';
  if (DISK_FULL.test(text) || /no space left|ENOSPC/i.test(error.message)) return new DatabaseFault('disk-full', error);
  if (PASSES.test(text) || NO_CONNECTION.test(text) || (text === '' && WORDS.test(error.message)))
    return new DatabaseFault('database-away', error);
  return error;
}
