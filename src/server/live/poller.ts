// SPDX-License-Identifier: EUPL-1.2
/** One upstream, asked once a period whatever the number of browsers. */

import type { Bounds } from '../../city/place';
import type { DocumentRequest, Message, Parsed } from '../../stream/feeds/feed';
import { Breaker } from './breaker';
import type { ConfiguredFeed } from './config';
import { type FetchRules, fetchDocument, type KnownDocument, UpstreamFault } from './fetch-document';
import type { Parser } from './parser';

export interface PollerOptions {
  readonly feed: ConfiguredFeed;
  readonly parser: Parser;
  readonly bounds: Bounds;
  readonly onRows: (parsed: Parsed, receivedMs: number) => void;
  readonly onFault: (fault: string, circuit: Breaker['state']) => void;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly limits?: UpstreamLimits | undefined;
}
/** Other than the usual ones: for tests. */
export interface UpstreamLimits {
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly longestWaitMs?: number;
}

interface Kept extends KnownDocument {
  readonly fetchedMs: number;
}

/** Answers after which {@link Feed.documents} is asked again. */
const MOST_STEPS = 8;
const MOST_DOCUMENTS = 32;
/** First questions are spread over this, so that a start is no burst. */
const START_SPREAD_MS = 500;

export class Poller {
  readonly #breaker: Breaker;
  readonly #rules: FetchRules;
  /** Documents as they last came, by address. */
  readonly #kept = new Map<string, Kept>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = true;
  /** Of starts: what a start before this one was still waiting for is nobody's any more. */
  #start = 0;

  constructor(private readonly options: PollerOptions) {
    const { feed, limits, random } = options;
    this.#breaker = new Breaker({
      periodMs: feed.topic.periodS * 1000,
      random,
      ...(limits?.longestWaitMs ? { longestMs: limits.longestWaitMs } : {}),
    });
    const { headers, hosts, allowHttp, allowPrivate } = feed;
    const { origin } = new URL(feed.url);
    this.#rules = { format: feed.feed.format, headers, origin, hosts, allowHttp, allowPrivate, ...limits };
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    const start = ++this.#start;
    const spreadMs =
      Math.min(START_SPREAD_MS, this.options.feed.topic.periodS * 1000) * this.options.random();
    this.#timer = setTimeout(() => void this.#ask(start), spreadMs);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #ask(start: number): Promise<void> {
    const { nowMs, onRows, onFault } = this.options;
    const askedMs = nowMs();
    let waitMs: number;
    try {
      const parsed = await this.#rows();
      if (this.#over(start)) return;
      onRows(parsed, nowMs());
      waitMs = this.#breaker.afterSuccess();
    } catch (error) {
      if (this.#over(start)) return;
      // What was kept for longer may be what cannot be read.
      this.#kept.clear();
      waitMs = this.#breaker.afterFault(error instanceof UpstreamFault ? error.retryAfterMs : undefined);
      onFault(error instanceof Error ? error.message : String(error), this.#breaker.state);
    }
    // The period is from question to question, however long the answer took.
    const tookMs = Math.max(0, nowMs() - askedMs);
    this.#timer = setTimeout(() => void this.#ask(start), Math.max(waitMs - tookMs, Math.min(waitMs, 100)));
  }

  #over(start: number): boolean {
    return this.#stopped || start !== this.#start;
  }

  async #rows(): Promise<Parsed> {
    const { feed, parser, bounds, nowMs } = this.options;
    const got: Record<string, Message> = {};
    let needs: readonly DocumentRequest[] = feed.feed.documents ? [] : [{ name: 'main', url: feed.url }];
    // The first time nothing has been answered yet.
    for (let steps = 0; steps <= MOST_STEPS; steps++) {
      const messages = await Promise.all(needs.map((request) => this.#document(request)));
      for (const [at, { name }] of needs.entries()) got[name] = messages[at] as Message;
      const step = await parser.step({
        feed: feed.feed.id,
        url: feed.url,
        got,
        context: { receivedMs: nowMs(), bounds, options: feed.options },
      });
      if (step.parsed) return step.parsed;
      if (Object.keys(got).length + step.needs.length > MOST_DOCUMENTS)
        throw new UpstreamFault(`needs more than ${MOST_DOCUMENTS} documents`);
      needs = step.needs;
    }
    throw new UpstreamFault('needs documents without end');
  }

  async #document({ name, url, maxAgeS }: DocumentRequest): Promise<Message> {
    const { nowMs } = this.options;
    const kept = this.#kept.get(url);
    if (kept && maxAgeS !== undefined && nowMs() - kept.fetchedMs < maxAgeS * 1000)
      return { url, bytes: kept.bytes };
    try {
      const { bytes, etag, lastModified } = await fetchDocument(url, this.#rules, kept);
      if (etag || lastModified || maxAgeS !== undefined)
        this.#keep(url, { bytes, etag, lastModified, fetchedMs: nowMs() });
      return { url, bytes };
    } catch (error) {
      if (name === 'main' || !(error instanceof UpstreamFault)) throw error;
      throw new UpstreamFault(`${name}: ${error.message}`, error.retryAfterMs);
    }
  }

  /** Addresses may change with every answer: the oldest are let go. */
  #keep(url: string, document: Kept): void {
    this.#kept.delete(url);
    this.#kept.set(url, document);
    for (const oldest of [...this.#kept.keys()].slice(0, -MOST_DOCUMENTS)) this.#kept.delete(oldest);
  }
}
