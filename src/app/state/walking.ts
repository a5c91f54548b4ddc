// SPDX-License-Identifier: EUPL-1.2
/** How one walks in the city on the screen: asked when a card is opened, answered by one warm worker. */
import type { Catalogue } from '../../city/catalogue';
import type { AnswerTo, WalkQuestion, WalkStep } from '../../simulation/walk-protocol';
import { TABLES_IF_ANY, TABLES_OF } from '../../simulation/walk-protocol';
import { Walker, type WalkWorker } from '../../simulation/walker';
import { cityFiles } from './city-files';

const walkers = new WeakMap<Catalogue, Walker>();

/** Whether this city's build has what a question needs. */
export const canAsk = (catalogue: Catalogue, kind: WalkQuestion['kind']): boolean =>
  TABLES_OF[kind].every((id) => catalogue.files.inputs.some((input) => input.id === id));

/**
 * Asks the city. Rejects with a WalkError, or with a StreamError where a file does not come: then
 * asking again asks the server. To give up by `signal` kills the worker.
 */
export async function askWalk<Q extends WalkQuestion>(
  catalogue: Catalogue,
  cityUrl: string,
  question: Q,
  signal?: AbortSignal,
  onStep?: (step: WalkStep) => void,
): Promise<AnswerTo<Q>> {
  const files = cityFiles(catalogue, cityUrl);
  const ids = [...TABLES_OF[question.kind], ...TABLES_IF_ANY[question.kind]];
  const tables = await Promise.all(ids.map((id) => files.columnsIfAny(id)));
  let walker = walkers.get(catalogue);
  if (!walker) walkers.set(catalogue, (walker = new Walker(walkWorker)));
  return walker.ask(
    question,
    tables.filter((table) => table !== null),
    signal,
    onStep,
  );
}

function walkWorker(): WalkWorker {
  const worker = new Worker(new URL('../../simulation/walk-worker.ts', import.meta.url), {
    type: 'module',
    name: 'walking',
  });
  // The DOM's type takes any message; ours says which there are.
  return worker as unknown as WalkWorker;
}
