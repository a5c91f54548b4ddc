// SPDX-License-Identifier: EUPL-1.2
/** Scenarios beside each other: what of them is shown, and the answers at hand. What is chosen can be undone and is in the store. */
import { create } from 'zustand';
import { fieldOfTotal, fieldsAgainstOther, totalOfField, unlikenesses } from '../../../impact/compared';
import type { Impact } from '../../../impact/impact';
import type { FieldId, TotalId } from '../../../impact/outcome';
import { questionOf } from '../../../scenario/question';
import type { Scenario } from '../../../scenario/scenario';
import type { Answer, Effort, RunFault, RunProgress } from '../../../simulation/protocol';
import { type StoredPlace, type StoreState, useStore } from '../store';

export const DESK_TABS = ['city', 'districts', 'ages'] as const;
export type DeskTab = (typeof DESK_TABS)[number];
/** One scenario on the map; two in two views; two divided by a line. */
export const DESK_MAPS = ['one', 'side', 'swipe'] as const;
export type DeskMap = (typeof DESK_MAPS)[number];

/** A kept scenario as it was when it was last asked for, or why it cannot be had. */
type Brought = { readonly scenario: Scenario } | { readonly fault: unknown };

interface DeskState {
  readonly tab: DeskTab;
  /** The indicator: the city's total, and the field that shows the same on the map; null: it has no such. */
  readonly total: TotalId | null;
  readonly field: FieldId | null;
  readonly percent: boolean;
  /** The id of the scenario that the others are compared with; null: with today. */
  readonly against: string | null;
  readonly map: DeskMap;
  /** Ids of those on the map. One that is not compared any more stands for the first that is, or the last. */
  readonly left: string | null;
  readonly right: string | null;
  readonly split: number;
  readonly raised: boolean;
  readonly effort: Effort;
  /** By id; of the one that is open the screen's is meant. */
  readonly brought: Readonly<Record<string, Brought>>;
  /** By what was asked ({@link question}). */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Of those that were not worked out here, where they were stored. */
  readonly stored: ReadonlyMap<Answer, StoredPlace>;
  readonly faults: ReadonlyMap<string, RunFault>;
  /** What is being worked out; null: nothing. */
  readonly running: Running | null;
}
export interface Running {
  readonly id: string;
  /** From 1. */
  readonly place: number;
  readonly of: number;
  readonly progress: RunProgress | null;
}

export const useDesk = create<DeskState>(() => ({
  tab: 'city',
  total: null,
  field: null,
  percent: false,
  against: null,
  map: 'one',
  left: null,
  right: null,
  split: 0.5,
  raised: false,
  effort: 'quick',
  brought: {},
  answers: new Map(),
  stored: new Map(),
  faults: new Map(),
  running: null,
}));

/** A scenario of the comparison, with its answer where there is one. */
export interface Column {
  readonly id: string;
  /** Null: it is on its way, or cannot be had. */
  readonly scenario: Scenario | null;
  /** Why it cannot be had; undefined: it can. */
  readonly missing?: unknown;
  readonly answer: Answer | null;
  /** Where its answer was stored; null: it has none, or it was worked out here. */
  readonly stored: StoredPlace | null;
  /** Why it has no answer; null: it has, or was not asked. */
  readonly fault: RunFault | null;
}

const questions = new WeakMap<Scenario, string>();
/** What is asked of the models: the same text, the same answer. */
export function question(scenario: Scenario, effort: Effort): string {
  let text = questions.get(scenario);
  if (text === undefined) questions.set(scenario, (text = questionOf(scenario)));
  return `${effort} ${text}`;
}

/** Whether a scenario changes anything: one that does not is the city of today, and is not asked. */
export const changesSomething = ({ measures }: Scenario): boolean => measures.some(({ on }) => on);

type Chosen = Pick<StoreState, 'desk' | 'scenario'>;
type Held = Pick<DeskState, 'effort' | 'brought' | 'answers' | 'stored' | 'faults'>;

/** The scenarios of the comparison in the order in which they were chosen. */
export function columnsOf({ desk, scenario: open }: Chosen, held: Held): readonly Column[] {
  return desk.map((id): Column => {
    const brought: Brought | undefined = open?.id === id ? { scenario: open.present } : held.brought[id];
    const nothing = { id, scenario: null, answer: null, stored: null, fault: null };
    if (!brought) return nothing;
    if ('fault' in brought) return { ...nothing, missing: brought.fault };
    const { scenario } = brought;
    const key = question(scenario, held.effort);
    const answer = held.answers.get(key) ?? null;
    const stored = (answer && held.stored.get(answer)) ?? null;
    return { id, scenario, answer, stored, fault: held.faults.get(key) ?? null };
  });
}

/** The same columns as long as nothing that they are made of has changed. */
export const columnsNow = (() => {
  let last: { of: readonly unknown[]; columns: readonly Column[] } | null = null;
  return (chosen: Chosen, held: Held): readonly Column[] => {
    const of = [
      chosen.desk,
      chosen.scenario?.id,
      chosen.scenario?.present,
      held.effort,
      held.brought,
      held.answers,
      held.stored,
      held.faults,
    ];
    if (!last || last.of.some((one, i) => one !== of[i])) last = { of, columns: columnsOf(chosen, held) };
    return last.columns;
  };
})();

export type Answered = Column & { readonly answer: Answer; readonly scenario: Scenario };
export const answeredOf = (columns: readonly Column[]): readonly Answered[] =>
  columns.filter((column): column is Answered => column.answer !== null);

/** What the map shows of the comparison. */
export interface OnMap {
  readonly left: Answered;
  /** The same as left where one is shown. */
  readonly right: Answered;
  /** All that are compared and have the field: the classes are theirs. */
  readonly all: readonly Answered[];
  /** The scenario that they are compared with, as in the table; null: today. */
  readonly against: Answered | null;
  readonly field: FieldId;
  readonly map: DeskMap;
}

type Showing = Pick<DeskState, 'field' | 'map' | 'left' | 'right' | 'against' | 'tab'>;

/** Null where there is nothing to be shown: no answer has the field of the indicator, or none that differs from another's. */
export function onMap(columns: readonly Column[], showing: Showing): OnMap | null {
  const { field, map, left, right } = showing;
  if (!field) return null;
  const has = answeredOf(columns).filter(({ answer }) => hasField(answer.impact, field));
  const other = againstOnMap(columns, showing);
  const against = has.find(({ id }) => id === other) ?? null;
  const all = other
    ? has.filter(
        (one) => against && one !== against && unlikenesses([one.answer, against.answer]).length === 0,
      )
    : has;
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return null;
  const one = all.find(({ id }) => id === left) ?? first;
  const another = all.find(({ id }) => id === right) ?? (last.id === one.id ? first : last);
  // Of one answer there are no two sides.
  return all.length < 2 || map === 'one'
    ? { left: one, right: one, all, against, field, map: 'one' }
    : { left: one, right: another, all, against, field, map };
}

/** Whom the map compares with: the table's, which by districts is always today; null: today. */
export function againstOnMap(
  columns: readonly Column[],
  { against, tab }: Pick<DeskState, 'against' | 'tab'>,
): string | null {
  return tab !== 'districts' && columns.some(({ id }) => id === against) ? against : null;
}

const hasField = ({ fields }: Impact, id: FieldId): boolean => fields.some((field) => field.id === id);

const differing = new WeakMap<Impact, WeakMap<Impact, Impact>>();
/** What the map draws of each of `all`: the same object as long as it is of the same answers. */
export function drawnOf({ all, against }: Pick<OnMap, 'all' | 'against'>): readonly Impact[] {
  if (!against) return all.map(({ answer }) => answer.impact);
  const other = against.answer.impact;
  const known = differing.get(other) ?? new WeakMap<Impact, Impact>();
  differing.set(other, known);
  return all.map(({ answer: { impact } }) => {
    const drawn = known.get(impact) ?? fieldsAgainstOther(impact, other);
    known.set(impact, drawn);
    return drawn;
  });
}

/** What the map shows now; null while scenarios are not compared, or nothing of them is to be seen. */
export function onMapNow(): OnMap | null {
  const state = useStore.getState();
  if (!state.deskOpen) return null;
  const desk = useDesk.getState();
  return onMap(columnsNow(state, desk), desk);
}

export const changeDesk = (patch: Partial<DeskState>): void => useDesk.setState(patch);

/** An indicator of the whole city: the map goes along where it can show it. */
export const chooseTotal = (total: TotalId): void => changeDesk({ total, field: fieldOfTotal(total) });
/** An indicator place by place: the city's total goes along where there is one. */
export const chooseField = (field: FieldId): void => changeDesk({ field, total: totalOfField(field) });

/** So many answers are held: four of each effort, and what was undone. */
const MOST_ANSWERS = 12;

/** Remembers an answer, so that the same is not asked again. @param place where it was stored; absent: it was worked out here */
export function holdAnswer(answer: Answer, place?: StoredPlace): void {
  const { answers, stored, faults } = useDesk.getState();
  const key = question(answer.scenario, answer.effort);
  const held = new Map(answers);
  held.delete(key);
  held.set(key, answer);
  for (const oldest of held.keys()) if (held.size > MOST_ANSWERS) held.delete(oldest);
  const places = new Map(stored);
  if (place) places.set(answer, place);
  const among = new Set(held.values());
  const left = new Map(faults);
  left.delete(key);
  changeDesk({
    ...{ answers: held, faults: left },
    stored: new Map([...places].filter(([one]) => among.has(one))),
  });
}
