// SPDX-License-Identifier: EUPL-1.2
/** What the screen knows of how scenarios are kept. Its own store: only what shows it loads it. */
import { create } from 'zustand';
import type { FileChanges } from '../../../scenario/file-changes';
import type { Person } from '../../../scenario/roles';
import type { Came } from './desk-keeping';
import type { KeptRecord } from './record';
import type { Room } from './room';
import type { KeepStatus, LocalReason } from './status';

/** Since the scenario of this id was saved. */
export interface ChangesSince extends FileChanges {
  readonly id: string;
}

export interface KeptState {
  /** Null until it is known what is kept. */
  readonly status: KeepStatus | null;
  /** Of the scenario on the desk. */
  readonly record: KeptRecord | null;
  readonly person: Person | null;
  /** Null: the server keeps scenarios of whoever sits here. */
  readonly local: LocalReason | null;
  /** Others of this browser with the same scenario on their desks. */
  readonly otherTabs: number;
  /** What has come in from elsewhere, until it is seen. */
  readonly came: Came | null;
  /** Two tabs had changed the same: this one goes on with a scenario of its own. */
  readonly forked: boolean;
  /** A draft that cannot be read, as it was. */
  readonly broken: string | null;
  /** Null: there is enough. */
  readonly room: Room | null;
  /** What is not as it was when a scenario was saved; null: nothing, or it has been seen. */
  readonly changes: ChangesSince | null;
}

export const useKept = create<KeptState>(() => ({
  status: null,
  record: null,
  person: null,
  local: null,
  otherTabs: 0,
  came: null,
  forked: false,
  broken: null,
  room: null,
  changes: null,
}));

/** Whether the scenario of this id is known to be in this browser alone; null: there is none. */
export function isDraftOnly(
  { status, record }: Pick<KeptState, 'status' | 'record'>,
  id: string | null,
): boolean {
  return id !== null && status !== null && !(record?.id === id && record.saved);
}

/** The id of the scenario on the desk where others can have it too; null: it is in this browser alone, or in the bin. */
export const sharedId = ({ record }: Pick<KeptState, 'record'>): string | null =>
  record?.saved && record.deletedAt === null ? record.id : null;
