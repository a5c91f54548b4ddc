// SPDX-License-Identifier: EUPL-1.2
/** Pitched roofs of small old houses, in the finest level: gables along the longer side, or hips. */
import { BUILDING_USES, type BuildingUse } from '../../../src/city/building';
import { type TileMesh, triangulate } from './mesh';
import { ringArea, type StepRing } from './rings';
import { type Box, smallestBox } from './smallest-box';

/** What decides whether a building has one. */
export interface RoofFacts {
  readonly areaM2: number;
  readonly heightM: number;
  /** 0 = not known. */
  readonly year: number;
  readonly use: number;
  /** From the centre of the city. */
  readonly fromCentreM: number;
}

/** Under flat roofs or large ones of their own, whatever their age. */
const FLAT_USES: readonly BuildingUse[] = [
  'office',
  'industrial',
  'university',
  'health',
  'culture',
  'sport',
  'transport',
  'parking',
  'minor',
];
const [LEAST_AREA_M2, MOST_AREA_M2] = [25, 600];
const [LEAST_HEIGHT_M, MOST_HEIGHT_M] = [4, 25];
const BUILT_BEFORE = 1945;
/** The ring of the Spanish walls lies 1.3 to 2 km from the Duomo: of unknown year inside it, old. */
const HISTORIC_M = 2000;
/** Of unknown year further out: a house of a family or two has a pitched roof whenever it was built. */
const [COTTAGE_AREA_M2, COTTAGE_HEIGHT_M] = [250, 12];

/** A rule of thumb, told as such: no source at hand says which roofs are pitched. */
export function isPitched({ areaM2, heightM, year, use, fromCentreM }: RoofFacts): boolean {
  if (areaM2 < LEAST_AREA_M2 || areaM2 >= MOST_AREA_M2) return false;
  if (heightM < LEAST_HEIGHT_M || heightM >= MOST_HEIGHT_M) return false;
  if (FLAT_USES.includes(BUILDING_USES[use] ?? 'unknown')) return false;
  if (year > 0) return year < BUILT_BEFORE;
  return fromCentreM <= HISTORIC_M || (areaM2 <= COTTAGE_AREA_M2 && heightM <= COTTAGE_HEIGHT_M);
}

/** Rise over run: 35 %, as tiled roofs of the plain have it. */
const SLOPE = 0.35;
/** No more of the height than this is roof; less than this rise is not seen. */
const MOST_SHARE = 1 / 3;
const LEAST_RISE_M = 0.6;
/** Less of its smallest rectangle than this is no near-rectangle: an L, a T, a triangle. */
const LEAST_FILLED = 0.85;
const MOST_CORNERS = 16;
/** From this ratio of its sides a ridge reaches from wall to wall; shorter ones of four corners slope to all sides. */
const GABLED_FROM = 1.8;

/** Walls that end at their own height each, and the planes over them. Heights are decimetres. */
export interface PitchedRoof {
  /** The footprint, where the ridge ends on its walls with those points as corners. */
  readonly ring: StepRing;
  /** Top of the wall at each corner. */
  readonly tops: readonly number[];
  /** East, north (steps) and up of corners that stand on no wall: a ridge that ends inside. */
  readonly inside: readonly (readonly [east: number, north: number, up: number])[];
  /** Corners of each plane, counter-clockwise; those from `tops.length` on are the inside ones. */
  readonly planes: readonly (readonly number[])[];
}

/**
 * The roof over a footprint without courtyards, its ridge along the longer side of the smallest
 * rectangle round it and at the building's height: the eaves lie lower. Undefined where the footprint
 * is no near-rectangle or the roof would be too low to be seen: then it is flat.
 *
 * @param ring counter-clockwise, in whole steps
 * @param bottom decimetres, as is `top`
 */
export function pitchedRoof(
  ring: StepRing,
  bottom: number,
  top: number,
  stepM: number,
): PitchedRoof | undefined {
  const corners = ring.length / 2;
  if (corners < 4 || corners > MOST_CORNERS) return undefined;
  const box = smallestBox(ring);
  if (ringArea(ring) < LEAST_FILLED * box.length * box.width) return undefined;
  const most = Math.round(Math.min((SLOPE * box.width * stepM) / 2, ((top - bottom) / 10) * MOST_SHARE) * 10);
  if (most < LEAST_RISE_M * 10) return undefined;
  const isHip = corners === 4 && box.length < GABLED_FROM * box.width;
  return isHip ? hip(ring, box, top, most) : gable(ring, box, top, most);
}

/** Walls and roof over ground: what hangs in the air has a flat one. */
export function addPitched(mesh: TileMesh, roof: PitchedRoof, bottom: number, feature: number): void {
  const { ring, tops, inside, planes } = roof;
  const first = mesh.vertexCount;
  tops.forEach((top, i) => {
    const [x, y] = [ring[2 * i] as number, ring[2 * i + 1] as number];
    mesh.vertex(x, y, bottom, feature);
    mesh.vertex(x, y, top, feature);
  });
  for (const [x, y, up] of inside) mesh.vertex(x, y, up, feature);
  const n = tops.length;
  for (let i = 0; i < n; i++) {
    const [here, next] = [first + 2 * i, first + 2 * ((i + 1) % n)];
    mesh.triangle(here + 1, here, next);
    mesh.triangle(here + 1, next, next + 1);
  }
  const vertexOf = (corner: number) => first + (corner < n ? 2 * corner + 1 : n + corner);
  for (const plane of planes) {
    const flat = plane.flatMap((c) => pointOf(roof, c));
    const triangles = triangulate(flat, []);
    for (let t = 0; t < triangles.length; t += 3) {
      const at = (k: number) => vertexOf(plane[triangles[t + k] as number] as number);
      mesh.triangle(at(0), at(1), at(2));
    }
  }
}

function pointOf({ ring, tops, inside }: PitchedRoof, corner: number): [number, number] {
  const own = inside[corner - tops.length];
  return own ? [own[0], own[1]] : [ring[2 * corner] as number, ring[2 * corner + 1] as number];
}

/** Steps to the left of the ridge's line. */
const leftOf = ({ middle, along }: Box, x: number, y: number): number =>
  (y - middle[1]) * along[0] - (x - middle[0]) * along[1];

/** The ridge's line parts the footprint in two; each wall ends where its plane is. */
function gable(ring: StepRing, box: Box, top: number, rise: number): PitchedRoof | undefined {
  const out: number[] = [];
  const ends: number[] = [];
  const n = ring.length / 2;
  for (let i = 0; i < n; i++) {
    const [x, y] = [ring[2 * i] as number, ring[2 * i + 1] as number];
    const j = (i + 1) % n;
    const [nextX, nextY] = [ring[2 * j] as number, ring[2 * j + 1] as number];
    const [here, next] = [leftOf(box, x, y), leftOf(box, nextX, nextY)];
    out.push(x, y);
    if (here >= 0 === next >= 0) continue;
    const t = here / (here - next);
    const [px, py] = [Math.round(x + (nextX - x) * t), Math.round(y + (nextY - y) * t)];
    // On a corner already: a wall of no length would stand there.
    if ((px === x && py === y) || (px === nextX && py === nextY)) return undefined;
    ends.push(out.length / 2);
    out.push(px, py);
  }
  const [a, b] = ends;
  if (a === undefined || b === undefined || ends.length > 2) return undefined;
  const planes = [runOf(a, b, out.length / 2), runOf(b, a, out.length / 2)];
  if (
    !planes.every((plane) => isWhole(plane.flatMap((c) => [out[2 * c] as number, out[2 * c + 1] as number])))
  )
    return undefined;
  const farthest = box.width / 2;
  const tops = Array.from({ length: out.length / 2 }, (_, c) => {
    if (c === a || c === b) return top;
    const off = Math.abs(leftOf(box, out[2 * c] as number, out[2 * c + 1] as number));
    return top - Math.round((rise * Math.min(off, farthest)) / farthest);
  });
  return { ring: out, tops, inside: [], planes };
}

/** Corners from one to another, both with them. */
function runOf(from: number, to: number, corners: number): number[] {
  const out = [from];
  for (let c = from; c !== to; ) {
    c = (c + 1) % corners;
    out.push(c);
  }
  return out;
}

/** Whether its triangles cover a polygon once: rounding may have crossed its sides. */
function isWhole(flat: readonly number[]): boolean {
  const area = ringArea(flat);
  if (area <= 0) return false;
  const triangles = triangulate(flat, []);
  let covered = 0;
  for (let t = 0; t < triangles.length; t += 3)
    covered += Math.abs(
      ringArea(
        [0, 1, 2].flatMap((k) => {
          const c = triangles[t + k] as number;
          return [flat[2 * c] as number, flat[2 * c + 1] as number];
        }),
      ),
    );
  return Math.abs(covered - area) <= 1e-6 * area;
}

/** Four corners: level eaves, and a ridge that ends half the width inside. */
function hip(ring: StepRing, box: Box, top: number, rise: number): PitchedRoof | undefined {
  const inset = Math.max(0, (box.length - box.width) / 2);
  const end = (side: number): [number, number, number] => [
    Math.round(box.middle[0] + side * inset * box.along[0]),
    Math.round(box.middle[1] + side * inset * box.along[1]),
    top,
  ];
  const tops = [0, 1, 2, 3].map(() => top - rise);
  const ends = [end(-1), end(1)] as const;
  const isPyramid = ends[0][0] === ends[1][0] && ends[0][1] === ends[1][1];
  if (isPyramid)
    return checked({ ring, tops, inside: [ends[0]], planes: [0, 1, 2, 3].map((c) => [c, (c + 1) % 4, 4]) });
  // Each corner goes to the end of the ridge on its side; a wall whose corners part has the ridge over it.
  const nearer = [0, 1, 2, 3].map((c) => {
    const [x, y] = [ring[2 * c] as number, ring[2 * c + 1] as number];
    return (x - box.middle[0]) * box.along[0] + (y - box.middle[1]) * box.along[1] > 0 ? 5 : 4;
  });
  const planes = [0, 1, 2, 3].map((c) => {
    const [here, next] = [nearer[c] as number, nearer[(c + 1) % 4] as number];
    return here === next ? [c, (c + 1) % 4, here] : [c, (c + 1) % 4, next, here];
  });
  return checked({ ring, tops, inside: ends, planes });
}

/** As it is where its planes cover the footprint once, else undefined. */
function checked(roof: PitchedRoof): PitchedRoof | undefined {
  const flats = roof.planes.map((plane) => plane.flatMap((c) => pointOf(roof, c)));
  return flats.every(isWhole) ? roof : undefined;
}
