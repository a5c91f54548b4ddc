// SPDX-License-Identifier: EUPL-1.2
/** The table of who is signed in. PostgreSQL 15 or later. */

export const SESSION_TABLE = `
CREATE TABLE sessions (
  -- Of the cookie's value, which is nowhere here: who reads this table cannot be anybody by it.
  key_sha256 bytea PRIMARY KEY CHECK (octet_length(key_sha256) = 32),
  person_id text NOT NULL,
  person_name text NOT NULL,
  role text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
COMMENT ON TABLE sessions IS 'Who is signed in: deleted at sign-out and once expired';`;
