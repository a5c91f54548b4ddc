// SPDX-License-Identifier: EUPL-1.2
/** A number of a scenario asked with other values, one run after the other: answers for readers who run nothing. */
import type { CityInputs } from '../../city/city-inputs';
import { type NumberStops, withNumber } from '../../scenario/number-stops';
import type { Answer } from '../../simulation/protocol';
import { type Run, startRun, type WorkerLike } from '../../simulation/run';
import { startPeople } from './people-run';
import { simulationWorker } from './run';

export interface StopAnswer {
  readonly value: number;
  readonly answer: Answer;
}

export interface Asking {
  /** Rejects with a RunError: where a run fails, and where it is cancelled. */
  readonly answers: Promise<readonly StopAnswer[]>;
  cancel(): void;
}

/**
 * Asks the models for every stop but the one that is answered, with as many draws and the same seed: what differs is
 * the number alone.
 * @param onStop before each run: which it is, from 0
 */
export function askStops(
  city: CityInputs,
  answered: Answer,
  of: NumberStops,
  onStop: (stop: number) => void,
): Asking {
  const idle: WorkerLike[] = [];
  let current: Run | null = null;
  let cancelled = false;
  const one = async (value: number): Promise<StopAnswer> => {
    if (value === of.value) return { value, answer: answered };
    current = startRun({
      city,
      scenario: withNumber(answered.scenario, of, value),
      effort: answered.effort,
      // A worker that has made the city ready is asked again.
      makeWorker: () => idle.shift() ?? simulationWorker(),
      keepWorker: (worker) => idle.push(worker),
      startPeople,
      workers: Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1)),
      now: () => performance.now(),
    });
    if (cancelled) current.cancel();
    return { value, answer: await current.answer };
  };
  const all = async () => {
    const answers: StopAnswer[] = [];
    try {
      for (const [n, value] of of.stops.entries()) {
        onStop(n);
        answers.push(await one(value));
      }
      return answers;
    } finally {
      for (const worker of idle) worker.terminate();
    }
  };
  return {
    answers: all(),
    cancel: () => {
      cancelled = true;
      current?.cancel();
    },
  };
}
