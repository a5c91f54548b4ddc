// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import type { Impact } from '../../../impact/impact';
import { EMPTY_SCENARIO, type Measure, type Scenario } from '../../../scenario/scenario';
import type { Answer } from '../../../simulation/protocol';
import { useStore } from '../store';
import { addToDesk, openDesk, takeFromDesk } from './choice';
import {
  answeredOf,
  chooseField,
  chooseTotal,
  columnsNow,
  columnsOf,
  holdAnswer,
  onMap,
  onMapNow,
  question,
  useDesk,
} from './desk';
import { waitingOf } from './runs';

const measure = (speedKmH: number): Measure => ({
  id: 'm1',
  kind: 'speed-limit',
  on: true,
  config: { speedKmH },
  place: { kind: 'city' },
});
const scenario = (name: string, speedKmH: number, patch: Partial<Scenario> = {}): Scenario => ({
  ...EMPTY_SCENARIO,
  name,
  measures: [measure(speedKmH)],
  ...patch,
});
const answerTo = (of: Scenario, fields: readonly string[], effort: Answer['effort'] = 'quick') =>
  ({
    ...{ scenario: of, effort, modelVersions: {}, inputHashes: {} },
    impact: { fields: fields.map((id) => ({ id })) } as unknown as Impact,
  }) as unknown as Answer;
const [slow, slower] = [scenario('Lento', 30), scenario('Più lento', 20)];
const state = () => useStore.getState();
const columns = () => columnsOf(state(), useDesk.getState());

beforeEach(() => {
  useStore.setState(useStore.getInitialState(), true);
  useDesk.setState(useDesk.getInitialState(), true);
});

describe('which scenarios are compared', () => {
  it('are four at most, each once, and stay in their order', () => {
    openDesk('a', 'b', 'a');
    addToDesk('c');
    addToDesk('b');
    addToDesk('d');
    addToDesk('e');
    expect(state()).toMatchObject({ deskOpen: true, desk: ['a', 'b', 'c', 'd'] });
    takeFromDesk('b');
    openDesk('e', 'f');
    expect(state().desk).toEqual(['a', 'c', 'd', 'e']);
  });

  it('opens without any with what it had', () => {
    openDesk('a');
    state().set({ deskOpen: false });
    openDesk();
    expect(state()).toMatchObject({ deskOpen: true, desk: ['a'] });
  });
});

describe('the columns', () => {
  beforeEach(() => {
    state().set({ desk: ['open', 'kept', 'gone', 'coming'] });
    state().set({
      scenario: { id: 'open', present: slow, last: null, openings: 0 } as unknown as ReturnType<
        typeof state
      >['scenario'],
    });
    useDesk.setState({ brought: { kept: { scenario: slower }, gone: { fault: 'no' } } });
  });

  it('are of the scenario on the screen, of those that were brought, and say what cannot be had', () => {
    expect(columns()).toMatchObject([
      { id: 'open', scenario: slow, answer: null },
      { id: 'kept', scenario: slower, answer: null },
      { id: 'gone', scenario: null, missing: 'no' },
      { id: 'coming', scenario: null },
    ]);
    expect(columns()[3]).not.toHaveProperty('missing');
  });

  it('take an answer that asked the same under whatever name, and none of another precision or seed', () => {
    holdAnswer(answerTo({ ...slow, name: 'Un altro nome' }, []));
    holdAnswer(answerTo(slower, [], 'full'));
    expect(answeredOf(columns()).map(({ id }) => id)).toEqual(['open']);
    useDesk.setState({ effort: 'full' });
    expect(answeredOf(columns()).map(({ id }) => id)).toEqual(['kept']);
    expect(question({ ...slow, seed: 'altro' }, 'quick')).not.toBe(question(slow, 'quick'));
  });

  it('wait for those that can be asked and were not', () => {
    expect(waitingOf(columns()).map(({ id }) => id)).toEqual(['open', 'kept']);
    holdAnswer(answerTo(slow, []));
    useDesk.setState({ brought: { kept: { scenario: EMPTY_SCENARIO } } });
    expect(waitingOf(columns())).toEqual([]);
  });

  it('are the same object until something of them changes', () => {
    const first = columnsNow(state(), useDesk.getState());
    useDesk.setState({ split: 0.2 });
    expect(columnsNow(state(), useDesk.getState())).toBe(first);
    useDesk.setState({ effort: 'full' });
    expect(columnsNow(state(), useDesk.getState())).not.toBe(first);
  });
});

describe('what is on the map', () => {
  beforeEach(() => {
    useDesk.setState({ brought: { a: { scenario: slow }, b: { scenario: slower } } });
    openDesk('a', 'b');
    holdAnswer(answerTo(slow, ['flowVehH', 'carMinutes']));
    holdAnswer(answerTo(slower, ['flowVehH']));
    useDesk.setState({ map: 'swipe' });
  });
  const sides = () => {
    const shown = onMapNow();
    return shown && [shown.map, shown.left.id, shown.right.id, shown.all.length];
  };

  it('is the first and the last, until others are chosen; never one beside itself', () => {
    chooseTotal('vehicleKm');
    expect(useDesk.getState()).toMatchObject({ total: 'vehicleKm', field: 'flowVehH' });
    expect(sides()).toEqual(['swipe', 'a', 'b', 2]);
    useDesk.setState({ left: 'b' });
    expect(sides()).toEqual(['swipe', 'b', 'a', 2]);
    useDesk.setState({ left: 'z', right: 'z' });
    expect(sides()).toEqual(['swipe', 'a', 'b', 2]);
  });

  it('is one alone where only one has the field, and nothing where none has', () => {
    chooseField('carMinutes');
    expect(useDesk.getState().total).toBeNull();
    expect(sides()).toEqual(['one', 'a', 'a', 1]);
    chooseField('residents');
    expect(sides()).toBeNull();
    chooseTotal('carShareInside');
    expect(onMap(columns(), useDesk.getState())).toBeNull();
  });

  it('is against whom the table compares with, which itself is not on it; by districts against today', () => {
    chooseTotal('vehicleKm');
    useDesk.setState({ against: 'a' });
    expect(onMapNow()).toMatchObject({ map: 'one', left: { id: 'b' }, against: { id: 'a' } });
    useDesk.setState({ tab: 'districts' });
    expect(onMapNow()).toMatchObject({ map: 'swipe', left: { id: 'a' }, right: { id: 'b' }, against: null });
    useDesk.setState({ tab: 'city', against: 'taken out' });
    expect(onMapNow()?.against).toBeNull();
    // No measure of the one that is compared with touches it: there is no difference to draw.
    chooseField('carMinutes');
    useDesk.setState({ against: 'b' });
    expect(onMapNow()).toBeNull();
  });

  it('is nothing of two that were not asked alike', () => {
    const other = scenario('Un altro anno', 20, { year: 2040 });
    useDesk.setState({ brought: { a: { scenario: slow }, b: { scenario: other } }, against: 'a' });
    holdAnswer(answerTo(other, ['flowVehH']));
    chooseTotal('vehicleKm');
    expect(onMapNow()).toBeNull();
  });

  it('is nothing once the comparison is closed', () => {
    chooseTotal('vehicleKm');
    state().set({ deskOpen: false });
    expect(sides()).toBeNull();
  });
});

describe('answers that are held', () => {
  it('are twelve, the newest', () => {
    for (let speed = 1; speed <= 14; speed++) holdAnswer(answerTo(scenario('x', speed), []));
    const held = useDesk.getState().answers;
    expect(held.size).toBe(12);
    expect(held.has(question(scenario('x', 2), 'quick'))).toBe(false);
    expect(held.has(question(scenario('x', 3), 'quick'))).toBe(true);
  });

  it('say where they were stored, unless they were worked out here', () => {
    const place = { scenarioId: 'a', key: '0', rev: 1, savedAt: '2026-11-28T08:00:00.000Z', savedBy: 'Anna' };
    state().set({ desk: ['a', 'b'] });
    useDesk.setState({ brought: { a: { scenario: slow }, b: { scenario: slower } } });
    holdAnswer(answerTo(slow, []), place);
    holdAnswer(answerTo(slower, []));
    expect(columns().map(({ stored }) => stored)).toEqual([place, null]);
    expect(waitingOf(columns())).toEqual([]);
    // Worked out anew, it is the page's own.
    holdAnswer(answerTo(slow, []));
    expect(columns().map(({ stored }) => stored)).toEqual([null, null]);
    expect(useDesk.getState().stored.size).toBe(0);
  });

  it('end the fault of the same question', () => {
    const fault = { where: 'mobility', code: 'unexpected', detail: '' };
    useDesk.setState({ faults: new Map([[question(slow, 'quick'), fault]]) });
    holdAnswer(answerTo(slow, []));
    expect(useDesk.getState().faults.size).toBe(0);
  });
});
