// SPDX-License-Identifier: EUPL-1.2
/** A run: one scenario, some workers. Settles in every case; what is cancelled or failed is killed. */
import type { CityInputs } from '../city/city-inputs';
import type { ModelId } from '../city/model-id';
import type { Impact } from '../impact/impact';
import { modelsAsked } from '../scenario/models-asked';
import type { Scenario } from '../scenario/scenario';
import { aboutAnswer, joinedAnswer } from './answer';
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
  /** Takes back a worker whose work is done, to be given out again; absent: it is terminated. */
  readonly keepWorker?: (worker: WorkerLike) => void;
  /** Asks the models of people, of their shops or of the green, which have a worker of their own. */
  readonly startPeople: (
    request: Pick<RunRequest, 'city' | 'scenario' | 'effort' | 'onProgress'>,
    model: Exclude<ModelId, 'mobility'>,
  ) => Run;
  /** That compute; one more gathers. */
  readonly workers: number;
  /** Milliseconds, for the time that is left. */
  readonly now: () => number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** The draws so far as an impact, from the fewest that make an interval. */
  readonly onPartial?: (impact: Impact, draws: number) => void;
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

/** Draws of worker `index` of a crew. */
const drawsOf = (effort: Effort, index: number, crew: number): number[] =>
  Array.from({ length: EFFORTS[effort] }, (_, draw) => draw).filter((draw) => draw % crew === index);

/** The gatherer and the crew of the next run about this city, in the order in which it hires them; they begin at once. */
export function warmWorkers({
  city,
  seed,
  makeWorker,
  workers,
}: Pick<RunRequest, 'city' | 'makeWorker' | 'workers'> & { readonly seed: string }): WorkerLike[] {
  const crew = Math.max(1, Math.min(workers, EFFORTS.quick));
  return Array.from({ length: crew + 1 }, (_, i) => {
    const worker = makeWorker();
    if (i > 0) worker.postMessage({ kind: 'prepare', city, seed, draws: drawsOf('quick', i - 1, crew) });
    return worker;
  });
}

/**
 * Asks the models that the scenario has to be asked of, all at once. One that fails, or is cancelled,
 * ends the others too.
 */
export function startRun(request: RunRequest): Run {
  const models = modelsAsked(request.city, request.scenario);
  // Of several the slowest says how far it is: two would be told in turn.
  const { city, scenario, effort } = request;
  const people = models.length > 1 ? { city, scenario, effort } : request;
  const runs = models.map((model) =>
    model === 'mobility' ? startMobility(request) : request.startPeople(people, model),
  );
  const cancel = () => {
    for (const run of runs) run.cancel();
  };
  const answer = Promise.all(runs.map((run) => run.answer)).then((answers) =>
    joinedAnswer(answers as [Answer, ...Answer[]]),
  );
  answer.catch(cancel);
  return { answer, cancel };
}

/** Starts the workers, each with its share of the draws. Draws do not depend on who does them. */
function startMobility(request: RunRequest): Run {
  const { city, scenario, effort, now } = request;
  const draws = EFFORTS[effort];
  const begun = now();
  const workers: WorkerLike[] = [];
  let drawsDone = 0;
  let over = false;
  let resolve: (answer: Answer) => void;
  let reject: (error: RunError) => void;
  const answer = new Promise<Answer>((onAnswer, onError) => {
    [resolve, reject] = [onAnswer, onError];
  });
  const end = (letGo: (worker: WorkerLike) => void, act: () => void) => {
    if (over) return;
    over = true;
    for (const worker of workers) letGo(worker);
    act();
  };
  const kill = (worker: WorkerLike) => worker.terminate();
  const fail = (fault: RunFault) => end(kill, () => reject(new RunError(fault)));
  const secondsLeft = () =>
    drawsDone > 0 ? (((now() - begun) / drawsDone) * (draws - drawsDone)) / 1000 : null;

  const hire = (take: (message: FromWorker) => void): WorkerLike => {
    const worker = request.makeWorker();
    workers.push(worker);
    worker.onmessage = ({ data }) => {
      if (over) return;
      if (data.kind === 'failed') fail(data.fault);
      else take(data);
    };
    worker.onerror = ({ message }) => fail({ where: 'worker', code: 'crashed', detail: message ?? '' });
    worker.onmessageerror = () => fail({ where: 'worker', code: 'unreadable', detail: '' });
    return worker;
  };

  try {
    const gatherer = hire((message) => {
      if (message.kind === 'partial') request.onPartial?.(message.impact, message.impact.draws);
      if (message.kind === 'answer') end(request.keepWorker ?? kill, () => resolve(message.answer));
    });
    gatherer.postMessage({
      kind: 'gather',
      about: aboutAnswer('mobility', city, scenario, effort),
    });
    const crew = Math.max(1, Math.min(request.workers, draws));
    for (let i = 0; i < crew; i++) {
      const worker = hire((message) => {
        if (message.kind === 'progress') {
          const { phase, iteration, relativeGap } = message;
          request.onProgress?.({
            phase,
            drawsDone,
            draws,
            iteration,
            relativeGap,
            secondsLeft: secondsLeft(),
          });
        }
        if (message.kind !== 'draw') return;
        drawsDone++;
        gatherer.postMessage({ kind: 'pair', pair: message.pair });
      });
      worker.postMessage({ kind: 'compute', city, scenario, effort, draws: drawsOf(effort, i, crew) });
    }
  } catch (error) {
    // Nobody hears of this run: what was hired goes.
    over = true;
    for (const worker of workers) worker.terminate();
    throw error;
  }
  return { answer, cancel: () => fail(CANCELLED) };
}
