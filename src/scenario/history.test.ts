// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { EXAMPLES } from './fixtures/examples';
import { newMeasure } from './fixtures/new-measure';
import {
  addMeasure,
  addNote,
  describe as describeScenario,
  type EditedScenario,
  edit,
  editedScenario,
  moveNote,
  openScenario,
  placeMeasure,
  removeMeasure,
  removeNote,
  setMeasure,
  switchMeasure,
  writeNote,
} from './history';
import { measureKind } from './measures';
import { EMPTY_SCENARIO, type Scenario } from './scenario';

const three: Scenario = {
  ...EMPTY_SCENARIO,
  measures: [EXAMPLES['road-pricing'], EXAMPLES.lanes, EXAMPLES['transit-fare']],
};
const ids = ({ measures }: Scenario) => measures.map(({ id }) => id);

describe('an action on a scenario', () => {
  it('pins, writes, moves and removes a note', () => {
    const [at, there] = [lonLat(9.19, 45.46), lonLat(9.2, 45.47)];
    const pinned = addNote(three, { id: 'n1', at, text: '' });
    expect(pinned.note).toEqual({ code: 'note-added', placeNote: 'n1' });
    expect(() => addNote(pinned.scenario, { id: 'n1', at, text: '' })).toThrow('there is a note n1 already');
    const written = writeNote(pinned.scenario, 'n1', 'Qui');
    expect(written.note.code).toBe('note-set');
    const moved = moveNote(written.scenario, 'n1', there);
    expect(moved.note.code).toBe('note-placed');
    expect(moved.scenario).toEqual({ ...three, notes: [{ id: 'n1', at: there, text: 'Qui' }] });
    expect(moved.scenario.measures).toBe(three.measures);
    const removed = removeNote(moved.scenario, 'n1');
    expect(removed).toEqual({ scenario: three, note: { code: 'note-removed', placeNote: 'n1' } });
    expect(() => writeNote(removed.scenario, 'n1', 'x')).toThrow('there is no note n1');
  });

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

  it('takes a note being written for one action, and each note for itself', () => {
    const at = lonLat(9.19, 45.46);
    const pinned = edit(begun, addNote(three, { id: 'n1', at, text: '' }));
    const both = edit(pinned, addNote(pinned.present, { id: 'n2', at, text: '' }));
    const write = (edited: EditedScenario, id: string, text: string) =>
      edit(edited, writeNote(edited.present, id, text), true);
    const written = ['Q', 'Qu', 'Qui'].reduce((edited, text) => write(edited, 'n1', text), both);
    expect(written.present.notes.map(({ text }) => text)).toEqual(['Qui', '']);
    expect(written.last?.scenario).toBe(both.present);
    expect(write(written, 'n2', 'A').last?.scenario).toBe(written.present);
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
