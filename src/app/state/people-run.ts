// SPDX-License-Identifier: EUPL-1.2
/** A scenario asked of the models of people: the part of a run that the worker of the people does. */
import type { CityInputs } from '../../city/city-inputs';
import type { Scenario } from '../../scenario/scenario';
import { aboutAnswer } from '../../simulation/answer';
import { PeopleError } from '../../simulation/people-asker';
import { IMPACT_QUESTION } from '../../simulation/people-protocol';
import { type Answer, type Effort, MODEL_DRAWS, type RunProgress } from '../../simulation/protocol';
import { CANCELLED, type Run, RunError } from '../../simulation/run';
import { faultText } from './fault';
import { askPeople } from './people-asking';
import { useStore } from './store';

export interface PeopleRunRequest {
  readonly city: CityInputs;
  readonly scenario: Scenario;
  readonly effort: Effort;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** Asks the models of people, of shops or of green; cancelling kills the worker. */
export function startPeople(
  { city, scenario, effort, onProgress }: PeopleRunRequest,
  model: keyof typeof IMPACT_QUESTION,
): Run {
  const { catalogue, cityUrl } = useStore.getState();
  const giveUp = new AbortController();
  const begun = performance.now();
  const told = (share: number) => {
    const draws = MODEL_DRAWS[model];
    const leftS = share > 0 ? ((performance.now() - begun) / 1000 / share) * (1 - share) : null;
    onProgress?.({
      phase: 'after',
      drawsDone: Math.round(share * draws),
      draws,
      iteration: 0,
      relativeGap: 0,
      secondsLeft: leftS,
    });
  };
  const asked = catalogue
    ? askPeople(catalogue, cityUrl, { kind: IMPACT_QUESTION[model], scenario, effort }, giveUp.signal, told)
    : Promise.reject(new Error('there is no city'));
  const answer = asked.then(
    ({ impact, resultHash }): Answer => ({
      ...aboutAnswer(model, city, scenario, effort),
      impact,
      resultHash,
    }),
    (error: unknown) => {
      throw runError(error);
    },
  );
  return { answer, cancel: () => giveUp.abort() };
}

function runError(error: unknown): RunError {
  if (!(error instanceof PeopleError))
    return new RunError({ where: 'people', code: 'unexpected', detail: faultText(error) });
  if (error.code === 'cancelled') return new RunError(CANCELLED);
  if (error.code === 'crashed')
    return new RunError({ where: 'worker', code: 'crashed', detail: error.detail });
  return new RunError(error.fault ?? { where: error.where, code: 'unexpected', detail: error.detail });
}
