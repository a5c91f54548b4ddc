// SPDX-License-Identifier: EUPL-1.2
/** The people of the city on the screen: asked when a panel or a card wants it, answered by one warm worker. */
import type { Catalogue } from '../../city/catalogue';
import { PeopleAsker, type PeopleWorker } from '../../simulation/people-asker';
import {
  type PeopleAnswer,
  type PeopleAnswerTo,
  type PeopleQuestion,
  TABLES_OF,
  tablesFor,
} from '../../simulation/people-protocol';
import { cityFiles } from './city-files';

/** Answers of a city that are kept, newest last. */
const MOST_KEPT = 80;

interface Asked {
  readonly asker: PeopleAsker;
  readonly answers: Map<string, PeopleAnswer>;
}
const asked = new WeakMap<Catalogue, Asked>();

function ofCity(catalogue: Catalogue): Asked {
  let of = asked.get(catalogue);
  if (!of) asked.set(catalogue, (of = { asker: new PeopleAsker(peopleWorker), answers: new Map() }));
  return of;
}

/** Whether this city's build has what a question needs. */
export const canAskPeople = (catalogue: Catalogue, kind: PeopleQuestion['kind']): boolean =>
  TABLES_OF[kind].every((id) => catalogue.files.inputs.some((input) => input.id === id));

export const questionKey = (question: PeopleQuestion): string => JSON.stringify(question);

/** What a question was answered before; undefined where it was not, or too long ago. */
export const knownAnswer = <Q extends PeopleQuestion>(
  catalogue: Catalogue,
  question: Q,
): PeopleAnswerTo<Q> | undefined =>
  asked.get(catalogue)?.answers.get(questionKey(question)) as PeopleAnswerTo<Q> | undefined;

/**
 * Asks the city; an answer is kept. Rejects with a PeopleError, or with a StreamError where a file does not
 * come: then asking again asks the server. To give up by `signal` kills the worker, with its forecast.
 */
export async function askPeople<Q extends PeopleQuestion>(
  catalogue: Catalogue,
  cityUrl: string,
  question: Q,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<PeopleAnswerTo<Q>> {
  const known = knownAnswer(catalogue, question);
  if (known) return known;
  const files = cityFiles(catalogue, cityUrl);
  const ids = new Set(tablesFor(question));
  const tables = await Promise.all([...ids].map((id) => files.columnsIfAny(id)));
  const { asker, answers } = ofCity(catalogue);
  const answer = await asker.ask(
    question,
    tables.filter((table) => table !== null),
    signal,
    onProgress,
  );
  answers.set(questionKey(question), answer);
  for (const key of answers.keys()) {
    if (answers.size <= MOST_KEPT) break;
    answers.delete(key);
  }
  return answer;
}

function peopleWorker(): PeopleWorker {
  const worker = new Worker(new URL('../../simulation/people-worker.ts', import.meta.url), {
    type: 'module',
    name: 'people',
  });
  // The DOM's type takes any message; ours says which there are.
  return worker as unknown as PeopleWorker;
}
