// SPDX-License-Identifier: EUPL-1.2
/** Moments that the relay has kept, fetched by the minute and held for going back and forth. */
import type { ExtentAnswer, HistoryAnswer, LiveRow, SeriesAnswer } from '../../city/live';

export const HISTORY_STEP_MS = 60_000;
/** Until a minute has come, an earlier one stands for it: its rows are judged by their own age. */
const STAND_IN_MS = 30 * 60_000;
/** About 100 MB at most. */
const MOST_ROWS = 300_000;
const MOST_ASKED_AT_ONCE = 2;
/** A minute that did not come is asked again after this. */
const ASK_AGAIN_MS = 10_000;
/** While time runs, what will be shown in so long is fetched. */
const AHEAD_MS = 2_000;
/** Slower than this, or by a jump, time does not run. */
const RUNNING_RATE = 2;

export interface HistoryOptions {
  /** Address of the relay, without a slash at its end. */
  readonly url: string;
  readonly fetchJson: (url: string) => Promise<unknown>;
  readonly nowMs: () => number;
  /** A minute of the topic has come, or is known not to. */
  readonly onCame: (topic: string) => void;
}

export type Kept =
  | { readonly state: 'here'; readonly rows: readonly LiveRow[] }
  /** Nobody kept anything of that moment. */
  | { readonly state: 'none' }
  | { readonly state: 'coming' }
  | { readonly state: 'failed' };

interface TopicMinutes {
  /** null: nothing was kept. */
  readonly minutes: Map<number, readonly LiveRow[] | null>;
  readonly asked: Set<number>;
  /** When a minute failed to come, by the page's clock. */
  readonly failed: Map<number, number>;
  last: { readonly atMs: number; readonly nowMs: number } | null;
  /** The newest wish that had to wait. */
  waiting: number | null;
}

export class KeptHistory {
  readonly #options: HistoryOptions;
  readonly #topics = new Map<string, TopicMinutes>();
  #rows = 0;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** A topic's rows as they were known at the minute of `atMs`; asks for them where they are not here. */
  at(topic: string, atMs: number): Kept {
    const of = this.#of(topic);
    const minute = floor(atMs);
    const now = this.#options.nowMs();
    this.#ask(topic, minute);
    this.#askAhead(topic, of, atMs, now);
    const here = nearest(of.minutes, minute);
    if (here) return { state: 'here', rows: here };
    if (here === null) return { state: 'none' };
    return { state: of.failed.has(minute) ? 'failed' : 'coming' };
  }

  /** From when to when there is something. */
  async extent(): Promise<ExtentAnswer> {
    return (await this.#options.fetchJson(`${this.#options.url}/history/extent`)) as ExtentAnswer;
  }

  async series(topic: string, id: string, field: string, fromMs: number, toMs: number) {
    const query = new URLSearchParams({ topic, id, from: String(fromMs), to: String(toMs), field });
    const answer = await this.#options.fetchJson(`${this.#options.url}/series?${query}`);
    return (answer as SeriesAnswer).points;
  }

  #of(topic: string): TopicMinutes {
    let of = this.#topics.get(topic);
    if (!of) {
      of = { minutes: new Map(), asked: new Set(), failed: new Map(), last: null, waiting: null };
      this.#topics.set(topic, of);
    }
    return of;
  }

  #askAhead(topic: string, of: TopicMinutes, atMs: number, now: number): void {
    const { last } = of;
    // Layers ask several times for one moment: only a step of time tells how fast it runs.
    if (last && now - last.nowMs < 50) return;
    of.last = { atMs, nowMs: now };
    if (!last) return;
    const rate = (atMs - last.atMs) / (now - last.nowMs);
    if (rate >= RUNNING_RATE && rate <= 5000) this.#ask(topic, floor(atMs + rate * AHEAD_MS));
  }

  #ask(topic: string, minute: number): void {
    const of = this.#of(topic);
    if (of.minutes.has(minute) || of.asked.has(minute)) return;
    const failedMs = of.failed.get(minute);
    if (failedMs !== undefined && this.#options.nowMs() - failedMs < ASK_AGAIN_MS) return;
    if (of.asked.size >= MOST_ASKED_AT_ONCE) {
      of.waiting = minute;
      return;
    }
    of.asked.add(minute);
    const query = new URLSearchParams({ topic, at: String(minute) });
    this.#options
      .fetchJson(`${this.#options.url}/history?${query}`)
      .then(
        (answer) => {
          of.failed.delete(minute);
          this.#keep(of, minute, (answer as HistoryAnswer).rows);
        },
        () => {
          of.failed.set(minute, this.#options.nowMs());
          // Whoever still wants it is told to ask again.
          setTimeout(() => this.#options.onCame(topic), ASK_AGAIN_MS);
        },
      )
      .finally(() => {
        of.asked.delete(minute);
        const { waiting } = of;
        of.waiting = null;
        if (waiting !== null) this.#ask(topic, waiting);
        this.#options.onCame(topic);
      });
  }

  #keep(of: TopicMinutes, minute: number, rows: readonly LiveRow[] | null): void {
    of.minutes.set(minute, rows);
    this.#rows += rows?.length ?? 0;
    for (const { minutes } of this.#topics.values())
      for (const [old, held] of minutes) {
        if (this.#rows <= MOST_ROWS) return;
        if (minutes === of.minutes && old === minute) continue;
        minutes.delete(old);
        this.#rows -= held?.length ?? 0;
      }
  }
}

const floor = (atMs: number): number => Math.floor(atMs / HISTORY_STEP_MS) * HISTORY_STEP_MS;

function nearest(minutes: TopicMinutes['minutes'], minute: number): readonly LiveRow[] | null | undefined {
  for (let at = minute; at >= minute - STAND_IN_MS; at -= HISTORY_STEP_MS) {
    const rows = minutes.get(at);
    if (rows !== undefined) return rows;
  }
  return undefined;
}
