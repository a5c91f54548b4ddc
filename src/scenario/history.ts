// SPDX-License-Identifier: EUPL-1.2
/** What one does to a scenario: every action is a pure function from it to another one, with a note. */

import type { LonLat } from '../city/frames';
import type { Place } from './measures/measure';
import type { Measure, PlaceNote, Scenario, ScenarioWords } from './scenario';

/** What was done; the screen has words for each. */
const NOTES = [
  'measure-added',
  'measure-removed',
  'measure-set',
  'measure-placed',
  'measure-switched-on',
  'measure-switched-off',
  'note-added',
  'note-removed',
  'note-set',
  'note-placed',
  'scenario-described',
  'scenario-opened',
  'scenario-merged',
  'scenario-restored',
] as const;
export interface Note {
  readonly code: (typeof NOTES)[number];
  /** The measure that it was done to, and its kind; absent where it is about the scenario. */
  readonly measure?: { readonly id: string; readonly kind: string };
  /** Id of the note on a place that it was done to. */
  readonly placeNote?: string;
  /** Of `scenario-described`: which words about it. */
  readonly words?: readonly string[];
  /** Of `scenario-merged`: whose changes came in; empty: those made in another tab. */
  readonly by?: string;
}
/** One action: the note, with the scenario after it; of one that was done, with the scenario before. */
export interface Edit {
  readonly scenario: Scenario;
  readonly note: Note;
  /** Of an opening: which scenario it is. */
  readonly id?: string;
}

/** A scenario on the desk, as the last action left it. Undone and redone with everything else (src/app/state/undo). */
export interface EditedScenario {
  readonly present: Scenario;
  /** Which one it is, wherever it is kept; two with the same words are two. */
  readonly id: string;
  /** The last action and the scenario before it; null: none since it was brought here. */
  readonly last: Edit | null;
  /** Number of openings up to the present: where it changes, another scenario has come in its place. */
  readonly openings: number;
  /** It is a draft that was brought back, and nothing has been opened in its place. */
  readonly restored: boolean;
}

export const editedScenario = (scenario: Scenario, restored = false, id = ''): EditedScenario => ({
  present: scenario,
  id,
  last: null,
  openings: 0,
  restored,
});

/**
 * The scenario after one action more. An action that changes nothing is none, but one that opens the same
 * scenario anew is an opening. With `joined` it counts as one with the last action if that was the same one on the
 * same measure, note or words (a slider being dragged, a name being typed): `last` is then still the same object.
 */
export function edit(
  edited: EditedScenario,
  { scenario, note, id = edited.id }: Edit,
  joined = false,
): EditedScenario {
  const { present, last } = edited;
  const opens = note.code === 'scenario-opened';
  const openings = edited.openings + (opens ? 1 : 0);
  const restored = edited.restored && !opens;
  if (scenario === present) return opens ? { ...edited, id, openings, restored } : edited;
  const isSame =
    last?.note.code === note.code &&
    last.note.measure?.id === note.measure?.id &&
    last.note.placeNote === note.placeNote &&
    last.note.words?.join() === note.words?.join();
  if (joined && isSame) return { ...edited, present: scenario };
  return { present: scenario, id, last: { scenario: present, note }, openings, restored };
}

/** @throws RangeError where the id is taken. */
export function addMeasure(scenario: Scenario, measure: Measure): Edit {
  if (scenario.measures.some(({ id }) => id === measure.id))
    throw new RangeError(`there is a measure ${measure.id} already`);
  return {
    scenario: { ...scenario, measures: [...scenario.measures, measure] },
    note: noteOf('measure-added', measure),
  };
}

/** @throws RangeError where there is no such measure; so do those below. */
export function removeMeasure(scenario: Scenario, id: string): Edit {
  const measure = measureOf(scenario, id);
  return {
    scenario: { ...scenario, measures: scenario.measures.filter((other) => other !== measure) },
    note: noteOf('measure-removed', measure),
  };
}

export const setMeasure = (scenario: Scenario, id: string, config: unknown): Edit =>
  changeMeasure(scenario, id, { config }, 'measure-set');

export const placeMeasure = (scenario: Scenario, id: string, place: Place): Edit =>
  changeMeasure(scenario, id, { place }, 'measure-placed');

export function switchMeasure(scenario: Scenario, id: string, on: boolean): Edit {
  const code = on ? 'measure-switched-on' : 'measure-switched-off';
  if (measureOf(scenario, id).on === on) return { scenario, note: noteOf(code, measureOf(scenario, id)) };
  return changeMeasure(scenario, id, { on }, code);
}

/** @throws RangeError where the id is taken. */
export function addNote(scenario: Scenario, placeNote: PlaceNote): Edit {
  if (scenario.notes.some(({ id }) => id === placeNote.id))
    throw new RangeError(`there is a note ${placeNote.id} already`);
  return {
    scenario: { ...scenario, notes: [...scenario.notes, placeNote] },
    note: { code: 'note-added', placeNote: placeNote.id },
  };
}

/** @throws RangeError where there is no such note; so do those below. */
export function removeNote(scenario: Scenario, id: string): Edit {
  const gone = placeNoteOf(scenario, id);
  return {
    scenario: { ...scenario, notes: scenario.notes.filter((other) => other !== gone) },
    note: { code: 'note-removed', placeNote: id },
  };
}

export const writeNote = (scenario: Scenario, id: string, text: string): Edit =>
  changeNote(scenario, id, { text }, 'note-set');

export const moveNote = (scenario: Scenario, id: string, at: LonLat): Edit =>
  changeNote(scenario, id, { at }, 'note-placed');

/** Name, description, author, seed or assumptions. */
export function describe(scenario: Scenario, words: Partial<ScenarioWords>): Edit {
  return {
    scenario: { ...scenario, ...words },
    note: { code: 'scenario-described', words: Object.keys(words) },
  };
}

/** Another scenario in its place: a file, a preset, an empty one, one that is kept under this id. */
export const openScenario = (scenario: Scenario, id = ''): Edit => ({
  scenario,
  note: { code: 'scenario-opened' },
  id,
});

/** The same scenario with what somebody else has made of it meanwhile. */
export const mergeScenario = (scenario: Scenario, by: string): Edit => ({
  scenario,
  note: { code: 'scenario-merged', by },
});

/** The same scenario as it was once. */
export const restoreScenario = (scenario: Scenario): Edit => ({
  scenario,
  note: { code: 'scenario-restored' },
});

function changeMeasure(scenario: Scenario, id: string, change: Partial<Measure>, code: Note['code']): Edit {
  const measure = measureOf(scenario, id);
  const measures = scenario.measures.map((other) => (other === measure ? { ...measure, ...change } : other));
  return { scenario: { ...scenario, measures }, note: noteOf(code, measure) };
}

function changeNote(
  scenario: Scenario,
  id: string,
  change: Partial<PlaceNote>,
  code: 'note-set' | 'note-placed',
): Edit {
  const changed = placeNoteOf(scenario, id);
  const notes = scenario.notes.map((other) => (other === changed ? { ...changed, ...change } : other));
  return { scenario: { ...scenario, notes }, note: { code, placeNote: id } };
}

function placeNoteOf({ notes }: Scenario, id: string): PlaceNote {
  const found = notes.find((other) => other.id === id);
  if (!found) throw new RangeError(`there is no note ${id}`);
  return found;
}

function measureOf({ measures }: Scenario, id: string): Measure {
  const measure = measures.find((other) => other.id === id);
  if (!measure) throw new RangeError(`there is no measure ${id}`);
  return measure;
}

const noteOf = (code: Note['code'], { id, kind }: Measure): Note => ({ code, measure: { id, kind } });
