// SPDX-License-Identifier: EUPL-1.2
/** What was published of a scenario: a copy of it and of its answer, which no later change touches. */
import type { PublicationHead, PublicationRequest, PublishedOutcome } from '../../scenario/publication';
import type { Person } from '../../scenario/roles';
import type { Database } from '../database/database';
import { mayChange } from './asker';
import { note } from './audit';
import { Refused } from './refused';
import { withoutNotes } from './scenario-file';
import { holdVisible } from './scenario-held';

interface PublicationRow {
  readonly id: string;
  readonly city_id: string;
  readonly scenario_id: string;
  readonly rev: number;
  readonly title: string;
  readonly answer_key: string;
  readonly published_at: Date;
  readonly published_by: string;
  readonly withdrawn_at: Date | null;
}

const HEAD = 'id, city_id, scenario_id, rev, title, answer_key, published_at, published_by, withdrawn_at';

export class PublicationStore {
  constructor(private readonly database: Database) {}

  /** Newest first, those withdrawn too. */
  async list(cityId: string): Promise<readonly PublicationHead[]> {
    const rows = await this.database.query<PublicationRow>(
      `SELECT ${HEAD} FROM publications WHERE city_id = $1 ORDER BY published_at DESC, id`,
      [cityId],
    );
    return rows.map(headOf);
  }

  /** The same id again is the same publication. @throws Refused, as all of these */
  async publish(who: Person, id: string, request: PublicationRequest): Promise<PublicationHead> {
    const { scenarioId, rev, answerKey, title, digest } = request;
    return this.database.transaction(async (queries) => {
      const held = await holdVisible(queries, who, scenarioId);
      if (held.deleted_at !== null) throw new Refused('deleted', `${scenarioId} is in the bin`);
      if (!mayChange(who, held)) throw new Refused('not-allowed', 'this scenario is not yours to publish');
      const [revision] = await queries.query<{ body: object }>(
        'SELECT body FROM scenario_revisions WHERE scenario_id = $1 AND rev = $2',
        [scenarioId, rev],
      );
      if (!revision) throw new Refused('not-found', `no revision ${rev} of ${scenarioId}`);
      const made = await queries.query<PublicationRow>(
        `INSERT INTO publications (id, city_id, scenario_id, rev, title, body, digest, answer_key, answer, published_by)
         SELECT $1, $2, a.scenario_id, $4, $5, $9::jsonb, $6::jsonb, a.key, a.bytes, $8
         FROM answers a WHERE a.scenario_id = $3 AND a.key = $7
         ON CONFLICT (id) DO NOTHING RETURNING ${HEAD}`,
        [
          ...[id, held.city_id, scenarioId, rev, title, JSON.stringify(digest), answerKey, who.name],
          withoutNotes(revision.body),
        ],
      );
      if (made[0]) {
        await note(queries, who, scenarioId, 'published', rev);
        return headOf(made[0]);
      }
      const [there] = await queries.query<PublicationRow & { is_same: boolean }>(
        `SELECT ${HEAD}, (scenario_id = $2 AND rev = $3 AND answer_key = $4 AND title = $5 AND digest = $6::jsonb)
           AS is_same FROM publications WHERE id = $1`,
        [id, scenarioId, rev, answerKey, title, JSON.stringify(digest)],
      );
      if (!there) throw new Refused('not-found', `no answer ${answerKey} of ${scenarioId}`);
      if (!there.is_same) throw new Refused('bad-request', `${id} is another publication`);
      return headOf(there);
    });
  }

  /** Of one that was withdrawn, that it was: nothing of what it said. */
  async read(id: string): Promise<PublishedOutcome> {
    const [row] = await this.database.query<PublicationRow & { body: unknown; digest: unknown }>(
      `SELECT ${HEAD}, body, digest FROM publications WHERE id = $1`,
      [id],
    );
    if (!row) throw new Refused('not-found', `no publication ${id}`);
    const isThere = row.withdrawn_at === null;
    return { ...headOf(row), file: isThere ? row.body : null, digest: isThere ? row.digest : null };
  }

  async answer(id: string): Promise<Uint8Array> {
    const [row] = await this.database.query<{ answer: Uint8Array; withdrawn_at: Date | null }>(
      'SELECT answer, withdrawn_at FROM publications WHERE id = $1',
      [id],
    );
    if (!row) throw new Refused('not-found', `no publication ${id}`);
    if (row.withdrawn_at !== null) throw new Refused('deleted', `the publication ${id} was withdrawn`);
    return row.answer;
  }

  async withdraw(who: Person, id: string): Promise<void> {
    await this.database.transaction(async (queries) => {
      const [row] = await queries.query<PublicationRow>(
        `SELECT ${HEAD} FROM publications WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!row) throw new Refused('not-found', `no publication ${id}`);
      if (row.withdrawn_at !== null) return;
      await queries.query('UPDATE publications SET withdrawn_at = now() WHERE id = $1', [id]);
      await note(queries, who, row.scenario_id, 'withdrawn', row.rev);
    });
  }
}

function headOf(row: PublicationRow): PublicationHead {
  return {
    id: row.id,
    cityId: row.city_id,
    scenarioId: row.scenario_id,
    rev: row.rev,
    title: row.title,
    answerKey: row.answer_key,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}
