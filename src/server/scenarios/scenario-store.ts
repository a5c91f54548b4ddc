// SPDX-License-Identifier: EUPL-1.2
/**
 * Scenarios as they are kept. Every save is a revision on top of the one it began from: where another came between,
 * the save is refused and told what there is now. The same save asked twice is answered twice and kept once.
 */
import type {
  KeptHead,
  KeptScenario,
  SaveAnswer,
  SaveRequest,
  Visibility,
} from '../../scenario/kept-scenario';
import type { Person } from '../../scenario/roles';
import type { Database, Queries } from '../database/database';
import { type Asker, type Held, mayChange, maySee, mayShowTo, visibleTo } from './asker';
import { note } from './audit';
import { notFound, Refused } from './refused';
import { type CheckedFile, checkedFile } from './scenario-file';
import { type HeldRow, holdIfThere, holdVisible } from './scenario-held';

interface HeadRow extends Held {
  readonly id: string;
  readonly rev: number;
  readonly city_id: string;
  readonly owner_name: string;
  readonly name: string;
  readonly description: string;
  readonly measures: number;
  readonly parent_id: string | null;
  readonly parent_rev: number | null;
  readonly created_at: Date;
  readonly saved_at: Date;
  readonly saved_by: string;
  readonly deleted_at: Date | null;
}

export interface ListQuestion {
  readonly cityId: string;
  /** The bin instead of the table. */
  readonly deleted: boolean;
  /** The mark that the list before ended with. */
  readonly after: string | null;
}
export interface List {
  readonly scenarios: readonly KeptHead[];
  /** Asks for the rest; null: that was all. */
  readonly next: string | null;
}

const HEAD = `s.id, s.rev, s.city_id, s.owner_id, s.owner_name, s.visibility, s.name, s.description, s.measures,
  s.parent_id, s.parent_rev, s.created_at, s.saved_at, s.saved_by, s.deleted_at`;
export const MOST_LISTED = 1000;
/** Of one person in one such span, one revision is kept of those that have no name. */
const SPAN = '10 minutes';

export class ScenarioStore {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(who: Asker, { cityId, deleted, after }: ListQuestion): Promise<List> {
    const [at, id] = after?.split('_') ?? [null, null];
    const visible = visibleTo(who, 4);
    const rows = await this.database.query<HeadRow>(
      `SELECT ${HEAD} FROM scenarios s
       WHERE s.city_id = $1 AND s.deleted_at IS ${deleted ? 'NOT NULL' : 'NULL'} AND ${visible.sql}
         AND ($2::timestamptz IS NULL OR (s.saved_at, s.id) < ($2::timestamptz, $3::uuid))
       ORDER BY s.saved_at DESC, s.id DESC LIMIT ${MOST_LISTED + 1}`,
      [cityId, at ?? null, id ?? null, ...visible.values],
    );
    const shown = rows.slice(0, MOST_LISTED);
    const last = rows.length > MOST_LISTED ? shown.at(-1) : undefined;
    return {
      scenarios: shown.map((row) => headOf(row, who)),
      next: last ? `${last.saved_at.toISOString()}_${last.id}` : null,
    };
  }

  /** Also one in the bin, for who may see it. @throws Refused */
  async read(who: Asker, id: string): Promise<KeptScenario> {
    return readIn(this.database, who, id);
  }

  /** @throws Refused */
  async save(who: Person, id: string, request: SaveRequest): Promise<SaveAnswer> {
    const file = checkedFile(request.file);
    return this.database.transaction((queries) => saveIn(queries, who, id, request, file));
  }

  /** Into the bin, and out of it. @throws Refused */
  async setDeleted(who: Person, id: string, deleted: boolean): Promise<void> {
    await this.database.transaction(async (queries) => {
      const held = await holdVisible(queries, who, id);
      // What is a colleague's is not another's to throw away.
      if (held.owner_id !== who.id && who.role !== 'admin')
        throw new Refused('not-allowed', 'only who made it deletes it or brings it back');
      if (!mayChange(who, held))
        throw new Refused('not-allowed', 'what everybody sees is a publisher’s to delete');
      if ((held.deleted_at !== null) === deleted) return;
      await queries.query(`UPDATE scenarios SET deleted_at = ${deleted ? 'now()' : 'NULL'} WHERE id = $1`, [
        id,
      ]);
      await note(queries, who, id, deleted ? 'deleted' : 'restored', held.rev);
    });
  }
}

/** @throws Refused where there is none that `who` may see */
export async function readIn(queries: Queries, who: Asker, id: string): Promise<KeptScenario> {
  const [row] = await queries.query<HeadRow & { body: unknown }>(
    `SELECT ${HEAD}, r.body FROM scenarios s
     JOIN scenario_revisions r ON r.scenario_id = s.id AND r.rev = s.rev WHERE s.id = $1`,
    [id],
  );
  if (!row || !maySee(who, row)) throw notFound(id);
  return { ...headOf(row, who), file: row.body };
}

async function saveIn(
  queries: Queries,
  who: Person,
  id: string,
  request: SaveRequest,
  file: CheckedFile,
): Promise<SaveAnswer> {
  const held = await holdIfThere(queries, who, id);
  if (!held) {
    if (request.baseRev !== 0) throw notFound(id);
    if (await insert(queries, who, id, request, file)) return addRevision(queries, who, id, 1, request, file);
    // Somebody made it in the meantime: it is there now.
    return saveIn(queries, who, id, request, file);
  }
  const before = await savedAs(queries, id, request.saveId);
  if (before) return before;
  if (held.deleted_at !== null) throw new Refused('deleted', `${id} is in the bin`);
  if (!mayChange(who, held)) throw new Refused('not-allowed', 'this scenario is not yours to change');
  if (held.rev !== request.baseRev)
    throw new Refused('conflict', `revision ${held.rev} came after ${request.baseRev}`, {
      current: await readIn(queries, who, id),
    });
  if (held.city_id !== request.cityId)
    throw new Refused('bad-request', `this scenario is of the city ${held.city_id}, not ${request.cityId}`);
  if (!mayShowTo(who, held, request.visibility))
    throw new Refused('not-allowed', `you cannot show this scenario to: ${request.visibility}`);
  return update(queries, who, id, held, request, file);
}

/** False where the id has been taken since it was looked for. @throws Refused */
async function insert(
  queries: Queries,
  who: Person,
  id: string,
  { cityId, visibility, parent }: SaveRequest,
  { name, description, measures }: CheckedFile,
): Promise<boolean> {
  if (!mayShowTo(who, { owner_id: who.id, visibility: 'private' }, visibility))
    throw new Refused('not-allowed', `you cannot show a scenario to: ${visibility}`);
  if (parent) await readIn(queries, who, parent.id);
  const made = await queries.query(
    `INSERT INTO scenarios (id, rev, city_id, owner_id, owner_name, visibility, name, description, measures,
       parent_id, parent_rev, saved_by)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $4) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[id, cityId, who.id, who.name, visibility, name, description, measures],
      ...[parent?.id ?? null, parent?.rev ?? null],
    ],
  );
  return made.length > 0;
}

async function update(
  queries: Queries,
  who: Person,
  id: string,
  held: HeldRow,
  request: SaveRequest,
  file: CheckedFile,
): Promise<SaveAnswer> {
  const { visibility } = request;
  const isSame = await queries.query<{ at: Date }>(
    `SELECT saved_at AS at FROM scenario_revisions
     WHERE scenario_id = $1 AND rev = $2 AND body = $3::jsonb`,
    [id, held.rev, file.body],
  );
  if (isSame[0] && visibility === held.visibility && request.note === '')
    return { id, rev: held.rev, savedAt: isSame[0].at.toISOString() };
  const rev = held.rev + 1;
  await queries.query(
    `UPDATE scenarios SET rev = $2, visibility = $3, name = $4, description = $5, measures = $6,
       saved_at = now(), saved_by = $7 WHERE id = $1`,
    [id, rev, visibility, file.name, file.description, file.measures, who.name],
  );
  if (visibility !== held.visibility) await note(queries, who, id, 'shown-to', rev);
  const answer = await addRevision(queries, who, id, rev, request, file);
  await thinOut(queries, who, id, held.rev);
  return answer;
}

async function addRevision(
  queries: Queries,
  who: Person,
  id: string,
  rev: number,
  { saveId, note: called }: SaveRequest,
  { body, name, measures }: CheckedFile,
): Promise<SaveAnswer> {
  const [row] = await queries.query<{ at: Date }>(
    `INSERT INTO scenario_revisions (scenario_id, rev, save_id, note, name, measures, body, saved_by_id, saved_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) RETURNING saved_at AS at`,
    [id, rev, saveId, called, name, measures, body, who.id, who.name],
  );
  await note(queries, who, id, rev === 1 ? 'created' : 'saved', rev);
  return { id, rev, savedAt: (row as { at: Date }).at.toISOString() };
}

/**
 * A page saves at every pause: of what one person saved within one span the last is kept. Never one that has a name,
 * that another began as, that was published or answered.
 */
async function thinOut(queries: Queries, who: Person, id: string, rev: number): Promise<void> {
  await queries.query(
    `DELETE FROM scenario_revisions r
     WHERE r.scenario_id = $1 AND r.rev = $2 AND r.note = '' AND r.saved_by_id = $3 AND r.rev > 1
       AND date_bin('${SPAN}', r.saved_at, 'epoch') = date_bin('${SPAN}', now(), 'epoch')
       AND NOT EXISTS (SELECT 1 FROM scenarios s WHERE s.parent_id = $1 AND s.parent_rev = $2)
       AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.scenario_id = $1 AND p.rev = $2)
       AND NOT EXISTS (SELECT 1 FROM answers a WHERE a.scenario_id = $1 AND a.rev = $2)`,
    [id, rev, who.id],
  );
}

/** What the same save was answered before; undefined: it was not. */
async function savedAs(queries: Queries, id: string, saveId: string): Promise<SaveAnswer | undefined> {
  const [row] = await queries.query<{ rev: number; at: Date }>(
    'SELECT rev, saved_at AS at FROM scenario_revisions WHERE scenario_id = $1 AND save_id = $2',
    [id, saveId],
  );
  return row && { id, rev: row.rev, savedAt: row.at.toISOString() };
}

/** Names of who works on it are told to colleagues, not to everybody. */
function headOf(row: HeadRow, who: Asker): KeptHead {
  const named = (name: string) => (who === null ? '' : name);
  const { id, rev, name, description, measures, parent_id, parent_rev } = row;
  return {
    ...{ id, rev, name, description, measures },
    cityId: row.city_id,
    visibility: row.visibility as Visibility,
    owner: named(row.owner_name),
    isMine: who !== null && row.owner_id === who.id,
    parent: parent_id === null || parent_rev === null ? null : { id: parent_id, rev: parent_rev },
    createdAt: row.created_at.toISOString(),
    savedAt: row.saved_at.toISOString(),
    savedBy: named(row.saved_by),
    deletedAt: row.deleted_at?.toISOString() ?? null,
  };
}
