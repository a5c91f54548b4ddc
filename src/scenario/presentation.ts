// SPDX-License-Identifier: EUPL-1.2
/** A publication shown to others as it is gone through: what the presenter's page says and the others follow. */
import { z } from 'zod';

/** Bytes of a state as JSON: it goes to every follower at every move. */
export const MOST_STATE_BYTES = 4096;
/** Moves of a presenter a second, at most. */
export const MOVES_S = 10;

/** What there is to see: how much is the page's own, and another version may say more. */
const state = z.looseObject({
  slide: z.int().min(0).max(1000),
});
export type PresentationState = z.infer<typeof state>;

export const presentationRequest = z.strictObject({
  publicationId: z.uuid(),
  state: state.refine((value) => JSON.stringify(value).length <= MOST_STATE_BYTES, { error: 'too-large' }),
});
export type PresentationRequest = z.infer<typeof presentationRequest>;

/** What a follower hears: the newest counts. */
export interface PresentationNews {
  readonly rev: number;
  readonly publicationId: string;
  readonly state: PresentationState;
  readonly ended: boolean;
}
