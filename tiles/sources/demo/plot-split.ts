// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import type { Circle, Plot, Side, WebPlan, WebStreet } from './plot';
import {
  areaM2,
  at,
  between,
  contains,
  crosses,
  distanceM,
  distanceToSegmentM,
  grainRad,
  type Ring,
} from './polygon';

const rounded = (p: Plane): Plane => plane(Math.round(p[0] * 100) / 100, Math.round(p[1] * 100) / 100);

interface Hit {
  readonly at: Plane;
  readonly edge: number;
}

/** Cuts a plot in two by a street across its longer axis, or undefined where it is small enough. */
export function split(
  plot: Plot,
  plan: WebPlan,
  keptClear: readonly Circle[],
  random: () => number,
  names: () => string,
): { street: WebStreet; plots: Plot[] } | undefined {
  const area = areaM2(plot.ring);
  const box = boxOf(plot.ring);
  const slim = box.longM / Math.max(1, box.shortM);
  if (area < plan.plotM2 * (slim > 2.4 ? 0.9 : 1.45) || box.longM < 55) return undefined;
  const parts = Math.max(2, Math.round(box.longM / Math.sqrt(plan.plotM2 * 1.25)));
  for (let attempt = 0; attempt < 12; attempt++) {
    // Crooked plots want other places than the middle, and cuts along as well as across.
    const wild = attempt > 3;
    const share = wild
      ? 0.12 + random() * 0.76
      : Math.floor(parts / 2) / parts + (random() - 0.5) * (attempt ? 0.3 : 0.08);
    const tilt = (random() - 0.5) * (0.06 + plan.bend * 2);
    const chord = chordAt(plot, wild && attempt % 2 ? turned(box) : box, share, tilt);
    if (!chord) continue;
    const snapped = chord.map((hit) => snap(plot, hit, Math.min(32, Math.sqrt(area) * 0.16))) as [Hit, Hit];
    for (const [a, b] of [snapped, chord] as [Hit, Hit][]) {
      const street = streetAcross(plot, a, b, area, plan, random, names);
      if (street && keptClear.some((c) => runsThrough(street, c))) continue;
      const plots = street && halves(plot, a, b, street);
      if (!street || !plots?.every((p) => p.ring.length > 2 && areaM2(p.ring) > area * (wild ? 0.05 : 0.18)))
        continue;
      for (const { at: p, edge } of [a, b]) (plot.sides[edge] as Side).street.touches.push(p);
      return { street, plots };
    }
  }
  return undefined;
}

function runsThrough({ points }: WebStreet, { centre, clearM }: Circle): boolean {
  for (let i = 0; i + 1 < points.length; i++)
    if (distanceToSegmentM(points[i] as Plane, points[i + 1] as Plane, centre) < clearM) return true;
  return false;
}

interface Box {
  readonly centre: Plane;
  readonly ux: number;
  readonly uy: number;
  readonly longM: number;
  readonly shortM: number;
}

/** Bounding box along the grain of the ring; u is its long axis. */
function boxOf(ring: Ring): Box {
  const angle = grainRad(ring);
  const o = ring[0] as Plane;
  const extent = (ux: number, uy: number) => {
    let [low, high] = [0, 0];
    for (const p of ring) {
      const t = (p[0] - o[0]) * ux + (p[1] - o[1]) * uy;
      low = Math.min(low, t);
      high = Math.max(high, t);
    }
    return [low, high] as const;
  };
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const along = extent(c, s);
  const across = extent(-s, c);
  const [a, b] = [(along[0] + along[1]) / 2, (across[0] + across[1]) / 2];
  const centre = plane(o[0] + a * c - b * s, o[1] + a * s + b * c);
  const [l, w] = [along[1] - along[0], across[1] - across[0]];
  return l >= w
    ? { centre, ux: c, uy: s, longM: l, shortM: w }
    : { centre, ux: -s, uy: c, longM: w, shortM: l };
}

const turned = (box: Box): Box => ({
  centre: box.centre,
  ux: -box.uy,
  uy: box.ux,
  longM: box.shortM,
  shortM: box.longM,
});

/** The stretch inside the plot of a line across its long axis, the one nearest to the axis. */
function chordAt(plot: Plot, box: Box, share: number, tilt: number): [Hit, Hit] | undefined {
  const along = (share - 0.5) * box.longM;
  const o = plane(box.centre[0] + box.ux * along, box.centre[1] + box.uy * along);
  const [dx, dy] = [-box.uy + box.ux * tilt, box.ux + box.uy * tilt];
  const hits: (Hit & { t: number })[] = [];
  for (let i = 0; i < plot.ring.length; i++) {
    const [a, b] = [at(plot.ring, i), at(plot.ring, i + 1)];
    const sa = (a[0] - o[0]) * dy - (a[1] - o[1]) * dx;
    const sb = (b[0] - o[0]) * dy - (b[1] - o[1]) * dx;
    if (sa < 0 === sb < 0) continue;
    const p = rounded(between(a, b, sa / (sa - sb)));
    hits.push({ at: p, edge: i, t: (p[0] - o[0]) * dx + (p[1] - o[1]) * dy });
  }
  hits.sort((a, b) => a.t - b.t);
  let best: [Hit, Hit] | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [a, b] = [hits[i], hits[i + 1]] as [Hit & { t: number }, Hit & { t: number }];
    const d = a.t <= 0 && b.t >= 0 ? 0 : Math.min(Math.abs(a.t), Math.abs(b.t));
    if (d < nearest && b.t - a.t > 12) [best, nearest] = [[a, b], d];
  }
  return best;
}

/** Onto a junction that is near along the same edge, so that streets cross instead of missing each other. */
function snap(plot: Plot, hit: Hit, reachM: number): Hit {
  const [a, b] = [at(plot.ring, hit.edge), at(plot.ring, hit.edge + 1)];
  const side = plot.sides[hit.edge] as Side;
  let best = hit;
  let nearest = reachM;
  for (const p of [...side.street.touches, a, b]) {
    const d = distanceM(p, hit.at);
    if (d >= nearest || Math.abs(distanceM(a, p) + distanceM(p, b) - distanceM(a, b)) > 0.05) continue;
    [best, nearest] = [{ at: p, edge: hit.edge }, d];
  }
  return best;
}

function streetAcross(
  plot: Plot,
  a: Hit,
  b: Hit,
  area: number,
  plan: WebPlan,
  random: () => number,
  names: () => string,
): WebStreet | undefined {
  const length = distanceM(a.at, b.at);
  if (length < 12) return undefined;
  const t = 0.4 + random() * 0.2;
  const off = (random() - 0.5) * 2 * plan.bend * (area > 60_000 ? 1 : 0.6);
  const [dx, dy] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
  const middle = rounded(plane(a.at[0] + dx * t - dy * off, a.at[1] + dy * t + dx * off));
  const bent = length > 70 && Math.abs(off) * length > 1.5 ? [a.at, middle, b.at] : [a.at, b.at];
  for (const points of bent.length > 2 ? [bent, [a.at, b.at]] : [bent]) {
    if (!isClear(plot.ring, points)) continue;
    const klass = area > 900_000 ? 'secondary' : area > 240_000 ? 'tertiary' : 'residential';
    const half = klass === 'secondary' ? 11 : klass === 'tertiary' ? 9 : plan.laneM;
    return {
      kind: 'street',
      class: klass,
      name: names(),
      leftM: half,
      rightM: half,
      avenue: half > 6 && random() < (klass === 'residential' ? 0.16 : 0.5),
      points,
      touches: [],
    };
  }
  return undefined;
}

/** Whether a line between two points of the ring runs inside of it. */
function isClear(ring: Ring, points: readonly Plane[]): boolean {
  for (let k = 0; k + 1 < points.length; k++) {
    // Its ends lie on the ring: they are drawn in by 5 cm, or they would cross it by rounding.
    const inM = 0.05 / distanceM(points[k] as Plane, points[k + 1] as Plane);
    const p = between(points[k] as Plane, points[k + 1] as Plane, k ? 0 : inM);
    const q = between(points[k] as Plane, points[k + 1] as Plane, k + 2 < points.length ? 1 : 1 - inM);
    if (!contains(ring, between(p, q, 0.5))) return false;
    for (let i = 0; i < ring.length; i++) if (crosses(p, q, at(ring, i), at(ring, i + 1))) return false;
  }
  return points.length < 3 || contains(ring, points[1] as Plane);
}

function halves(plot: Plot, a: Hit, b: Hit, street: WebStreet): Plot[] {
  const one = (from: Hit, to: Hit, forward: boolean): Plot => {
    const ring: Plane[] = [];
    const sides: Side[] = [];
    const push = (p: Plane, side: Side) => {
      if (ring.length && distanceM(ring.at(-1) as Plane, p) < 0.02) {
        sides[sides.length - 1] = side;
        return;
      }
      ring.push(p);
      sides.push(side);
    };
    const n = plot.ring.length;
    push(from.at, at(plot.sides, from.edge));
    const steps = (((to.edge - from.edge) % n) + n) % n;
    for (let k = 1; k <= steps; k++) push(at(plot.ring, from.edge + k), at(plot.sides, from.edge + k));
    const across = { street, forward };
    push(to.at, across);
    const inner = street.points.slice(1, -1);
    for (const p of forward ? inner : [...inner].reverse()) push(p, across);
    if (distanceM(ring[0] as Plane, ring.at(-1) as Plane) < 0.02) {
      ring.shift();
      const first = sides.shift() as Side;
      sides[sides.length - 1] = first;
      // The street's own edge must end at the start of the ring: turn it to the front.
      ring.unshift(ring.pop() as Plane);
      sides.unshift(sides.pop() as Side);
    }
    return { ring, sides };
  };
  return [one(a, b, false), one(b, a, true)];
}
