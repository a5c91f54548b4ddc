// SPDX-License-Identifier: EUPL-1.2
/**
 * Measures of geometry in WGS 84 degrees, taken on the plane of EPSG:32632 (metres; in Milan its
 * lengths are 0.04 % and its areas 0.08 % under the true ones).
 */
import {
  booleanOpDWithPolyTree,
  ClipType,
  EndType,
  FillRule,
  inflatePathsD,
  JoinType,
  type PathsD,
  type PolyPathD,
  PolyTreeD,
} from 'clipper2-ts';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { type LonLat, lonLat, lonLatToPlane, type Plane, plane, planeToLonLat } from '../../src/city/frames';
import type { Bounds } from '../../src/city/place';

export type Area = Polygon | MultiPolygon;
export type Lines = LineString | MultiLineString;

export const polygonsOf = (area: Area): readonly (readonly Position[][])[] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
export const linesOf = (lines: Lines): readonly (readonly Position[])[] =>
  lines.type === 'LineString' ? [lines.coordinates] : lines.coordinates;
const at = (p: Position): LonLat => lonLat(p[0]!, p[1]!);
const onPlane = (ring: readonly Position[]): Plane[] => ring.map((p) => lonLatToPlane(at(p)));

/** Area of polygons less their holes, m². */
export function areaM2(area: Area): number {
  let sum = 0;
  for (const rings of polygonsOf(area))
    rings.forEach((ring, i) => {
      sum += (i === 0 ? 1 : -1) * Math.abs(ringAreaM2(onPlane(ring)));
    });
  return sum;
}

/** Signed area of a ring, counter-clockwise positive, from its first point so that digits are not lost. */
function ringAreaM2(ring: readonly Plane[]): number {
  const [e0, n0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [e1, n1] = ring[i]!;
    const [e2, n2] = ring[i + 1]!;
    twice += (e1 - e0) * (n2 - n0) - (e2 - e0) * (n1 - n0);
  }
  return twice / 2;
}

/** Length of lines, m. */
export function lengthM(lines: Lines): number {
  let sum = 0;
  for (const line of linesOf(lines)) {
    const points = onPlane(line);
    for (let i = 1; i < points.length; i++) sum += distanceM(points[i - 1]!, points[i]!);
  }
  return sum;
}

export const distanceM = (a: Plane, b: Plane): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** West, south, east, north of a geometry's points. */
export function boundsOf(geometry: Area | Lines): Bounds {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  const rings =
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? polygonsOf(geometry).flat()
      : linesOf(geometry);
  for (const ring of rings)
    for (const p of ring) {
      w = Math.min(w, p[0]!);
      e = Math.max(e, p[0]!);
      s = Math.min(s, p[1]!);
      n = Math.max(n, p[1]!);
    }
  return [w, s, e, n];
}

/** Whether a point lies in polygons and in none of their holes (even-odd rule). */
export function contains(area: Area, [x, y]: LonLat): boolean {
  return polygonsOf(area).some((rings) => {
    let inside = false;
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i] as [number, number];
        const [xj, yj] = ring[j] as [number, number];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
    return inside;
  });
}

/** How many lines are tried for a point on a surface. */
const SCAN_LINES = 15;

/**
 * A point inside the largest polygon, far from its edge: of the middles of the inner stretches of
 * parallels through it, the one farthest from the edge. For labels and for asking where it lies.
 */
export function pointOnSurface(area: Area): LonLat {
  const rings = largestPolygon(area).map(onPlane);
  const ys = rings[0]!.map((p) => p[1]);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  let best: Plane = rings[0]![0]!;
  let bestM = -1;
  for (let k = 0; k < SCAN_LINES; k++) {
    const y = low + ((k + 0.5) / SCAN_LINES) * (high - low);
    const xs = crossings(rings, y);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const middle = plane((xs[i]! + xs[i + 1]!) / 2, y);
      if (xs[i + 1]! - xs[i]! <= 2 * bestM) continue;
      const awayM = distanceToRingsM(middle, rings);
      if (awayM > bestM) [best, bestM] = [middle, awayM];
    }
  }
  return planeToLonLat(best);
}

function largestPolygon(area: Area): readonly Position[][] {
  let [best, bestM2] = [polygonsOf(area)[0]!, -1];
  for (const rings of polygonsOf(area)) {
    const m2 = Math.abs(ringAreaM2(onPlane(rings[0]!)));
    if (m2 > bestM2) [best, bestM2] = [rings, m2];
  }
  return best;
}

/** East coordinates where a line of constant north crosses rings, in order. */
function crossings(rings: readonly Plane[][], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1, y1] = ring[i]!;
      const [x2, y2] = ring[i + 1]!;
      if (y1 > y !== y2 > y) xs.push(x1 + ((y - y1) * (x2 - x1)) / (y2 - y1));
    }
  return xs.sort((a, b) => a - b);
}

function distanceToRingsM(p: Plane, rings: readonly Plane[][]): number {
  let least = Infinity;
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++)
      least = Math.min(least, distanceToSegmentM(p, ring[i]!, ring[i + 1]!));
  return least;
}

/** Distance of a point from a segment, m. */
export function distanceToSegmentM(p: Plane, a: Plane, b: Plane): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

/** Millimetres: finer than any survey, coarse enough for exact integers in the clipper. */
const CLIP_DECIMALS = 3;

/** One area that covers what any of `areas` covers, with its holes; undefined where nothing is left. */
export function unionOf(areas: readonly Area[]): Area | undefined {
  const paths = areas.flatMap((area) =>
    polygonsOf(area).flatMap((rings) => rings.map((ring, i) => wound(onPlane(ring), i === 0))),
  );
  return paths.length === 0
    ? undefined
    : clipped(paths, (subject, tree) =>
        booleanOpDWithPolyTree(ClipType.Union, subject, null, tree, FillRule.NonZero, CLIP_DECIMALS),
      );
}

/** Lines drawn as wide as they are: an area `widthM` wide with round ends. */
export function widened(lines: Lines, widthM: number): Area | undefined {
  return clipped(linesOf(lines).map(onPlane), (subject, tree) => {
    const outline = inflatePathsD(subject, widthM / 2, JoinType.Round, EndType.Round, 2, CLIP_DECIMALS, 0.1);
    booleanOpDWithPolyTree(ClipType.Union, outline, null, tree, FillRule.NonZero, CLIP_DECIMALS);
  });
}

/** Counter-clockwise, or clockwise for a hole, so that holes count against their polygon. */
function wound(ring: Plane[], counterClockwise: boolean): Plane[] {
  return ringAreaM2(ring) > 0 === counterClockwise ? ring : ring.reverse();
}

/** Runs the clipper about a near origin, where its products are exact, and comes back to degrees. */
function clipped(
  paths: readonly Plane[][],
  run: (subject: PathsD, tree: PolyTreeD) => void,
): Area | undefined {
  const [e0, n0] = paths[0]![0]!.map(Math.round) as [number, number];
  const tree = new PolyTreeD();
  run(
    paths.map((path) => path.map(([e, n]) => ({ x: e - e0, y: n - n0 }))),
    tree,
  );
  const ring = (node: PolyPathD): Position[] => {
    const points = node.poly!.map(({ x, y }) => [...planeToLonLat(plane(x + e0, y + n0))]);
    return [...points, points[0]!];
  };
  const polygons: Position[][][] = [];
  const outer = (node: PolyPathD): void => {
    const holes = childrenOf(node);
    polygons.push([ring(node), ...holes.map(ring)]);
    for (const hole of holes) for (const island of childrenOf(hole)) outer(island);
  };
  for (const node of childrenOf(tree)) outer(node);
  if (polygons.length === 0) return undefined;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

const childrenOf = (node: PolyPathD): PolyPathD[] =>
  Array.from({ length: node.count }, (_, i) => node.child(i));
