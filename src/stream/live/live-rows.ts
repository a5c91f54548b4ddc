// SPDX-License-Identifier: EUPL-1.2
/** The rows that the relay has sent, by topic and id, and which of them still count. */
import {
  CLOCK_TOLERANCE_MS,
  isFresh,
  LIVE_KINDS,
  type LiveKind,
  type LiveRow,
  type LiveRows,
  type RelayMessage,
  type Topic,
  type UpstreamState,
} from '../../city/live';
import type { Known, Lack } from './known';
import { madeUpOf, RowNames } from './row-names';

/** A topic and how it fares: what the list of feeds shows. */
export interface TopicState extends Topic {
  readonly upstream: UpstreamState;
  readonly newestMs: number | null;
  readonly fresh: number;
  readonly stale: number;
}

interface HeldTopic {
  topic: Topic;
  upstream: UpstreamState;
  rows: Map<string, LiveRow>;
  /** A snapshot of this epoch has come: news of it can be added. */
  whole: boolean;
}

interface Cached {
  readonly known: Known<LiveKind>;
  /** Good until then, if nothing comes. */
  readonly untilMs: number;
  readonly fromMs: number;
  readonly reachable: boolean;
}

/** Listeners hear of changes at most so often. */
const TELL_EVERY_MS = 100;
/** Longer timers wrap round. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export class HeldRows {
  /** What rows are called among all feeds. */
  readonly names = new RowNames();
  readonly #topics = new Map<string, HeldTopic>();
  readonly #listeners = new Map<LiveKind, Set<() => void>>();
  readonly #cache = new Map<LiveKind, Cached>();
  readonly #changed = new Set<LiveKind>();
  readonly #ageing = new Map<LiveKind, ReturnType<typeof setTimeout>>();
  #telling: ReturnType<typeof setTimeout> | undefined;
  #greeted = false;

  /** Whether the relay has said which topics there are. */
  get greeted(): boolean {
    return this.#greeted;
  }

  /** From now on nothing can be added to what is held until it has come whole: the relay is another. */
  newEpoch(): void {
    for (const held of this.#topics.values()) held.whole = false;
  }

  /**
   * Takes a message in. False where it is news about something that is not here whole: ask for a
   * snapshot. A row that is older than the one held is passed over.
   */
  apply(message: RelayMessage): boolean {
    if (message.kind === 'hello') return this.#greet(message.topics);
    const held = this.#topics.get(message.topic);
    if (!held) return false;
    if (message.kind === 'upstream') {
      held.upstream = message.upstream;
      this.#touch(held.topic.kinds);
      return true;
    }
    if (message.kind === 'snapshot') {
      held.rows = new Map(message.rows.map((row) => [row.id, row]));
      held.whole = true;
      this.#touch(held.topic.kinds);
      return true;
    }
    if (!held.whole) return false;
    for (const id of message.gone) held.rows.delete(id);
    for (const row of message.changed) {
      const before = held.rows.get(row.id);
      if (!before || row.atMs >= before.atMs) held.rows.set(row.id, row);
    }
    this.#touch(held.topic.kinds);
    return true;
  }

  topics(): readonly Topic[] {
    return [...this.#topics.values()].map(({ topic }) => topic);
  }

  /** Topics as they fare at `nowMs` (the corrected clock), in the order of the relay. */
  states(nowMs: number): readonly TopicState[] {
    return [...this.#topics.values()].map(({ topic, upstream, rows }) => {
      const { fresh, stale, newestMs } = split(rows.values(), nowMs, topic.timeToLiveS);
      return { ...topic, upstream, newestMs, fresh: fresh.length, stale: stale.length };
    });
  }

  /**
   * What is known of a kind at `nowMs` (the corrected clock). `reachable`: there is a connection with
   * the relay. The same object comes back as long as nothing has changed.
   */
  known<K extends LiveKind>(kind: K, nowMs: number, reachable: boolean): Known<K> {
    const cached = this.#cache.get(kind);
    if (cached && cached.reachable === reachable && nowMs >= cached.fromMs && nowMs < cached.untilMs)
      return cached.known as Known<K>;
    const { known, untilMs } = this.#reckon(kind, nowMs, reachable);
    this.#cache.set(kind, { known: known as Known<LiveKind>, untilMs, fromMs: nowMs, reachable });
    this.#age(kind, untilMs - nowMs);
    return known;
  }

  /** The topic that has this row of a kind now, and the row as the topic calls it; undefined: none. */
  find(kind: LiveKind, id: string): { readonly topic: Topic; readonly row: LiveRow } | undefined {
    const origin = this.names.origin(kind, id);
    const row = origin && this.#topics.get(origin.topic.id)?.rows.get(origin.id);
    return origin && row?.kind === kind ? { topic: origin.topic, row } : undefined;
  }

  /** Calls back after something of the kind has changed or become stale. Returns how to stop. */
  onChange(kind: LiveKind, listener: () => void): () => void {
    const of = this.#listeners.get(kind) ?? new Set();
    this.#listeners.set(kind, of.add(listener));
    return () => {
      of.delete(listener);
    };
  }

  /** Has the listeners of these kinds called soon, all changes at once. */
  touch(kinds: Iterable<LiveKind>): void {
    this.#touch(kinds);
  }

  close(): void {
    clearTimeout(this.#telling);
    for (const timer of this.#ageing.values()) clearTimeout(timer);
    this.#listeners.clear();
  }

  #greet(topics: readonly (Topic & { readonly upstream: UpstreamState })[]): boolean {
    this.#greeted = true;
    const before = new Map(this.#topics);
    this.#topics.clear();
    for (const { upstream, ...topic } of topics) {
      const held = before.get(topic.id);
      this.#topics.set(topic.id, {
        topic,
        upstream,
        rows: held?.rows ?? new Map(),
        whole: held?.whole ?? false,
      });
    }
    this.names.set(topics);
    // Of a kind without a topic too: now it is known that there is none.
    this.#touch(LIVE_KINDS);
    return true;
  }

  #reckon<K extends LiveKind>(
    kind: K,
    nowMs: number,
    reachable: boolean,
  ): { known: Known<K>; untilMs: number } {
    const fresh: LiveRows[K][] = [];
    const stale: LiveRows[K][] = [];
    let newestMs: number | null = null;
    let untilMs = Number.POSITIVE_INFINITY;
    const of = [...this.#topics.values()].filter(({ topic }) => topic.kinds.includes(kind));
    for (const { topic, rows } of of) {
      const parts = split(rows.values(), nowMs, topic.timeToLiveS, kind);
      for (const row of parts.fresh) fresh.push(this.names.named(topic, row) as unknown as LiveRows[K]);
      for (const row of parts.stale) stale.push(this.names.named(topic, row) as unknown as LiveRows[K]);
      if (parts.newestMs !== null) newestMs = Math.max(newestMs ?? parts.newestMs, parts.newestMs);
      untilMs = Math.min(untilMs, parts.untilMs);
    }
    const known: Known<K> = {
      kind,
      origin: fresh.length + stale.length > 0 ? 'live' : 'none',
      ...madeUpOf(of.map(({ topic }) => topic)),
      fresh,
      stale,
      newestMs,
      lack: fresh.length > 0 ? null : this.#lack(of, stale.length, reachable),
    };
    return { known, untilMs };
  }

  /** Why nothing counts. Null: there really is nothing, as with disruptions on a good day. */
  #lack(of: readonly HeldTopic[], stale: number, reachable: boolean): Lack | null {
    if (!reachable) return 'offline';
    if (!this.#greeted) return 'connecting';
    if (of.length === 0) return 'no-feed';
    if (of.every(({ upstream }) => upstream.state === 'failing')) return 'upstream';
    if (stale > 0) return 'stale';
    return of.some(({ whole, upstream }) => whole && upstream.state === 'ok') ? null : 'connecting';
  }

  #touch(kinds: Iterable<LiveKind>): void {
    for (const kind of kinds) {
      this.#cache.delete(kind);
      this.#changed.add(kind);
    }
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      const changed = [...this.#changed];
      this.#changed.clear();
      for (const kind of changed) for (const listener of [...(this.#listeners.get(kind) ?? [])]) listener();
    }, TELL_EVERY_MS);
  }

  /** Time alone makes a row stale, or one of the future believable. */
  #age(kind: LiveKind, inMs: number): void {
    clearTimeout(this.#ageing.get(kind));
    this.#ageing.delete(kind);
    if (inMs < LONGEST_TIMER_MS)
      this.#ageing.set(
        kind,
        setTimeout(() => this.#touch([kind]), inMs),
      );
  }
}

/** Rows that count, that do not any more, and when that changes; what claims to be of the future is left out. */
function split(rows: Iterable<LiveRow>, nowMs: number, timeToLiveS: number, kind?: LiveKind) {
  const fresh: LiveRow[] = [];
  const stale: LiveRow[] = [];
  let newestMs: number | null = null;
  let untilMs = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (kind !== undefined && row.kind !== kind) continue;
    if (row.atMs > nowMs + CLOCK_TOLERANCE_MS) {
      untilMs = Math.min(untilMs, row.atMs - CLOCK_TOLERANCE_MS);
      continue;
    }
    if (newestMs === null || row.atMs > newestMs) newestMs = row.atMs;
    if (isFresh(row.atMs, nowMs, timeToLiveS)) {
      fresh.push(row);
      untilMs = Math.min(untilMs, row.atMs + timeToLiveS * 1000 + 1);
    } else stale.push(row);
  }
  return { fresh, stale, newestMs, untilMs };
}

/** The same for rows of a kept moment, which no clock ages. */
export const splitRows = split;
