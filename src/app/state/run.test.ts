// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Impact } from '../../impact/impact';
import { smallCity } from '../../scenario/fixtures/small-city';
import { EMPTY_SCENARIO } from '../../scenario/scenario';
import type { Answer, FromWorker, HashedPair, ToWorker } from '../../simulation/protocol';
import type { WorkerLike } from '../../simulation/run';
import { cancelRun, runScenario } from './run';
import { useStore } from './store';

/** A worker that does what the test says. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly asked: ToWorker[] = [];
  ended = false;
  postMessage(message: ToWorker) {
    this.asked.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(data: FromWorker) {
    this.onmessage?.({ data });
  }
}
const workers: FakeWorker[] = [];
const makeWorker = () => {
  const worker = new FakeWorker();
  workers.push(worker);
  return worker;
};
/** The first gathers, the others compute. */
const gatherer = () => workers[0]!;
const computer = () => workers[1]!;
const state = () => useStore.getState().run;
const start = () => runScenario({ city: smallCity(), scenario: EMPTY_SCENARIO, effort: 'quick', makeWorker });
const settle = () => vi.advanceTimersByTimeAsync(1000);
const progress = (iteration: number) =>
  computer().say({ kind: 'progress', phase: 'after', draw: 0, iteration, relativeGap: 0.01 });
const ANSWER = {
  effort: 'quick',
  resultHash: 'abc',
  scenario: EMPTY_SCENARIO,
  impact: { fields: [] },
} as unknown as Answer;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  useStore.setState(useStore.getInitialState(), true);
  workers.length = 0;
});
afterEach(async () => {
  cancelRun();
  await settle();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a run', () => {
  it('shares the draws among as many workers as there are cores, and one gathers', () => {
    start();
    expect(workers).toHaveLength(3);
    const draws = workers
      .slice(1)
      .flatMap(({ asked: [first] }) => (first?.kind === 'compute' ? [...first.draws] : []));
    expect(draws.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(state()).toMatchObject({ kind: 'running', effort: 'quick', progress: null, partial: null });
  });

  it('says how far it is, now and then', async () => {
    start();
    let told = 0;
    const stop = useStore.subscribe(() => told++);
    for (let iteration = 1; iteration <= 50; iteration++) progress(iteration);
    gatherer().say({ kind: 'partial', impact: { draws: 4, fields: [] as Impact['fields'] } as Impact });
    await settle();
    stop();
    expect(told).toBe(1);
    expect(state()).toMatchObject({
      kind: 'running',
      progress: { phase: 'after', iteration: 50, draws: 8, drawsDone: 0 },
      partial: { draws: 4 },
    });
  });

  it('ends with its answer, and nothing that comes later changes it', async () => {
    start();
    computer().say({ kind: 'draw', pair: { draw: 0 } as HashedPair });
    progress(3);
    gatherer().say({ kind: 'answer', answer: ANSWER });
    await settle();
    expect(state()).toEqual({ kind: 'done', answer: ANSWER });
    // They know the city by now, and the next question may be theirs.
    expect(workers.some(({ ended }) => ended)).toBe(false);
    progress(9);
    await settle();
    expect(state()).toEqual({ kind: 'done', answer: ANSWER });
  });

  it('fails with the measure at fault', async () => {
    start();
    const fault = { where: 'scenario', code: 'no-such-area', detail: 'area-z', measureId: 'm1' };
    computer().say({ kind: 'failed', fault });
    await settle();
    expect(state()).toEqual({ kind: 'failed', fault });
    expect(workers.every(({ ended }) => ended)).toBe(true);
  });

  it('fails where a worker breaks off, or says what nobody can read', async () => {
    start();
    computer().onerror?.({ message: 'out of memory' });
    await settle();
    expect(state()).toEqual({
      kind: 'failed',
      fault: { where: 'worker', code: 'crashed', detail: 'out of memory' },
    });
    workers.length = 0;
    start();
    gatherer().onmessageerror?.({});
    await settle();
    expect(state()).toMatchObject({ kind: 'failed', fault: { code: 'unreadable' } });
  });

  it('fails where the browser gives no worker', () => {
    const city = smallCity();
    const refuse = () => {
      throw new Error('no workers here');
    };
    runScenario({ city, scenario: EMPTY_SCENARIO, effort: 'quick', makeWorker: refuse });
    expect(state()).toEqual({
      kind: 'failed',
      fault: { where: 'run', code: 'unexpected', detail: 'no workers here' },
    });
  });

  it('stopped, gives back what was known before', async () => {
    start();
    cancelRun();
    expect(workers.every(({ ended }) => ended)).toBe(true);
    await settle();
    expect(state()).toEqual({ kind: 'idle' });
    workers.length = 0;
    start();
    gatherer().say({ kind: 'answer', answer: ANSWER });
    await settle();
    start();
    cancelRun();
    await settle();
    expect(state()).toEqual({ kind: 'done', answer: ANSWER });
  });

  it('gives way to the next', async () => {
    start();
    const first = [...workers];
    start();
    await settle();
    expect(first.every(({ ended }) => ended)).toBe(true);
    expect(state()).toMatchObject({ kind: 'running' });
    workers[first.length]!.say({ kind: 'answer', answer: ANSWER });
    await settle();
    expect(state()).toEqual({ kind: 'done', answer: ANSWER });
  });
});
