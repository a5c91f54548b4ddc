// SPDX-License-Identifier: EUPL-1.2
/** What is kept of the history in the browser, and whether what is found there can be trusted. Pure. */
import type { Values } from './early';
import { isSound } from './parts';
import { MOST_STEPS, type Step, type Timeline } from './timeline';

/** Goes up where an older form can no longer be read: what was kept is then passed over. */
export const KEPT_VERSION = 3;

export interface Kept extends Timeline {
  /** What the parts were when it was kept. */
  readonly present: Values;
}

/** As it lies in the browser's database. */
export interface Entry extends Kept {
  /** City and tab. */
  readonly key: string;
  readonly version: number;
  readonly keptMs: number;
}

/** What was kept, where it is whole and of this version; else null: then there is nothing to go back to. */
export function readEntry(value: unknown): Kept | null {
  const entry = value as Partial<Entry> | null | undefined;
  if (typeof entry !== 'object' || entry === null || entry.version !== KEPT_VERSION) return null;
  const { past, future, present } = entry;
  if (!Array.isArray(past) || !Array.isArray(future) || past.length > MOST_STEPS) return null;
  if (typeof present !== 'object' || present === null) return null;
  const whole =
    [...past, ...future].every(isStep) && Object.entries(present).every(([part, one]) => isSound(part, one));
  return whole ? { past, future, present } : null;
}

function isStep(value: unknown): value is Step {
  const step = value as Partial<Step> | null;
  if (typeof step !== 'object' || step === null || typeof step.changes !== 'object' || !step.changes)
    return false;
  const changes = Object.entries(step.changes);
  return (
    typeof step.atMs === 'number' &&
    (step.subject === null || typeof step.subject === 'string') &&
    changes.length > 0 &&
    changes.every(
      ([part, change]) =>
        typeof change === 'object' &&
        change !== null &&
        isSound(part, change.before) &&
        isSound(part, change.after),
    )
  );
}
