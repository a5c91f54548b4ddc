// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { smallCity } from '../../scenario/fixtures/small-city';
import { editedScenario, switchMeasure, writeNote } from '../../scenario/history';
import { measureKind } from '../../scenario/measures';
import { EMPTY_SCENARIO, freeId } from '../../scenario/scenario';
import type { Answer } from '../../simulation/protocol';
import {
  act,
  addMeasure,
  answeredScenario,
  beginNoting,
  editMeasure,
  endDrawing,
  isStale,
  newMeasure,
  presentScenario,
  takeEdited,
} from './scenario';
import { type RunState, useStore } from './store';
import { redo, startUndo, undo } from './undo/undo';

const CITY = { kind: 'city' } as const;
const fare = (fareEur: number) => addMeasure('transit-fare', { fareEur }, CITY);
const fares = () => presentScenario().measures.map(({ config }) => (config as { fareEur: number }).fareEur);

let stop = () => {};
/** What is done in one turn of the event loop is one step. */
const turn = () => Promise.resolve();
beforeEach(() => {
  useStore.setState(useStore.getInitialState(), true);
  stop = startUndo();
});
afterEach(() => stop());

describe('the scenario on the screen', () => {
  it('is empty until something is done to it', () => {
    expect(presentScenario()).toEqual(EMPTY_SCENARIO);
    expect(undo()).toBeNull();
    expect(redo()).toBeNull();
  });

  it('goes back and forward by one action', async () => {
    fare(1);
    await turn();
    fare(2);
    await turn();
    expect(fares()).toEqual([1, 2]);
    expect(undo()).not.toBeNull();
    expect(fares()).toEqual([1]);
    expect(redo()).not.toBeNull();
    expect(fares()).toEqual([1, 2]);
    undo();
    fare(3);
    expect(fares()).toEqual([1, 3]);
    expect(redo()).toBeNull();
  });

  it('gives every measure an id of its own, also beside those of a file', () => {
    fare(1);
    fare(2);
    expect(presentScenario().measures.map(({ id }) => id)).toEqual(['m1', 'm2']);
    const [first] = presentScenario().measures;
    const others = ['area-c', 'm7', 'm2x'].map((id) => ({ ...first!, id }));
    expect(freeId({ ...EMPTY_SCENARIO, measures: others })).toBe('m8');
  });

  it('takes a form as one action, whatever of it changed', async () => {
    fare(1);
    await turn();
    const form = editMeasure(presentScenario().measures[0]!);
    takeEdited({ ...form, config: { fareEur: 5 }, place: CITY });
    expect(fares()).toEqual([5]);
    undo();
    expect(fares()).toEqual([1]);
  });

  it('is not changed under a form that is open', async () => {
    fare(1);
    await turn();
    useStore.setState({ editing: editMeasure(presentScenario().measures[0]!) });
    expect(undo()).toBeNull();
    expect(fares()).toEqual([1]);
    useStore.setState({ editing: null });
    expect(undo()).not.toBeNull();
    expect(fares()).toEqual([]);
  });

  it('begins a form with Area C where the city has it, and with nothing where it is to be drawn', () => {
    const { areas } = smallCity();
    expect(newMeasure(measureKind('road-pricing'), areas).place).toEqual({ kind: 'area', areaId: 'ztl-7' });
    expect(newMeasure(measureKind('road-pricing'), []).place).toBeNull();
    expect(newMeasure(measureKind('speed-limit'), areas).place).toEqual(CITY);
    expect(newMeasure(measureKind('close-streets'), areas).place).toBeNull();
  });
});

describe('drawing', () => {
  const ring = [lonLat(9, 45), lonLat(9.1, 45), lonLat(9.1, 45.1)];
  const form = () => newMeasure(measureKind('new-housing'), []);

  it('becomes the place of the form when it is one', () => {
    useStore.setState({ editing: form(), drawing: { kind: 'polygon', ring } });
    endDrawing('take');
    expect(useStore.getState().editing?.place).toEqual({ kind: 'polygon', ring });
    expect(useStore.getState().drawing).toBeNull();
  });

  it('leaves the form as it was when it is called off, or too little', () => {
    useStore.setState({ editing: form(), drawing: { kind: 'polygon', ring } });
    endDrawing('cancel');
    expect(useStore.getState().editing?.place).toBeNull();
    useStore.setState({ drawing: { kind: 'polygon', ring: ring.slice(0, 2) } });
    endDrawing('take');
    expect(useStore.getState().editing?.place).toBeNull();
    expect(useStore.getState().drawing).toBeNull();
  });
});

describe('a note', () => {
  const [here, there] = [lonLat(9.19, 45.46), lonLat(9.2, 45.47)];
  const pin = (at = here) => {
    beginNoting();
    useStore.setState({ drawing: { kind: 'point', points: [at] } });
    endDrawing('take');
  };
  const placed = () => presentScenario().notes.map(({ id, at }) => [id, at]);

  it('is pinned where its point was drawn, and moved', async () => {
    pin();
    await turn();
    pin(there);
    await turn();
    expect(placed()).toEqual([
      ['n1', here],
      ['n2', there],
    ]);
    const [first] = presentScenario().notes;
    beginNoting(first);
    expect(useStore.getState()).toMatchObject({ noting: 'n1', drawing: { kind: 'point', points: [here] } });
    useStore.setState({ drawing: { kind: 'point', points: [there] } });
    expect(undo()).toBeNull();
    endDrawing('take');
    expect(placed()[0]).toEqual(['n1', there]);
    expect(useStore.getState()).toMatchObject({ noting: null, drawing: null });
    await turn();
    undo();
    expect(placed()[0]).toEqual(['n1', here]);
  });

  it('is not where drawing is called off, without a point, or of a measure', () => {
    beginNoting();
    endDrawing('take');
    beginNoting();
    useStore.setState({ drawing: { kind: 'point', points: [here] } });
    endDrawing('cancel');
    // One that a tool broke off says nothing of the next drawing.
    const editing = newMeasure(measureKind('new-school'), []);
    useStore.setState({ noting: 'n1', editing, drawing: { kind: 'point', points: [here] } });
    endDrawing('take');
    expect(useStore.getState().editing?.place).toEqual({ kind: 'point', points: [here] });
    expect(placed()).toEqual([]);
  });

  it('is not where no file may have it: drawing goes on', () => {
    beginNoting();
    const paris = { kind: 'point', points: [lonLat(2.35, 48.86)] } as const;
    useStore.setState({ drawing: paris });
    expect(endDrawing('take')).toBe(false);
    expect(useStore.getState()).toMatchObject({ noting: 'n1', drawing: paris });
    expect(placed()).toEqual([]);
    expect(endDrawing('cancel')).toBe(true);
    expect(useStore.getState().drawing).toBeNull();
  });

  it('does not put an answer out of date', () => {
    fare(1);
    const run: RunState = { kind: 'done', answer: { scenario: presentScenario() } as Answer };
    pin();
    act((scenario) => writeNote(scenario, 'n1', 'Qui'));
    expect(isStale(run, presentScenario())).toBe(false);
  });
});

describe('an answer', () => {
  const answered = (): RunState => ({ kind: 'done', answer: { scenario: presentScenario() } as Answer });

  it('is out of date once the measures say something else, and no longer when they say it again', () => {
    useStore.setState({ scenario: editedScenario(EMPTY_SCENARIO) });
    fare(1);
    const run = answered();
    expect(isStale(run, presentScenario())).toBe(false);
    fare(2);
    expect(isStale(run, presentScenario())).toBe(true);
    act((scenario) => switchMeasure(scenario, 'm2', false));
    expect(isStale(run, presentScenario())).toBe(false);
    act((scenario) => switchMeasure(scenario, 'm1', false));
    expect(isStale(run, presentScenario())).toBe(true);
  });

  it('is not out of date by another name', () => {
    fare(1);
    const run = answered();
    expect(isStale(run, { ...presentScenario(), name: 'Biglietto a un euro' })).toBe(false);
    expect(isStale(run, { ...presentScenario(), seed: 'other' })).toBe(true);
  });

  it('is of the scenario as it is called now, until that asks something else', () => {
    fare(1);
    const run = answered();
    const named = { ...presentScenario(), name: 'Biglietto a un euro' };
    expect(answeredScenario(run, named)?.name).toBe('Biglietto a un euro');
    expect(answeredScenario(run, { ...named, seed: 'other' })?.name).toBe('');
    expect(answeredScenario(run, undefined)).toBe(run.kind === 'done' && run.answer.scenario);
    expect(answeredScenario({ kind: 'idle' }, named)).toBeNull();
  });

  it('that is not there is not out of date', () => {
    expect(isStale({ kind: 'idle' }, presentScenario())).toBe(false);
  });
});
