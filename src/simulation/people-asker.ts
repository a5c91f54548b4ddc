// SPDX-License-Identifier: EUPL-1.2
/** Asks the worker of the people's models. Every question settles once: by an answer, a fault, or because it was given up. */
import type { ColumnTable } from '../city/columns';
import type { FromPeople, PeopleAnswerTo, PeopleQuestion, ToPeople } from './people-protocol';
import type { RunFault } from './protocol';

export interface PeopleWorker {
  postMessage(message: ToPeople): void;
  terminate(): void;
  onmessage: ((event: { data: FromPeople }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

/** Why a question has no answer; `failed`: a model says so, and `where` names it or the table. */
export class PeopleError extends Error {
  constructor(
    readonly code: 'failed' | 'crashed' | 'cancelled',
    readonly where: string,
    readonly detail: string,
    /** Why a scenario has no answer. */
    readonly fault?: RunFault,
  ) {
    super(`${where}: ${code === 'failed' ? detail : `${code} ${detail}`}`.trim());
    this.name = 'PeopleError';
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: PeopleError) => void;
  readonly onProgress: (share: number) => void;
}

const WORKER = 'people';

/** One worker kept warm with its forecast; it is killed, and hired anew for the next question, where one is given up. */
export class PeopleAsker {
  readonly #make: () => PeopleWorker;
  #worker: PeopleWorker | null = null;
  #sent = new Set<string>();
  #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(make: () => PeopleWorker) {
    this.#make = make;
  }

  /**
   * Asks; `tables` are those that the question needs, sent once each. Giving up by `signal` kills the worker,
   * with what else it was asked, only while this question is unanswered.
   * @param onProgress hears the share that is done, 0–1
   * @throws PeopleError
   */
  ask<Q extends PeopleQuestion>(
    question: Q,
    tables: readonly ColumnTable[],
    signal?: AbortSignal,
    onProgress: (share: number) => void = () => {},
  ): Promise<PeopleAnswerTo<Q>> {
    if (signal?.aborted) return Promise.reject(new PeopleError('cancelled', WORKER, ''));
    const id = ++this.#last;
    return new Promise<PeopleAnswerTo<Q>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      signal?.addEventListener('abort', () => {
        if (this.#waiting.has(id)) this.#end(new PeopleError('cancelled', WORKER, ''));
      });
      try {
        const worker = (this.#worker ??= this.#hire());
        const fresh = tables.filter((table) => !this.#sent.has(table.id));
        if (fresh.length > 0) worker.postMessage({ kind: 'tables', tables: fresh });
        for (const table of fresh) this.#sent.add(table.id);
        worker.postMessage({ kind: 'ask', id, question });
      } catch (error) {
        this.#end(new PeopleError('crashed', WORKER, error instanceof Error ? error.message : String(error)));
      }
    });
  }

  /** Kills the worker; whoever waits hears of it. */
  close(): void {
    this.#end(new PeopleError('cancelled', WORKER, ''));
  }

  #hire(): PeopleWorker {
    const worker = this.#make();
    worker.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      if (data.kind === 'progress') return waiting?.onProgress(data.share);
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting?.resolve(data.answer as never);
      else waiting?.reject(new PeopleError('failed', data.where, data.detail, data.fault));
    };
    // Of one that was let go, what it still says is no fault of the next.
    const crash = (detail: string) => {
      if (this.#worker === worker) this.#end(new PeopleError('crashed', WORKER, detail));
    };
    worker.onerror = ({ message }) => crash(message ?? '');
    worker.onmessageerror = () => crash('unreadable');
    return worker;
  }

  #end(error: PeopleError): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#sent = new Set();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
