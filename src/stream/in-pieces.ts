// SPDX-License-Identifier: EUPL-1.2
/** Long work that keeps the page waiting only for moments. */

/** So long a piece keeps the page waiting, and the part of the work that is begun then. */
const PIECE_MS = 8;

/** Lets the page do what waits: input, a frame. */
export const pause = (): Promise<void> => new Promise((go) => setTimeout(go));

/**
 * Does work that yields wherever it may be interrupted: as much at once as takes a few milliseconds,
 * then again after what waits has been done. Rejects with what the work throws.
 */
export async function inPieces<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < PIECE_MS) continue;
    await pause();
    since = performance.now();
  }
}
