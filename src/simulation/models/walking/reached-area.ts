// SPDX-License-Identifier: EUPL-1.2
/** The outline of what is near the streets that were reached: marching squares over a fine grid. Pure. */
import { isInside, type Rings } from '../../../city/areas';
import { type Plane, plane } from '../../../city/frames';
import { lineOf, type Reach, stretchesBetween } from './reach';

/** Outer ring counter-clockwise first, then its holes, clockwise; closed. */
export type AreaPolygon = readonly (readonly Plane[])[];

/** So far from a reached street a place counts as reached: the houses along it. */
export const BESIDE_M = 30;
/** A hole no larger is the inside of a block: who lives there comes out to its streets. */
export const LEAST_HOLE_M2 = 25_000;
const GRID_M = 15;

/** What lies within {@link BESIDE_M} of a street that is at most `metres` away, blocks between them filled; and `inside`. */
export function reachedArea(reach: Reach, metres: number, inside: Rings = []): AreaPolygon[] {
  const lines = stretchesBetween(reach, -1, metres).map((stretch) => lineOf(reach.graph, stretch));
  const outlines = inside.map((ring) => [...ring, ...ring.slice(0, 1)].flat());
  const field = fieldOf([...lines, ...outlines], lines.length);
  fill(field, inside);
  return assembled(contours(field));
}

/** The inside of the rings (even-odd rule) is reached, as deep as it goes. */
function fill({ west, south, columns, rows, values }: Field, rings: Rings): void {
  if (rings.length === 0) return;
  for (let at = 0; at < columns * rows; at++) {
    const [x, y] = [west + (at % columns) * GRID_M, south + Math.floor(at / columns) * GRID_M];
    if ((values[at] as number) > -GRID_M && isInside(plane(x, y), rings)) values[at] = -GRID_M;
  }
}

/** A grid of corners: how far each is from the nearest line less {@link BESIDE_M}, negative inside. */
interface Field {
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** Room for all of the lines; the first `drawn` of them are in it. */
function fieldOf(lines: readonly (readonly number[])[], drawn: number): Field {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines)
    for (let i = 0; i < line.length; i += 2) {
      [west, south] = [Math.min(west, line[i] as number), Math.min(south, line[i + 1] as number)];
      [east, north] = [Math.max(east, line[i] as number), Math.max(north, line[i + 1] as number)];
    }
  if (lines.length === 0) return { west: 0, south: 0, columns: 0, rows: 0, values: new Float64Array() };
  // Two corners beyond what is near, so that every outline closes; on round metres, so that it does not
  // depend on where one starts.
  const margin = BESIDE_M + 2 * GRID_M;
  west = Math.floor((west - margin) / GRID_M) * GRID_M;
  south = Math.floor((south - margin) / GRID_M) * GRID_M;
  const columns = Math.ceil((east + margin - west) / GRID_M) + 1;
  const rows = Math.ceil((north + margin - south) / GRID_M) + 1;
  const values = new Float64Array(columns * rows).fill(2 * GRID_M);
  for (const line of lines.slice(0, drawn))
    for (let i = 0; i + 3 < line.length; i += 2)
      lower({ west, south, columns, rows, values }, line as number[], i);
  return { west, south, columns, rows, values };
}

/** Takes one segment into the field. */
function lower({ west, south, columns, values }: Field, line: readonly number[], i: number): void {
  const [ax, ay, bx, by] = line.slice(i, i + 4) as [number, number, number, number];
  const reachM = BESIDE_M + 2 * GRID_M;
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const firstRow = Math.ceil((Math.min(ay, by) - reachM - south) / GRID_M);
  const lastRow = Math.floor((Math.max(ay, by) + reachM - south) / GRID_M);
  const firstColumn = Math.ceil((Math.min(ax, bx) - reachM - west) / GRID_M);
  const lastColumn = Math.floor((Math.max(ax, bx) + reachM - west) / GRID_M);
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const [x, y] = [west + column * GRID_M, south + row * GRID_M];
      const t = square > 0 ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square : 0;
      const clamped = Math.min(1, Math.max(0, t));
      const away = Math.hypot(ax + clamped * (bx - ax) - x, ay + clamped * (by - ay) - y) - BESIDE_M;
      const at = row * columns + column;
      if (away < (values[at] as number)) values[at] = away;
    }
}

const [BOTTOM, RIGHT, TOP, LEFT] = [0, 1, 2, 3] as const;
type Side = typeof BOTTOM | typeof RIGHT | typeof TOP | typeof LEFT;
/**
 * By the corners that are inside (1 south-west, 2 south-east, 4 north-east, 8 north-west): the sides by
 * which the outline enters and leaves, the inside on its left. 5 and 10 as where the middle is outside.
 */
const CROSSINGS: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [[BOTTOM, LEFT]],
  [[RIGHT, BOTTOM]],
  [[RIGHT, LEFT]],
  [[TOP, RIGHT]],
  [
    [BOTTOM, LEFT],
    [TOP, RIGHT],
  ],
  [[TOP, BOTTOM]],
  [[TOP, LEFT]],
  [[LEFT, TOP]],
  [[BOTTOM, TOP]],
  [
    [RIGHT, BOTTOM],
    [LEFT, TOP],
  ],
  [[RIGHT, TOP]],
  [[LEFT, RIGHT]],
  [[BOTTOM, RIGHT]],
  [[LEFT, BOTTOM]],
  [],
];
/** 5 and 10 where the middle is inside. */
const JOINED: Readonly<Record<number, readonly (readonly [Side, Side])[]>> = {
  5: [
    [BOTTOM, RIGHT],
    [TOP, LEFT],
  ],
  10: [
    [LEFT, BOTTOM],
    [RIGHT, TOP],
  ],
};

/** Closed outlines where the field is zero, the inside on their left (Lorensen & Cline 1987, in the plane). */
function contours(field: Field): Plane[][] {
  const { columns, rows, values } = field;
  // Every side that an outline crosses is left by one piece and entered by one.
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const corners = [at, at + 1, at + columns + 1, at + columns].map((i) => values[i] as number);
      const inside = corners.reduce((bits, value, i) => (value < 0 ? bits | (1 << i) : bits), 0);
      const middle = corners.reduce((sum, value) => sum + value, 0);
      for (const [from, to] of (middle < 0 ? JOINED[inside] : undefined) ?? CROSSINGS[inside] ?? [])
        next.set(sideKey(at, columns, from), sideKey(at, columns, to));
    }
  const outlines: Plane[][] = [];
  for (const begin of next.keys()) {
    const outline: Plane[] = [];
    for (let side: number | undefined = begin; side !== undefined; ) {
      outline.push(crossing(field, side));
      const following: number | undefined = next.get(side);
      next.delete(side);
      side = following;
    }
    if (outline.length > 3) outlines.push(outline);
  }
  return outlines;
}

/** One number for a side of a square, the same for both squares that share it. */
function sideKey(at: number, columns: number, side: Side): number {
  if (side === BOTTOM) return 2 * at;
  if (side === TOP) return 2 * (at + columns);
  return side === LEFT ? 2 * at + 1 : 2 * (at + 1) + 1;
}

/** Where on a side the field is zero. */
function crossing({ west, south, columns, values }: Field, key: number): Plane {
  const at = key >> 1;
  const upright = (key & 1) === 1;
  const [a, b] = [values[at] as number, values[at + (upright ? columns : 1)] as number];
  const share = a / (a - b);
  const [x, y] = [west + (at % columns) * GRID_M, south + Math.floor(at / columns) * GRID_M];
  return upright ? plane(x, y + share * GRID_M) : plane(x + share * GRID_M, y);
}

/** Holes go to the smallest outline about them. */
function assembled(outlines: readonly (readonly Plane[])[]): AreaPolygon[] {
  const sized = outlines.map((ring) => ({ ring, area: signedAreaM2(ring) }));
  const outer = sized.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
  const polygons = outer.map(({ ring }) => [ring]);
  for (const { ring } of sized.filter(({ area }) => area < -LEAST_HOLE_M2)) {
    const owner = outer.findIndex((each) => isInside(ring[0] as Plane, [each.ring]));
    polygons[owner]?.push(ring);
  }
  return polygons;
}

function signedAreaM2(ring: readonly Plane[]): number {
  const [x0, y0] = ring[0] as Plane;
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as Plane;
    const [bx, by] = ring[i + 1] as Plane;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}
