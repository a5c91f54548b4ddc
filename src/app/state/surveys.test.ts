// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Catalogue } from '../../city/catalogue';
import { lonLat } from '../../city/frames';
import type { SectionAnswer, SurveyQuestion, ToSurveyor } from '../../survey/questions';
import { useStore } from './store';
import { ask, askAs, cancel, cancelAs, forgetAs, keyOf, leaveAs, useSurveys } from './surveys';

class FakeWorker {
  static made: FakeWorker[] = [];
  asked: ToSurveyor | null = null;
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(message: ToSurveyor) {
    this.asked = message;
  }
  terminate() {
    this.ended = true;
  }
}
const question: SurveyQuestion = { kind: 'section', line: [lonLat(9.1, 45.4), lonLat(9.2, 45.5)] };
const answer: SectionAnswer = { kind: 'section', roofs: [], lengthM: 12 };
const state = (key: string) => useSurveys.getState()[key];
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
  const catalogue = { files: { buildings: { tileset: 'buildings/tileset.json' } } } as unknown as Catalogue;
  useStore.setState({ catalogue, cityUrl: 'http://here/' });
});
afterEach(() => {
  vi.unstubAllGlobals();
  useSurveys.setState({}, true);
});

it('asks once, tells how far it is, and keeps the answer', async () => {
  ask(question);
  ask(question);
  await soon();
  expect(FakeWorker.made).toHaveLength(1);
  const [worker] = FakeWorker.made;
  expect(worker!.asked).toEqual({ tileset: 'http://here/buildings/tileset.json', question });
  worker!.onmessage!({ data: { kind: 'progress', share: 0.25 } });
  expect(state(keyOf(question))).toEqual({ state: 'running', share: 0.25 });
  worker!.onmessage!({ data: { kind: 'answer', answer } });
  expect(state(keyOf(question))).toEqual({ state: 'done', answer });
  expect(worker!.ended).toBe(true);
  ask(question);
  await soon();
  expect(FakeWorker.made).toHaveLength(1);
});

it('what is cancelled ends, before its question is made too, and may be asked again', async () => {
  let make = (_: SurveyQuestion) => {};
  askAs('mine', () => new Promise<SurveyQuestion>((resolve) => (make = resolve)));
  await soon();
  cancelAs('mine');
  make(question);
  await soon();
  expect(FakeWorker.made).toHaveLength(0);
  expect(state('mine')).toEqual({ state: 'cancelled' });
  ask(question);
  await soon();
  cancel(question);
  expect(FakeWorker.made[0]!.ended).toBe(true);
  // What it still had to say counts no more.
  FakeWorker.made[0]!.onmessage!({ data: { kind: 'answer', answer } });
  expect(state(keyOf(question))).toEqual({ state: 'cancelled' });
  ask(question, true);
  await soon();
  expect(FakeWorker.made).toHaveLength(2);
  leaveAs(keyOf(question));
  expect(FakeWorker.made[1]!.ended).toBe(true);
  expect(state(keyOf(question))).toBeUndefined();
  // What is done stays, but for what is forgotten.
  ask(question);
  await soon();
  FakeWorker.made[2]!.onmessage!({ data: { kind: 'answer', answer } });
  leaveAs(keyOf(question));
  expect(state(keyOf(question))).toEqual({ state: 'done', answer });
  forgetAs(keyOf(question));
  expect(state(keyOf(question))).toBeUndefined();
});

it('tells why there is no answer', async () => {
  askAs('mine', () => Promise.reject(new Error('no outline of district 7')));
  await soon();
  expect(state('mine')).toEqual({ state: 'failed', fault: 'no outline of district 7' });
  ask(question);
  await soon();
  FakeWorker.made[0]!.onerror!({ message: 'out of memory' });
  expect(state(keyOf(question))).toEqual({ state: 'failed', fault: 'out of memory' });
});
