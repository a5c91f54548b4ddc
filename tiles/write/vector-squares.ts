// SPDX-License-Identifier: EUPL-1.2
/** Which features go into which piece of work of the vector tiling: squares, finer where the city is denser. */
import type { Geometry, Position } from 'geojson';
import { lonLat, lonLatToMercator } from '../../src/city/frames';
import type { Bounds } from '../../src/city/place';
import { BUFFER, EXTENT } from './vector-chunk';

/** One square and the zooms of which its tiles are to be made. */
export interface SquareJob {
  readonly root: readonly [z: number, x: number, y: number];
  readonly from: number;
  readonly to: number;
  /** Indices of the features that reach into the square or its buffer. */
  readonly members: readonly number[];
}
export interface SquarePlan {
  readonly jobs: readonly SquareJob[];
  /** Of all features, degrees. */
  readonly bounds: Bounds;
}

/** More features than this in a square: its own tile is one job, its four quarters are others. */
const MOST_FEATURES = 8_000;

/**
 * Squares from zoom `lowest` on, so that no job holds many features: memory stays level, and threads
 * are busy to the end. `minZoomOf`: below it a feature is in no tile.
 */
export function planSquares(
  geometries: Iterable<Geometry>,
  minZoomOf: (index: number) => number,
  { lowest, finest, most = MOST_FEATURES }: { lowest: number; finest: number; most?: number },
): SquarePlan {
  const { extents, bounds, placed } = extentsOf(geometries);
  const jobs: SquareJob[] = [];
  // Called for each feature and square: no objects made.
  const reaches = (index: number, z: number, x: number, y: number): boolean => {
    const margin = BUFFER / EXTENT;
    const scale = 2 ** z;
    return (
      extents[4 * index]! * scale < x + 1 + margin &&
      extents[4 * index + 2]! * scale >= x - margin &&
      extents[4 * index + 1]! * scale < y + 1 + margin &&
      extents[4 * index + 3]! * scale >= y - margin
    );
  };
  const plan = (z: number, x: number, y: number, members: readonly number[]): void => {
    if (members.length === 0) return;
    if (members.length <= most || z === finest) {
      jobs.push({ root: [z, x, y], from: z, to: finest, members });
      return;
    }
    const seenHere = members.filter((index) => minZoomOf(index) <= z);
    if (seenHere.length > 0) jobs.push({ root: [z, x, y], from: z, to: z, members: seenHere });
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const [cx, cy] = [2 * x + dx, 2 * y + dy];
      plan(
        z + 1,
        cx,
        cy,
        members.filter((index) => reaches(index, z + 1, cx, cy)),
      );
    }
  };
  for (const [x, y, members] of firstSquares(extents, placed, lowest)) plan(lowest, x, y, members);
  return { jobs, bounds };
}

/** West, north, east, south of each feature in Mercator world units; features without a vertex are not placed. */
function extentsOf(geometries: Iterable<Geometry>) {
  const extents: number[] = [];
  const placed: number[] = [];
  let [west, south, east, north] = [180, 90, -180, -90];
  let index = 0;
  for (const geometry of geometries) {
    const [w, s, e, n] = boundsOf(geometry);
    if (w <= e) {
      placed.push(index);
      west = Math.min(west, w);
      south = Math.min(south, s);
      east = Math.max(east, e);
      north = Math.max(north, n);
    }
    extents.push(...lonLatToMercator(lonLat(w, n)), ...lonLatToMercator(lonLat(e, s)));
    index++;
  }
  return { extents: Float64Array.from(extents), placed, bounds: [west, south, east, north] as Bounds };
}

function firstSquares(extents: Float64Array, placed: readonly number[], z: number) {
  const squares = new Map<string, [x: number, y: number, members: number[]]>();
  const scale = 2 ** z;
  const margin = BUFFER / EXTENT;
  const clamp = (v: number) => Math.max(0, Math.min(scale - 1, Math.floor(v)));
  for (const index of placed) {
    const [w = 0, n = 0, e = 0, s = 0] = extents.subarray(4 * index, 4 * index + 4);
    for (let x = clamp(w * scale - margin); x <= clamp(e * scale + margin); x++)
      for (let y = clamp(n * scale - margin); y <= clamp(s * scale + margin); y++) {
        const square = squares.get(`${x}/${y}`);
        if (square) square[2].push(index);
        else squares.set(`${x}/${y}`, [x, y, [index]]);
      }
  }
  return squares.values();
}

/** West, south, east, north of a geometry; west is greater than east where it has no vertex. */
export function boundsOf(geometry: Geometry): Bounds {
  let [w, s, e, n] = [180, 90, -180, -90];
  const visit = (coordinates: unknown): void => {
    const list = coordinates as unknown[];
    if (typeof list[0] === 'number') {
      const [lon, lat] = list as Position as [number, number];
      w = Math.min(w, lon);
      s = Math.min(s, lat);
      e = Math.max(e, lon);
      n = Math.max(n, lat);
    } else for (const part of list) visit(part);
  };
  if (geometry.type !== 'GeometryCollection') visit(geometry.coordinates);
  return [w, s, e, n];
}
