// SPDX-License-Identifier: EUPL-1.2
/**
 * The tables of scenarios, their history, their answers and what was published. PostgreSQL 15 or later. Moments to the
 * millisecond, as a page knows them.
 */

export const SCENARIO_TABLES = `
CREATE TABLE scenarios (
  id uuid PRIMARY KEY,
  rev integer NOT NULL CHECK (rev > 0),
  city_id text NOT NULL,
  owner_id text NOT NULL,
  owner_name text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('private', 'office', 'public')),
  -- Of the present revision, so that a list reads no bodies.
  name text NOT NULL,
  description text NOT NULL,
  measures integer NOT NULL,
  -- What it began as; there even where that has been deleted since.
  parent_id uuid REFERENCES scenarios,
  parent_rev integer,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  saved_at timestamptz(3) NOT NULL DEFAULT now(),
  saved_by text NOT NULL,
  deleted_at timestamptz(3),
  CHECK ((parent_id IS NULL) = (parent_rev IS NULL))
);
CREATE INDEX scenarios_by_saved ON scenarios (city_id, saved_at DESC, id);

CREATE TABLE scenario_revisions (
  scenario_id uuid NOT NULL REFERENCES scenarios,
  rev integer NOT NULL,
  -- Of the page's request: the same again is the same save.
  save_id uuid NOT NULL,
  note text NOT NULL,
  name text NOT NULL,
  measures integer NOT NULL,
  body jsonb NOT NULL,
  saved_at timestamptz(3) NOT NULL DEFAULT now(),
  saved_by_id text NOT NULL,
  saved_by text NOT NULL,
  PRIMARY KEY (scenario_id, rev),
  UNIQUE (scenario_id, save_id)
);

CREATE TABLE answers (
  scenario_id uuid NOT NULL REFERENCES scenarios,
  key text NOT NULL,
  rev integer NOT NULL,
  bytes bytea NOT NULL,
  saved_at timestamptz(3) NOT NULL DEFAULT now(),
  saved_by text NOT NULL,
  PRIMARY KEY (scenario_id, key)
);

-- A copy of everything: what was published does not change with the scenario.
CREATE TABLE publications (
  id uuid PRIMARY KEY,
  city_id text NOT NULL,
  scenario_id uuid NOT NULL REFERENCES scenarios,
  rev integer NOT NULL,
  title text NOT NULL,
  body jsonb NOT NULL,
  digest jsonb NOT NULL,
  answer_key text NOT NULL,
  answer bytea NOT NULL,
  published_at timestamptz(3) NOT NULL DEFAULT now(),
  published_by text NOT NULL,
  withdrawn_at timestamptz(3)
);
CREATE INDEX publications_by_time ON publications (city_id, published_at DESC);

CREATE TABLE audit_lines (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scenario_id uuid NOT NULL REFERENCES scenarios,
  at timestamptz(3) NOT NULL DEFAULT now(),
  who_id text NOT NULL,
  who text NOT NULL,
  role text NOT NULL,
  action text NOT NULL,
  rev integer
);
CREATE INDEX audit_lines_by_scenario ON audit_lines (scenario_id, number);
`;
