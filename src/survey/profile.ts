// SPDX-License-Identifier: EUPL-1.2
/** The buildings that a line over the ground crosses, as it crosses them. Pure. */
import type { Standing } from '../city/standing';

/** A stretch of roof under which all is taken to be building down to the ground. */
export interface RoofStretch {
  readonly building: number;
  /** Metres from the line's beginning. */
  readonly fromM: number;
  readonly toM: number;
  /** Above the ground at both ends. */
  readonly fromUpM: number;
  readonly toUpM: number;
}

type Point = readonly [xM: number, yM: number];

/** Triangles steeper than this are walls: the roofs above them say the same. */
const LEAST_UP = 0.02;
/** Shorter stretches are slivers of rounding. */
const LEAST_M = 1e-3;

/**
 * Roofs under a line, each triangle by itself, in order along the line. Exact: the plane that stands on
 * the line cuts the triangles. Cost: the triangles, times the line's legs.
 */
export function roofsUnder(standing: Standing, line: readonly Point[]): RoofStretch[] {
  const found: RoofStretch[] = [];
  let passedM = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const [from, to] = [line[i] as Point, line[i + 1] as Point];
    const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (lengthM > 0) cutLeg(standing, from, to, lengthM, passedM, found);
    passedM += lengthM;
  }
  return found.sort((a, b) => a.fromM - b.fromM);
}

function cutLeg(
  { corners, indices, ids }: Standing,
  from: Point,
  to: Point,
  lengthM: number,
  passedM: number,
  found: RoofStretch[],
): void {
  const [ux, uy] = [(to[0] - from[0]) / lengthM, (to[1] - from[1]) / lengthM];
  const along = new Float64Array(3);
  const across = new Float64Array(3);
  const up = new Float64Array(3);
  for (let t = 0; t < indices.length; t += 3) {
    for (let k = 0; k < 3; k++) {
      const c = 3 * (indices[t + k] as number);
      const [dx, dy] = [(corners[c] as number) - from[0], (corners[c + 1] as number) - from[1]];
      along[k] = dx * ux + dy * uy;
      across[k] = dy * ux - dx * uy;
      up[k] = corners[c + 2] as number;
    }
    const cut = cutOf(along, across, up);
    if (!cut || !facesUp(along, across, up)) continue;
    const [a, b] = clipped(cut, lengthM) ?? [];
    if (!a || !b || b[0] - a[0] < LEAST_M) continue;
    found.push({
      building: ids[indices[t] as number] as number,
      fromM: passedM + a[0],
      toM: passedM + b[0],
      fromUpM: a[1],
      toUpM: b[1],
    });
  }
}

/** Where the plane across = 0 cuts a triangle: two points (along, up), the nearer first; null where it does not. */
function cutOf(along: Float64Array, across: Float64Array, up: Float64Array): [Point, Point] | null {
  const points: Point[] = [];
  for (let k = 0; k < 3; k++) {
    const [i, j] = [k, (k + 1) % 3];
    const [a, b] = [across[i] as number, across[j] as number];
    // Half-open, so that a corner on the plane is counted once.
    if (a < 0 === b < 0) continue;
    const s = a / (a - b);
    points.push([mix(along, i, j, s), mix(up, i, j, s)]);
  }
  const [p, q] = points;
  if (!p || !q) return null;
  return p[0] <= q[0] ? [p, q] : [q, p];
}

const mix = (of: Float64Array, i: number, j: number, s: number): number =>
  (of[i] as number) + ((of[j] as number) - (of[i] as number)) * s;

/** Along and across are a turned east and north: the sense of the triangle is kept. */
function facesUp(along: Float64Array, across: Float64Array, up: Float64Array): boolean {
  const d = (of: Float64Array, k: number) => (of[k] as number) - (of[0] as number);
  const [ax, ay, az] = [d(along, 1), d(across, 1), d(up, 1)];
  const [bx, by, bz] = [d(along, 2), d(across, 2), d(up, 2)];
  const [nx, ny, nz] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  return nz > LEAST_UP * Math.hypot(nx, ny, nz);
}

/** A stretch within [0, length]; null where none of it is. */
function clipped([a, b]: [Point, Point], lengthM: number): [Point, Point] | null {
  if (b[0] <= 0 || a[0] >= lengthM) return null;
  const at = (x: number): Point => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
  return [a[0] < 0 ? at(0) : a, b[0] > lengthM ? at(lengthM) : b];
}

/** A building of a section: from where to where, and its highest point on the line. */
export interface CrossedBuilding {
  readonly building: number;
  readonly fromM: number;
  readonly toM: number;
  readonly highestM: number;
}

/** The buildings of a section, each once, in order along the line. */
export function crossedBuildings(roofs: readonly RoofStretch[]): CrossedBuilding[] {
  const byId = new Map<number, CrossedBuilding>();
  for (const { building, fromM, toM, fromUpM, toUpM } of roofs) {
    const before = byId.get(building);
    byId.set(building, {
      building,
      fromM: Math.min(fromM, before?.fromM ?? fromM),
      toM: Math.max(toM, before?.toM ?? toM),
      highestM: Math.max(fromUpM, toUpM, before?.highestM ?? 0),
    });
  }
  return [...byId.values()].sort((a, b) => a.fromM - b.fromM);
}
