// SPDX-License-Identifier: EUPL-1.2
/** What a list says of the scenarios on the server and in this browser together. Pure. */
import type { Branching, KeptHead, Visibility } from '../../../scenario/kept-scenario';
import { isDirty, type KeptRecord } from './record';
import { scenarioOf } from './scenario-text';

/** How it stands with one of them. */
export const LISTED_STATES = ['saved', 'unsaved', 'conflict', 'refused', 'browser'] as const;
export type ListedState = (typeof LISTED_STATES)[number];

export interface Listed {
  readonly id: string;
  /** As it was given; empty: it has none. */
  readonly name: string;
  readonly description: string;
  /** Number of its measures. */
  readonly measures: number;
  readonly visibility: Visibility;
  /** Name of who made it; empty: nobody is named. */
  readonly owner: string;
  readonly isMine: boolean;
  readonly parent: Branching | null;
  /** ISO 8601: when it was saved, or changed in this browser. */
  readonly at: string;
  readonly by: string;
  /** `browser`: it is nowhere else. */
  readonly state: ListedState;
}

/** Newest first; of one that is in both, what this browser made of it. */
export function listed(heads: readonly KeptHead[], records: readonly KeptRecord[]): readonly Listed[] {
  const byId = new Map(heads.map((head) => [head.id, ofHead(head)]));
  for (const record of records) {
    const there = byId.get(record.id);
    const state = stateOf(record);
    // What was saved once and is in no list any more is gone there, or not to be seen.
    if (there ? state === 'saved' : record.saved !== null && state === 'saved') continue;
    byId.set(record.id, { ...ofRecord(record), ...(there && { owner: there.owner, isMine: there.isMine }) });
  }
  return [...byId.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

function stateOf(record: KeptRecord): ListedState {
  if (record.conflict) return 'conflict';
  if (record.refused) return 'refused';
  if (!record.saved) return 'browser';
  return record.sent || isDirty(record) ? 'unsaved' : 'saved';
}

function ofHead(head: KeptHead): Listed {
  const { id, name, description, measures, visibility, owner, isMine, parent, savedAt, savedBy } = head;
  return {
    ...{ id, name, description, measures, visibility, owner, isMine, parent },
    at: savedAt,
    by: savedBy,
    state: 'saved',
  };
}

export function ofRecord(record: KeptRecord): Listed {
  const { id, visibility, parent, isMine, changedAt } = record;
  const { name, description, measures } = scenarioOf(record.text);
  return {
    ...{ id, name, description, visibility, parent },
    measures: measures.length,
    owner: '',
    isMine,
    at: changedAt,
    by: '',
    state: stateOf(record),
  };
}
