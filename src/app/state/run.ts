// SPDX-License-Identifier: EUPL-1.2
/** The run that the screen asked for: at most one, and what it says goes into the store. */
import type { CityInputs } from '../../city/city-inputs';
import type { Scenario } from '../../scenario/scenario';
import type { Effort, RunFault, RunProgress } from '../../simulation/protocol';
import {
  CANCELLED,
  type Run,
  RunError,
  type RunRequest as RunTerms,
  startRun,
  type WorkerLike,
  warmWorkers,
} from '../../simulation/run';
import { faultText } from './fault';
import { viewOf } from './impact-view';
import { startPeople } from './people-run';
import { type RunState, useStore } from './store';

/** Workers say more than a person can read. */
const TELL_EVERY_MS = 200;
const MOST_WORKERS = 4;

export interface RunRequest {
  readonly city: CityInputs;
  readonly scenario: Scenario;
  readonly effort: Effort;
  readonly makeWorker?: () => WorkerLike;
}

let current: Run | null = null;

/** Workers whose work is done, in the order in which they were hired: each finds its own draws again. */
const idle: WorkerLike[] = [];
/** What the screen showed before the run in hand: where that is stopped, it stands again. */
let answered: RunState = { kind: 'idle' };

/** One that dies while nobody asks it anything is not asked again. */
function rest(worker: WorkerLike): void {
  const drop = () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
    worker.terminate();
  };
  worker.onmessage = null;
  worker.onerror = drop;
  worker.onmessageerror = drop;
  idle.push(worker);
}

/**
 * Lets workers make the city ready while a person still thinks: the answer then comes in seconds. Once
 * for each city; a run finds them busy or done.
 */
export function warmUp(city: CityInputs, seed: string): void {
  if (idle.length > 0 || current) return;
  try {
    for (const worker of warmWorkers({ city, seed, makeWorker: simulationWorker, workers: crew() }))
      rest(worker);
  } catch {
    // A browser that gives no worker says so when a run is asked for.
  }
}

/** A run by the workers of this page; nothing of it goes into the store. Throws where a browser gives none. */
export const pageRun = ({
  makeWorker = idleWorker,
  ...asked
}: RunRequest & Pick<RunTerms, 'onProgress' | 'onPartial'>): Run =>
  startRun({
    ...asked,
    makeWorker,
    keepWorker: rest,
    startPeople,
    workers: crew(),
    now: () => performance.now(),
  });

/** Starts a run; one that is still going is stopped. How it ends is in the store, in every case. */
export function runScenario({ city, scenario, effort, makeWorker = idleWorker }: RunRequest): void {
  cancelRun();
  current = null;
  const { set, run: before } = useStore.getState();
  if (before.kind !== 'running') answered = before.kind === 'done' ? before : { kind: 'idle' };
  set({ run: { kind: 'running', scenario, effort, progress: null, partial: null } });
  const told = teller();
  let run: Run;
  try {
    run = pageRun({
      city,
      scenario,
      effort,
      makeWorker,
      onProgress: (progress) => told.tell({ progress }),
      onPartial: (partial) => told.tell({ partial }),
    });
  } catch (error) {
    // A browser that gives no worker, or cannot send it the city.
    told.stop();
    set({ run: { kind: 'failed', fault: faultOf(error) } });
    return;
  }
  current = run;
  const end = (state: RunState) => {
    told.stop();
    if (current !== run) return;
    current = null;
    const { set, impactView } = useStore.getState();
    set({
      run: state,
      ...(state.kind === 'done' && { impactView: viewOf(state.answer.impact, impactView) }),
    });
  };
  run.answer.then(
    (answer) => end({ kind: 'done', answer }),
    (error: unknown) => {
      const fault = faultOf(error);
      // What was known before is still true.
      if (fault.code === CANCELLED.code) end(answered);
      else end({ kind: 'failed', fault });
    },
  );
}

/** Stops the run at once; the answer before it, if there was one, stands again. */
export function cancelRun(): void {
  current?.cancel();
}

/** Puts what is known of another scenario in the place of the run, which is stopped and says nothing more. */
export function showInstead(run: Extract<RunState, { kind: 'idle' | 'done' }>): void {
  const going = current;
  current = null;
  going?.cancel();
  useStore.getState().set({ run });
}

/** Why a run has no answer. */
export function faultOf(error: unknown): RunFault {
  if (error instanceof RunError) return error.fault;
  return { where: 'run', code: 'unexpected', detail: faultText(error) };
}

/** Puts the newest of what is told into the store, now and then. */
function teller() {
  let news: Partial<Extract<RunState, { kind: 'running' }>> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    const { run, set, impactView } = useStore.getState();
    if (run.kind === 'running')
      set({
        run: { ...run, ...news },
        ...(news.partial && { impactView: viewOf(news.partial, impactView) }),
      });
    news = {};
  };
  return {
    tell(more: { progress: RunProgress } | { partial: NonNullable<typeof news.partial> }) {
      news = { ...news, ...more };
      timer ??= setTimeout(write, TELL_EVERY_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** As many as there are cores: the gatherer and the screen have little to do meanwhile. */
function crew(): number {
  return Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1));
}

const idleWorker = () => idle.shift() ?? simulationWorker();

/** A new worker of the browser. */
export function simulationWorker(): WorkerLike {
  const worker = new Worker(new URL('../../simulation/worker.ts', import.meta.url), {
    type: 'module',
    name: 'simulation',
  });
  // The DOM's type takes any message; ours says which there are.
  return worker as unknown as WorkerLike;
}
