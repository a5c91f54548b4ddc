// SPDX-License-Identifier: EUPL-1.2
/** What a scenario was: its revisions, and the answers that were given to them. */
import type { KeptAnswerHead, KeptRevision } from '../../scenario/kept-scenario';
import type { Person } from '../../scenario/roles';
import type { Database } from '../database/database';
import { type Asker, mayChange } from './asker';
import { note } from './audit';
import { notFound, Refused } from './refused';
import { holdVisible, readHeld } from './scenario-held';

export class ScenarioHistory {
  constructor(private readonly database: Database) {}

  /** Newest first. @throws Refused, as all of these */
  async revisions(who: Asker, id: string): Promise<readonly KeptRevision[]> {
    await readHeld(this.database, who, id);
    const rows = await this.database.query<{
      rev: number;
      saved_at: Date;
      saved_by: string;
      note: string;
      name: string;
      measures: number;
    }>(
      `SELECT rev, saved_at, saved_by, note, name, measures FROM scenario_revisions
       WHERE scenario_id = $1 ORDER BY rev DESC`,
      [id],
    );
    return rows.map(({ rev, saved_at, saved_by, note, name, measures }) => ({
      ...{ rev, note, name, measures },
      savedAt: saved_at.toISOString(),
      savedBy: who === null ? '' : saved_by,
    }));
  }

  /** The file that a revision was. */
  async revision(who: Asker, id: string, rev: number): Promise<unknown> {
    await readHeld(this.database, who, id);
    const [row] = await this.database.query<{ body: unknown }>(
      'SELECT body FROM scenario_revisions WHERE scenario_id = $1 AND rev = $2',
      [id, rev],
    );
    if (!row) throw new Refused('not-found', `no revision ${rev} of ${id}`);
    return row.body;
  }

  /** Keeps what was answered to a revision; the same key again says the same. */
  async keepAnswer(who: Person, id: string, key: string, rev: number, bytes: Uint8Array): Promise<void> {
    await this.database.transaction(async (queries) => {
      const held = await holdVisible(queries, who, id);
      if (!mayChange(who, held)) throw new Refused('not-allowed', 'this scenario is not yours to change');
      if (held.deleted_at !== null) throw new Refused('deleted', `${id} is in the bin`);
      const [revision] = await queries.query(
        'SELECT rev FROM scenario_revisions WHERE scenario_id = $1 AND rev = $2',
        [id, rev],
      );
      if (!revision) throw new Refused('not-found', `no revision ${rev} of ${id}`);
      const made = await queries.query(
        `INSERT INTO answers (scenario_id, key, rev, bytes, saved_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (scenario_id, key) DO NOTHING RETURNING key`,
        [id, key, rev, bytes, who.name],
      );
      if (made.length > 0) await note(queries, who, id, 'answered', rev);
    });
  }

  /** Newest first. */
  async answers(who: Asker, id: string): Promise<readonly KeptAnswerHead[]> {
    await readHeld(this.database, who, id);
    const rows = await this.database.query<{
      key: string;
      rev: number;
      saved_at: Date;
      saved_by: string;
      bytes: number;
    }>(
      `SELECT key, rev, saved_at, saved_by, octet_length(bytes) AS bytes FROM answers
       WHERE scenario_id = $1 ORDER BY saved_at DESC, key`,
      [id],
    );
    return rows.map(({ saved_at, saved_by, ...row }) => ({
      ...row,
      savedAt: saved_at.toISOString(),
      savedBy: who === null ? '' : saved_by,
    }));
  }

  async answer(who: Asker, id: string, key: string): Promise<Uint8Array> {
    await readHeld(this.database, who, id);
    const [row] = await this.database.query<{ bytes: Uint8Array }>(
      'SELECT bytes FROM answers WHERE scenario_id = $1 AND key = $2',
      [id, key],
    );
    if (!row) throw notFound(`${id}/answers/${key}`);
    return row.bytes;
  }
}
