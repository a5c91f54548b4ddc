// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from './fixtures/examples';
import { newMeasure } from './fixtures/new-measure';
import {
  addMeasure,
  describe as describeScenario,
  type Edit,
  edit,
  type History,
  historyOf,
  MOST_STEPS,
  openScenario,
  placeMeasure,
  redo,
  removeMeasure,
  setMeasure,
  switchMeasure,
  undo,
} from './history';
import { measureKind } from './measures';
import { EMPTY_SCENARIO, type Scenario } from './scenario';

const three: Scenario = {
  ...EMPTY_SCENARIO,
  measures: [EXAMPLES['road-pricing'], EXAMPLES.lanes, EXAMPLES['transit-fare']],
};
const ids = ({ measures }: Scenario) => measures.map(({ id }) => id);

describe('an action on a scenario', () => {
  it('adds and removes a measure', () => {
    const added = addMeasure(three, EXAMPLES['one-way']);
    expect(ids(added.scenario)).toEqual(['road-pricing', 'lanes', 'transit-fare', 'one-way']);
    expect(added.note).toEqual({ code: 'measure-added', measure: { id: 'one-way', kind: 'one-way' } });
    expect(() => addMeasure(three, EXAMPLES.lanes)).toThrow('there is a measure lanes already');
    const removed = removeMeasure(three, 'lanes');
    expect(ids(removed.scenario)).toEqual(['road-pricing', 'transit-fare']);
    expect(removed.note).toEqual({ code: 'measure-removed', measure: { id: 'lanes', kind: 'lanes' } });
    expect(() => removeMeasure(three, 'm9')).toThrow('there is no measure m9');
  });

  it('sets, places and switches one and leaves the others', () => {
    const set = setMeasure(three, 'lanes', { lanesMore: 2 });
    expect(set.scenario.measures[1]).toEqual({ ...EXAMPLES.lanes, config: { lanesMore: 2 } });
    expect(set.scenario.measures[0]).toBe(three.measures[0]);
    expect(
      placeMeasure(three, 'road-pricing', { kind: 'area', areaId: 'area-b' }).scenario.measures[0]?.place,
    ).toEqual({ kind: 'area', areaId: 'area-b' });
    const off = switchMeasure(three, 'lanes', false);
    expect(off.scenario.measures.map(({ on }) => on)).toEqual([true, false, true]);
    expect(off.note.code).toBe('measure-switched-off');
    expect(switchMeasure(off.scenario, 'lanes', true).scenario).toEqual(three);
    expect(switchMeasure(three, 'lanes', true).scenario).toBe(three);
  });

  it('gives a new measure an id that is free, and the place of its kind', () => {
    const first = newMeasure(EMPTY_SCENARIO, measureKind('road-pricing'));
    expect(first).toMatchObject({ id: 'm1', on: true, place: { kind: 'area', areaId: 'area-c' } });
    const twelve = { ...EMPTY_SCENARIO, measures: [{ ...first, id: 'm12' }, first] };
    expect(newMeasure(twelve, measureKind('lanes'))).toMatchObject({
      id: 'm13',
      config: { lanesMore: -1 },
      place: { kind: 'streets', streetIds: [], lines: [] },
    });
    expect(newMeasure(twelve, measureKind('emission-ban')).place).toEqual({ kind: 'area', areaId: 'area-b' });
    expect(newMeasure(twelve, measureKind('transit-fare'), 'free').config).toEqual({ fareEur: 0 });
    expect(() => newMeasure(twelve, measureKind('lanes'), 'free')).toThrow('lanes has no preset free');
  });
});

describe('undo and redo', () => {
  const fare = (history: History, fareEur: number, joined = false) =>
    edit(history, setMeasure(history.present, 'transit-fare', { fareEur }), joined);
  const begun = historyOf(three);

  it('go back and forth by an action, with its note', () => {
    const changed = edit(fare(begun, 1), removeMeasure(fare(begun, 1).present, 'lanes'));
    const back = undo(changed);
    expect(ids(back.present)).toEqual(ids(three));
    expect(back.future[0]?.note.code).toBe('measure-removed');
    expect(back.past.map(({ note }) => note.code)).toEqual(['measure-set']);
    expect(undo(back).present).toBe(three);
    expect(redo(back)).toEqual(changed);
    expect(redo(redo(undo(back)))).toEqual(changed);
  });

  it('stay where there is nothing before or after', () => {
    expect(undo(begun)).toBe(begun);
    expect(redo(begun)).toBe(begun);
    expect(edit(begun, switchMeasure(three, 'lanes', true))).toBe(begun);
  });

  it('tell when another scenario has come in its place, were it with the same words', () => {
    const opened = edit(begun, openScenario(EMPTY_SCENARIO));
    const typed = edit(opened, describeScenario(opened.present, { seed: '2' }));
    const back = undo(undo(typed));
    const again = edit(edit(back, openScenario(EMPTY_SCENARIO)), openScenario(EMPTY_SCENARIO));
    expect([begun, opened, typed, undo(typed), back, redo(back)].map(({ openings }) => openings)).toEqual([
      0, 1, 1, 1, 0, 1,
    ]);
    expect(again.openings).toBe(2);
    expect(again.past).toHaveLength(1);
  });

  it('forget what was undone when something else is done', () => {
    const other = fare(undo(fare(begun, 1)), 3);
    expect(other.future).toEqual([]);
    expect(redo(other)).toBe(other);
  });

  it('take a slider being dragged for one action', () => {
    const dragged = [2, 2.1, 2.2].reduce((history, x) => fare(history, x, true), fare(begun, 1));
    expect(dragged.past).toHaveLength(1);
    expect(undo(dragged).present).toBe(three);
    const other = edit(dragged, setMeasure(dragged.present, 'lanes', { lanesMore: 1 }), true);
    expect(other.past).toHaveLength(2);
  });

  it(`reach back ${MOST_STEPS} actions`, () => {
    let history = begun;
    for (let i = 1; i <= MOST_STEPS + 5; i++) history = fare(history, i / 100);
    expect(history.past).toHaveLength(MOST_STEPS);
    for (let i = 0; i < MOST_STEPS; i++) history = undo(history);
    expect(history.present.measures[2]?.config).toEqual({ fareEur: 0.05 });
    expect(undo(history)).toBe(history);
  });

  it('return to where one was, whatever was done', () => {
    const actions: ((scenario: Scenario) => Edit)[] = [
      (s) => addMeasure(s, newMeasure(s, measureKind('lanes'))),
      (s) => (s.measures[0] ? removeMeasure(s, s.measures[0].id) : openScenario(three)),
      (s) => describeScenario(s, { name: `${s.name}.` }),
      () => openScenario(EMPTY_SCENARIO),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (done) => {
        const after = done.reduce((history, action) => edit(history, action(history.present)), begun);
        const times = after.past.length;
        let back = after;
        for (let i = 0; i < times; i++) back = undo(back);
        expect(back.present).toBe(three);
        for (let i = 0; i < times; i++) back = redo(back);
        expect(back).toEqual(after);
      }),
    );
  });
});
