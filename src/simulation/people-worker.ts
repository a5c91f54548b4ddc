// SPDX-License-Identifier: EUPL-1.2
/** The worker of the people's models: it remembers the city and its forecast from one question to the next. */
import { faultOf } from './fault';
import { PeopleCity } from './people-city';
import type { FromPeople, ToPeople } from './people-protocol';

interface Scope {
  onmessage: ((event: { data: ToPeople }) => void) | null;
  postMessage(message: FromPeople): void;
}
const scope = globalThis as unknown as Scope;
const city = new PeopleCity();

scope.onmessage = ({ data }) => {
  if (data.kind === 'tables') return city.add(data.tables);
  const { id, question } = data;
  try {
    const answer = city.answer(question, (share) => scope.postMessage({ kind: 'progress', id, share }));
    scope.postMessage({ kind: 'answer', id, answer });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    scope.postMessage({
      kind: 'failed',
      id,
      where: question.kind,
      detail,
      ...('scenario' in question && { fault: faultOf(error) }),
    });
  }
};
