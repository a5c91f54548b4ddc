// SPDX-License-Identifier: EUPL-1.2
/** A run: one scenario, some workers, thrown away when it is over. Settles in every case. */
import type { CityInputs } from '../city/city-inputs';
import { FEWEST_DRAWS } from '../impact/estimate';
import { type DrawPair, type Impact, impactOf } from '../impact/impact';
import type { Scenario } from '../scenario/scenario';
import { answerOf } from './answer';
import {
  type Answer,
  EFFORTS,
  type Effort,
  type FromWorker,
  type RunFault,
  type RunProgress,
  type ToWorker,
} from './protocol';

/** What a run needs of a worker: the browser's, or one that a test makes. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
}

export interface RunRequest {
  readonly city: CityInputs;
  readonly scenario: Scenario;
  readonly effort: Effort;
  readonly makeWorker: () => WorkerLike;
  /** Not more than draws. */
  readonly workers: number;
  /** Milliseconds, for the time that is left. */
  readonly now: () => number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** The draws so far as an impact, from the fewest that make an interval. */
  readonly onPartial?: (impact: Impact) => void;
}

/** A run that ended without an answer. */
export class RunError extends Error {
  constructor(readonly fault: RunFault) {
    super(`${fault.where}: ${fault.code}: ${fault.detail}`);
    this.name = 'RunError';
  }
}
export const CANCELLED: RunFault = { where: 'run', code: 'cancelled', detail: '' };

export interface Run {
  readonly answer: Promise<Answer>;
  /** Kills the workers and rejects with the fault `cancelled`. */
  cancel(): void;
}

/** Starts the workers, each with its share of the draws. Draws do not depend on who does them. */
export function startRun(request: RunRequest): Run {
  const { city, scenario, effort, onProgress, onPartial, now } = request;
  const draws = EFFORTS[effort];
  const crew = Math.max(1, Math.min(request.workers, draws));
  const begun = now();
  const pairs: DrawPair[] = [];
  const workers: WorkerLike[] = [];
  let settle: { resolve: (answer: Answer) => void; reject: (error: RunError) => void };
  const answer = new Promise<Answer>((resolve, reject) => {
    settle = { resolve, reject };
  });
  let over = false;
  const end = (act: () => void) => {
    if (over) return;
    over = true;
    for (const worker of workers) worker.terminate();
    act();
  };
  const fail = (fault: RunFault) => end(() => settle.reject(new RunError(fault)));

  const take = (message: FromWorker) => {
    if (over) return;
    if (message.kind === 'failed') return fail(message.fault);
    if (message.kind === 'progress')
      return onProgress?.({
        phase: message.phase,
        drawsDone: pairs.length,
        draws,
        iteration: message.iteration,
        relativeGap: message.relativeGap,
        secondsLeft:
          pairs.length > 0 ? (((now() - begun) / pairs.length) * (draws - pairs.length)) / 1000 : null,
      });
    if (message.kind !== 'draw') return;
    pairs.push(message.pair);
    if (pairs.length === draws) end(() => settle.resolve(answerOf(city, scenario, effort, pairs)));
    else if (pairs.length >= FEWEST_DRAWS) onPartial?.(impactOf(pairs));
  };

  for (let i = 0; i < crew; i++) {
    const worker = request.makeWorker();
    workers.push(worker);
    worker.onmessage = ({ data }) => {
      try {
        take(data);
      } catch (error) {
        fail({ where: 'worker', code: 'unreadable', detail: String(error) });
      }
    };
    worker.onerror = ({ message }) => fail({ where: 'worker', code: 'crashed', detail: message ?? '' });
    worker.onmessageerror = () => fail({ where: 'worker', code: 'unreadable', detail: '' });
    const own = Array.from({ length: draws }, (_, draw) => draw).filter((draw) => draw % crew === i);
    worker.postMessage({ kind: 'start', city, scenario, effort, draws: own });
  }
  return { answer, cancel: () => fail(CANCELLED) };
}
