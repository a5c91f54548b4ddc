// SPDX-License-Identifier: EUPL-1.2
/** Whether a drawn area has one inside. Pure. */
import type { LonLat } from '../city/frames';

/** Whether two sides of a ring (its last point joined to the first) cross: it then has no one inside. */
export function crossesItself(ring: readonly LonLat[]): boolean {
  const at = (i: number) => ring[i % ring.length] as LonLat;
  for (let i = 0; i < ring.length; i++)
    // Neighbouring sides share a point, and cross nowhere.
    for (let j = i + 2; j < ring.length - (i === 0 ? 1 : 0); j++)
      if (cross(at(i), at(i + 1), at(j), at(j + 1))) return true;
  return false;
}

function cross(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Positive where a point lies left of the way from one to another, negative right of it. */
const side = ([ax, ay]: LonLat, [bx, by]: LonLat, [x, y]: LonLat): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
