// SPDX-License-Identifier: EUPL-1.2
/** An upstream that speaks by itself: messages of a broker, through the same parser, to the same rows. */
import { connect as connectTcp, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { MqttClient } from 'mqtt';
import type { Bounds } from '../../city/place';
import type { Parsed } from '../../stream/feeds/feed';
import type { ConfiguredFeed } from './config';
import { UpstreamFault, wordsOf } from './fetch-document';
import { guardedLookup, refuseLiteral } from './guard';
import { tooLongPacket } from './mqtt-size';
import type { Parser } from './parser';

export interface MqttInputOptions {
  readonly feed: ConfiguredFeed;
  readonly parser: Parser;
  readonly bounds: Bounds;
  readonly onRows: (parsed: Parsed, receivedMs: number) => void;
  readonly onFault: (fault: string) => void;
  /** Subscribed; nothing is known of the messages yet. */
  readonly onConnected: () => void;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly reconnectMs?: number | undefined;
}

interface Queued {
  readonly topic: string;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 5_000_000;
/** Of a packet, beside its message: the topic's name and what little else there is. */
const MOST_HEAD_BYTES = 70_000;
const TOO_LONG = `a message of more than ${MAX_BYTES / 1e6} MB`;
/** Messages that wait for the parser, and their bytes; the oldest go. */
const MOST_QUEUED = 500;
const MOST_QUEUED_BYTES = 20_000_000;
const RECONNECT_MS = 5000;

export class MqttInput {
  #client: MqttClient | undefined;
  readonly #queue: Queued[] = [];
  #queuedBytes = 0;
  #reading = false;
  #lost = 0;

  constructor(private readonly options: MqttInputOptions) {}

  start(): void {
    if (this.#client) return;
    const { feed, onFault, onConnected, random, reconnectMs = RECONNECT_MS } = this.options;
    const url = new URL(feed.url);
    let fault: string | null = null;
    const noted = (error: Error) => {
      fault = wordsOf(error);
    };
    const client = new MqttClient(() => bounded(open(url, feed.allowPrivate)).on('error', noted), {
      protocolVersion: 4,
      clean: true,
      clientId: `gemello-${random().toString(36).slice(2, 12)}`,
      keepalive: 30,
      connectTimeout: 10_000,
      // Spread, so that servers do not come back in step.
      reconnectPeriod: reconnectMs * (1 + random()),
      ...(feed.mqtt?.username !== undefined && { username: feed.mqtt.username }),
      ...(feed.mqtt?.password !== undefined && { password: feed.mqtt.password }),
    });
    this.#client = client;
    client.on('connect', () => {
      fault = null;
      client.subscribe([...(feed.mqtt?.topics ?? [])], { qos: 0 }, (error, granted) => {
        if (client !== this.#client) return;
        const refused = granted?.filter(({ qos }) => qos > 2).map(({ topic }) => topic) ?? [];
        if (error) onFault(`cannot subscribe: ${error.message}`);
        else if (refused.length > 0) onFault(`the broker refuses ${refused.join(', ')}`);
        else onConnected();
      });
    });
    client.on('message', (topic, payload) => client === this.#client && this.#take(topic, payload));
    client.on('error', noted);
    client.on('close', () => client === this.#client && onFault(fault ?? 'no connection to the broker'));
  }

  stop(): void {
    const client = this.#client;
    this.#client = undefined;
    this.#queue.length = 0;
    this.#queuedBytes = 0;
    client?.end(true);
  }

  #take(topic: string, payload: Buffer): void {
    if (payload.length > MAX_BYTES) {
      this.options.onFault(TOO_LONG);
      return;
    }
    this.#queue.push({ topic, bytes: new Uint8Array(payload) });
    this.#queuedBytes += payload.length;
    while (this.#queue.length > MOST_QUEUED || this.#queuedBytes > MOST_QUEUED_BYTES) {
      this.#next();
      this.#lost += 1;
    }
    void this.#read();
  }

  #next(): Queued | undefined {
    const next = this.#queue.shift();
    this.#queuedBytes -= next?.bytes.length ?? 0;
    return next;
  }

  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    const client = this.#client;
    const { feed, parser, bounds, nowMs, onRows, onFault } = this.options;
    for (let next = this.#next(); next; next = this.#next()) {
      try {
        const message = { url: `${feed.url.replace(/\/*$/, '')}/${next.topic}`, bytes: next.bytes };
        const step = await parser.step({
          feed: feed.feed.id,
          url: feed.url,
          got: { main: message },
          context: { receivedMs: nowMs(), bounds, options: feed.options },
        });
        if (client !== this.#client) break;
        if (!step.parsed) throw new UpstreamFault('a feed of several documents cannot come by MQTT');
        // One message is never all that there is.
        onRows({ ...step.parsed, whole: false }, nowMs());
        if (this.#lost > 0) onFault(`${this.#lost} messages came faster than they could be read`);
        this.#lost = 0;
      } catch (error) {
        if (client !== this.#client) break;
        onFault(error instanceof Error ? error.message : String(error));
      }
    }
    this.#reading = false;
    if (this.#queue.length > 0) void this.#read();
  }
}

/** Cut off where a packet says that it is too long, before the client has gathered it. */
function bounded(socket: Socket): Socket {
  const tooLong = tooLongPacket(MAX_BYTES + MOST_HEAD_BYTES);
  return socket.on('data', (chunk: Buffer) => {
    if (tooLong(chunk)) socket.destroy(new UpstreamFault(TOO_LONG));
  });
}

function open(url: URL, allowPrivate: boolean) {
  const tls = url.protocol === 'mqtts:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (tls ? 8883 : 1883);
  try {
    if (!allowPrivate) refuseLiteral(url.hostname);
  } catch (error) {
    // Told as any other fault of the connection is.
    const never = new Socket();
    process.nextTick(() => never.destroy(error as Error));
    return never;
  }
  const guard = allowPrivate ? {} : { lookup: guardedLookup() };
  if (!tls) return connectTcp({ host, port, ...guard });
  return connectTls({ host, port, servername: host, ...guard });
}
