// SPDX-License-Identifier: EUPL-1.2
/** Rings of buildings in whole steps of a tile's local frame: x east, y north. */
import type { TileFrame } from './frame';
import type { PackedBuildings } from './packed';

/** A closed ring, x, y, x, y …, its first point not repeated. */
export type StepRing = readonly number[];
/** Outer ring first, then its holes. */
export type StepPolygon = readonly StepRing[];

/**
 * Footprint of one building, each corner on the nearest step. A footprint smaller than a step
 * becomes a square of one step, so that no building is lost; a courtyard that small is closed.
 */
export function stepPolygons(
  packed: PackedBuildings,
  building: number,
  frame: TileFrame,
  stepM: number,
): StepPolygon[] {
  const polygons: StepRing[][] = [];
  const last = packed.firstRing[building + 1] as number;
  for (let r = packed.firstRing[building] as number; r < last; r++) {
    const ring = stepRing(packed, r, frame, stepM);
    const isArea = ring.length >= 6 && ringArea(ring) !== 0;
    if (packed.isHole[r] === 1) {
      if (isArea) polygons.at(-1)?.push(ring);
    } else polygons.push([isArea ? ring : unitSquare(packed, r, frame, stepM)]);
  }
  return polygons;
}

function stepRing(packed: PackedBuildings, ring: number, frame: TileFrame, stepM: number): number[] {
  const out: number[] = [];
  const end = packed.firstPoint[ring + 1] as number;
  for (let p = packed.firstPoint[ring] as number; p < end; p++) {
    const [x, y] = stepPoint(packed, p, frame, stepM);
    if (out.at(-2) !== x || out.at(-1) !== y) out.push(x, y);
  }
  while (out.length > 2 && out[0] === out.at(-2) && out[1] === out.at(-1)) out.length -= 2;
  return out;
}

function stepPoint(packed: PackedBuildings, p: number, frame: TileFrame, stepM: number): [number, number] {
  const dx = (packed.points[2 * p] as number) - frame.centreSteps[0];
  const dy = (packed.points[2 * p + 1] as number) - frame.centreSteps[1];
  // Mercator's y grows southward. `|| 0`: no negative zero.
  return [
    Math.round((dx * frame.metresPerStep[0]) / stepM) || 0,
    Math.round((-dy * frame.metresPerStep[1]) / stepM) || 0,
  ];
}

function unitSquare(packed: PackedBuildings, ring: number, frame: TileFrame, stepM: number): StepRing {
  const [x, y] = stepPoint(packed, packed.firstPoint[ring] as number, frame, stepM);
  return [x, y, x + 1, y, x + 1, y + 1, x, y + 1];
}

/** Signed area in square steps, positive where the ring runs counter-clockwise. */
export function ringArea(ring: StepRing): number {
  let twice = 0;
  let [x, y] = [ring.at(-2) as number, ring.at(-1) as number];
  for (let i = 0; i < ring.length; i += 2) {
    const [nextX, nextY] = [ring[i] as number, ring[i + 1] as number];
    twice += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return twice / 2;
}

/** Whether a point lies in a ring, by the even-odd rule. */
export function isInRing(ring: StepRing, x: number, y: number): boolean {
  let inside = false;
  let [ax, ay] = [ring.at(-2) as number, ring.at(-1) as number];
  for (let i = 0; i < ring.length; i += 2) {
    const [bx, by] = [ring[i] as number, ring[i + 1] as number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    ax = bx;
    ay = by;
  }
  return inside;
}

/**
 * Leaves out the corners that stand less than `tolerance` steps off the line between their
 * neighbours, the least first, and keeps at least four (three of a triangle).
 */
export function simplifyRing(ring: StepRing, tolerance: number): StepRing {
  const out = [...ring];
  const offsets = Array.from({ length: ring.length / 2 }, (_, corner) => cornerOffset(ring, 2 * corner));
  while (out.length > 8) {
    let least = tolerance;
    let corner = -1;
    for (let i = 0; i < offsets.length; i++) {
      const off = offsets[i] as number;
      if (off < least) {
        least = off;
        corner = i;
      }
    }
    if (corner < 0) break;
    out.splice(2 * corner, 2);
    offsets.splice(corner, 1);
    // Only its neighbours have another line to stand off.
    const after = corner % offsets.length;
    const before = (corner + offsets.length - 1) % offsets.length;
    offsets[after] = cornerOffset(out, 2 * after);
    offsets[before] = cornerOffset(out, 2 * before);
  }
  return out;
}

/** Distance of the corner at `i` from the line between its two neighbours, in steps. */
function cornerOffset(ring: readonly number[], i: number): number {
  const n = ring.length;
  const [ax, ay] = [ring[(i + n - 2) % n] as number, ring[(i + n - 1) % n] as number];
  const [bx, by] = [ring[(i + 2) % n] as number, ring[(i + 3) % n] as number];
  const [dx, dy] = [bx - ax, by - ay];
  const [px, py] = [(ring[i] as number) - ax, (ring[i + 1] as number) - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? 0 : Math.abs(dx * py - dy * px) / length;
}
