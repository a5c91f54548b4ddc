// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../scenario/fixtures/examples';
import { smallCity } from '../scenario/fixtures/small-city';
import { EMPTY_SCENARIO, type Scenario } from '../scenario/scenario';
import { answerOf } from './answer';
import { faultOf } from './fault';
import { mayDrive } from './models/mobility/parameters';
import { EFFORTS, type FromWorker, type HashedPair, type ToWorker } from './protocol';
import { RunError, startRun, type WorkerLike, warmWorkers } from './run';
import { runScenario } from './run-scenario';
import { Simulator } from './simulator';

const city = smallCity();
const simulator = new Simulator(city);
const scenario: Scenario = { ...EMPTY_SCENARIO, measures: [EXAMPLES['transit-fare']] };

/** A worker in this thread: answers as the real one, a turn later, unless told otherwise. */
class InThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  terminated = false;
  readonly asked: ToWorker[] = [];
  #pairs: HashedPair[] = [];

  /** `instead`: what it does in place of every answer. */
  constructor(readonly instead?: (worker: InThread) => void) {}

  postMessage(message: ToWorker): void {
    this.asked.push(message);
    setTimeout(() => {
      if (this.terminated) return;
      if (this.instead) return this.instead(this);
      try {
        this.#answer(message);
      } catch (error) {
        this.tell({ kind: 'failed', fault: faultOf(error) });
      }
    });
  }

  terminate(): void {
    this.terminated = true;
  }

  tell(data: FromWorker): void {
    this.onmessage?.({ data });
  }

  #answer(message: ToWorker): void {
    if (message.kind === 'compute')
      for (const pair of simulator.draws(message.scenario, message.effort, message.draws, (at) => {
        this.tell({ kind: 'progress', ...at });
        return true;
      }))
        this.tell({ kind: 'draw', pair });
    if (message.kind !== 'pair') return;
    this.#pairs.push(message.pair);
    const gather = this.asked.find((each) => each.kind === 'gather');
    if (gather && this.#pairs.length === EFFORTS.quick)
      this.tell({ kind: 'answer', answer: answerOf(gather.about, this.#pairs, mayDrive) });
  }
}

/** No measure asked here is about people. */
const startPeople = () => {
  throw new Error('people are not asked');
};

function run(asked: Scenario, make = () => new InThread()) {
  const workers: InThread[] = [];
  const progress: string[] = [];
  const started = startRun({
    city,
    scenario: asked,
    effort: 'quick',
    workers: 3,
    now: () => 0,
    startPeople,
    onProgress: ({ phase }) => progress.push(phase),
    makeWorker: () => {
      const worker = make();
      workers.push(worker);
      return worker;
    },
  });
  return { ...started, workers, progress };
}
const faultIn = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: unknown) => (error instanceof RunError ? error.fault : error),
  );

describe('a run', () => {
  it('shares the draws among its workers, and says what one thread would', async () => {
    const { answer, workers, progress } = run(scenario);
    const { resultHash } = await answer;
    expect(resultHash).toBe(runScenario(city, scenario, 'quick', undefined, simulator).resultHash);
    expect(workers).toHaveLength(4);
    const drawn = workers.flatMap(({ asked }) =>
      asked.flatMap((m) => (m.kind === 'compute' ? [m.draws] : [])),
    );
    expect(drawn).toEqual([
      [0, 3, 6],
      [1, 4, 7],
      [2, 5],
    ]);
    expect(new Set(progress)).toEqual(new Set(['prepare', 'before', 'after', 'indicators']));
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('that is cancelled kills its workers and rejects', async () => {
    const { answer, cancel, workers } = run(scenario);
    cancel();
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect(await faultIn(answer)).toEqual({ where: 'run', code: 'cancelled', detail: '' });
  });

  it('names the measure that cannot be applied', async () => {
    const gone = { ...EXAMPLES['road-pricing'], place: { kind: 'area', areaId: 'area-z' } } as const;
    const { answer, workers } = run({ ...EMPTY_SCENARIO, measures: [gone] });
    expect(await faultIn(answer)).toMatchObject({
      where: 'scenario',
      code: 'no-such-area',
      measureId: gone.id,
    });
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('ends in one rejection when a worker crashes or says what nobody can read', async () => {
    const crash = run(scenario, () => new InThread((worker) => worker.onerror?.({ message: 'boom' })));
    expect(await faultIn(crash.answer)).toEqual({ where: 'worker', code: 'crashed', detail: 'boom' });
    const noise = run(scenario, () => new InThread((worker) => worker.onmessageerror?.({})));
    expect(await faultIn(noise.answer)).toMatchObject({ where: 'worker', code: 'unreadable' });
  });

  it('gives back workers whose work is done, and never one of a run that failed', async () => {
    const kept: WorkerLike[] = [];
    const asked = {
      city,
      effort: 'quick',
      workers: 1,
      now: () => 0,
      startPeople,
      keepWorker: (w: WorkerLike) => kept.push(w),
    } as const;
    await startRun({ ...asked, scenario, makeWorker: () => new InThread() }).answer;
    expect(kept).toHaveLength(2);
    const crashing = startRun({
      ...asked,
      scenario,
      makeWorker: () => new InThread((worker) => worker.onerror?.({})),
    });
    await faultIn(crashing.answer);
    expect(kept).toHaveLength(2);
  });
});

describe('workers that are warm', () => {
  it('prepare the draws that they will be asked for, all but the gatherer', () => {
    const workers = warmWorkers({
      city,
      seed: 's',
      workers: 2,
      makeWorker: () => new InThread(),
    }) as InThread[];
    expect(workers.map(({ asked }) => asked.map((m) => (m.kind === 'prepare' ? m.draws : m.kind)))).toEqual([
      [],
      [[0, 2, 4, 6]],
      [[1, 3, 5, 7]],
    ]);
  });
});
