// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';

/** Plane geometry of the generator. Rings are open (first point not repeated), counter-clockwise. */
export type Ring = readonly Plane[];

export function distanceM(a: Plane, b: Plane): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  // Math.hypot takes several times as long.
  return Math.sqrt(dx * dx + dy * dy);
}
export function between(a: Plane, b: Plane, t: number): Plane {
  return plane(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t);
}
/** Item of a ring, any index. */
export function at<T>(items: readonly T[], i: number): T {
  const n = items.length;
  return items[i >= 0 && i < n ? i : ((i % n) + n) % n] as T;
}

/** Signed: positive for counter-clockwise. */
export function areaM2(ring: Ring): number {
  let twice = 0;
  const o = ring[0] as Plane;
  for (let i = 1; i < ring.length - 1; i++) {
    const a = ring[i] as Plane;
    const b = ring[i + 1] as Plane;
    twice += (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1]);
  }
  return twice / 2;
}

export function centroid(ring: Ring): Plane {
  const o = ring[0] as Plane;
  let [x, y, twice] = [0, 0, 0];
  for (let i = 1; i < ring.length - 1; i++) {
    const a = ring[i] as Plane;
    const b = ring[i + 1] as Plane;
    const k = (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1]);
    twice += k;
    x += (a[0] + b[0] - 2 * o[0]) * k;
    y += (a[1] + b[1] - 2 * o[1]) * k;
  }
  return Math.abs(twice) < 1e-9 ? o : plane(o[0] + x / (3 * twice), o[1] + y / (3 * twice));
}

export function contains(ring: Ring, p: Plane): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Plane;
    const b = ring[j] as Plane;
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}

/** Twice the area of the triangle: positive where r lies left of p → q. */
function side(p: Plane, q: Plane, r: Plane): number {
  return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
}

/** Whether two segments cross at a point inside of both. */
export function crosses(a: Plane, b: Plane, c: Plane, d: Plane): boolean {
  // Most pairs are far apart: boxes first.
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0]))
    return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1]))
    return false;
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether no two edges of the ring cross. */
export function isSimple(ring: Ring): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (crosses(at(ring, i), at(ring, i + 1), at(ring, j), at(ring, j + 1))) return false;
    }
  return true;
}

/** Place on the segment a–b that is nearest to p, as a share of its length in 0…1. */
export function nearestShare(a: Plane, b: Plane, p: Plane): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const l2 = dx * dx + dy * dy;
  return l2 === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / l2));
}

export function distanceToSegmentM(a: Plane, b: Plane, p: Plane): number {
  return distanceM(p, between(a, b, nearestShare(a, b, p)));
}

/**
 * Moves every edge inward by its own depth and joins them again: same number of vertices, edge i of
 * the result belongs to edge i of the ring. Null where an edge would vanish or turn round.
 */
export function inset(ring: Ring, depthsM: readonly number[] | number): Plane[] | null {
  const n = ring.length;
  const out: Plane[] = [];
  for (let i = 0; i < n; i++) {
    const [p, q, r] = [at(ring, i - 1), at(ring, i), at(ring, i + 1)];
    const [l1, l2] = [distanceM(p, q), distanceM(q, r)];
    if (l1 < 1e-6 || l2 < 1e-6) return null;
    const [ux, uy] = [(q[0] - p[0]) / l1, (q[1] - p[1]) / l1];
    const [vx, vy] = [(r[0] - q[0]) / l2, (r[1] - q[1]) / l2];
    const d1 = typeof depthsM === 'number' ? depthsM : at(depthsM, i - 1);
    const d2 = typeof depthsM === 'number' ? depthsM : at(depthsM, i);
    const sine = ux * vy - uy * vx;
    const [ax, ay] = [q[0] - uy * d1, q[1] + ux * d1];
    if (Math.abs(sine) < 0.05) {
      if (ux * vx + uy * vy < 0) return null;
      const d = (d1 + d2) / 2;
      out.push(plane(q[0] - (d * (uy + vy)) / 2, q[1] + (d * (ux + vx)) / 2));
      continue;
    }
    const [bx, by] = [q[0] - vy * d2, q[1] + vx * d2];
    const t = ((bx - ax) * vy - (by - ay) * vx) / sine;
    out.push(plane(ax + ux * t, ay + uy * t));
  }
  for (let i = 0; i < n; i++) {
    const [a, b, c, d] = [at(ring, i), at(ring, i + 1), at(out, i), at(out, i + 1)];
    if ((b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) <= 0) return null;
  }
  return out;
}

/**
 * Like {@link inset}, but edges that vanish are left out: `edges[i]` is the edge of the ring that edge
 * i of the result belongs to. Null where nothing is left.
 */
export function insetSurviving(
  ring: Ring,
  depthsM: readonly number[],
): { ring: Plane[]; edges: number[] } | null {
  const edges = ring.map((_, i) => i).filter((i) => distanceM(at(ring, i), at(ring, i + 1)) > 0.01);
  const direction = (i: number) => {
    const [a, b] = [at(ring, i), at(ring, i + 1)];
    const l = distanceM(a, b);
    return [(b[0] - a[0]) / l, (b[1] - a[1]) / l] as const;
  };
  const moved = (i: number) => {
    const [a, d, [ux, uy]] = [at(ring, i), depthsM[i] as number, direction(i)];
    return plane(a[0] - uy * d, a[1] + ux * d);
  };
  while (edges.length > 2) {
    const corners = edges.map((e, k) => {
      const before = at(edges, k - 1);
      const [p, q, [ux, uy], [vx, vy]] = [moved(before), moved(e), direction(before), direction(e)];
      const sine = ux * vy - uy * vx;
      if (Math.abs(sine) < 0.03) return q;
      const t = ((q[0] - p[0]) * vy - (q[1] - p[1]) * vx) / sine;
      return plane(p[0] + ux * t, p[1] + uy * t);
    });
    let worst = -1;
    let shortest = Number.POSITIVE_INFINITY;
    edges.forEach((e, k) => {
      const [[ux, uy], p, q] = [direction(e), at(corners, k), at(corners, k + 1)];
      if ((q[0] - p[0]) * ux + (q[1] - p[1]) * uy > 0.2) return;
      const l = distanceM(at(ring, e), at(ring, e + 1));
      if (l < shortest) [worst, shortest] = [k, l];
    });
    if (worst < 0) return areaM2(corners) > 0 && isSimple(corners) ? { ring: corners, edges } : null;
    edges.splice(worst, 1);
  }
  return null;
}

/** Direction (radians, 0…π/2) with which most of the ring's length is aligned, squarely. */
export function grainRad(ring: Ring): number {
  let [c, s] = [0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [at(ring, i), at(ring, i + 1)];
    const l = distanceM(a, b);
    const angle = 4 * Math.atan2(b[1] - a[1], b[0] - a[0]);
    c += l * Math.cos(angle);
    s += l * Math.sin(angle);
  }
  return Math.atan2(s, c) / 4;
}
