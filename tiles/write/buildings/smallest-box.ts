// SPDX-License-Identifier: EUPL-1.2
import type { StepRing } from './rings';

/** The smallest rectangle round a ring that has a side along one of its own. */
export interface Box {
  /** Middle, and direction of the longer side. */
  readonly middle: readonly [number, number];
  readonly along: readonly [number, number];
  /** In steps. */
  readonly length: number;
  readonly width: number;
}

/** Of at least three corners. */
export function smallestBox(ring: StepRing): Box {
  let best: Box | undefined;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [dx, dy] = [
      (ring[j] as number) - (ring[i] as number),
      (ring[j + 1] as number) - (ring[i + 1] as number),
    ];
    const size = Math.hypot(dx, dy);
    if (size === 0) continue;
    const box = boxAlong(ring, dx / size, dy / size);
    if (!best || box.length * box.width < best.length * best.width) best = box;
  }
  return best as Box;
}

function boxAlong(ring: StepRing, c: number, s: number): Box {
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    const [u, v] = [x * c + y * s, y * c - x * s];
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const [u, v] = [(minU + maxU) / 2, (minV + maxV) / 2];
  const middle = [u * c - v * s, u * s + v * c] as const;
  const [l, w] = [maxU - minU, maxV - minV];
  return l >= w
    ? { middle, along: [c, s], length: l, width: w }
    : { middle, along: [-s, c], length: w, width: l };
}
