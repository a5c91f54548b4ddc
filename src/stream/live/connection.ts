// SPDX-License-Identifier: EUPL-1.2
/**
 * How live data come to the page: by the relay's stream of server-sent events, by asking where that is
 * silent, and again by the stream as soon as it speaks. The relay says its time every quarter of a
 * minute; where nothing is heard for three of those, it is asked what was missed.
 */
import type { RelayMessage, RelayNews, SnapshotAnswer } from '../../city/live';

export type ConnectionState = 'connecting' | 'stream' | 'polling' | 'lost';

/** The part of EventSource that is used. */
export interface EventStream {
  readonly readyState: number;
  addEventListener(kind: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface RelayConnectionOptions {
  /** Address of the relay, without a slash at its end. */
  readonly url: string;
  /** False: the message is news about something that is not here whole. */
  readonly onMessage: (message: RelayNews) => boolean;
  /** The relay has forgotten what it sent before. */
  readonly onEpoch: () => void;
  readonly onState: (state: ConnectionState) => void;
  readonly makeStream?: (url: string) => EventStream;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The page's own clock. */
  readonly nowMs?: () => number;
}

export const SILENCE_MS = 45_000;
export const POLL_EVERY_MS = 30_000;
/** An answer that takes longer is none. */
const ANSWER_WITHIN_MS = 15_000;
/** A stream that was closed, or swallowed on its way, is tried again after this. */
const REOPEN_AFTER_MS = 60_000;
const KINDS = ['hello', 'snapshot', 'delta', 'upstream', 'time'] as const;
/** Within this an answer is quick, and the clock not worth setting back. */
const SLOWEST_MS = 5000;
const CLOSED = 2;

export class RelayConnection {
  readonly #options: Required<RelayConnectionOptions>;
  #stream: EventStream | null = null;
  #state: ConnectionState = 'connecting';
  /** Of the last message that was taken in; '' before the first. */
  #lastId = '';
  /** The relay's clock less the page's; before the relay has spoken, the page's is believed. */
  #correctionMs: number | null = null;
  #heardMs: number;
  #openedMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;
  #closed = false;

  constructor(options: RelayConnectionOptions) {
    this.#options = {
      makeStream: (url) => new EventSource(url),
      fetch: (url, init) => fetch(url, init),
      nowMs: () => Date.now(),
      ...options,
    };
    this.#heardMs = this.#options.nowMs();
    this.#open();
    this.#watch(SILENCE_MS);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** The relay's clock, as far as it is known. */
  nowMs(): number {
    return this.#options.nowMs() + (this.#correctionMs ?? 0);
  }

  /** The page is seen again, or the network is back: what was missed is asked for at once. */
  wake(): void {
    if (this.#closed) return;
    if (this.#state === 'stream' && this.#options.nowMs() - this.#heardMs < SILENCE_MS) return;
    // A connection of before the sleep may look open and be dead: it is not waited for.
    this.#openedMs = Number.NEGATIVE_INFINITY;
    void this.#ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#stream?.close();
  }

  #open(): void {
    this.#stream?.close();
    this.#openedMs = this.#options.nowMs();
    const stream = this.#options.makeStream(this.#options.url);
    this.#stream = stream;
    for (const kind of KINDS)
      stream.addEventListener(kind, (event) => {
        if (stream !== this.#stream) return;
        this.#heardMs = this.#options.nowMs();
        this.#say('stream');
        this.#watch(SILENCE_MS);
        this.#take(event.lastEventId, event.data);
      });
    stream.addEventListener('error', () => {
      if (stream !== this.#stream || this.#closed) return;
      // A browser goes on trying by itself, unless it was turned away.
      if (stream.readyState === CLOSED) void this.#ask();
      else if (this.#state === 'stream') this.#say('connecting');
    });
  }

  #take(id: string, data: string): void {
    let message: RelayMessage;
    try {
      message = JSON.parse(data) as RelayMessage;
    } catch {
      void this.#ask('');
      return;
    }
    this.#accept(id, message);
  }

  #accept(id: string, message: RelayMessage): void {
    const [epoch, n] = partsOf(id);
    const [lastEpoch, lastN] = partsOf(this.#lastId);
    if (epoch !== null) {
      if (epoch !== lastEpoch) {
        if (lastEpoch !== null) this.#options.onEpoch();
      } else if (n < lastN || (n === lastN && message.kind === 'delta')) return;
      this.#lastId = id;
    }
    if (message.kind === 'time' || message.kind === 'hello') this.#correct(message.nowMs);
    if (message.kind !== 'time' && !this.#options.onMessage(message)) void this.#ask('');
  }

  /**
   * By what the relay said of its clock, `tripMs` at most ago. What was long on its way says too little,
   * so the most counts; whether the page's own clock was set on is asked, and believed of a quick answer.
   */
  #correct(relayMs: number, tripMs = Number.POSITIVE_INFINITY): void {
    const correctionMs = relayMs - this.#options.nowMs();
    const before = this.#correctionMs;
    const setOn = before !== null && before - correctionMs > SLOWEST_MS;
    const quick = tripMs >= 0 && tripMs < SLOWEST_MS;
    if (before === null || correctionMs > before || (setOn && quick)) this.#correctionMs = correctionMs;
    else if (setOn && tripMs === Number.POSITIVE_INFINITY) void this.#ask();
  }

  /** Asks what came after `since`; '': for everything. */
  async #ask(since = this.#lastId): Promise<void> {
    if (this.#asking) return;
    const asking = new AbortController();
    this.#asking = asking;
    clearTimeout(this.#timer);
    const patience = setTimeout(() => asking.abort(), ANSWER_WITHIN_MS);
    const askedMs = this.#options.nowMs();
    let answer: SnapshotAnswer | null = null;
    try {
      const query = since ? `?since=${encodeURIComponent(since)}` : '';
      const response = await this.#options.fetch(`${this.#options.url}/snapshot${query}`, {
        signal: asking.signal,
        cache: 'no-store',
      });
      if (response.ok) answer = (await response.json()) as SnapshotAnswer;
    } catch {
      // No answer, or one that is not JSON: as if there were no server.
    }
    clearTimeout(patience);
    this.#asking = null;
    if (this.#closed) return;
    if (!answer) this.#say('lost');
    else {
      this.#correct(answer.nowMs, this.#options.nowMs() - askedMs);
      this.#answered(answer, since);
    }
    this.#tryStream();
    this.#watch(this.#state === 'stream' ? SILENCE_MS : POLL_EVERY_MS);
  }

  #answered({ id, messages }: SnapshotAnswer, since: string): void {
    const streaming = this.#state === 'stream' && this.#stream?.readyState !== CLOSED;
    this.#heardMs = this.#options.nowMs();
    const [epoch, n] = partsOf(id);
    const [lastEpoch, lastN] = partsOf(this.#lastId);
    // The stream has brought newer things while the answer was on its way.
    const overtaken = epoch !== null && epoch === lastEpoch && n < lastN;
    if (!overtaken) {
      if (epoch !== lastEpoch && lastEpoch !== null && epoch !== null) this.#options.onEpoch();
      for (const message of messages) this.#options.onMessage(message);
      if (id) this.#lastId = id;
    }
    // Nothing was missed: the stream was silent because the city was.
    if (streaming && (messages.length === 0 || since === '' || overtaken)) return;
    this.#say('polling');
  }

  #tryStream(): void {
    if (this.#state === 'stream') return;
    const gone = !this.#stream || this.#stream.readyState === CLOSED;
    const swallowed = this.#state === 'polling';
    if ((gone || swallowed) && this.#options.nowMs() - this.#openedMs >= REOPEN_AFTER_MS) this.#open();
  }

  #watch(inMs: number): void {
    if (this.#asking) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), inMs);
  }

  #say(state: ConnectionState): void {
    if (this.#closed || state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

/** `<epoch>-<n>`; null where it is not one. */
function partsOf(id: string): [epoch: string | null, n: number] {
  const cut = id.lastIndexOf('-');
  const n = cut > 0 ? Number(id.slice(cut + 1)) : Number.NaN;
  return Number.isSafeInteger(n) ? [id.slice(0, cut), n] : [null, 0];
}
