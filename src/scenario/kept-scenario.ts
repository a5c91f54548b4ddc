// SPDX-License-Identifier: EUPL-1.2
/**
 * A scenario as the server keeps it, and what page and server say to each other about it. Each save is a revision:
 * who saves says which one it began from, and where another came between, nothing is overwritten.
 */
import { z } from 'zod';

/** Who may see it: who made it, who is signed in, everybody. */
export const VISIBILITIES = ['private', 'office', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Which revision of which scenario another began as. */
export interface Branching {
  readonly id: string;
  readonly rev: number;
}

/** What a list says of a kept scenario. Moments are ISO 8601 in UTC. */
export interface KeptHead {
  readonly id: string;
  readonly rev: number;
  readonly cityId: string;
  readonly name: string;
  readonly description: string;
  /** Number of its measures. */
  readonly measures: number;
  readonly visibility: Visibility;
  /** Name of who made it, and whether that is who asks. */
  readonly owner: string;
  readonly isMine: boolean;
  readonly parent: Branching | null;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly savedBy: string;
  /** Null: it is not deleted. */
  readonly deletedAt: string | null;
}
export interface KeptScenario extends KeptHead {
  /** The scenario's file (saved-file.ts), parsed. */
  readonly file: unknown;
}
/** A line of its history. */
export interface KeptRevision {
  readonly rev: number;
  readonly savedAt: string;
  readonly savedBy: string;
  /** What the version is called; empty: it was kept by itself. */
  readonly note: string;
  readonly name: string;
  readonly measures: number;
}
/** What a list says of an answer that was given to one of its revisions. */
export interface KeptAnswerHead {
  /** Of what was asked, of which models and data (answerKey of src/simulation/kept-answer.ts). */
  readonly key: string;
  readonly rev: number;
  readonly savedAt: string;
  /** Empty for who is not signed in. */
  readonly savedBy: string;
  /** As it is kept: packed. */
  readonly bytes: number;
}
/** Who did what to a scenario. */
export interface AuditLine {
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly action: AuditAction;
  readonly rev: number | null;
}
const AUDIT_ACTIONS = [
  'created',
  'saved',
  'shown-to',
  'deleted',
  'restored',
  'answered',
  'published',
  'withdrawn',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

const id = z.uuid();
const rev = z.int().min(0).max(2_000_000_000);
/** Asks to keep a scenario under an id of the page's own choice: asking twice keeps it once. */
export const saveRequest = z.strictObject({
  /** Of this save: the same again is answered as the first time. */
  saveId: id,
  /** The revision that was changed; 0: it is new. */
  baseRev: rev,
  cityId: z.string().min(1).max(64),
  visibility: z.enum(VISIBILITIES),
  parent: z.strictObject({ id, rev: rev.min(1) }).nullable(),
  /** What this version is called; empty: it is kept by itself. */
  note: z.string().max(200),
  file: z.looseObject({}),
});
export type SaveRequest = z.infer<typeof saveRequest>;
export interface SaveAnswer {
  readonly id: string;
  readonly rev: number;
  readonly savedAt: string;
}

/** Why the server refuses; the screen has words for each. */
export const KEEP_FAULTS = [
  'conflict',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'deleted',
  'too-large',
  'not-a-scenario',
  'newer-version',
  'bad-request',
  'foreign-page',
  'database-away',
  'disk-full',
  'too-many',
] as const;
export type KeepFault = (typeof KEEP_FAULTS)[number];

/** Body of every refusal. */
export interface Refusal {
  readonly error: KeepFault;
  /** For who looks after the server; the screen says it in its own words. */
  readonly detail: string;
  /** Of `conflict`: what there is now. */
  readonly current?: KeptScenario;
  /** Of `not-a-scenario`: where in the file, and what was wrong with it (FileFault). */
  readonly at?: {
    readonly feature: number | null;
    readonly path: string;
    readonly code: string;
    readonly said: string;
  };
}
