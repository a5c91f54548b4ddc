// SPDX-License-Identifier: EUPL-1.2
/** The trail of who did what to a scenario: written with what it tells of, and never changed. */
import type { AuditAction, AuditLine } from '../../scenario/kept-scenario';
import type { Person } from '../../scenario/roles';
import type { Queries } from '../database/database';
import type { Asker } from './asker';
import { Refused } from './refused';
import { readHeld } from './scenario-held';

/** Within the transaction of what it tells of. */
export async function note(
  queries: Queries,
  who: Person,
  scenarioId: string,
  action: AuditAction,
  rev: number | null,
): Promise<void> {
  await queries.query(
    'INSERT INTO audit_lines (scenario_id, who_id, who, role, action, rev) VALUES ($1, $2, $3, $4, $5, $6)',
    [scenarioId, who.id, who.name, who.role, action, rev],
  );
}

/** For who made the scenario, and for administrators. @throws Refused */
export async function auditOf(queries: Queries, who: Asker, id: string): Promise<readonly AuditLine[]> {
  const held = await readHeld(queries, who, id);
  if (who === null || (held.owner_id !== who.id && who.role !== 'admin'))
    throw new Refused('not-allowed', 'the trail is for who made the scenario, and for administrators');
  const rows = await queries.query<Omit<AuditLine, 'at'> & { at: Date }>(
    'SELECT at, who, role, action, rev FROM audit_lines WHERE scenario_id = $1 ORDER BY number',
    [id],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
