// SPDX-License-Identifier: EUPL-1.2
/** Which of many things is under the pointer. Pure. */

/** What the camera sees: a column-major matrix from the scene to clip space, and the screen in CSS pixels. */
export interface ScreenView {
  readonly toClip: ArrayLike<number>;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The thing on the ground that is nearest to a point of the screen.
 * @param places x, y of each, `stride` numbers apart, metres of the scene
 * @returns its row, null where none is within `reachPx`
 */
export function nearestOnScreen(
  places: ArrayLike<number>,
  count: number,
  stride: number,
  { toClip: m, widthPx, heightPx }: ScreenView,
  [xPx, yPx]: readonly [number, number],
  reachPx: number,
): number | null {
  let [best, found] = [reachPx * reachPx, -1];
  for (let i = 0; i < count; i++) {
    const [x, y] = [places[i * stride]!, places[i * stride + 1]!];
    const w = m[3]! * x + m[7]! * y + m[15]!;
    // Behind the eye.
    if (w <= 0) continue;
    const dx = (0.5 + (m[0]! * x + m[4]! * y + m[12]!) / (2 * w)) * widthPx - xPx;
    const dy = (0.5 - (m[1]! * x + m[5]! * y + m[13]!) / (2 * w)) * heightPx - yPx;
    const squared = dx * dx + dy * dy;
    if (squared <= best) [best, found] = [squared, i];
  }
  return found < 0 ? null : found;
}
