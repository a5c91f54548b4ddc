// SPDX-License-Identifier: EUPL-1.2
/** What is known of one topic, and how its upstream fares. */
import type { LiveRow, RelayMessage, Topic, UpstreamState } from '../../city/live';
import { mergeRows } from '../../stream/feeds/clean';
import type { Parsed } from '../../stream/feeds/feed';

/** What a message changed. */
export interface Change {
  readonly changed: readonly LiveRow[];
  readonly gone: readonly string[];
}

/** Of a source that names its things anew with each message no more than this are kept. */
const MOST_ROWS = 100_000;
/** A row that has not been heard of for so long goes, as far as its time to live allows. */
const FORGET_MS = 86_400_000;

export class LiveTopic {
  #known: ReadonlyMap<string, LiveRow> = new Map();
  #upstream: UpstreamState;
  #dropped: Parsed['dropped'] = [];
  #snapshot: Buffer | undefined;

  constructor(
    readonly topic: Topic,
    nowMs: number,
  ) {
    this.#upstream = { state: 'waiting', sinceMs: nowMs, fault: null, lastGoodMs: null };
  }

  get rows(): ReadonlyMap<string, LiveRow> {
    return this.#known;
  }
  get upstream(): UpstreamState {
    return this.#upstream;
  }
  /** Rows of the last message that were left out, and why. */
  get dropped(): Parsed['dropped'] {
    return this.#dropped;
  }

  /** Rows as they were kept, with their own times; before anything else. */
  restore(rows: readonly LiveRow[], lastGoodMs: number | null): void {
    this.#known = new Map(rows.map((row) => [row.id, row]));
    this.#upstream = { ...this.#upstream, lastGoodMs };
    this.#snapshot = undefined;
  }

  /** A message of the upstream. */
  take(parsed: Parsed, nowMs: number): Change {
    const before = this.#known;
    const merged = mergeRows(before, parsed, nowMs);
    this.#dropped = merged.dropped;
    const forgotten = new Set(this.#forgotten(merged.known, nowMs));
    if (forgotten.size === 0) this.#set(merged.known);
    else this.#set(new Map([...merged.known].filter(([id]) => !forgotten.has(id))));
    return {
      changed: merged.changed.filter(({ id }) => !forgotten.has(id)),
      // What came too old was never there.
      gone: [...merged.gone, ...[...forgotten].filter((id) => before.has(id))],
    };
  }

  /** What another instance made of the upstream. */
  follow({ changed, gone }: Change): void {
    const known = new Map(this.#known);
    for (const row of changed) known.set(row.id, row);
    for (const id of gone) known.delete(id);
    this.#set(known);
  }

  /** @returns whether it says anything new to those who look on */
  setUpstream(next: UpstreamState): boolean {
    const before = this.#upstream;
    this.#upstream = next;
    return before.state !== next.state || before.fault !== next.fault;
  }

  /** How it fares after a message that could be read, or could not. */
  fares(fault: string | null, nowMs: number): UpstreamState {
    const state = fault === null ? 'ok' : 'failing';
    const { sinceMs, lastGoodMs, state: before } = this.#upstream;
    return {
      state,
      sinceMs: before === state ? sinceMs : nowMs,
      fault,
      lastGoodMs: fault === null ? nowMs : lastGoodMs,
    };
  }

  /** The snapshot message as JSON, made once for all who ask. */
  snapshotJson(): Buffer {
    if (!this.#snapshot) {
      const message: RelayMessage = {
        kind: 'snapshot',
        topic: this.topic.id,
        rows: [...this.#known.values()],
      };
      this.#snapshot = Buffer.from(JSON.stringify(message));
    }
    return this.#snapshot;
  }

  #set(known: ReadonlyMap<string, LiveRow>): void {
    this.#known = known;
    this.#snapshot = undefined;
  }

  #forgotten(known: ReadonlyMap<string, LiveRow>, nowMs: number): string[] {
    const oldestMs = nowMs - Math.max(FORGET_MS, 2000 * this.topic.timeToLiveS);
    const old = [...known.values()].filter(({ atMs }) => atMs < oldestMs).map(({ id }) => id);
    if (known.size - old.length <= MOST_ROWS) return old;
    const byAge = [...known.values()].sort((a, b) => a.atMs - b.atMs);
    return byAge.slice(0, known.size - MOST_ROWS).map(({ id }) => id);
  }
}
