// SPDX-License-Identifier: EUPL-1.2
/** Asks the worker that walks. Every question settles: by an answer, a fault, or because it was given up. */
import type { ColumnTable } from '../city/columns';
import type { AnswerTo, FromWalker, ToWalker, WalkQuestion, WalkStep } from './walk-protocol';

export interface WalkWorker {
  postMessage(message: ToWalker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWalker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

/** Why a question has no answer. */
export class WalkError extends Error {
  constructor(
    readonly code: 'no-street' | 'unexpected' | 'crashed' | 'cancelled',
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'WalkError';
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: WalkError) => void;
  readonly onStep: (step: WalkStep) => void;
}

/** One worker kept warm; it is killed, and hired anew for the next question, where one is given up. */
export class Walker {
  readonly #make: () => WalkWorker;
  #worker: WalkWorker | null = null;
  #sent = new Set<string>();
  #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(make: () => WalkWorker) {
    this.#make = make;
  }

  /**
   * Asks; `tables` are those that the question needs, sent once each. Giving up by `signal` kills the
   * worker, with what else it was asked, only while this question is unanswered.
   * @throws WalkError
   */
  ask<Q extends WalkQuestion>(
    question: Q,
    tables: readonly ColumnTable[],
    signal?: AbortSignal,
    onStep: (step: WalkStep) => void = () => {},
  ): Promise<AnswerTo<Q>> {
    if (signal?.aborted) return Promise.reject(new WalkError('cancelled', ''));
    const id = ++this.#last;
    return new Promise<AnswerTo<Q>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onStep });
      signal?.addEventListener('abort', () => {
        if (this.#waiting.has(id)) this.#end(new WalkError('cancelled', ''));
      });
      try {
        const worker = (this.#worker ??= this.#hire());
        const fresh = tables.filter((table) => !this.#sent.has(table.id));
        if (fresh.length > 0) worker.postMessage({ kind: 'tables', tables: fresh });
        for (const table of fresh) this.#sent.add(table.id);
        worker.postMessage({ kind: 'ask', id, question });
      } catch (error) {
        this.#end(new WalkError('crashed', error instanceof Error ? error.message : String(error)));
      }
    });
  }

  /** Kills the worker; whoever waits hears of it. */
  close(): void {
    this.#end(new WalkError('cancelled', ''));
  }

  #hire(): WalkWorker {
    const worker = this.#make();
    worker.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      if (data.kind === 'step') return waiting?.onStep(data.step);
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting?.resolve(data.answer as never);
      else waiting?.reject(new WalkError(data.code, data.detail));
    };
    worker.onerror = ({ message }) => this.#end(new WalkError('crashed', message ?? ''));
    worker.onmessageerror = () => this.#end(new WalkError('crashed', 'unreadable'));
    return worker;
  }

  #end(error: WalkError): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#sent = new Set();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
