// SPDX-License-Identifier: EUPL-1.2
/**
 * What is known of the living city at the clock's moment, wherever it comes from: the relay's stream,
 * its kept hours, or the city's typical week. The one door for layers and panels.
 */
import type { Catalogue } from '../../city/catalogue';
import type { Moment, WhatHappens } from '../../city/clock';
import type { ExtentAnswer, LiveKind, LiveRow, LiveRows, Topic } from '../../city/live';
import { fetchJson } from '../fetch-file';
import { loadModelInputs } from '../model-inputs';
import { type ConnectionState, RelayConnection, type RelayConnectionOptions } from './connection';
import { dayCurve } from './day-curve';
import { splitRows } from './fresh-rows';
import type { TopicState } from './held-topic';
import { KeptHistory } from './history';
import type { DayCurve, Known, Lack } from './known';
import { HeldRows } from './live-rows';
import { madeUpOf } from './row-names';
import { TYPICAL_TABLES, type TypicalTables, TypicalWeek } from './typical-week';

export interface LivingCityOptions {
  readonly catalogue: Catalogue;
  readonly cityUrl: string;
  /** Address of the relay, without a slash at its end. */
  readonly relayUrl: string;
  readonly onConnection?: (state: ConnectionState) => void;
  /** For tests. */
  readonly connection?: Pick<RelayConnectionOptions, 'makeStream' | 'fetch' | 'nowMs'>;
  readonly fetchJson?: (url: string) => Promise<unknown>;
  readonly loadTables?: () => Promise<TypicalTables>;
}

/** A typical day is reckoned by the minute. */
const TYPICAL_STEP_S = 60;
const MINUTE_MS = 60_000;
/** Two views may each have a moment of their own. */
const MOMENTS_KEPT = 2;

/** What is known at a moment, by its words. */
interface Made {
  readonly key: string;
  readonly known: Known<LiveKind>;
}

export class LivingCity {
  readonly #options: LivingCityOptions;
  readonly #rows = new HeldRows();
  readonly #connection: RelayConnection;
  readonly #history: KeptHistory;
  /** Of each kind what was made for the moments asked for last. */
  readonly #made = new Map<LiveKind, readonly Made[]>();
  #typical: TypicalWeek | 'coming' | 'failed' | null = null;
  #simulatedCity: boolean;

  constructor(options: LivingCityOptions) {
    this.#options = options;
    const { themes } = options.catalogue;
    const daily = themes.find(({ id }) => id === 'daily-life');
    this.#simulatedCity = daily?.synthetic ?? themes.some(({ synthetic }) => synthetic);
    this.#connection = new RelayConnection({
      ...options.connection,
      url: options.relayUrl,
      onMessage: (message) => this.#rows.apply(message),
      onEpoch: () => this.#rows.newEpoch(),
      onState: (state) => {
        this.#rows.touch(this.#rows.topics.flatMap(({ kinds }) => kinds));
        options.onConnection?.(state);
      },
    });
    this.#history = new KeptHistory({
      url: options.relayUrl,
      fetchJson: options.fetchJson ?? fetchJson,
      nowMs: () => this.#connection.nowMs(),
      onCame: (topic) => {
        const kinds = this.#rows.topics.find(({ id }) => id === topic)?.kinds ?? [];
        for (const kind of kinds) this.#made.delete(kind);
        this.#rows.touch(kinds);
      },
    });
  }

  /** The relay's clock as far as it is known: the real time of everything here. */
  nowMs(): number {
    return this.#connection.nowMs();
  }

  get connection(): ConnectionState {
    return this.#connection.state;
  }

  /** Which feeds there are, in the order of the relay; the same list until it names others. */
  topics(): readonly Topic[] {
    return this.#rows.topics;
  }

  /**
   * Feeds as they fare now, in the order of the relay; empty until it has said which there are. The same
   * list as long as they fare the same.
   */
  feeds(): readonly TopicState[] {
    return this.#rows.states(this.nowMs());
  }

  /**
   * What is known of a kind at the clock's moment. The same object comes back as long as nothing has
   * changed; while something is on its way it says `connecting`, and {@link onChange} tells when it is here.
   */
  known<K extends LiveKind>(kind: K, moment: WhatHappens): Known<K> {
    if (moment.kind === 'live')
      return this.#rows.known(kind, this.nowMs(), this.#connection.state !== 'lost');
    if (moment.kind === 'typical') return this.#ofTypical(kind, moment);
    return this.#ofHistory(kind, moment.atMs ?? this.nowMs());
  }

  /**
   * Calls back, at most every 100 ms, after something of the kind has come, gone or become stale. What
   * the clock does is not told: ask again when it moves. Returns how to stop.
   */
  onChange(kind: LiveKind, callback: () => void): () => void {
    return this.#rows.onChange(kind, callback);
  }

  /** The moments that can be gone back to. Rejects with StreamError where the relay does not answer. */
  extent(): Promise<ExtentAnswer> {
    return this.#history.extent();
  }

  /**
   * The day of one row: on a live or kept day what was kept since its midnight, with the typical day
   * behind it; on a typical day that alone. `quantity` is a field of the kind's rows, such as `bikes`.
   * Rejects with StreamError where it does not come.
   */
  async dayCurve(kind: LiveKind, id: string, quantity: string, moment: Moment): Promise<DayCurve> {
    const typical = await this.#whenTypical();
    const found = this.#rows.find(kind, id);
    // What its feed calls it, as the typical week does.
    const ownId = this.#rows.names.origin(kind, id)?.id ?? id;
    return dayCurve({
      kind,
      id: ownId,
      quantity,
      moment,
      nowMs: this.nowMs(),
      typical,
      simulatedCity: this.#simulatedCity,
      found,
      series: (topic, fromMs, toMs) => this.#history.series(topic, ownId, quantity, fromMs, toMs),
    });
  }

  /** What {@link known} may call a thing that was chosen at another moment, the likeliest first. */
  namesOf(kind: LiveKind, id: string, moment: Pick<Moment, 'kind'>): readonly string[] {
    return this.#rows.names.alike(kind, id, moment.kind === 'typical');
  }

  /** The feed that brings a row, by its name in {@link known}; undefined: no feed is of the kind. */
  feedOf(kind: LiveKind, id: string): Topic | undefined {
    return this.#rows.names.origin(kind, id)?.topic;
  }

  /** The page is seen again, or the network is back. */
  wake(): void {
    this.#connection.wake();
  }

  close(): void {
    this.#connection.close();
    this.#rows.close();
  }

  #ofHistory<K extends LiveKind>(kind: K, atMs: number): Known<K> {
    const topics = this.#rows.topics.filter((topic) => topic.kinds.includes(kind));
    if (topics.length === 0) return this.#nothing(kind, this.#rows.greeted ? 'no-feed' : 'connecting');
    const kept = topics.map((topic) => ({ topic, of: this.#history.at(topic.id, atMs) }));
    const key = `history ${Math.floor(atMs / 1000)}`;
    const made = this.#madeFor(kind, key);
    if (made) return made;
    const fresh: LiveRow[] = [];
    const stale: LiveRow[] = [];
    let newestMs: number | null = null;
    for (const { topic, of } of kept) {
      if (of.state !== 'here') continue;
      const parts = splitRows(of.rows, atMs, topic.timeToLiveS, kind);
      // Not one by one as arguments: there may be more than a call takes.
      for (const row of parts.fresh) fresh.push(this.#rows.names.named(topic, row));
      for (const row of parts.stale) stale.push(this.#rows.names.named(topic, row));
      if (parts.newestMs !== null) newestMs = Math.max(newestMs ?? parts.newestMs, parts.newestMs);
    }
    const any = fresh.length + stale.length > 0;
    const coming = kept.some(({ of }) => of.state === 'coming');
    // Of alerts none is a good day, where that time was kept.
    const none = kind === 'alert' && !any && kept.every(({ of }) => of.state === 'here');
    const lack: Lack | null = coming ? 'connecting' : any ? 'stale' : none ? null : 'no-history';
    const known: Known<K> = {
      kind,
      origin: any || none ? 'history' : 'none',
      ...madeUpOf(topics),
      fresh: fresh as unknown as readonly LiveRows[K][],
      stale: stale as unknown as readonly LiveRows[K][],
      newestMs,
      lack: fresh.length > 0 ? null : lack,
    };
    return this.#keep(kind, key, known);
  }

  #ofTypical<K extends LiveKind>(kind: K, { weekday, secondOfDay }: WhatHappens): Known<K> {
    const typical = this.#typical;
    if (!(typical instanceof TypicalWeek)) {
      void this.#whenTypical();
      return this.#nothing(kind, this.#typical === 'failed' ? 'no-typical' : 'connecting');
    }
    // The squares of a grid have a typical week too, which is drawn without rows.
    const inSquares = kind === 'presence' && this.#hasSquares();
    if (!typical.has(kind) && !inSquares) return this.#nothing(kind, 'no-typical');
    const second = Math.floor(secondOfDay / TYPICAL_STEP_S) * TYPICAL_STEP_S;
    const key = `typical ${weekday} ${second}`;
    const made = this.#madeFor(kind, key);
    if (made) return made;
    const known: Known<K> = {
      kind,
      origin: 'typical',
      simulated: this.#simulatedCity,
      fresh: typical.rows(kind, weekday, second),
      stale: [],
      newestMs: null,
      lack: null,
    };
    return this.#keep(kind, key, known);
  }

  #madeFor<K extends LiveKind>(kind: K, key: string): Known<K> | null {
    return (this.#made.get(kind)?.find((made) => made.key === key)?.known as Known<K>) ?? null;
  }

  #keep<K extends LiveKind>(kind: K, key: string, known: Known<K>): Known<K> {
    const others = (this.#made.get(kind) ?? []).slice(0, MOMENTS_KEPT - 1);
    this.#made.set(kind, [{ key, known: known as Known<LiveKind> }, ...others]);
    return known;
  }

  #hasSquares(): boolean {
    return this.#options.catalogue.files.inputs.some(({ id, rows }) => id === 'presence-cells' && rows > 0);
  }

  #nothing<K extends LiveKind>(kind: K, lack: Lack): Known<K> {
    const key = `none ${lack}`;
    const made = this.#madeFor(kind, key);
    if (made) return made;
    const known: Known<K> = {
      kind,
      origin: 'none',
      simulated: false,
      fresh: [],
      stale: [],
      newestMs: null,
      lack,
    };
    return this.#keep(kind, key, known);
  }

  #waiting: Promise<TypicalWeek | null> | null = null;
  /** The typical week, read once; null where the city has none that can be read. */
  #whenTypical(): Promise<TypicalWeek | null> {
    if (this.#waiting) return this.#waiting;
    const { catalogue, cityUrl, loadTables } = this.#options;
    this.#typical = 'coming';
    const has = loadTables || catalogue.files.inputs.some(({ id }) => id === 'week-profiles');
    const load = async () =>
      loadTables?.() ??
      (has ? (await loadModelInputs(catalogue, cityUrl, TYPICAL_TABLES)).tables : new Map());
    this.#waiting = load()
      .then((tables) => {
        const typical = new TypicalWeek(tables);
        this.#settleTypical(typical);
        return typical;
      })
      .catch((error: unknown) => {
        console.warn(error);
        this.#settleTypical('failed');
        // Asked again after a while: the network may be back.
        setTimeout(() => {
          this.#waiting = null;
        }, MINUTE_MS);
        return null;
      });
    return this.#waiting;
  }

  #settleTypical(typical: TypicalWeek | 'failed'): void {
    this.#typical = typical;
    const kinds = [...this.#made.keys()];
    this.#made.clear();
    this.#rows.touch(kinds);
  }
}
