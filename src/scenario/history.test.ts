// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from './fixtures/examples';
import { newMeasure } from './fixtures/new-measure';
import {
  addMeasure,
  describe as describeScenario,
  type EditedScenario,
  edit,
  editedScenario,
  openScenario,
  placeMeasure,
  removeMeasure,
  setMeasure,
  switchMeasure,
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

describe('a scenario on the desk', () => {
  const fare = (edited: EditedScenario, fareEur: number, joined = false) =>
    edit(edited, setMeasure(edited.present, 'transit-fare', { fareEur }), joined);
  const begun = editedScenario(three);

  it('knows the last action and the scenario before it', () => {
    const changed = edit(fare(begun, 1), removeMeasure(fare(begun, 1).present, 'lanes'));
    expect(changed.last?.note.code).toBe('measure-removed');
    expect(changed.last?.scenario).toEqual(fare(begun, 1).present);
    expect(begun.last).toBeNull();
    expect(edit(begun, switchMeasure(three, 'lanes', true))).toBe(begun);
  });

  it('tells when another scenario has come in its place, were it with the same words', () => {
    const opened = edit(begun, openScenario(EMPTY_SCENARIO));
    const typed = edit(opened, describeScenario(opened.present, { seed: '2' }));
    const again = edit(opened, openScenario(EMPTY_SCENARIO));
    expect([begun, opened, typed, again].map(({ openings }) => openings)).toEqual([0, 1, 1, 2]);
    expect(again.last).toBe(opened.last);
  });

  it('is a draft until another is opened', () => {
    const draft = editedScenario(three, true);
    expect(fare(draft, 1).restored).toBe(true);
    expect(edit(draft, openScenario(EMPTY_SCENARIO)).restored).toBe(false);
  });

  it('takes a slider being dragged for one action', () => {
    const first = fare(begun, 1);
    const dragged = [2, 2.1, 2.2].reduce((edited, x) => fare(edited, x, true), first);
    expect(dragged.last).toBe(first.last);
    expect(dragged.last?.scenario).toBe(three);
    const other = edit(dragged, setMeasure(dragged.present, 'lanes', { lanesMore: 1 }), true);
    expect(other.last?.scenario).toBe(dragged.present);
  });
});
