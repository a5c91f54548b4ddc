// SPDX-License-Identifier: EUPL-1.2
/** The tables of the bus, and the two things that are done with them. */
import type { Client } from 'pg';

/** Only ever added to: a database has had the first so many. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE live_topics (topic text PRIMARY KEY, rev bigint NOT NULL, upstream json NOT NULL);
   CREATE TABLE live_rows (
     topic text NOT NULL REFERENCES live_topics,
     id text NOT NULL,
     rev bigint NOT NULL,
     row json,
     PRIMARY KEY (topic, id)
   );
   CREATE INDEX live_rows_by_rev ON live_rows (topic, rev);
   COMMENT ON TABLE live_rows IS 'Last rows of live data, as JSON; null: gone since rev';`,
];
const LOCK = 0x67656d6c;

/** One instance at a time brings the tables up to date; all or nothing. */
export async function migrate(client: Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS live_migrations (version integer PRIMARY KEY)');
    const { rows } = await client.query<{ done: number }>(
      'SELECT count(*)::integer AS done FROM live_migrations',
    );
    for (let version = rows[0]?.done ?? 0; version < MIGRATIONS.length; version++) {
      await client.query(MIGRATIONS[version] as string);
      await client.query('INSERT INTO live_migrations VALUES ($1)', [version]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * Topic, upstream, ids and rows that changed, ids that are gone, whether that is all there is, who says
 * so, channel → rev. One statement: all of it or nothing.
 */
export const PUBLISH = `
WITH topic AS (
  INSERT INTO live_topics AS t (topic, rev, upstream) VALUES ($1, 1, $2::json)
  ON CONFLICT (topic) DO UPDATE SET rev = t.rev + 1, upstream = excluded.upstream
  RETURNING topic, rev
), changed AS (
  INSERT INTO live_rows AS r (topic, id, rev, row)
  SELECT topic.topic, c.id, topic.rev, c.row::json FROM topic, unnest($3::text[], $4::text[]) AS c (id, row)
  ON CONFLICT (topic, id) DO UPDATE SET rev = excluded.rev, row = excluded.row
), gone AS (
  UPDATE live_rows r SET rev = topic.rev, row = NULL FROM topic
  WHERE r.topic = topic.topic AND r.row IS NOT NULL AND NOT r.id = ANY ($3::text[])
    AND ($6::boolean OR r.id = ANY ($5::text[]))
), forgotten AS (
  DELETE FROM live_rows r USING topic
  WHERE r.topic = topic.topic AND r.row IS NULL AND r.rev < topic.rev - 10000 AND NOT r.id = ANY ($3::text[])
), noticed AS (
  SELECT pg_notify($8, json_build_object('topic', topic.topic, 'id', $7::text, 'rev', topic.rev)::text) FROM topic
)
SELECT topic.rev FROM topic, noticed`;

/** Topic, rev that is known → rev, upstream, and each row that changed or went since; one row without id: none. */
export const READ_SINCE = `
SELECT t.rev, t.upstream, r.id, r.row
FROM live_topics t LEFT JOIN live_rows r ON r.topic = t.topic AND r.rev > $2
WHERE t.topic = $1`;

/** Topic → rev, upstream, and all rows that there are. */
export const READ_ALL = `
SELECT t.rev, t.upstream, r.id, r.row
FROM live_topics t LEFT JOIN live_rows r ON r.topic = t.topic AND r.row IS NOT NULL
WHERE t.topic = $1`;
