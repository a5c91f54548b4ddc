// SPDX-License-Identifier: EUPL-1.2
/** Presentations: where each is. */

export const PRESENTATION_TABLES = `
CREATE TABLE presentations (
  id uuid PRIMARY KEY,
  publication_id uuid NOT NULL REFERENCES publications,
  owner_id text NOT NULL,
  rev integer NOT NULL,
  state jsonb NOT NULL,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  moved_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3)
);
`;

/** Id, publication, who, state, channel → rev; no row: it is another's, has ended, or the publication is not there. */
export const MOVE = `
WITH moved AS (
  INSERT INTO presentations AS p (id, publication_id, owner_id, rev, state)
  SELECT $1, u.id, $3, 1, $4::jsonb FROM publications u WHERE u.id = $2 AND u.withdrawn_at IS NULL
  ON CONFLICT (id) DO UPDATE SET rev = p.rev + 1, state = excluded.state, moved_at = now()
  WHERE p.owner_id = excluded.owner_id AND p.publication_id = excluded.publication_id AND p.ended_at IS NULL
  RETURNING id, rev
), told AS (SELECT pg_notify($5, json_build_object('id', id, 'rev', rev)::text) FROM moved)
SELECT moved.rev FROM moved, told`;

/** Id, who, channel → rev. */
export const END = `
WITH ended AS (
  UPDATE presentations SET rev = rev + 1, ended_at = now()
  WHERE id = $1 AND owner_id = $2 AND ended_at IS NULL RETURNING id, rev
), told AS (SELECT pg_notify($3, json_build_object('id', id, 'rev', rev)::text) FROM ended)
SELECT ended.rev FROM ended, told`;

export const READ =
  'SELECT rev, publication_id, state, ended_at IS NOT NULL AS ended FROM presentations WHERE id = $1';
