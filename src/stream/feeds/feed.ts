// SPDX-License-Identifier: EUPL-1.2
/** The form of the shelf: one protocol of live data per file, upstream messages → rows. Pure. */

import type { LiveKind, LiveRow } from '../../city/live';
import type { Bounds } from '../../city/place';

/** How an upstream writes a message; a message of another content type is refused unread. */
export type MessageFormat = 'json' | 'protobuf' | 'xml' | 'csv';

/** One message of the upstream, as it came. */
export interface Message {
  readonly url: string;
  readonly bytes: Uint8Array;
}
/** By the names that {@link Feed.documents} gave them. */
export type Messages = Readonly<Record<string, Message>>;

/** A document that a feed needs. */
export interface DocumentRequest {
  readonly name: string;
  readonly url: string;
  /** Absent: asked for anew each period. Else what is already there is used again for so long. */
  readonly maxAgeS?: number;
}

export interface ParseContext {
  /** When the messages came, by the relay's clock. */
  readonly receivedMs: number;
  /** What lies outside is not of this city. */
  readonly bounds: Bounds;
  /** As city.json says for this feed, checked by {@link Feed.options} where it has any. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Why a row was left out: a closed list, counted for the operator. */
export const ROW_FAULTS = [
  'no-id',
  'bad-value',
  'outside',
  'no-time',
  'future',
  'duplicate',
  'older',
  'unknown-kind',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

export interface Parsed {
  readonly rows: readonly LiveRow[];
  readonly dropped: readonly { readonly fault: RowFault; readonly count: number; readonly example: string }[];
  /**
   * Whether the rows are all that there is (what is missing is gone), or news about some of it.
   */
  readonly whole: boolean;
  /** Ids that the message itself says are no more. */
  readonly gone?: readonly string[];
  /** A null was not said in this message, rather than not known: what is known of it stays for a while. */
  readonly completes?: boolean;
}

export interface Feed {
  readonly id: string;
  readonly kinds: readonly LiveKind[];
  readonly format: MessageFormat;
  /** zod schema of its own options in city.json. Absent: it has none. */
  readonly options?: { readonly parse: (value: unknown) => Readonly<Record<string, unknown>> };
  /**
   * Documents still needed, given those that are there; empty: {@link parse} can go on. Absent: one,
   * named `main`, at the configured address. Asked again after each answer, at most 8 times.
   * The context's time is now.
   * @throws FeedFault
   */
  readonly documents?: (url: string, got: Messages, context: ParseContext) => readonly DocumentRequest[];
  /**
   * Rows of the messages. Bad rows are dropped for a reason; coordinates are finite and within bounds,
   * numbers finite, times not later than {@link ParseContext.receivedMs} + CLOCK_TOLERANCE_MS.
   * @throws FeedFault where a message cannot be read at all; never anything else
   */
  readonly parse: (got: Messages, context: ParseContext) => Parsed;
}

/** A message that cannot be read, in words for an operator. */
export class FeedFault extends Error {
  override readonly name = 'FeedFault';
}
