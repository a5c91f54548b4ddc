// SPDX-License-Identifier: EUPL-1.2
/** A scenario and its answer as somebody published them: fixed, with a link. What page and server say about it. */
import { z } from 'zod';

/** What a list says of it. Moments are ISO 8601 in UTC. */
export interface PublicationHead {
  readonly id: string;
  readonly cityId: string;
  readonly scenarioId: string;
  readonly rev: number;
  readonly title: string;
  /** Of the answer: what it was asked, with which models and data. */
  readonly answerKey: string;
  readonly publishedAt: string;
  /** Who answers for it. */
  readonly publishedBy: string;
  /** Null: it stands. */
  readonly withdrawnAt: string | null;
}
export interface PublishedOutcome extends PublicationHead {
  /** The scenario's file; null where it was withdrawn. */
  readonly file: unknown;
  /** What the answer says, without its streets (src/impact); null where it was withdrawn. */
  readonly digest: unknown;
}

/** A hash of what was asked. */
export const ANSWER_KEY = /^[0-9a-f]{16,64}$/;

export const publicationRequest = z.strictObject({
  scenarioId: z.uuid(),
  rev: z.int().min(1).max(2_000_000_000),
  answerKey: z.string().regex(ANSWER_KEY),
  title: z.string().min(1).max(200),
  digest: z.looseObject({}),
});
export type PublicationRequest = z.infer<typeof publicationRequest>;
