// SPDX-License-Identifier: EUPL-1.2
/** Asks a worker that is kept warm. Every question settles once: by an answer, a fault, or because it was given up. */
import type { ColumnTable } from '../city/columns';

export interface WarmWorker<To, From> {
  postMessage(message: To): void;
  terminate(): void;
  onmessage: ((event: { data: From }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

/** What such a worker is told. */
export type ToWarm<Question> =
  | { readonly kind: 'tables'; readonly tables: readonly ColumnTable[] }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

type End = { readonly answer: unknown } | { readonly fault: Error };

/** What a kind of worker means by what it says, and what its faults are called. */
export interface WarmTerms<From, News> {
  readonly read: (message: From) => End | { readonly news: News };
  readonly ended: (code: 'crashed' | 'cancelled', detail: string) => Error;
}

interface Waiting<News> {
  readonly settle: (end: End) => void;
  readonly onNews: (news: News) => void;
}

/** One worker kept warm; it is killed, and hired anew for the next question, where one is given up. */
export class WarmAsker<Question, From extends { readonly id: number }, News> {
  readonly #make: () => WarmWorker<ToWarm<Question>, From>;
  readonly #terms: WarmTerms<From, News>;
  #worker: WarmWorker<ToWarm<Question>, From> | null = null;
  #sent = new Set<string>();
  #waiting = new Map<number, Waiting<News>>();
  #last = 0;

  constructor(make: () => WarmWorker<ToWarm<Question>, From>, terms: WarmTerms<From, News>) {
    this.#make = make;
    this.#terms = terms;
  }

  /**
   * Asks; `tables` are those that the question needs, sent once each. Giving up by `signal` kills the worker,
   * with what else it was asked, only while this question is unanswered.
   */
  ask(
    question: Question,
    tables: readonly ColumnTable[],
    signal: AbortSignal | undefined,
    onNews: (news: News) => void,
  ): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(this.#terms.ended('cancelled', ''));
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const giveUp = () => this.close();
      const settle = (end: End) => {
        signal?.removeEventListener('abort', giveUp);
        if ('fault' in end) reject(end.fault);
        else resolve(end.answer);
      };
      signal?.addEventListener('abort', giveUp);
      this.#waiting.set(id, { settle, onNews });
      try {
        const worker = (this.#worker ??= this.#hire());
        const fresh = tables.filter((table) => !this.#sent.has(table.id));
        if (fresh.length > 0) worker.postMessage({ kind: 'tables', tables: fresh });
        for (const table of fresh) this.#sent.add(table.id);
        worker.postMessage({ kind: 'ask', id, question });
      } catch (error) {
        this.#end('crashed', error instanceof Error ? error.message : String(error));
      }
    });
  }

  /** Kills the worker; whoever waits hears of it. */
  close(): void {
    this.#end('cancelled', '');
  }

  #hire(): WarmWorker<ToWarm<Question>, From> {
    const worker = this.#make();
    worker.onmessage = ({ data }) => {
      const said = this.#terms.read(data);
      const waiting = this.#waiting.get(data.id);
      if ('news' in said) return waiting?.onNews(said.news);
      this.#waiting.delete(data.id);
      waiting?.settle(said);
    };
    // Of one that was let go, what it still says is no fault of the next.
    const crash = (detail: string) => {
      if (this.#worker === worker) this.#end('crashed', detail);
    };
    worker.onerror = ({ message }) => crash(message ?? '');
    worker.onmessageerror = () => crash('unreadable');
    return worker;
  }

  #end(code: 'crashed' | 'cancelled', detail: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#sent = new Set();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { settle } of waiting) settle({ fault: this.#terms.ended(code, detail) });
  }
}
