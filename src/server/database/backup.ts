// SPDX-License-Identifier: EUPL-1.2
/**
 * Everything that is kept, as lines of JSON that any programme reads, and back again: the same from a PostgreSQL
 * server and from the embedded database, and from one into the other. Sessions are left out.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Database, Queries } from './database';

/** In the order in which they refer to one another. */
const TABLES = [
  'scenarios',
  'scenario_revisions',
  'answers',
  'publications',
  'presentations',
  'audit_lines',
] as const;
type Table = (typeof TABLES)[number];
const ORDER: Readonly<Record<Table, string>> = {
  // A scenario after the one that it began as.
  scenarios: 'created_at, id',
  scenario_revisions: 'scenario_id, rev',
  answers: 'scenario_id, key',
  publications: 'published_at, id',
  presentations: 'id',
  audit_lines: 'number',
};
const FORMAT = 'gemello-backup';
/** Rows at a time: an answer is some megabytes. */
const AT_ONCE = 20;

/** Why a backup cannot be brought back, in words for who looks after the server. */
export class BackupFault extends Error {
  constructor(line: number, fault: string) {
    super(`line ${line}: ${fault}`);
    this.name = 'BackupFault';
  }
}

/**
 * The lines of a backup, as the database was at one moment.
 * @param at ISO 8601, the caller's clock
 * @param take is given each line, with its line end
 */
export async function writeBackup(
  database: Database,
  at: string,
  take: (line: string) => Promise<void>,
): Promise<{ rows: number; sha256: string }> {
  return database.transaction(async (queries) => {
    await queries.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const hash = createHash('sha256');
    const say = async (value: unknown) => {
      const line = `${lineOf(value)}\n`;
      hash.update(line);
      await take(line);
    };
    await say({ format: FORMAT, at, migrations: await migrationsOf(queries) });
    let rows = 0;
    for (const table of TABLES) {
      await queries.run(
        `DECLARE backup NO SCROLL CURSOR FOR SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY ${ORDER[table]}`,
      );
      for (;;) {
        const some = await queries.query<{ row: unknown }>(`FETCH ${AT_ONCE} FROM backup`);
        for (const { row } of some) await say({ table, row });
        rows += some.length;
        if (some.length < AT_ONCE) break;
      }
      await queries.run('CLOSE backup');
    }
    const sha256 = hash.digest('hex');
    await take(`${JSON.stringify({ rows, sha256 })}\n`);
    return { rows, sha256 };
  });
}

/**
 * All of a backup into a database that has nothing yet, or nothing of it.
 * @throws BackupFault where it is no whole backup of this version's tables, or there is something already
 */
export async function restoreBackup(
  database: Database,
  backup: Readable,
): Promise<{ rows: number; sha256: string }> {
  return database.transaction(async (queries) => {
    const [there] = await queries.query('SELECT id FROM scenarios LIMIT 1');
    if (there)
      throw new BackupFault(0, 'the database has scenarios already; a backup goes into an empty one');
    const hash = createHash('sha256');
    let [number, rows] = [0, 0];
    let end: { rows?: unknown; sha256?: unknown } | undefined;
    for await (const text of linesOf(backup)) {
      number++;
      if (end) throw new BackupFault(number, 'there is more after its end');
      const line = parsed(text, number);
      if (number === 1) {
        const migrations = await migrationsOf(queries);
        if (line.format !== FORMAT) throw new BackupFault(1, 'this is no backup of scenarios');
        if (line.migrations !== migrations)
          throw new BackupFault(
            1,
            `it is of tables of version ${line.migrations}, and these are of ${migrations}: restore it with the release that wrote it, then update`,
          );
      } else if ('sha256' in line) {
        end = line;
        continue;
      } else {
        await restoreRow(queries, line, number);
        rows++;
      }
      hash.update(`${text}\n`);
    }
    const sha256 = hash.digest('hex');
    if (!end) throw new BackupFault(number, 'it has no end: the rest of it is missing');
    if (end.rows !== rows || end.sha256 !== sha256)
      throw new BackupFault(number, 'it is not as it was written: its checksum is another');
    await queries.query(
      `SELECT setval(pg_get_serial_sequence('audit_lines', 'number'), coalesce((SELECT max(number) FROM audit_lines), 0) + 1, false)`,
    );
    return { rows, sha256 };
  });
}

interface Line {
  readonly format?: unknown;
  readonly migrations?: unknown;
  readonly table?: unknown;
  readonly row?: unknown;
  readonly rows?: unknown;
  readonly sha256?: unknown;
}

function parsed(text: string, number: number): Line {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null) return line;
  } catch {
    // Said below.
  }
  throw new BackupFault(number, 'no JSON object');
}

async function restoreRow(queries: Queries, { table, row }: Line, number: number): Promise<void> {
  if (!TABLES.includes(table as Table)) throw new BackupFault(number, `no table ${String(table)}`);
  await queries
    .query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
       SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    )
    .catch((error: Error) => {
      throw new BackupFault(number, `not a row of ${table}: ${error.message}`);
    });
}

async function migrationsOf(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ n: number }>('SELECT count(*)::integer AS n FROM gemello_migrations');
  return row?.n ?? 0;
}

/** On one line for every reader of lines: some end one at U+2028 and U+2029, which JSON leaves as they are. */
const lineOf = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'));

/** What lies between line feeds, and nothing else: a text may have other ends of lines in it. */
async function* linesOf(backup: Readable): AsyncGenerator<string> {
  backup.setEncoding('utf8');
  let rest = '';
  for await (const chunk of backup) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
