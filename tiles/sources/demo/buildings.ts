// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import type { Block, Fabric } from './blocks';
import { freestanding } from './freestanding';
import { frontage } from './frontage';
import { areaM2, at, between, contains, distanceM, grainRad, inset, type Ring } from './polygon';

/** A building as it stands: what the file says of it is decided in write-files.ts. */
export interface Building {
  /** Outer ring counter-clockwise, courtyards after it. */
  readonly rings: readonly Ring[];
  readonly heightM: number;
  readonly storeys: number;
  readonly minHeightM?: number;
  /** OSM's building=*. */
  readonly kind: string;
  readonly year: number;
  readonly name?: string;
  readonly street?: string | undefined;
  readonly number?: number;
}

export const STOREY_M: Readonly<Record<string, number>> = { medieval: 3.9, perimeter: 3.7 };

/** From here on nothing but houses wall to wall has room. */
const CROWDED_PER_HA = 40;
const SMALLEST_PARCEL_M2 = 22;

/**
 * Fills a block with about `wanted` buildings, none of which overlap. What does not fit is not
 * built: the caller carries the difference to the next block.
 */
export function buildBlock(block: Block, wanted: number, random: () => number): Building[] {
  if (wanted < 1) return [];
  if (wanted / (block.areaM2 / 10_000) > CROWDED_PER_HA) return parcels(block, block.ring, wanted, random);
  switch (block.fabric) {
    case 'medieval':
      return parcels(block, block.ring, wanted, random);
    case 'perimeter':
      return frontage(block, wanted, random) ?? parcels(block, block.ring, wanted, random);
    case 'field':
    case 'green':
      return [];
    default:
      return freestanding(block, wanted, random);
  }
}

/** Height of a house of so many storeys: high rooms in old fabric, and a roof. */
export function heightM(fabric: Fabric, storeys: number, random: () => number): number {
  return storeys * (STOREY_M[fabric] ?? 3.1) + 0.8 + random() * 1.8;
}

export function storeysAround(mean: number, spread: number, random: () => number): number {
  return Math.max(1, Math.round(mean + (random() + random() - 1) * spread));
}

/** The street that a place is nearest to, and a number that grows along it. */
export function addressOf(block: Block, p: Plane): { street?: string; number?: number } {
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < block.ring.length; i++) {
    const [a, b] = [at(block.ring, i), at(block.ring, i + 1)];
    const l = distanceM(a, b);
    const d = Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / l;
    if (d < nearest && block.fronts[i]) [best, nearest] = [i, d];
  }
  if (best < 0) return {};
  const [a, b] = [at(block.ring, best), at(block.ring, best + 1)];
  // Numbers run with the easting or northing, so that blocks along one street go on counting.
  const along = Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]) ? p[0] : p[1];
  const odd = areaM2([a, b, plane(b[0] + 1, b[1] + 2)]) > 0 ? 1 : 0;
  return { street: block.fronts[best] as string, number: 2 * (Math.floor(along / 12) % 60) + 1 + odd };
}

const HOUSES = ['apartments', 'yes', 'residential', 'apartments', 'yes', 'apartments'] as const;
const CENTRE = [
  'yes',
  'apartments',
  'office',
  'retail',
  'yes',
  'commercial',
  'residential',
  'apartments',
] as const;
export function houseKind(fabric: Fabric, random: () => number): string {
  const kinds = fabric === 'medieval' ? CENTRE : HOUSES;
  return kinds[Math.floor(random() * kinds.length)] as string;
}

/** Wall to wall: the block is cut into parcels, most of them built around a court. */
export function parcels(block: Block, ring: Ring, wanted: number, random: () => number): Building[] {
  const pieces: Ring[] = [ring];
  const done: Ring[] = [];
  while (pieces.length && pieces.length + done.length < wanted) {
    let largest = 0;
    for (let i = 1; i < pieces.length; i++)
      if (areaM2(pieces[i] as Ring) > areaM2(pieces[largest] as Ring)) largest = i;
    const [piece] = pieces.splice(largest, 1) as [Ring];
    const halves = areaM2(piece) > 2.2 * SMALLEST_PARCEL_M2 ? cutAcross(piece, random) : undefined;
    if (halves) pieces.push(...halves);
    else done.push(piece);
  }
  return [...pieces, ...done].map((parcel) => {
    const storeys = storeysAround(block.storeys, 1.6, random);
    return {
      rings: aroundCourt(parcel, random),
      storeys,
      heightM: heightM(block.fabric, storeys, random),
      kind: houseKind(block.fabric, random),
      year: block.year + Math.round((random() - 0.5) * 60),
      ...addressOf(block, middleOf(parcel)),
    };
  });
}

function middleOf(ring: Ring): Plane {
  return between(at(ring, 0), at(ring, Math.floor(ring.length / 2)), 0.5);
}

/** In two, across the longer axis. Undefined where the ring is too crooked for a clean cut. */
export function cutAcross(ring: Ring, random: () => number): [Ring, Ring] | undefined {
  const angle = grainRad(ring);
  let best: [Ring, Ring] | undefined;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const extents = [
    [c, s],
    [-s, c],
  ].map(([ux, uy]) => {
    const ts = ring.map(
      (p) => (p[0] - at(ring, 0)[0]) * (ux as number) + (p[1] - at(ring, 0)[1]) * (uy as number),
    );
    return { ux: ux as number, uy: uy as number, low: Math.min(...ts), high: Math.max(...ts) };
  });
  extents.sort((a, b) => b.high - b.low - (a.high - a.low));
  const { ux, uy, low, high } = extents[0] as (typeof extents)[number];
  const share = 0.42 + random() * 0.16;
  const t = low + (high - low) * share;
  const side = (p: Plane) => (p[0] - at(ring, 0)[0]) * ux + (p[1] - at(ring, 0)[1]) * uy - t;
  const [left, right]: [Plane[], Plane[]] = [[], []];
  let crossings = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [at(ring, i), at(ring, i + 1)];
    const [sa, sb] = [side(a), side(b)];
    (sa < 0 ? left : right).push(a);
    if (sa < 0 === sb < 0) continue;
    crossings++;
    const p = between(a, b, sa / (sa - sb));
    left.push(p);
    right.push(p);
  }
  if (crossings === 2) best = [left, right];
  return best?.every((r) => r.length > 2 && areaM2(r) > SMALLEST_PARCEL_M2) ? best : undefined;
}

/** A ring around a court, or open at one side or corner: O, U or L. Small parcels are full. */
function aroundCourt(parcel: Ring, random: () => number): Ring[] {
  const area = areaM2(parcel);
  const depth = 9 + random() * 3.5;
  const court = area > 330 ? inset(parcel, depth) : null;
  if (!court || !isYard(court) || !court.every((p) => contains(parcel, p))) return [parcel];
  // Only four-cornered parcels have a side to open.
  if (random() < 0.62 || parcel.length !== 4) return [parcel, [...court].reverse()];
  const open = Math.floor(random() * parcel.length);
  const wide = parcel.map((_, i) => (i === open ? 0 : depth));
  const notch = inset(parcel, wide);
  if (!notch || notch.length !== parcel.length || !isYard(notch)) return [parcel, [...court].reverse()];
  const [a, b] = [at(parcel, open), at(parcel, open + 1)];
  const [from, to] = [at(notch, open), at(notch, open + 1)];
  const l = distanceM(a, b);
  const along = (p: Plane) => ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / l;
  if (along(from) < 5 || along(to) > l - 5 || along(to) - along(from) < 5)
    return [parcel, [...court].reverse()];
  const ring: Plane[] = [];
  for (let i = 0; i < parcel.length; i++) {
    ring.push(at(parcel, i));
    if (i !== open) continue;
    ring.push(from);
    for (let k = parcel.length - 1; k > 0; k--) ring.push(at(notch, open + 1 + k));
    ring.pop();
    ring.push(to);
  }
  return [ring];
}

/** Not too small, and no splinter. */
function isYard(ring: Ring): boolean {
  for (let i = 0; i < ring.length; i++) if (distanceM(at(ring, i), at(ring, i + 1)) < 3.6) return false;
  return areaM2(ring) >= 34;
}
