// SPDX-License-Identifier: EUPL-1.2
/** Which way the map looks while it turns: told in every frame, so not in the store. */
let bearingDeg = 0;
const listeners = new Set<() => void>();

/** Told by the map. */
export function turnedTo(deg: number): void {
  if (deg === bearingDeg) return;
  bearingDeg = deg;
  for (const listener of listeners) listener();
}

/** Degrees clockwise from north. */
export const bearingNow = (): number => bearingDeg;

/** Tells `listener` of every turn; what it gives back ends that. */
export function onTurn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
