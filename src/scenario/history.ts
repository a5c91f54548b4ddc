// SPDX-License-Identifier: EUPL-1.2
/** Undo and redo: every action is a pure function from a scenario to another one, with a note. */
import type { Place } from './measures/measure';
import type { Measure, Scenario } from './scenario';

/** What was done; the screen has words for each. */
export const NOTES = [
  'measure-added',
  'measure-removed',
  'measure-set',
  'measure-placed',
  'measure-switched-on',
  'measure-switched-off',
  'scenario-described',
  'scenario-opened',
] as const;
export interface Note {
  readonly code: (typeof NOTES)[number];
  /** The measure that it was done to, and its kind; absent where it is about the scenario. */
  readonly measure?: { readonly id: string; readonly kind: string };
  /** Of `scenario-described`: which words about it. */
  readonly words?: readonly string[];
}
export interface Edit {
  readonly scenario: Scenario;
  readonly note: Note;
}

/** One action: `scenario` is the other side of it, before in the past and after in the future. */
export interface History {
  /** The last action at its end. */
  readonly past: readonly Edit[];
  readonly present: Scenario;
  /** The next action to be done again at its beginning. */
  readonly future: readonly Edit[];
  /** Number of openings up to the present: where it changes, another scenario has come in its place. */
  readonly openings: number;
}

/** Actions that can be undone. */
export const MOST_STEPS = 200;

export const historyOf = (scenario: Scenario): History => ({
  past: [],
  present: scenario,
  future: [],
  openings: 0,
});

/**
 * The history with one action more; what was undone before can no longer be redone. An action that
 * changes nothing is none, but one that opens the same scenario anew is an opening. With `joined` it counts as one with the last action if that was the same one on the
 * same measure or words: a slider being dragged, a name being typed.
 */
export function edit(history: History, { scenario, note }: Edit, joined = false): History {
  const { past, present } = history;
  const openings = history.openings + openingsIn(note);
  if (scenario === present) return openings === history.openings ? history : { ...history, openings };
  const last = past.at(-1);
  const isSame =
    last?.note.code === note.code &&
    last.note.measure?.id === note.measure?.id &&
    last.note.words?.join() === note.words?.join();
  if (joined && isSame && history.future.length === 0) return { ...history, present: scenario };
  return {
    past: [...past, { scenario: present, note }].slice(-MOST_STEPS),
    present: scenario,
    future: [],
    openings,
  };
}

const openingsIn = ({ code }: Note): number => (code === 'scenario-opened' ? 1 : 0);

/** Back by one action; the same history where there is none. */
export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.scenario,
    future: [{ scenario: history.present, note: last.note }, ...history.future],
    openings: history.openings - openingsIn(last.note),
  };
}

/** Forward again by one action; the same history where there is none. */
export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    past: [...history.past, { scenario: history.present, note: next.note }],
    present: next.scenario,
    future,
    openings: history.openings + openingsIn(next.note),
  };
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

/** Name, description, author, seed or assumptions. */
export function describe(scenario: Scenario, words: Partial<Omit<Scenario, 'measures'>>): Edit {
  return {
    scenario: { ...scenario, ...words },
    note: { code: 'scenario-described', words: Object.keys(words) },
  };
}

/** Another scenario in its place: a file, a preset, an empty one. */
export const openScenario = (scenario: Scenario): Edit => ({ scenario, note: { code: 'scenario-opened' } });

function changeMeasure(scenario: Scenario, id: string, change: Partial<Measure>, code: Note['code']): Edit {
  const measure = measureOf(scenario, id);
  const measures = scenario.measures.map((other) => (other === measure ? { ...measure, ...change } : other));
  return { scenario: { ...scenario, measures }, note: noteOf(code, measure) };
}

function measureOf({ measures }: Scenario, id: string): Measure {
  const measure = measures.find((other) => other.id === id);
  if (!measure) throw new RangeError(`there is no measure ${id}`);
  return measure;
}

const noteOf = (code: Note['code'], { id, kind }: Measure): Note => ({ code, measure: { id, kind } });
