// SPDX-License-Identifier: EUPL-1.2
/** A scenario by its id, for who may see it. */
import type { Queries } from '../database/database';
import { type Asker, type Held, maySee } from './asker';
import { notFound } from './refused';

export interface HeldRow extends Held {
  readonly rev: number;
  readonly city_id: string;
  readonly deleted_at: Date | null;
}

const HELD = 'SELECT rev, owner_id, visibility, city_id, deleted_at FROM scenarios WHERE id = $1';

/** @throws Refused where there is none that `who` may see */
export async function readHeld(queries: Queries, who: Asker, id: string): Promise<HeldRow> {
  return seen(await queries.query<HeldRow>(HELD, [id]), who, id);
}

/** The same, and nobody else changes it until the transaction is over. */
export async function holdVisible(queries: Queries, who: Asker, id: string): Promise<HeldRow> {
  return seen(await queries.query<HeldRow>(`${HELD} FOR UPDATE`, [id]), who, id);
}

/** The same; undefined where there is none at all. @throws Refused where it is not `who`'s to see */
export async function holdIfThere(queries: Queries, who: Asker, id: string): Promise<HeldRow | undefined> {
  const rows = await queries.query<HeldRow>(`${HELD} FOR UPDATE`, [id]);
  return rows.length === 0 ? undefined : seen(rows, who, id);
}

function seen([row]: readonly HeldRow[], who: Asker, id: string): HeldRow {
  if (!row || !maySee(who, row)) throw notFound(id);
  return row;
}
