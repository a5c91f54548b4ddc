// SPDX-License-Identifier: EUPL-1.2
/** How it stands with the scenario on the desk, of which the screen says one line. Pure. */
import type { KeepFault, Refusal } from '../../../scenario/kept-scenario';
import { isDirty, type KeptRecord } from './record';
import { EMPTY_TEXT } from './scenario-text';
import type { Trouble } from './server-sync';

/** Why scenarios are kept in this browser alone. */
export const LOCAL_REASONS = ['no-server', 'not-signed-in', 'not-allowed'] as const;
export type LocalReason = (typeof LOCAL_REASONS)[number];

export type KeepStatus =
  /** There is nothing to keep; `rev`, where the server has a version that is not empty. */
  | { readonly kind: 'empty'; readonly rev: number | null }
  | { readonly kind: 'saved'; readonly rev: number; readonly at: string }
  | { readonly kind: 'saving' }
  /** Kept in this browser; the server is asked again. */
  | { readonly kind: 'offline'; readonly trouble: NonNullable<Trouble> }
  | { readonly kind: 'conflict'; readonly by: string }
  | { readonly kind: 'refused'; readonly error: KeepFault; readonly at?: Refusal['at'] }
  | { readonly kind: 'local-only'; readonly why: LocalReason }
  /** In the bin. */
  | { readonly kind: 'deleted' }
  /** The browser keeps nothing, and the server has not got it: it is on the screen alone. */
  | { readonly kind: 'unkept' };

export interface Circumstances {
  readonly record: KeptRecord | null;
  /** Null: the server is asked. */
  readonly local: LocalReason | null;
  readonly trouble: Trouble;
  /** `fleeting`: the browser keeps it as long as the page is open; `fault`: not even what is on the desk now. */
  readonly browser: 'keeps' | 'fleeting' | 'fault';
}

export function statusOf(circumstances: Circumstances): KeepStatus {
  const status = statusInBrowser(circumstances);
  if (circumstances.browser === 'keeps') return status;
  // What the server has, or is just being given, does not go with the page.
  const isSafe = ['saved', 'saving', 'empty', 'deleted'].includes(status.kind);
  return circumstances.browser === 'fleeting' && isSafe ? status : { kind: 'unkept' };
}

function statusInBrowser({ record, local, trouble }: Circumstances): KeepStatus {
  if (!record) return { kind: 'empty', rev: null };
  const { saved, conflict, refused } = record;
  if (record.deletedAt !== null || refused?.error === 'deleted') return { kind: 'deleted' };
  if (record.text === EMPTY_TEXT && !record.sent) return { kind: 'empty', rev: saved?.rev ?? null };
  if (local) return { kind: 'local-only', why: local };
  if (conflict) return { kind: 'conflict', by: conflict.by };
  if (refused) return { kind: 'refused', ...refused };
  if (saved && !record.sent && !isDirty(record)) return { kind: 'saved', rev: saved.rev, at: saved.savedAt };
  return trouble ? { kind: 'offline', trouble } : { kind: 'saving' };
}
