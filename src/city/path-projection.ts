// SPDX-License-Identifier: EUPL-1.2
/** The nearest point of a pattern's path to a place. */
import type { Schedule } from './schedule';

export interface Projected {
  /** Metres along the path. */
  alongM: number;
  /** From the place to the path. */
  offM: number;
}

/** A metre further along the path than expected is as bad as so many metres off it. */
const FROM_EXPECTED = 0.05;

/**
 * Writes the point nearest to a place between two distances along a pattern's path (all of it: 0 and
 * Infinity). Where the path comes by twice, the one nearer to `expectedM` counts; without
 * `expectedM`, of points equally near the first counts.
 */
export function projectOnPath(
  s: Schedule,
  pattern: number,
  eastM: number,
  northM: number,
  fromM: number,
  toM: number,
  into: Projected,
  expectedM?: number,
): void {
  const first = s.patterns.shapeStart[pattern] as number;
  const end = first + (s.patterns.shapeCount[pattern] as number) - 1;
  let best2 = Number.POSITIVE_INFINITY;
  let bestOff2 = best2;
  into.alongM = 0;
  for (let i = rowAt(s.shapeAlongM, first, end, fromM); i < Math.max(end, first + 1); i++) {
    const startM = s.shapeAlongM[i] as number;
    if (startM > toM && best2 < Number.POSITIVE_INFINITY) break;
    const to = Math.min(i + 1, end);
    const e0 = s.shapeEastM[i] as number;
    const n0 = s.shapeNorthM[i] as number;
    const e = (s.shapeEastM[to] as number) - e0;
    const n = (s.shapeNorthM[to] as number) - n0;
    const length2 = e * e + n * n;
    const share =
      length2 > 0 ? Math.min(1, Math.max(0, ((eastM - e0) * e + (northM - n0) * n) / length2)) : 0;
    const de = e0 + share * e - eastM;
    const dn = n0 + share * n - northM;
    const off2 = de * de + dn * dn;
    const alongM = startM + share * ((s.shapeAlongM[to] as number) - startM);
    const early = expectedM === undefined ? 0 : FROM_EXPECTED * (alongM - expectedM);
    if (off2 + early * early < best2) {
      best2 = off2 + early * early;
      bestOff2 = off2;
      into.alongM = alongM;
    }
  }
  into.offM = Math.sqrt(bestOff2);
}

/** The last row of first … end − 1 at or before `alongM`. */
function rowAt(along: Float32Array, first: number, end: number, alongM: number): number {
  let [low, high] = [first, Math.max(first, end - 1)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((along[middle] as number) <= alongM) low = middle;
    else high = middle - 1;
  }
  return low;
}
