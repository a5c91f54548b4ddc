// SPDX-License-Identifier: EUPL-1.2
/** The relay: each upstream is asked once, and what it says goes to all browsers, to disk and into the kept hours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveRow, UpstreamState } from '../../city/live';
import type { Parsed } from '../../stream/feeds/feed';
import { holdFolder } from '../data-folder';
import type { Bus } from './bus';
import { PostgresBus } from './bus-postgres';
import type { ConfiguredFeed } from './config';
import { History } from './history';
import { LastGood } from './last-good';
import { MqttInput } from './mqtt-input';
import { Parser } from './parser';
import { Poller } from './poller';
import type { RelayHealth, RelayLog, RelayOptions } from './relay-options';
import { Stream } from './stream';
import { type Change, LiveTopic } from './topic';

interface Input {
  start(): void;
  stop(): void;
}

const TIDY_MS = 60_000;
const SILENT: RelayLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export class Relay {
  readonly topics = new Map<string, LiveTopic>();
  readonly stream: Stream;
  readonly history: History;
  readonly #inputs = new Map<string, Input>();
  readonly #lastGood: LastGood;
  readonly #parser: Parser;
  readonly #log: RelayLog;
  readonly #nowMs: () => number;
  readonly #tidying: ReturnType<typeof setInterval>;
  #bus: Bus | undefined;

  /** Use {@link startRelay}. */
  constructor(
    private readonly options: RelayOptions,
    dataDir: string,
    private readonly letGo: () => Promise<void>,
  ) {
    const { limits = {}, random = Math.random } = options;
    this.#log = options.log ?? SILENT;
    this.#nowMs = options.nowMs ?? Date.now;
    const onFault = (error: Error) => this.#log.error({ error: error.message }, 'live data: cannot be kept');
    for (const { topic } of options.feeds) this.topics.set(topic.id, new LiveTopic(topic, this.#nowMs()));
    this.stream = new Stream(this.topics, this.#nowMs, limits.stream, random);
    this.#parser = new Parser(options.shelf, limits.parserMs);
    this.#lastGood = new LastGood(dataDir, onFault, limits.saveEveryMs);
    this.history = new History({
      dir: join(dataDir, 'history'),
      retentionH: options.retentionH,
      nowMs: this.#nowMs,
      onFault,
      ...(limits.flushMs !== undefined && { flushMs: limits.flushMs }),
    });
    this.#tidying = setInterval(() => this.#tidy(), TIDY_MS);
    this.#tidying.unref();
  }

  /** Takes up what was kept, then asks. */
  async start(): Promise<void> {
    for (const topic of this.topics.values()) {
      await this.#lastGood.restore(topic);
      this.history.open(topic.topic.id);
    }
    const { databaseUrl, limits = {} } = this.options;
    if (databaseUrl) {
      this.#bus = new PostgresBus({
        url: databaseUrl,
        onFault: (error) =>
          this.#log.warn({ error: error.message }, 'live data: no database, nothing is asked'),
        ...(limits.electMs !== undefined && { electMs: limits.electMs }),
        ...(limits.repairMs !== undefined && { repairMs: limits.repairMs }),
      });
    }
    for (const feed of this.options.feeds) {
      const input = this.#input(feed);
      this.#inputs.set(feed.topic.id, input);
      if (this.#bus) this.#join(this.#bus, feed.topic.id, input);
      else input.start();
    }
  }

  /** Names what an operator should look at. */
  health(): RelayHealth {
    const failing = [...this.topics.values()]
      .filter(({ upstream }) => upstream.state === 'failing')
      .map(({ topic, upstream: { fault, sinceMs, lastGoodMs } }) => ({
        topic: topic.id,
        fault,
        sinceMs,
        lastGoodMs,
      }));
    const { clients, droppedClients: dropped } = this.stream;
    return { clients, dropped, database: this.#bus?.fault ? 'not reached' : null, failing };
  }

  async close(): Promise<void> {
    clearInterval(this.#tidying);
    for (const input of this.#inputs.values()) input.stop();
    this.stream.close();
    await this.#bus?.close();
    await this.#parser.close();
    await this.#lastGood.close(this.topics.values());
    await this.history.close();
    await this.letGo();
  }

  #input(feed: ConfiguredFeed): Input {
    const topic = this.topics.get(feed.topic.id) as LiveTopic;
    const { bounds, random = Math.random, limits = {} } = this.options;
    const usual = {
      ...{ feed, bounds, random, parser: this.#parser, nowMs: this.#nowMs },
      onRows: (parsed: Parsed, receivedMs: number) => this.#take(topic, parsed, receivedMs),
      onFault: (fault: string) => this.#fails(topic, fault),
    };
    if (!feed.mqtt) return new Poller({ ...usual, limits: limits.upstream });
    const onConnected = () => {
      if (topic.upstream.state === 'failing')
        this.#fares(topic, { ...topic.upstream, state: 'waiting', fault: null, sinceMs: this.#nowMs() });
    };
    return new MqttInput({ ...usual, onConnected, reconnectMs: limits.reconnectMs });
  }

  #take(topic: LiveTopic, parsed: Parsed, receivedMs: number): void {
    const change = topic.take(parsed, receivedMs);
    const upstream = topic.fares(null, receivedMs);
    this.#spread(topic, change);
    this.#fares(topic, upstream, change);
    if (topic.dropped.length > 0)
      this.#log.info({ topic: topic.topic.id, dropped: topic.dropped }, 'live data: rows left out');
  }

  #fails(topic: LiveTopic, fault: string): void {
    const before = topic.upstream;
    this.#fares(topic, topic.fares(fault, this.#nowMs()));
    // Once, not each time it is asked in vain.
    if (before.fault !== fault)
      this.#log.warn({ topic: topic.topic.id, fault }, 'live data: upstream failing');
  }

  /** To the browsers of this instance, its disk and its kept hours. */
  #spread(topic: LiveTopic, change: Change): void {
    const { id } = topic.topic;
    if (change.changed.length === 0 && change.gone.length === 0) return;
    this.history.record(id, change, topic.rows);
    this.stream.publish({ kind: 'delta', topic: id, changed: change.changed, gone: change.gone });
  }

  /** The state, to the browsers where it says something new; with the change, to the other instances. */
  #fares(topic: LiveTopic, upstream: UpstreamState, change: Change = NO_CHANGE): void {
    const { id } = topic.topic;
    const news = topic.setUpstream(upstream);
    if (news) this.stream.publish({ kind: 'upstream', topic: id, upstream });
    this.#lastGood.save(topic);
    if (news || change.changed.length > 0 || change.gone.length > 0) this.#bus?.publish(id, change, upstream);
  }

  #join(bus: Bus, id: string, input: Input): void {
    const topic = this.topics.get(id) as LiveTopic;
    bus.join(id, {
      lead: () => input.start(),
      rest: () => input.stop(),
      everything: () => ({
        change: { changed: [...topic.rows.values()], gone: [] },
        upstream: topic.upstream,
      }),
      follow: (said, upstream, whole) => {
        const change = whole ? against(topic.rows, said.changed) : said;
        topic.follow(change);
        this.#spread(topic, change);
        if (upstream) this.#fares(topic, upstream);
      },
    });
  }

  #tidy(): void {
    // That there is nothing is known too, of an upstream that answers.
    for (const { topic, rows, upstream } of this.topics.values())
      this.history.tidy(topic.id, rows.size > 0 || upstream.state === 'ok' ? rows : undefined);
  }
}

const NO_CHANGE: Change = { changed: [], gone: [] };

/** What makes `known` into exactly these rows. */
function against(known: ReadonlyMap<string, LiveRow>, rows: readonly LiveRow[]): Change {
  const ids = new Set(rows.map(({ id }) => id));
  const same = (row: LiveRow) => JSON.stringify(known.get(row.id)) === JSON.stringify(row);
  return { changed: rows.filter((row) => !same(row)), gone: [...known.keys()].filter((id) => !ids.has(id)) };
}

/**
 * A relay that has taken up what it knew and asks its upstreams. Where another process holds the data
 * folder this one keeps what it learns for itself, in a temporary folder.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { dataDir, log = SILENT } = options;
  const hold = await holdFolder(dataDir).catch((error: Error) => {
    log.warn({ dataDir, error: error.message }, 'live data: cannot be kept there');
    return undefined;
  });
  let relay: Relay;
  if (hold) relay = new Relay(options, dataDir, hold);
  else {
    const dir = mkdtempSync(join(tmpdir(), 'gemello-live-'));
    log.warn(
      { dataDir },
      'live data: not in this folder, where another server keeps its own or nothing can be written; this one begins with nothing and keeps nothing',
    );
    relay = new Relay(options, dir, async () => rmSync(dir, { recursive: true, force: true }));
  }
  await relay.start();
  return relay;
}
