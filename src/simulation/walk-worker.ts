// SPDX-License-Identifier: EUPL-1.2
/** The worker that walks: it remembers the city's streets from one question to the next. */
import type { FromWalker, ToWalker } from './walk-protocol';
import { NoStreetError, WalkingCity } from './walking-city';

interface Scope {
  onmessage: ((event: { data: ToWalker }) => void) | null;
  postMessage(message: FromWalker): void;
}
const scope = globalThis as unknown as Scope;
const city = new WalkingCity();

scope.onmessage = ({ data }) => {
  if (data.kind === 'tables') return city.add(data.tables);
  const { id, question } = data;
  try {
    const answer = city.answer(question, (step) => scope.postMessage({ kind: 'step', id, step }));
    scope.postMessage({ kind: 'answer', id, answer });
  } catch (error) {
    const code = error instanceof NoStreetError ? 'no-street' : 'unexpected';
    const detail = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'failed', id, code, detail });
  }
};
