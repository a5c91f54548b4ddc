// SPDX-License-Identifier: EUPL-1.2
/** Steps and turns of a walk, from the buttons of the panel to the map. */
export type WalkMove = 'forward' | 'back' | 'left' | 'right' | 'turnLeft' | 'turnRight';

const listeners = new Set<(move: WalkMove) => void>();

export function walk(move: WalkMove): void {
  for (const listener of listeners) listener(move);
}

/** Returns how to stop listening. */
export function onWalk(listener: (move: WalkMove) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
