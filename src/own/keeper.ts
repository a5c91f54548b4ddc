// SPDX-License-Identifier: EUPL-1.2
/** Asks the worker that keeps what was brought. Every question settles. */
import { buffersOf, type FileTable } from '../formats/table';
import type { FromKeeper, QuestionKind, Questions, ToKeeper } from './keep-protocol';

/** The part of a Worker that is used here. */
export interface KeepWorker {
  postMessage(message: ToKeeper, transfer: ArrayBuffer[]): void;
  terminate(): void;
  onmessage: ((event: { data: FromKeeper }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

/** Why a question has no answer; `gone`: its rows are not in this browser (any more). */
export class KeepError extends Error {
  constructor(
    readonly code: 'gone' | 'unexpected' | 'crashed',
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'KeepError';
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: KeepError) => void;
}

export class Keeper {
  readonly #make: () => KeepWorker;
  #worker: KeepWorker | null = null;
  #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(make: () => KeepWorker) {
    this.#make = make;
  }

  /** @throws KeepError */
  ask<K extends QuestionKind>(kind: K, ask: Questions[K]['ask']): Promise<Questions[K]['answer']> {
    const number = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      const transfer = kind === 'keep' ? buffersOf((ask as { table: FileTable }).table) : [];
      this.#hired().postMessage({ number, kind, ask }, transfer);
    });
  }

  #hired(): KeepWorker {
    if (this.#worker) return this.#worker;
    const worker = this.#make();
    worker.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if ('fault' in data) waiting?.reject(new KeepError(data.code, data.fault));
      else waiting?.resolve(data.answer as never);
    };
    // Another is hired for the next question: what was kept is in the browser's database.
    worker.onerror = ({ message }) => {
      worker.terminate();
      this.#worker = null;
      const lost = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { reject } of lost) reject(new KeepError('crashed', message ?? ''));
    };
    this.#worker = worker;
    return worker;
  }
}
