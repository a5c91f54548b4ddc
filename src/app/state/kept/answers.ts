// SPDX-License-Identifier: EUPL-1.2
/** Answers go to the server with the revision that they are of, so that whoever opens them runs nothing. */
import { answerKey, keepAnswer } from '../../../simulation/kept-answer';
import type { Answer } from '../../../simulation/protocol';
import { isStale } from '../scenario';
import { type RunState, useStore } from '../store';
import { answered, KeepError, savedRevision } from './actions';
import type { Keeper } from './keeper';
import { packed } from './packing';
import { asker } from './server';

/** Where an answer lies on the server. */
interface AnswerPlace {
  readonly scenarioId: string;
  readonly rev: number;
  readonly key: string;
}

type Ask = ReturnType<typeof asker>;

/**
 * Brings a kept scenario, that on the desk where none is named, to the server, and its answer with it; the same again
 * is kept once.
 * @throws KeepError where either is not there
 */
export async function storeAnswer(
  keeper: Keeper,
  answer: Answer,
  { id: of, ask = asker() }: { readonly id?: string; readonly ask?: Ask } = {},
): Promise<AnswerPlace> {
  const { id, rev, scenario } = await savedRevision(keeper, of);
  // What has changed meanwhile was not answered.
  if (isStale({ kind: 'done', answer }, scenario)) throw new KeepError('conflict');
  const key = answerKey(answer);
  const bytes = await packed(keepAnswer(answer));
  answered(await ask('PUT', `scenarios/${id}/answers/${key}?rev=${rev}`, bytes));
  return { scenarioId: id, rev, key };
}

/** From now on every answer to what is on the desk goes there as it comes. What cannot be stored now is, when it is published. */
export function storeAnswers(keeperNow: () => Keeper): void {
  const store = (answer: Answer) => {
    const keeper = keeperNow();
    if (keeper.local === null) storeAnswer(keeper, answer).catch(() => {});
  };
  const take = (run: RunState) => {
    // What came from there is there.
    if (run.kind === 'done' && !run.stored) store(run.answer);
  };
  take(useStore.getState().run);
  useStore.subscribe((now, before) => {
    if (now.run !== before.run) take(now.run);
  });
}
