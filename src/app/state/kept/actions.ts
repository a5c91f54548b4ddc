// SPDX-License-Identifier: EUPL-1.2
/** What a person does with kept scenarios, beside editing one. */

import { restoreScenario } from '../../../scenario/history';
import type {
  AuditLine,
  KeepFault,
  KeptHead,
  KeptRevision,
  Visibility,
} from '../../../scenario/kept-scenario';
import type { Choices } from '../../../scenario/merge';
import { readScenario } from '../../../scenario/saved-file';
import { EMPTY_SCENARIO, type Scenario } from '../../../scenario/scenario';
import { act } from '../scenario';
import type { Keeper } from './keeper';
import { type Listed, listed, ofRecord } from './listed';
import { decided, fetchedRecord, isDirty, type KeptRecord, met, newRecord } from './record';
import { scenarioOf, textOf } from './scenario-text';
import type { Answered } from './server';
import { theirsOf } from './theirs';

/** Why something could not be done: what the server said, that it says nothing, or that there is none. */
export class KeepError extends Error {
  constructor(readonly fault: KeepFault | 'away' | 'no-server') {
    super(fault);
    this.name = 'KeepError';
  }
}

/** What was answered. @throws KeepError where it was not what was asked for. */
export function answered<T>(answer: Answered<T>): T {
  if (answer.kind === 'ok') return answer.value;
  if (answer.kind === 'refused') throw new KeepError(answer.refusal.error);
  throw new KeepError(answer.kind === 'absent' ? 'no-server' : 'away');
}

/** Of the scenario on the desk. Resolves once it is kept here; the server hears of it by itself. */
export async function showTo(keeper: Keeper, id: string, visibility: Visibility): Promise<void> {
  await keeper.change(id, (record) => record && { ...record, visibility, refused: null });
}

/** Calls the version of now by a name: the server makes a revision of it, were nothing else changed. */
export async function nameVersion(keeper: Keeper, id: string, name: string): Promise<void> {
  await keeper.change(id, (record) => record && { ...record, note: name, refused: null });
}

/** What both have changed is as a person chose. @throws ScenarioFileError where the two together are too large. */
export async function decide(keeper: Keeper, id: string, choices: Choices): Promise<void> {
  await keeper.change(id, (record) => record && decided(record, choices));
}

/**
 * Goes on with a scenario of one's own, a variant of the one on the desk. That is left as the server has it, where
 * somebody else has saved it; with what this browser has of it otherwise.
 */
export async function branch(keeper: Keeper, name: string): Promise<void> {
  const { desk, records, clock, provenance } = keeper.parts;
  await keeper.flush();
  const onDesk = desk.read();
  if (!onDesk) return;
  const from = await records.get(onDesk.id);
  const scenario: Scenario = { ...onDesk.present, name };
  const id = clock.newId();
  const fresh = newRecord(id, {
    text: textOf(scenario),
    provenance: provenance(from?.provenance ?? null),
    atMs: clock.nowMs(),
  });
  const parent = from && { id: from.id, rev: (from.conflict ?? from.saved)?.rev ?? 0 };
  await records.update(id, () => ({ ...fresh, parent }));
  desk.open(scenarioOf(fresh.text), id);
  await keeper.flush();
  if (from?.conflict || from?.refused) await keeper.change(from.id, (record) => record && asSaved(record));
  if (keeper.local === null) void keeper.sync.now(id);
}

/** As the server has it: what this browser made of it is in a variant. Null: the server has nothing. */
function asSaved(record: KeptRecord): KeptRecord | null {
  const { conflict, saved, id } = record;
  if (conflict) return fetchedRecord(id, conflict, record.parent, Date.parse(conflict.savedAt));
  if (!saved) return null;
  const theirs = { ...saved, by: '', isMine: record.isMine, provenance: record.provenance };
  return fetchedRecord(id, theirs, record.parent, Date.parse(saved.savedAt));
}

/** Puts a kept scenario on the desk, as a step that can be undone. @throws KeepError */
export async function openKept(keeper: Keeper, id: string): Promise<void> {
  const { desk, tell } = keeper.parts;
  await keeper.flush();
  const record = await bring(keeper, id);
  // Opened twice, as by a double click: it is there, and what came with the answer is taken in.
  if (desk.read()?.id === id) return void (await keeper.change(id, (now) => now));
  desk.open(scenarioOf(record.text), id);
  tell({ changes: keeper.changesOf(record), came: null, forked: false });
}

/** What a kept scenario says, without putting it on the desk. @throws KeepError, or a ScenarioFileError where it cannot be read. */
export async function readKept(keeper: Keeper, id: string): Promise<Scenario> {
  await keeper.flush();
  return scenarioOf((await bring(keeper, id)).text);
}

/** What this browser has of it, with what the server has. @throws KeepError */
async function bring(keeper: Keeper, id: string): Promise<KeptRecord> {
  const { records, server, clock } = keeper.parts;
  const here = await records.get(id);
  if (here && (keeper.local === 'no-server' || here.sent || !here.saved)) return here;
  const answer = await server.get(id);
  // What cannot be asked for now is opened as this browser has it.
  if (here && answer.kind !== 'ok') return here;
  const there = answered(answer);
  const theirs = theirsOf(there);
  const record = await records.update(id, (now) => {
    if (!now) return fetchedRecord(id, theirs, there.parent, clock.nowMs());
    // Where another tab has heard of the server meanwhile, this answer may be the older one.
    return here && now.saved?.rev !== here.saved?.rev ? now : met(now, theirs);
  });
  if (!record) throw new KeepError('not-found');
  if (keeper.local === null && isDirty(record)) keeper.sync.soon(id);
  return record;
}

export interface ScenarioList {
  readonly scenarios: readonly Listed[];
  /** Why the server's are not among them; null: they are. */
  readonly fault: KeepError['fault'] | null;
}

/** Lists of so many pages are whole. */
const MOST_PAGES = 20;

/** All that may be seen, or what is in the bin. */
export async function listAll(keeper: Keeper, deleted = false): Promise<ScenarioList> {
  const { records, nobodys, server, cityId } = keeper.parts;
  await keeper.flush();
  const made = [...(await records.all().catch(() => [])), ...((await nobodys?.all().catch(() => [])) ?? [])];
  const here = made.filter(({ deletedAt }) => (deletedAt !== null) === deleted);
  const ofBrowser = deleted ? here.map(ofRecord) : listed([], here);
  if (keeper.local === 'no-server') return { scenarios: ofBrowser, fault: null };
  try {
    const heads: KeptHead[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { scenarios, next } = answered(await server.list({ cityId, deleted, ...(after && { after }) }));
      heads.push(...scenarios);
      if (next === null) break;
      after = next;
    }
    const unknown = here.filter((record) => !deleted || !heads.some(({ id }) => id === record.id));
    return {
      scenarios: deleted ? [...listed(heads, []), ...unknown.map(ofRecord)] : listed(heads, here),
      fault: null,
    };
  } catch (error) {
    return { scenarios: ofBrowser, fault: error instanceof KeepError ? error.fault : 'away' };
  }
}

/** Puts it into the bin; where it is on the desk, an empty one takes its place. @throws KeepError */
export async function throwAway(keeper: Keeper, id: string): Promise<void> {
  const { records, server, desk, clock } = keeper.parts;
  await keeper.flush();
  // What is on its way there comes first: else it would be made after it was taken away.
  if (keeper.local === null && (await records.get(id))?.sent) await keeper.sync.now(id);
  const record = await records.get(id);
  if (!record || record.saved) answered(await server.remove(id));
  else if (keeper.local !== 'no-server' && (record.sent || record.deletedAt !== null)) {
    // The server may have it, though it could not say so.
    const answer = await server.remove(id);
    if (answer.kind !== 'refused' || answer.refusal.error !== 'not-found') answered(answer);
  }
  const deletedAt = new Date(clock.nowMs()).toISOString();
  await records.update(id, (there) => there && { ...there, deletedAt, sent: null });
  if (desk.read()?.id === id) desk.open(EMPTY_SCENARIO, clock.newId());
  await keeper.flush();
}

/** Takes it out of the bin. @throws KeepError */
export async function takeBack(keeper: Keeper, id: string): Promise<void> {
  const { records, server } = keeper.parts;
  const record = await records.get(id);
  if (!record || record.saved) answered(await server.restore(id));
  await keeper.change(id, (there) => there && { ...there, deletedAt: null, refused: null });
}

/** What it was, newest first. @throws KeepError */
export const revisionsOf = async (keeper: Keeper, id: string): Promise<readonly KeptRevision[]> =>
  answered(await keeper.parts.server.revisions(id)).revisions;

/** Who did what to it, oldest first. @throws KeepError */
export const trailOf = async (keeper: Keeper, id: string): Promise<readonly AuditLine[]> =>
  answered(await keeper.parts.server.trail(id)).lines;

/** What it was then. @throws KeepError, or a ScenarioFileError where it cannot be read. */
export async function revisionOf(keeper: Keeper, id: string, rev: number): Promise<Scenario> {
  const { file } = answered(await keeper.parts.server.revision(id, rev));
  // Read from its own text: as it is written, which a database may have put in another order.
  return scenarioOf(textOf(readScenario(JSON.stringify(file)).scenario));
}

/** Makes it what it was then: a step that can be undone, and a new revision. */
export const bringRevision = (scenario: Scenario): void => act(() => restoreScenario(scenario));

/** What the server has of a scenario, as a revision of it. */
export interface SavedRevision {
  readonly id: string;
  readonly rev: number;
  readonly scenario: Scenario;
}

/**
 * Brings a kept scenario, that on the desk where none is named, to the server and says which revision it is there, for
 * whoever refers to it.
 * @throws KeepError where it is not there.
 */
export async function savedRevision(
  keeper: Keeper,
  id: string | undefined = keeper.parts.desk.read()?.id,
): Promise<SavedRevision> {
  const { records } = keeper.parts;
  await keeper.flush();
  if (!id) throw new KeepError('not-found');
  if (keeper.local) throw new KeepError(keeper.local);
  await keeper.sync.now(id);
  const record = await records.get(id);
  if (record?.conflict) throw new KeepError('conflict');
  if (record?.refused) throw new KeepError(record.refused.error);
  if (!record?.saved || record.sent || isDirty(record)) throw new KeepError('away');
  return { id, rev: record.saved.rev, scenario: scenarioOf(record.text) };
}
