// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import type { Block } from './blocks';
import { addressOf, type Building, heightM, houseKind, storeysAround } from './buildings';
import { boxes, evenly } from './freestanding';
import { areaM2, at, between, contains, distanceM, inset } from './polygon';

const LONGEST_WING_M = 13;
/** Of the way across the court: wings from opposite sides must not meet. */
const WING_SHARE = 0.36;

/** A cut through the strip of houses, at `alongM` of edge `edge`. */
interface Cut {
  readonly edge: number;
  readonly outer: Plane;
  readonly inner: Plane;
}

/**
 * Houses side by side around a common court: the strip between the street front and the court is cut
 * across its edges; corners belong to one house. Sheds in the court make up the number. Null where
 * the block is too small for a court.
 */
export function frontage(block: Block, wanted: number, random: () => number): Building[] | null {
  const { ring } = block;
  const depth = Math.min(14, 11 + random() * 3);
  const court = inset(ring, depth);
  if (!court || areaM2(court) < 160 || !court.every((p) => contains(ring, p))) return null;
  const perimeter = ring.reduce((sum, p, i) => sum + distanceM(p, at(ring, i + 1)), 0);
  const houses = Math.max(3, Math.min(Math.round(wanted * 0.8), Math.round(perimeter / 15)));
  const cuts = cutsOf(ring, court, houses, perimeter, random);
  if (cuts.length < 2) return null;
  const winged = random() < 0.6;
  const out = cuts.map((from, k) => {
    const to = at(cuts, k + 1);
    const outer = house(ring, court, from, to, winged && random() < 0.55, random);
    const storeys = storeysAround(block.storeys, 1.5, random);
    return {
      rings: [outer],
      storeys,
      heightM: heightM(block.fabric, storeys, random),
      kind: houseKind(block.fabric, random),
      year: block.year + Math.round((random() - 0.5) * 50),
      ...addressOf(block, between(from.outer, to.outer, 0.5)),
    };
  });
  if (out.length >= wanted) return out;
  const yard = inset(court, winged ? Math.max(4, innerWingM(court)) : 4);
  if (!yard || areaM2(yard) < 60 || !yard.every((p) => contains(court, p))) return out;
  return [...out, ...inTheCourt(yard, wanted - out.length, block, random)];
}

/** Longest wing that a court leaves room for. */
function innerWingM(court: readonly Plane[]): number {
  return Math.min(LONGEST_WING_M, Math.sqrt(areaM2(court)) * 0.5 * WING_SHARE) + 3;
}

function cutsOf(
  ring: readonly Plane[],
  court: readonly Plane[],
  houses: number,
  perimeter: number,
  random: () => number,
): Cut[] {
  const cuts: Cut[] = [];
  for (let i = 0; i < ring.length; i++) {
    const [a, b, c, d] = [at(ring, i), at(ring, i + 1), at(court, i), at(court, i + 1)];
    const l = distanceM(a, b);
    const [ux, uy] = [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
    const along = (p: Plane) => (p[0] - a[0]) * ux + (p[1] - a[1]) * uy;
    const low = Math.max(along(c), 0) + 6;
    const high = Math.min(along(d), l) - 6;
    const count = Math.round((houses * l) / perimeter);
    if (high < low || count === 0) continue;
    const depth = Math.abs((c[0] - a[0]) * -uy + (c[1] - a[1]) * ux);
    const stops = Array.from({ length: count }, (_, k) => {
      const even = count === 1 ? 0.5 : k / (count - 1);
      return low + (high - low) * Math.min(1, Math.max(0, even + (random() - 0.5) * (0.3 / count)));
    });
    for (const t of stops) {
      const outer = plane(a[0] + ux * t, a[1] + uy * t);
      cuts.push({ edge: i, outer, inner: plane(outer[0] - uy * depth, outer[1] + ux * depth) });
    }
  }
  return cuts;
}

/** From one cut to the next, around the corners between them. */
function house(
  ring: readonly Plane[],
  court: readonly Plane[],
  from: Cut,
  to: Cut,
  winged: boolean,
  random: () => number,
): Plane[] {
  const n = ring.length;
  const corners = (((to.edge - from.edge) % n) + n) % n;
  const outer: Plane[] = [from.outer];
  const inner: Plane[] = [from.inner];
  for (let k = 1; k <= corners; k++) {
    outer.push(at(ring, from.edge + k));
    inner.push(at(court, from.edge + k));
  }
  outer.push(to.outer);
  inner.push(to.inner);
  const back = corners === 0 && winged ? withWing(court, inner, from.edge, random) : inner;
  return [...outer, ...back.reverse()];
}

/** A lower part of the house that runs into the court, from the middle or one end of its back. */
function withWing(court: readonly Plane[], back: Plane[], edge: number, random: () => number): Plane[] {
  const [a, b] = back as [Plane, Plane];
  const l = distanceM(a, b);
  if (l < 12) return back;
  const [ux, uy] = [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
  const [p, q] = [at(court, edge), at(court, edge + 1)];
  const width = 6 + random() * 2;
  const start = random() < 0.5 ? 0.2 : l - width - 0.2;
  const roomM = Math.min(
    distanceM(p, a) + start,
    distanceM(b, q) + l - start - width,
    acrossM(court, plane(a[0] + ux * (start + width / 2), a[1] + uy * (start + width / 2)), -uy, ux),
  );
  const length = Math.min(innerWingM(court) - 3, roomM * WING_SHARE);
  if (length < 4) return back;
  const point = (t: number, d: number) => plane(a[0] + ux * t - uy * d, a[1] + uy * t + ux * d);
  return [a, point(start, 0), point(start, length), point(start + width, length), point(start + width, 0), b];
}

/** How far a ray goes until it meets the other side of the ring. */
function acrossM(ring: readonly Plane[], o: Plane, dx: number, dy: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [at(ring, i), at(ring, i + 1)];
    const sa = (a[0] - o[0]) * dy - (a[1] - o[1]) * dx;
    const sb = (b[0] - o[0]) * dy - (b[1] - o[1]) * dx;
    if (sa < 0 === sb < 0) continue;
    const p = between(a, b, sa / (sa - sb));
    const t = (p[0] - o[0]) * dx + (p[1] - o[1]) * dy;
    if (t > 1 && t < nearest) nearest = t;
  }
  return nearest;
}

/** Back buildings, workshops and garages: lower than the houses around. */
function inTheCourt(yard: readonly Plane[], wanted: number, block: Block, random: () => number): Building[] {
  const size = Math.max(7, Math.min(17, Math.sqrt(areaM2(yard) / (wanted * 1.5))));
  const rows = { alongM: size * 1.3, acrossM: size * 0.85, gapM: size * 0.3, jitter: 0.3 };
  return evenly(boxes(yard, rows, random), wanted).map((ring) => {
    const storeys = 1 + Math.floor(random() * random() * 4.5);
    return {
      rings: [ring],
      storeys,
      heightM: storeys * 3.3 + 0.5 + random(),
      kind: storeys > 1 ? houseKind(block.fabric, random) : random() < 0.4 ? 'garages' : 'yes',
      year: block.year + Math.round(random() * 40),
    };
  });
}
