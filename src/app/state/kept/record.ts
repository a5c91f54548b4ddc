// SPDX-License-Identifier: EUPL-1.2
/**
 * A scenario as this browser keeps it: what it says now, what the server had of it last, and what is on its way
 * there. Pure: every change is a function from a record to another one, so that it can be made within one
 * transaction of the browser's database, where no other tab comes between.
 */
import type { Branching, Refusal, SaveRequest, Visibility } from '../../../scenario/kept-scenario';
import { type Choices, type Merge, merge } from '../../../scenario/merge';
import { areListsShort, type Provenance, readScenario, writeScenario } from '../../../scenario/saved-file';
import type { Scenario } from '../../../scenario/scenario';
import { EMPTY_TEXT, fingerprint, scenarioOf, textOf } from './scenario-text';

/** What the server has, or had when it was last heard of. */
export interface Saved {
  readonly rev: number;
  /** As scenario-text.ts writes it. */
  readonly text: string;
  readonly visibility: Visibility;
  /** ISO 8601, of the server. */
  readonly savedAt: string;
}
/** What somebody else has made of it. */
export interface Theirs extends Saved {
  readonly by: string;
  /** Whether whoever sits here made the scenario. */
  readonly isMine: boolean;
  readonly provenance: Provenance;
}

/** A save on its way: asked again as it is until it is answered, so that it is never done twice. */
export interface Sent {
  readonly saveId: string;
  readonly baseRev: number;
  readonly text: string;
  readonly provenance: Provenance;
  readonly visibility: Visibility;
  readonly parent: Branching | null;
  readonly note: string;
}

export interface KeptRecord {
  /** Of the scenario: a UUID. */
  readonly id: string;
  readonly text: string;
  readonly provenance: Provenance;
  /** Goes up with every change of the text, in whichever tab. */
  readonly edition: number;
  /** Fingerprints of the last editions, the newest first: which texts came before this one. */
  readonly trail: readonly string[];
  /** Whose changes the last edition brought in; empty: made in this browser. */
  readonly by: string;
  readonly visibility: Visibility;
  readonly parent: Branching | null;
  /** Whether it was made here, or by whoever sits here: only they say who sees it, and throw it away. */
  readonly isMine: boolean;
  /** What the next version is to be called; empty: nothing. */
  readonly note: string;
  /** Null: the server has never had it. */
  readonly saved: Saved | null;
  readonly sent: Sent | null;
  /** What somebody else saved that both changed: nothing is sent until a person has decided. */
  readonly conflict: Theirs | null;
  /** Why the server did not take it; it is asked again once it has changed. */
  readonly refused: Pick<Refusal, 'error' | 'at'> | null;
  /** ISO 8601, of this browser. */
  readonly changedAt: string;
  /** Of one that was never on the server: since when it is in the bin. */
  readonly deletedAt: string | null;
}

/** Editions whose fingerprints are remembered. */
const LONGEST_TRAIL = 100;

/** One that nobody has kept yet. */
export function newRecord(
  id: string,
  { text, provenance, atMs }: { text: string; provenance: Provenance; atMs: number },
): KeptRecord {
  return {
    id,
    text,
    provenance,
    edition: 1,
    trail: [fingerprint(text)],
    by: '',
    visibility: 'private',
    parent: null,
    isMine: true,
    note: '',
    saved: null,
    sent: null,
    conflict: null,
    refused: null,
    changedAt: new Date(atMs).toISOString(),
    deletedAt: null,
  };
}

/** With another text; `by` whose changes are in it. */
function withText(record: KeptRecord, text: string, by = ''): KeptRecord {
  if (text === record.text) return record;
  return {
    ...record,
    text,
    by,
    edition: record.edition + 1,
    trail: [fingerprint(text), ...record.trail].slice(0, LONGEST_TRAIL),
    refused: null,
  };
}

/** With what a person has just made of it. */
export function edited(
  record: KeptRecord,
  { text, provenance, atMs }: { text: string; provenance: Provenance; atMs: number },
): KeptRecord {
  if (text === record.text) return record;
  return { ...withText(record, text), provenance, changedAt: new Date(atMs).toISOString() };
}

/** Whether there is something that the server has not. */
export function isDirty({ text, note, visibility, saved, deletedAt }: KeptRecord): boolean {
  // One that says nothing is never saved, nor put over what was.
  if (deletedAt !== null || text === EMPTY_TEXT) return false;
  if (!saved) return true;
  return note !== '' || text !== saved.text || visibility !== saved.visibility;
}

/** The record with a save on its way, where there is something to save and nothing that keeps it back. */
export function toSend(record: KeptRecord, saveId: string): KeptRecord {
  const { sent, conflict, refused, text, provenance, visibility, parent, note, saved } = record;
  if (sent || conflict || refused || !isDirty(record)) return record;
  return {
    ...record,
    sent: { saveId, baseRev: saved?.rev ?? 0, text, provenance, visibility, parent, note },
  };
}

/** What is asked of the server. A parent that the server has never had is none to it. */
export function requestOf(sent: Sent, cityId: string): SaveRequest {
  const { saveId, baseRev, text, provenance, visibility, parent, note } = sent;
  const file = JSON.parse(writeScenario(scenarioOf(text), provenance));
  return {
    saveId,
    baseRev,
    cityId,
    visibility,
    parent: parent && parent.rev > 0 ? parent : null,
    note,
    file,
  };
}

/** After the server has taken `sent`. */
export function accepted(
  record: KeptRecord,
  { saveId, text, visibility, note }: Sent,
  { rev, savedAt }: { readonly rev: number; readonly savedAt: string },
): KeptRecord {
  // Another tab has heard the same answer, and gone on.
  if (record.sent?.saveId !== saveId) return record;
  return {
    ...record,
    saved: { rev, text, visibility, savedAt },
    note: record.note === note ? '' : record.note,
    sent: null,
  };
}

/** After the server has refused `sent` for good. */
export function declined(
  record: KeptRecord,
  { saveId }: Sent,
  { error, at }: Pick<Refusal, 'error' | 'at'>,
): KeptRecord {
  if (record.sent?.saveId !== saveId) return record;
  return { ...record, sent: null, refused: at ? { error, at } : { error } };
}

/** Asked again, though nothing about it has changed. */
export const retried = (record: KeptRecord): KeptRecord =>
  record.refused ? { ...record, refused: null } : record;

/**
 * After it is heard that somebody else has saved it: with their changes where no two are of the same thing, else
 * with a conflict. `saveId` of the save that was refused for it; absent: it was asked how it is.
 */
export function met(record: KeptRecord, theirs: Theirs, saveId?: string): KeptRecord {
  const { sent, saved } = record;
  if (saveId === undefined ? sent !== null : sent?.saveId !== saveId) return record;
  // The server has gone back to an earlier version, as out of a backup: what it has lost is brought to it again.
  if (saved && theirs.rev < saved.rev) return { ...record, sent: null, saved: savedOf(theirs) };
  if (saveId === undefined && theirs.rev === saved?.rev) return record;
  // What was in dispute before may be so no longer.
  const free = { ...record, sent: null, conflict: null };
  const { scenario, overlaps } = mergedWith(free, theirs);
  if (overlaps.length > 0) return { ...free, conflict: theirs };
  const text = textOrNull(scenario);
  return text === null ? { ...free, conflict: theirs } : together(free, theirs, text);
}

/** After a person has decided a conflict. @throws ScenarioFileError where the two together are too large. */
export function decided(record: KeptRecord, choices: Choices): KeptRecord {
  const { conflict } = record;
  if (!conflict) return record;
  const { scenario } = mergedWith(record, conflict, choices);
  return together({ ...record, conflict: null }, conflict, textOf(scenario));
}

/** Mine and theirs as one, from what the server had when mine began. */
export function mergedWith({ text, saved }: KeptRecord, theirs: Saved, choices: Choices = {}): Merge {
  return merge(scenarioOf(saved?.text ?? EMPTY_TEXT), scenarioOf(text), scenarioOf(theirs.text), choices);
}

function together(record: KeptRecord, theirs: Theirs, text: string): KeptRecord {
  const isMineToShow = record.saved !== null && record.visibility !== record.saved.visibility;
  const merged = withText(record, text, theirs.by);
  return {
    ...merged,
    visibility: isMineToShow ? record.visibility : theirs.visibility,
    provenance: text === theirs.text ? theirs.provenance : record.provenance,
    saved: savedOf(theirs),
    isMine: theirs.isMine,
    refused: null,
  };
}

const savedOf = ({ rev, text, visibility, savedAt }: Saved): Saved => ({ rev, text, visibility, savedAt });

/** Null: together they are more than a file may hold. */
function textOrNull(scenario: Scenario): string | null {
  if (!areListsShort(scenario)) return null;
  try {
    return textOf(scenario);
  } catch {
    return null;
  }
}

/** As it comes from the server, nothing of this browser's own in it. */
export function fetchedRecord(
  id: string,
  theirs: Theirs,
  parent: Branching | null,
  atMs: number,
): KeptRecord {
  const { text, provenance, visibility, isMine } = theirs;
  const fresh = newRecord(id, { text, provenance, atMs });
  return { ...fresh, visibility, parent, isMine, saved: savedOf(theirs) };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isOrNull = (value: unknown): boolean => value === null || typeof value === 'object';

/** What lies in the browser's database, where it has the form of a record and can be read; else null. */
export function readRecord(value: unknown): KeptRecord | null {
  const record = value as Partial<KeptRecord> | null | undefined;
  if (typeof record !== 'object' || record === null) return null;
  const { id, text, edition, trail, visibility, note, saved, sent, conflict, changedAt } = record;
  const isWhole =
    [id, text, visibility, note, changedAt].every(isText) &&
    typeof edition === 'number' &&
    Array.isArray(trail) &&
    [saved, sent, conflict].every(isOrNull);
  if (!isWhole) return null;
  try {
    readScenario(text as string);
    return record as KeptRecord;
  } catch {
    return null;
  }
}
