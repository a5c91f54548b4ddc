// SPDX-License-Identifier: EUPL-1.2
/** The rows that the relay has sent, by topic and id, and which of them still count. */
import {
  LIVE_KINDS,
  type LiveKind,
  type LiveRow,
  type LiveRows,
  type RelayNews,
  type Topic,
  type UpstreamState,
} from '../../city/live';
import { splitRows } from './fresh-rows';
import { HeldTopic, type TopicState } from './held-topic';
import type { Known, Lack } from './known';
import { madeUpOf, RowNames } from './row-names';

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
  #named: readonly Topic[] = [];
  #states: readonly TopicState[] = [];
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
  apply(message: RelayNews): boolean {
    if (message.kind === 'hello') return this.#greet(message.topics);
    const held = this.#topics.get(message.topic);
    if (!held) return false;
    if (message.kind === 'upstream') held.upstream = message.upstream;
    else if (message.kind === 'snapshot') held.put(message.rows);
    else if (held.whole) held.change(message.changed, message.gone);
    else return false;
    this.#touch(held.topic.kinds);
    return true;
  }

  /** The same list until the relay names others. */
  get topics(): readonly Topic[] {
    return this.#named;
  }

  /**
   * Topics as they fare at `nowMs` (the corrected clock), in the order of the relay: the same list as
   * long as they fare the same.
   */
  states(nowMs: number): readonly TopicState[] {
    let same = this.#states.length === this.#topics.size;
    let i = 0;
    for (const held of this.#topics.values()) same = held.state(nowMs) === this.#states[i++] && same;
    if (!same) this.#states = Array.from(this.#topics.values(), (held) => held.state(nowMs));
    return this.#states;
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
    // Whoever asks first after something aged must not be the only one to hear of it.
    if (cached && nowMs >= cached.untilMs) this.#tell([kind]);
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
  touch(kinds: readonly LiveKind[]): void {
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
    for (const { upstream, ...topic } of topics)
      this.#topics.set(topic.id, new HeldTopic(topic, upstream, before.get(topic.id)));
    this.#named = Array.from(this.#topics.values(), ({ topic }) => topic);
    this.names.set(this.#named);
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
      const parts = splitRows(rows.values(), nowMs, topic.timeToLiveS, kind);
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

  #touch(kinds: readonly LiveKind[]): void {
    for (const kind of kinds) this.#cache.delete(kind);
    this.#tell(kinds);
  }

  #tell(kinds: readonly LiveKind[]): void {
    for (const kind of kinds) this.#changed.add(kind);
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
