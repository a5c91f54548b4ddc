// SPDX-License-Identifier: EUPL-1.2
/**
 * One stream of server-sent events for all browsers. A message is written into memory once and shared;
 * the last ones are kept for those who come back, everybody else gets a snapshot.
 *
 * Ids are `<epoch>-<n>`. `n` is even: an odd one is of a snapshot that has not come whole, so that who is
 * cut off in its middle begins anew.
 */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RelayMessage, RelayNews } from '../../city/live';
import { countedAddress } from './client-address';
import type { LiveTopic } from './topic';

export interface StreamLimits {
  readonly mostClients?: number;
  /** Of one address, as {@link StreamLimits.counted} tells it: a school or an office may share one. */
  readonly mostOfAddress?: number;
  /** Whom a remote address counts for; undefined: it is not counted. */
  readonly counted?: (remoteAddress: string | undefined) => string | undefined;
  /** Kept for who comes back. */
  readonly ringBytes?: number;
  /** Waiting for one client, beside the snapshot it began with. */
  readonly mostWaitingBytes?: number;
  /** For what waits to be taken. */
  readonly patienceMs?: number;
  readonly heartbeatMs?: number;
}
const LIMITS: Required<StreamLimits> = {
  mostClients: 10_000,
  mostOfAddress: 200,
  counted: countedAddress,
  ringBytes: 16_000_000,
  mostWaitingBytes: 1_000_000,
  patienceMs: 30_000,
  heartbeatMs: 15_000,
};
/** Slower than this nobody is waited for, however big the snapshot. */
const SLOWEST_BYTES_S = 32_000;
const RETRY_MS = 3000;

interface Sent {
  readonly n: number;
  readonly topic: string;
  readonly kind: RelayMessage['kind'];
  readonly json: Buffer;
}
interface Client {
  readonly response: ServerResponse;
  /** null: all. */
  readonly topics: ReadonlySet<string> | null;
  /** Bytes of the snapshot, until they have been taken. */
  allowance: number;
  blockedMs: number | null;
}

export class Stream {
  readonly epoch = `${Date.now().toString(36)}${randomBytes(3).toString('hex')}`;
  readonly #ring: Sent[] = [];
  #ringBytes = 0;
  /** Of the last message; what is after it can be replayed if it is at least `#from`. */
  #n = 2;
  #from = 2;
  readonly #events = new WeakMap<Buffer, Buffer>();
  readonly #clients = new Set<Client>();
  /** How many listen from each counted address. */
  readonly #ofAddress = new Map<string, number>();
  readonly #limits: Required<StreamLimits>;
  readonly #heartbeat: ReturnType<typeof setInterval>;
  #dropped = 0;

  constructor(
    private readonly topics: ReadonlyMap<string, LiveTopic>,
    private readonly nowMs: () => number,
    limits: StreamLimits = {},
    private readonly random: () => number = Math.random,
  ) {
    this.#limits = { ...LIMITS, ...limits };
    this.#heartbeat = setInterval(() => this.#beat(), this.#limits.heartbeatMs);
    this.#heartbeat.unref();
  }

  get clients(): number {
    return this.#clients.size;
  }
  /** Clients that were dropped because they did not read. */
  get droppedClients(): number {
    return this.#dropped;
  }
  /** Whether nobody else is taken in, or nobody else from there. */
  fullFor(remoteAddress: string | undefined): boolean {
    if (this.#clients.size >= this.#limits.mostClients) return true;
    const address = this.#limits.counted(remoteAddress);
    return address !== undefined && (this.#ofAddress.get(address) ?? 0) >= this.#limits.mostOfAddress;
  }
  get lastId(): string {
    return `${this.epoch}-${this.#n}`;
  }

  /** To everybody who listens to the topic. */
  publish(message: Exclude<RelayNews, { kind: 'hello' }>): void {
    this.#n += 2;
    const json = Buffer.from(JSON.stringify(message));
    const sent: Sent = { n: this.#n, topic: message.topic, kind: message.kind, json };
    this.#keep(sent);
    const event = this.#event(sent);
    for (const client of this.#clients)
      if (!client.topics || client.topics.has(message.topic)) this.#write(client, event);
  }

  /** Writes what `since` has missed, or everything, then all that comes. The headers are sent already. */
  join(response: ServerResponse, topics: ReadonlySet<string> | null, since: string | undefined): void {
    // Whoever went away in the meantime would never be said to have gone.
    if (response.destroyed) return;
    const client: Client = { response, topics, allowance: 0, blockedMs: null };
    this.#clients.add(client);
    const leave = this.#count(response.socket?.remoteAddress);
    response.on('close', () => {
      this.#clients.delete(client);
      leave();
    });
    response.on('error', () => this.#drop(client));
    response.on('drain', () => {
      client.blockedMs = null;
      client.allowance = 0;
    });
    const retry = `retry: ${Math.round(RETRY_MS * (1 + this.random()))}\n\n`;
    const missed = this.#missed(since, topics);
    const events = missed ? missed.map((sent) => this.#event(sent)) : this.#snapshotEvents(topics);
    client.allowance = events.reduce((sum, { length }) => sum + length, 0);
    // As few packets as there can be.
    response.cork();
    for (const event of [Buffer.from(retry), ...events]) this.#write(client, event);
    response.uncork();
  }

  /** The same for those who ask instead of listening, as the JSON of a SnapshotAnswer. */
  answer(topics: ReadonlySet<string> | null, since: string | undefined): Buffer {
    const parts = (this.#missed(since, topics) ?? this.#snapshot(topics)).map(({ json }) => json);
    const comma = Buffer.from(',');
    const list = parts.flatMap((json, at) => (at === 0 ? [json] : [comma, json]));
    const head = `{"id":"${this.lastId}","nowMs":${this.nowMs()},"messages":[`;
    return Buffer.concat([Buffer.from(head), ...list, Buffer.from(']}')]);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const { response } of this.#clients) {
      response.end();
      response.destroy();
    }
    this.#clients.clear();
  }

  /** Undefined where not all of it is there any more. */
  #missed(since: string | undefined, topics: ReadonlySet<string> | null): Sent[] | undefined {
    const cut = since?.lastIndexOf('-') ?? -1;
    if (!since || since.slice(0, cut) !== this.epoch || !/^\d{1,15}$/.test(since.slice(cut + 1)))
      return undefined;
    const n = Number(since.slice(cut + 1));
    if (n % 2 === 1 || n < this.#from || n > this.#n) return undefined;
    return this.#ring.filter((sent) => sent.n > n && (!topics || topics.has(sent.topic)));
  }

  /** Hello and a snapshot of each topic. */
  #snapshot(topics: ReadonlySet<string> | null): Pick<Sent, 'kind' | 'json'>[] {
    const chosen = [...this.topics.values()].filter(({ topic }) => !topics || topics.has(topic.id));
    const hello: RelayMessage = {
      kind: 'hello',
      nowMs: this.nowMs(),
      topics: chosen.map(({ topic, upstream }) => ({ ...topic, upstream })),
    };
    return [
      { kind: 'hello', json: Buffer.from(JSON.stringify(hello)) },
      ...chosen.map((topic) => ({ kind: 'snapshot' as const, json: topic.snapshotJson() })),
    ];
  }

  #snapshotEvents(topics: ReadonlySet<string> | null): Buffer[] {
    const partial = `${this.epoch}-${this.#n + 1}`;
    // The number is used up, since whoever has it has more than the one before.
    this.#n += 2;
    const parts = this.#snapshot(topics);
    // The id stands before what all share.
    return parts.flatMap(({ kind, json }, at) => [
      Buffer.from(`id: ${at === parts.length - 1 ? this.lastId : partial}\n`),
      this.#withoutId(kind, json),
    ]);
  }

  #event({ n, kind, json }: Sent): Buffer {
    return Buffer.concat([Buffer.from(`id: ${this.epoch}-${n}\n`), this.#withoutId(kind, json)]);
  }

  /** Made once for each message that is still held somewhere. */
  #withoutId(kind: string, json: Buffer): Buffer {
    const made = this.#events.get(json);
    if (made) return made;
    const event = Buffer.concat([Buffer.from(`event: ${kind}\ndata: `), json, Buffer.from('\n\n')]);
    this.#events.set(json, event);
    return event;
  }

  /** @returns takes it back */
  #count(remoteAddress: string | undefined): () => void {
    const address = this.#limits.counted(remoteAddress);
    if (address === undefined) return () => undefined;
    this.#ofAddress.set(address, (this.#ofAddress.get(address) ?? 0) + 1);
    return () => {
      const left = (this.#ofAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#ofAddress.set(address, left);
      else this.#ofAddress.delete(address);
    };
  }

  #keep(sent: Sent): void {
    this.#ring.push(sent);
    this.#ringBytes += sent.json.length;
    let oldest = 0;
    while (this.#ringBytes > this.#limits.ringBytes && oldest < this.#ring.length) {
      const { n, json } = this.#ring[oldest++] as Sent;
      this.#ringBytes -= json.length;
      this.#from = n;
    }
    if (oldest > 0) this.#ring.splice(0, oldest);
  }

  #write(client: Client, event: Buffer): void {
    const { response } = client;
    if (response.destroyed) return;
    if (response.writableLength - client.allowance > this.#limits.mostWaitingBytes) this.#drop(client);
    else if (!response.write(event)) client.blockedMs ??= this.nowMs();
  }

  #drop(client: Client): void {
    if (this.#clients.delete(client)) this.#dropped += 1;
    client.response.destroy();
  }

  /**
   * Proxies cut what is silent, and browsers tell their page of messages only, so the beat is one: it
   * has the time. Who has not taken anything for long is gone.
   */
  #beat(): void {
    const nowMs = this.nowMs();
    const beat: RelayMessage = { kind: 'time', nowMs };
    const event = Buffer.from(`event: time\ndata: ${JSON.stringify(beat)}\n\n`);
    for (const client of this.#clients) {
      const patienceMs = this.#limits.patienceMs + (client.allowance / SLOWEST_BYTES_S) * 1000;
      if (client.blockedMs !== null && nowMs - client.blockedMs > patienceMs) this.#drop(client);
      else this.#write(client, event);
    }
  }
}
