// SPDX-License-Identifier: EUPL-1.2
/** Where along a path a run calls. */
import type { Plane } from './frames';

/** A stop further from the path than this is not on it. */
export const OFF_SHAPE_M = 100;

/**
 * Metres along `shape` at which the stops are called at, in their order: of all ways to put them there
 * without going back, the one whose distances from the path are least (sum of squares; the first of
 * equals), so that a path that comes by a stop twice, or ends where it began, is read as it is ridden.
 * Dynamic programming over the pieces of the path: stops × pieces of time.
 * Null where a stop is more than {@link OFF_SHAPE_M} off, or the path has fewer than two points.
 */
export function callsAlong(shape: readonly Plane[], stops: readonly Plane[]): number[] | null {
  const pieces = shape.length - 1;
  if (pieces < 1) return null;
  const startM = lengthsAlong(shape);
  // By piece: the least cost of the calls so far with the last one on it, and where that one is.
  let cost = new Float64Array(pieces);
  let along = new Float64Array(pieces).fill(Number.NEGATIVE_INFINITY);
  const chosenFrom: Int32Array[] = [];
  const alongs: Float64Array[] = [];
  for (const [call, stop] of stops.entries()) {
    const next = { cost: new Float64Array(pieces), along: new Float64Array(pieces) };
    const from = new Int32Array(pieces);
    let best = -1;
    for (let piece = 0; piece < pieces; piece++) {
      const free = nearestOn(shape, startM, piece, stop, Number.NEGATIVE_INFINITY);
      const after = nearestOn(shape, startM, piece, stop, along[piece] as number);
      // Either the call before is on an earlier piece, or on this one and this call is behind it.
      const here = (cost[piece] as number) + after.off2;
      const before = best < 0 ? Number.POSITIVE_INFINITY : (cost[best] as number) + free.off2;
      const isOnward = call > 0 && before <= here;
      next.cost[piece] = isOnward ? before : here;
      next.along[piece] = isOnward ? free.alongM : after.alongM;
      from[piece] = isOnward ? best : piece;
      if (best < 0 || (cost[piece] as number) < (cost[best] as number)) best = piece;
    }
    ({ cost, along } = next);
    chosenFrom.push(from);
    alongs.push(along);
  }
  return chosen(cost, chosenFrom, alongs);
}

/** Infinite costs mean that a stop is off the path on every way. */
function chosen(
  cost: Float64Array,
  from: readonly Int32Array[],
  alongs: readonly Float64Array[],
): number[] | null {
  let piece = 0;
  for (let i = 1; i < cost.length; i++) if ((cost[i] as number) < (cost[piece] as number)) piece = i;
  if (!Number.isFinite(cost[piece])) return null;
  const calls = new Array<number>(alongs.length);
  for (let call = alongs.length - 1; call >= 0; call--) {
    calls[call] = alongs[call]?.[piece] as number;
    piece = from[call]?.[piece] as number;
  }
  return calls;
}

/** Metres from the first point to each. */
export function lengthsAlong(shape: readonly Plane[]): Float64Array {
  const lengths = new Float64Array(shape.length);
  for (let i = 1; i < shape.length; i++) {
    const [a, b] = [shape[i - 1] as Plane, shape[i] as Plane];
    lengths[i] = (lengths[i - 1] as number) + Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return lengths;
}

/** The point of a piece nearest to a stop, not before `fromM`; too far off is infinitely far. */
function nearestOn(
  shape: readonly Plane[],
  startM: Float64Array,
  piece: number,
  [east, north]: Plane,
  fromM: number,
): { alongM: number; off2: number } {
  const a = shape[piece] as Plane;
  const b = shape[piece + 1] as Plane;
  const [e, n] = [b[0] - a[0], b[1] - a[1]];
  const begin = startM[piece] as number;
  const lengthM = (startM[piece + 1] as number) - begin;
  const least = lengthM > 0 ? Math.min(1, Math.max(0, (fromM - begin) / lengthM)) : 0;
  const along = lengthM > 0 ? ((east - a[0]) * e + (north - a[1]) * n) / (lengthM * lengthM) : 0;
  const share = Math.min(1, Math.max(least, along));
  const [de, dn] = [a[0] + share * e - east, a[1] + share * n - north];
  const off2 = de * de + dn * dn;
  const alongM = Math.max(begin + share * lengthM, fromM);
  return { alongM, off2: off2 <= OFF_SHAPE_M * OFF_SHAPE_M ? off2 : Number.POSITIVE_INFINITY };
}
