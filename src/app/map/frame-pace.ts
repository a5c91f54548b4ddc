// SPDX-License-Identifier: EUPL-1.2
/** How often moving things need a frame. Pure. */

/** Most frames a second: drawn by the processor, or by a graphics card. */
const MOST_FPS = { software: 12, hardware: 40 };
/** So far a thing may move between two frames that its motion looks smooth, CSS pixels. */
const STEP_PX = 1.5;
const LEAST_FPS = 2;
/** With motion reduced what is shown is brought up to date so often, without moving. */
export const REDUCED_MS = 10_000;

/**
 * Milliseconds from one frame to the next.
 * @param pxPerS how fast the fastest thing moves on the screen; 0: nothing moves
 * @returns null where no frame is needed
 */
export function frameEveryMs(pxPerS: number, software: boolean): number | null {
  if (!(pxPerS > 0)) return null;
  const most = software ? MOST_FPS.software : MOST_FPS.hardware;
  return 1000 / Math.min(most, Math.max(LEAST_FPS, pxPerS / STEP_PX));
}
