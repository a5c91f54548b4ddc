// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallCity } from '../../../scenario/fixtures/small-city';
import { editedScenario } from '../../../scenario/history';
import { EMPTY_SCENARIO, type Scenario } from '../../../scenario/scenario';
import { smallAnswer } from '../../../simulation/fixtures/small-answer';
import type { Answer } from '../../../simulation/protocol';
import { runScenario } from '../run';
import { act, isStale, openInstead, presentScenario } from '../scenario';
import { useStore } from '../store';
import { redo, startUndo, undo } from '../undo/undo';
import { followDesk } from './answer-of-desk';
import { fare, withFare } from './fixtures/fake-page';

const state = () => useStore.getState();
const priced = (fareEur: number): Scenario => withFare(fareEur)(EMPTY_SCENARIO);
const answerTo = (scenario: Scenario): Answer => ({ ...smallAnswer(), scenario });
const answered = () => {
  const run = { kind: 'done', answer: answerTo(presentScenario()) } as const;
  state().set({ run });
  return run;
};
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const stops: (() => void)[] = [];

beforeEach(() => {
  useStore.setState(useStore.getInitialState(), true);
  state().set({ scenario: editedScenario(priced(1), false, 'a') });
  stops.push(followDesk(), startUndo());
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('another scenario on the desk', () => {
  it('takes the place of the answer too: nothing of the former is shown, drawn or called out of date', () => {
    answered();
    openInstead(priced(2), 'b');
    expect(state().run).toEqual({ kind: 'idle' });
    expect(isStale(state().run, presentScenario())).toBe(false);
  });

  it('stops the run of the former, which says nothing more', async () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
    const terminate = vi.fn();
    const makeWorker = () => ({
      ...{ onmessage: null, onerror: null, onmessageerror: null },
      ...{ postMessage: () => {}, terminate },
    });
    runScenario({ city: smallCity(), scenario: presentScenario(), effort: 'quick', makeWorker });
    expect(state().run.kind).toBe('running');
    openInstead(priced(2), 'b');
    await turn();
    vi.unstubAllGlobals();
    expect(state().run).toEqual({ kind: 'idle' });
    expect(terminate).toHaveBeenCalledTimes(2);
  });

  it('gives the answer back with its scenario, by undoing and by opening it again', async () => {
    const run = answered();
    openInstead(priced(2), 'b');
    await turn();
    undo();
    expect(state().scenario?.id).toBe('a');
    expect(state().run).toBe(run);
    redo();
    expect(state().run).toEqual({ kind: 'idle' });
    const other = answered();
    openInstead(priced(1), 'a');
    expect(state().run).toBe(run);
    openInstead(priced(2), 'b');
    expect(state().run).toBe(other);
  });

  it('gives back what was edited since with its answer, which is out of date', async () => {
    const run = answered();
    act(() => ({ scenario: priced(3), note: { code: 'measure-set' } }));
    await turn();
    openInstead(priced(2), 'b');
    await turn();
    undo();
    expect(presentScenario().measures).toEqual([fare(3)]);
    expect(state().run).toBe(run);
    expect(isStale(run, presentScenario())).toBe(true);
  });

  it('keeps the answer of a variant, as worked out here: it is stored with that too', () => {
    const { answer } = answered();
    const place = { scenarioId: 'a', key: 'k', rev: 1, savedAt: '2026-11-28T08:00:00.000Z', savedBy: 'Anna' };
    state().set({ run: { kind: 'done', answer, stored: place } });
    openInstead({ ...priced(1), name: 'Variante' }, 'b');
    expect(state().run).toEqual({ kind: 'done', answer });
  });

  it('is not one that was only edited', () => {
    const run = answered();
    act(() => ({ scenario: priced(3), note: { code: 'measure-set' } }));
    expect(state().run).toBe(run);
    expect(isStale(run, presentScenario())).toBe(true);
  });

  it('leaves six answers to come back to', () => {
    for (let i = 0; i < 8; i++) {
      openInstead(priced(10 + i), `s${i}`);
      answered();
    }
    openInstead(EMPTY_SCENARIO, 'last');
    openInstead(priced(12), 's2');
    expect(state().run.kind).toBe('done');
    openInstead(priced(10), 's0');
    expect(state().run.kind).toBe('idle');
  });
});
