// SPDX-License-Identifier: EUPL-1.2
import type { LiveRow, Topic, UpstreamState } from '../../city/live';
import { splitRows } from './fresh-rows';

/** A topic and how it fares: what the list of feeds shows. */
export interface TopicState extends Topic {
  readonly upstream: UpstreamState;
  readonly newestMs: number | null;
  readonly fresh: number;
  readonly stale: number;
}

/** A topic with what has come of it. */
export class HeldTopic {
  readonly topic: Topic;
  /** A snapshot of this epoch has come: news of it can be added. */
  whole: boolean;
  #upstream: UpstreamState;
  #rows: Map<string, LiveRow>;
  #state: TopicState | null = null;
  /** What was told last is so from … until, if nothing comes. */
  #fromMs = Number.NaN;
  #untilMs = Number.NaN;

  /** @param before the same topic before the relay named its topics again */
  constructor(topic: Topic, upstream: UpstreamState, before: HeldTopic | undefined) {
    this.topic = topic;
    this.#upstream = upstream;
    this.#rows = before ? before.#rows : new Map();
    this.whole = before?.whole ?? false;
  }

  get rows(): ReadonlyMap<string, LiveRow> {
    return this.#rows;
  }
  get upstream(): UpstreamState {
    return this.#upstream;
  }
  set upstream(upstream: UpstreamState) {
    this.#upstream = upstream;
    this.#untilMs = Number.NaN;
  }

  /** All rows that there are. */
  put(rows: readonly LiveRow[]): void {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.whole = true;
    this.#untilMs = Number.NaN;
  }

  /** News of some; a row that is older than the one held is passed over. */
  change(changed: readonly LiveRow[], gone: readonly string[]): void {
    for (const id of gone) this.#rows.delete(id);
    for (const row of changed) {
      const before = this.#rows.get(row.id);
      if (!before || row.atMs >= before.atMs) this.#rows.set(row.id, row);
    }
    this.#untilMs = Number.NaN;
  }

  /** How it fares at `nowMs` (the corrected clock): the same object as long as it fares the same. */
  state(nowMs: number): TopicState {
    if (this.#state && nowMs >= this.#fromMs && nowMs < this.#untilMs) return this.#state;
    const { fresh, stale, newestMs, untilMs } = splitRows(this.#rows.values(), nowMs, this.topic.timeToLiveS);
    this.#fromMs = nowMs;
    this.#untilMs = untilMs;
    const was = this.#state;
    if (
      was?.upstream !== this.#upstream ||
      was.newestMs !== newestMs ||
      was.fresh !== fresh.length ||
      was.stale !== stale.length
    )
      this.#state = {
        ...this.topic,
        upstream: this.#upstream,
        newestMs,
        fresh: fresh.length,
        stale: stale.length,
      };
    return this.#state as TopicState;
  }
}
