// SPDX-License-Identifier: EUPL-1.2
/**
 * The one history of everything that can be undone: pure, and of plain values, so that it can be kept.
 * A step holds what the parts that it changed were before and after, as they are: values are never
 * changed in place, so that steps share all that they have alike, and keep sharing it when kept
 * (structured clones do).
 */

import { isSame } from '../../../city/same';
import type { Values } from './early';

export { isSame };

/** Steps that can be undone. */
export const MOST_STEPS = 200;
/** Changes of the same thing within so long are one step: a slider being dragged. */
export const JOINED_WITHIN_MS = 800;

export interface Change {
  readonly before: unknown;
  readonly after: unknown;
}

export interface Step {
  /** By part: a key of the store. */
  readonly changes: Readonly<Record<string, Change>>;
  readonly atMs: number;
  /** What was changed, where further changes of the same go with it; null: each is its own step. */
  readonly subject: string | null;
  /** A link or the browser's Back did it, not a hand on the screen. */
  readonly byLink: boolean;
}

export interface Timeline {
  /** The last step at its end. */
  readonly past: readonly Step[];
  /** The next step to be done again at its beginning. */
  readonly future: readonly Step[];
}

export const EMPTY_TIMELINE: Timeline = { past: [], future: [] };

/** The parts of two states that differ in what they say. */
export function changesBetween(before: Values, after: Values, parts: readonly string[]): Step['changes'] {
  return Object.fromEntries(
    parts
      .filter((part) => !isSame(before[part], after[part]))
      .map((part) => [part, { before: before[part], after: after[part] }]),
  );
}

/**
 * The timeline with one step more; what was undone can no longer be redone. `joined` makes it one with the
 * last; a step that says nothing new is none, and one that is taken back by what is joined to it is gone.
 */
export function record(timeline: Timeline, step: Step, joined = false): Timeline {
  if (Object.keys(step.changes).length === 0) return timeline;
  const last = timeline.past.at(-1);
  if (!joined || !last || timeline.future.length > 0)
    return { past: [...timeline.past, step].slice(-MOST_STEPS), future: [] };
  const changes: Record<string, Change> = { ...last.changes };
  for (const [part, { before, after }] of Object.entries(step.changes)) {
    const first = last.changes[part];
    const from = first ? first.before : before;
    if (isSame(from, after)) delete changes[part];
    else changes[part] = { before: from, after };
  }
  const past = timeline.past.slice(0, -1);
  if (Object.keys(changes).length > 0) past.push({ ...last, changes, atMs: step.atMs });
  return { past, future: [] };
}

/** Whether `step` goes on with the last one: the same parts and subject, and soon after. */
export function goesOn(timeline: Timeline, step: Step): boolean {
  const last = timeline.past.at(-1);
  if (!last || step.subject === null || step.subject !== last.subject) return false;
  return (
    step.atMs - last.atMs < JOINED_WITHIN_MS && partsOf(step).join() === partsOf(last).join() && !last.byLink
  );
}

export const partsOf = (step: Step): string[] => Object.keys(step.changes).sort();

export interface Moved {
  readonly timeline: Timeline;
  readonly step: Step;
  /** What the parts are now. */
  readonly values: Values;
}

/** Back by one step; null where there is none. */
export function undone({ past, future }: Timeline): Moved | null {
  const step = past.at(-1);
  if (!step) return null;
  return {
    timeline: { past: past.slice(0, -1), future: [step, ...future] },
    step,
    values: Object.fromEntries(Object.entries(step.changes).map(([part, { before }]) => [part, before])),
  };
}

/** Forward again by one step; null where there is none. */
export function redone({ past, future }: Timeline): Moved | null {
  const [step, ...rest] = future;
  if (!step) return null;
  return {
    timeline: { past: [...past, step], future: rest },
    step,
    values: Object.fromEntries(Object.entries(step.changes).map(([part, { after }]) => [part, after])),
  };
}
