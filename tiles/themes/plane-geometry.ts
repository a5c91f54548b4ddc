// SPDX-License-Identifier: EUPL-1.2
/** Asking and cutting geometry in WGS 84 degrees; distances and widths on the plane of EPSG:32632. */
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
import { inRing, signedArea2 } from '../../src/formats/rings';

export type Area = Polygon | MultiPolygon;
export type Lines = LineString | MultiLineString;

export const polygonsOf = (area: Area): readonly (readonly Position[][])[] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
export const linesOf = (lines: Lines): readonly (readonly Position[])[] =>
  lines.type === 'LineString' ? [lines.coordinates] : lines.coordinates;
const at = (p: Position): LonLat => lonLat(p[0]!, p[1]!);
const onPlane = (ring: readonly Position[]): Plane[] => ring.map((p) => lonLatToPlane(at(p)));

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

/** Whether a point lies in polygons and in none of their holes. */
export const contains = (area: Area, at: LonLat): boolean =>
  polygonsOf(area).some(([outer, ...holes]) => inRing(at, outer!) && !holes.some((hole) => inRing(at, hole)));

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
    polygonsOf(area).flatMap((rings) => rings.map((ring, i) => onPlane(wound(ring, i === 0)))),
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
const wound = (ring: readonly Position[], counterClockwise: boolean): readonly Position[] =>
  signedArea2(ring) > 0 === counterClockwise ? ring : [...ring].reverse();

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
