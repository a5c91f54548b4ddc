// SPDX-License-Identifier: EUPL-1.2
/** Asks the worker of the people's models, which keeps its forecast from one question to the next. */
import type { ColumnTable } from '../city/columns';
import type { FromPeople, PeopleAnswerTo, PeopleQuestion, ToPeople } from './people-protocol';
import type { RunFault } from './protocol';
import { WarmAsker, type WarmTerms, type WarmWorker } from './warm-asker';

export type PeopleWorker = WarmWorker<ToPeople, FromPeople>;

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

const TERMS: WarmTerms<FromPeople, number> = {
  read(message) {
    if (message.kind === 'progress') return { news: message.share };
    if (message.kind === 'answer') return { answer: message.answer };
    return { fault: new PeopleError('failed', message.where, message.detail, message.fault) };
  },
  ended: (code, detail) => new PeopleError(code, 'people', detail),
};

export class PeopleAsker {
  readonly #asker: WarmAsker<PeopleQuestion, FromPeople, number>;

  constructor(make: () => PeopleWorker) {
    this.#asker = new WarmAsker(make, TERMS);
  }

  /**
   * As {@link WarmAsker.ask} does.
   * @param onProgress hears the share that is done, 0–1
   * @throws PeopleError
   */
  ask<Q extends PeopleQuestion>(
    question: Q,
    tables: readonly ColumnTable[],
    signal?: AbortSignal,
    onProgress: (share: number) => void = () => {},
  ): Promise<PeopleAnswerTo<Q>> {
    return this.#asker.ask(question, tables, signal, onProgress) as Promise<PeopleAnswerTo<Q>>;
  }

  /** Kills the worker; whoever waits hears of it. */
  close(): void {
    this.#asker.close();
  }
}
