// SPDX-License-Identifier: EUPL-1.2
/**
 * Undo and redo over everything on the screen that one makes or chooses (parts.ts). Whoever owns a part
 * only sets its key of the store: every change is seen here, and becomes a step. Sets in one go (one turn
 * of the event loop) are one step, and so are changes of one thing in quick succession.
 */
import { create } from 'zustand';
import { isFilled } from '../../../scenario/scenario';
import { type StoreState, useStore } from '../store';
import { type Early, origin, PARTS, partsOfState, touchedParts, type Values } from './early';
import type { Kept } from './kept';
import { comesBack, scenarioChange, subjectOf } from './parts';
import {
  type Change,
  changesBetween,
  EMPTY_TIMELINE,
  goesOn,
  isSame,
  type Moved,
  partsOf,
  record,
  redone,
  type Step,
  type Timeline,
  undone,
} from './timeline';

interface UndoState {
  readonly timeline: Timeline;
  /** Why the steps are not kept for the next time; null: they are, or nobody has tried. */
  readonly fault: string | null;
  /** Goes up when steps of an earlier visit, and what it left, have been brought back. */
  readonly visits: number;
}
/** What can be undone and redone now. */
export const useUndo = create<UndoState>(() => ({ timeline: EMPTY_TIMELINE, fault: null, visits: 0 }));

/** Undoing, redoing and bringing back are no steps themselves. */
let moving = false;
/** The step that changes of this turn go with. */
let turn: Step | null = null;

/** The parts as they were seen last. What a listener is told may be of a set within a set, and come in any order. */
let seen: Values = {};

/** Makes steps of all changes from now on, and of those remembered before. Returns how to stop. */
export function startUndo(early: readonly Early[] = []): () => void {
  useUndo.setState({ timeline: EMPTY_TIMELINE, fault: null });
  turn = null;
  for (const one of early) {
    see(one);
    turn = null;
  }
  seen = partsOfState(useStore.getState());
  return useStore.subscribe((now) => {
    if (moving || touchedParts(seen, now as unknown as Values).length === 0) return;
    const before = seen;
    seen = partsOfState(useStore.getState());
    see({ before, after: seen, atMs: Date.now(), byLink: origin.link });
    if (turn) queueMicrotask(endTurn);
  });
}

function see({ before, after, atMs, byLink }: Early): void {
  const changes = { ...changesBetween(before, after, touchedParts(before, after)) };
  const scenario = changes.scenario && scenarioChange(changes.scenario);
  // A draft that is brought back, the empty scenario that one begins with.
  if (scenario === 'brought') delete changes.scenario;
  const [part = '', ...others] = Object.keys(changes);
  const change = others.length === 0 ? changes[part] : undefined;
  const step: Step = { changes, atMs, subject: change ? subjectOf(part, change) : null, byLink };
  const { timeline } = useUndo.getState();
  const typedOn = scenario === 'joined' && change !== undefined && isOfScenarioAlone(last(timeline));
  const sameTurn = turn !== null && turn === last(timeline) && turn.byLink === byLink;
  const now = record(timeline, step, sameTurn || typedOn || goesOn(timeline, step));
  if (now === timeline) return;
  useUndo.setState({ timeline: now });
  // Where what was done in this turn took itself back, there is no step for the rest to go with.
  turn = now.past.length < timeline.past.length ? null : (last(now) ?? null);
}

const isOfScenarioAlone = (step: Step | undefined): boolean =>
  step !== undefined && partsOf(step).join() === 'scenario';
const last = ({ past }: Timeline): Step | undefined => past.at(-1);
/**
 * Lets what alone is no step, the clock, go back and forth with the step that has just been made in the same
 * set; nothing where none was.
 */
export function goesAlong(part: 'clock', change: Change): void {
  const { timeline } = useUndo.getState();
  if (!turn || turn !== last(timeline)) return;
  turn = { ...turn, subject: null, changes: { ...turn.changes, [part]: change } };
  useUndo.setState({ timeline: { ...timeline, past: [...timeline.past.slice(0, -1), turn] } });
}

function endTurn(): void {
  turn = null;
}

/** Whether a step may be taken: a form that is open holds its measure, and a scenario is not changed under it. */
export function isFree(step: Step | undefined, { editing, drawing }: StoreState): boolean {
  if (!step) return false;
  return !(editing || drawing) || !partsOf(step).includes('scenario');
}

export const nextUndo = ({ timeline }: UndoState): Step | undefined => last(timeline);
export const nextRedo = ({ timeline }: UndoState): Step | undefined => timeline.future[0];

/** Back by one step; returns it, or null where there is none or it may not be taken now. */
export const undo = (): Step | null => move(undone, nextUndo(useUndo.getState()));
/** Forward again by one step; returns it, or null. */
export const redo = (): Step | null => move(redone, nextRedo(useUndo.getState()));

function move(how: (timeline: Timeline) => Moved | null, next: Step | undefined): Step | null {
  const moved = isFree(next, useStore.getState()) ? how(useUndo.getState().timeline) : null;
  if (!moved) return null;
  put(moved.values);
  useUndo.setState({ timeline: moved.timeline });
  return moved.step;
}

function put(values: Values): void {
  moving = true;
  turn = null;
  try {
    useStore.setState(values as Partial<StoreState>);
  } finally {
    moving = false;
    seen = partsOfState(useStore.getState());
  }
}

/**
 * Puts the steps that were kept before those made since. `start` is what the page began with: what its
 * address says stands, and where that is not what was left, coming here is a step too. What no
 * address says (drawings, the scenario) comes back as it was left, unless something was done to it already.
 */
export function bringBack(kept: Kept, start: Values): void {
  const { timeline } = useUndo.getState();
  const now = partsOfState(useStore.getState());
  const done = new Set([...timeline.past, ...timeline.future].flatMap(partsOf));
  const known = PARTS.filter((part) => now[part] !== undefined && kept.present[part] !== undefined);
  const back = known.filter((part) => !done.has(part) && comesBack(part, kept.present[part], start[part]));
  const linkChanges = changesBetween(
    kept.present,
    start,
    known.filter((part) => !back.includes(part)),
  );
  put(
    Object.fromEntries(
      back
        .map((part): [string, unknown] => [part, broughtBack(part, kept.present[part])])
        .filter(([part, value]) => !isSame(now[part], value)),
    ),
  );
  const link: Step = { changes: linkChanges, atMs: Date.now(), subject: null, byLink: true };
  let whole = record({ past: kept.past, future: kept.future }, link);
  for (const step of timeline.past) whole = record(whole, step);
  if (timeline.future.length > 0) whole = { ...whole, future: timeline.future };
  useUndo.setState(({ visits }) => ({ timeline: whole, visits: visits + 1 }));
}

/** A scenario that comes back says so. */
function broughtBack(part: string, value: unknown): unknown {
  const scenario = part === 'scenario' ? (value as StoreState['scenario']) : null;
  return scenario && isFilled(scenario.present) ? { ...scenario, restored: true } : value;
}

/** What is to be kept: the steps, and what the parts are now. */
export function toKeep(): Kept {
  const { past, future } = useUndo.getState().timeline;
  return { past, future, present: partsOfState(useStore.getState()) };
}
