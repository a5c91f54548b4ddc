// SPDX-License-Identifier: EUPL-1.2
/** Asks the worker that walks, which keeps the streets from one question to the next. */
import type { ColumnTable } from '../city/columns';
import type { AnswerTo, FromWalker, ToWalker, WalkQuestion, WalkStep } from './walk-protocol';
import { WarmAsker, type WarmTerms, type WarmWorker } from './warm-asker';

export type WalkWorker = WarmWorker<ToWalker, FromWalker>;

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

const TERMS: WarmTerms<FromWalker, WalkStep> = {
  read(message) {
    if (message.kind === 'step') return { news: message.step };
    if (message.kind === 'answer') return { answer: message.answer };
    return { fault: new WalkError(message.code, message.detail) };
  },
  ended: (code, detail) => new WalkError(code, detail),
};

export class Walker {
  readonly #asker: WarmAsker<WalkQuestion, FromWalker, WalkStep>;

  constructor(make: () => WalkWorker) {
    this.#asker = new WarmAsker(make, TERMS);
  }

  /** As {@link WarmAsker.ask} does. @throws WalkError */
  ask<Q extends WalkQuestion>(
    question: Q,
    tables: readonly ColumnTable[],
    signal?: AbortSignal,
    onStep: (step: WalkStep) => void = () => {},
  ): Promise<AnswerTo<Q>> {
    return this.#asker.ask(question, tables, signal, onStep) as Promise<AnswerTo<Q>>;
  }

  /** Kills the worker; whoever waits hears of it. */
  close(): void {
    this.#asker.close();
  }
}
