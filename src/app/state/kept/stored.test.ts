// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { smallCity } from '../../../scenario/fixtures/small-city';
import { editedScenario } from '../../../scenario/history';
import { smallAnswer } from '../../../simulation/fixtures/small-answer';
import { answerKey, keepAnswer, openAnswer } from '../../../simulation/kept-answer';
import type { Answer } from '../../../simulation/protocol';
import { CANCELLED, RunError } from '../../../simulation/run';
import type { AnswerChanges } from '../../../simulation/stored-answer';
import type { pageRun } from '../run';
import { useStore } from '../store';
import type { StoredAnswer } from './find-stored';
import { noteOf, stopVerification, useStored, verifyStored } from './stored';

const answer = smallAnswer();
const ID = '00000000-0000-4000-8000-000000000001';
const found: StoredAnswer = {
  place: {
    ...{ scenarioId: ID, key: answerKey(answer), rev: 3 },
    ...{ savedAt: '2026-11-28T08:00:00.000Z', savedBy: 'Anna Rossi' },
  },
  kept: openAnswer(keepAnswer(answer)),
  changes: null,
};
const outdated: StoredAnswer = {
  ...found,
  changes: { question: false, inputs: ['streets'], models: [] } satisfies AnswerChanges,
};
const shown = { kind: 'done', answer, stored: found.place } as const;
const state = () => useStore.getState();
const note = () => noteOf(state(), useStored.getState());
const open = (one: StoredAnswer) => {
  useStored.setState({ looking: false, found: one, verification: null });
  state().set({
    scenario: editedScenario(answer.scenario, false, ID),
    run: one.changes ? { kind: 'idle' } : shown,
  });
};
/** A run that ends as the test says. */
const running = () => {
  let resolve: (answer: Answer) => void = () => {};
  let reject: (error: RunError) => void = () => {};
  const answer = new Promise<Answer>((onAnswer, onError) => {
    [resolve, reject] = [onAnswer, onError];
  });
  const ask = vi.fn<typeof pageRun>(() => ({ answer, cancel: () => reject(new RunError(CANCELLED)) }));
  return { resolve, reject, ask, done: verifyStored(smallCity(), ask) };
};

beforeEach(() => {
  useStore.setState(useStore.getInitialState(), true);
  useStored.setState(useStored.getInitialState(), true);
});

describe('the note on a stored answer', () => {
  it('is there as long as the answer is the one on the screen', () => {
    expect(note()).toBeNull();
    open(found);
    expect(note()).toBe('shown');
    const renamed = { ...answer.scenario, name: 'Altro' };
    state().set({ scenario: editedScenario(renamed, false, ID) });
    expect(note()).toBe('shown');
    state().set({ scenario: editedScenario({ ...answer.scenario, year: 2040 }, false, ID) });
    expect(note()).toBeNull();
    state().set({ scenario: editedScenario(answer.scenario, false, ID), run: { kind: 'done', answer } });
    expect(note()).toBeNull();
    // Of another scenario that asks the same.
    state().set({ run: shown, scenario: editedScenario(answer.scenario, false, 'other') });
    expect(note()).toBeNull();
  });

  it('tells of one that holds no longer until another is worked out', () => {
    open(outdated);
    expect(note()).toBe('outdated');
    const other = { ...answer, scenario: { ...answer.scenario, year: 2040 } };
    state().set({ run: { kind: 'done', answer: other } });
    expect(note()).toBe('outdated');
    state().set({ run: { kind: 'done', answer } });
    expect(note()).toBeNull();
  });
});

describe('to verify', () => {
  it('is to ask the same with the same precision; the same is said, and what is shown stays', async () => {
    open(found);
    const run = running();
    expect(note()).toBe('verifying');
    expect(run.ask.mock.calls[0]?.[0]).toMatchObject({ scenario: answer.scenario, effort: 'quick' });
    run.resolve(answer);
    await run.done;
    expect(useStored.getState().verification).toEqual({
      ...{ kind: 'done', answer },
      verdict: { kind: 'same', resultHash: '0123456789abcdef' },
    });
    expect(state().run).toBe(shown);
    expect(note()).toBe('shown');
  });

  it('shows the new answer where it is another, and goes on saying so', async () => {
    open(outdated);
    const run = running();
    const fresh = { ...answer, resultHash: 'fedcba9876543210' };
    run.resolve(fresh);
    await run.done;
    expect(useStored.getState().verification).toMatchObject({ verdict: { kind: 'differs' } });
    expect(state().run).toEqual({ kind: 'done', answer: fresh });
    expect(state().impactView.open).toBe(true);
    expect(note()).toBe('shown');
  });

  it('shows the new answer too where data are others and it is the same all the same', async () => {
    open(outdated);
    const run = running();
    run.resolve(answer);
    await run.done;
    expect(useStored.getState().verification).toMatchObject({ verdict: { kind: 'same' } });
    expect(state().run).toEqual({ kind: 'done', answer });
  });

  it('can be stopped: nothing is said, and what was stored stays', async () => {
    open(found);
    const run = running();
    stopVerification();
    await run.done;
    expect(useStored.getState().verification).toBeNull();
    expect(state().run).toBe(shown);
    expect(note()).toBe('shown');
  });

  it('says what went wrong', async () => {
    open(found);
    const run = running();
    const fault = { where: 'worker', code: 'crashed', detail: '' };
    run.reject(new RunError(fault));
    await run.done;
    expect(useStored.getState().verification).toEqual({ kind: 'failed', fault });
    expect(state().run).toBe(shown);
  });
});
