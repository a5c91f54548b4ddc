// SPDX-License-Identifier: EUPL-1.2
/** Footprints against each other: hash, cover, what is left. Sizes are in square steps, for ratios. */
import {
  booleanOpWithPolyTree,
  ClipType,
  EndType,
  FillRule,
  inflatePaths,
  intersect,
  JoinType,
  type Path64,
  type PolyPath64,
  PolyTree64,
  union,
} from 'clipper2-ts';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { signedArea2 } from '../../../src/formats/rings';

export type Footprint = Polygon | MultiPolygon;
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Steps of a degree: 1 mm northward. Whole numbers about a near corner, exact in the clipper. */
const STEPS_PER_DEGREE = 1e8;
/** 0.25 m: slivers narrower than twice this are left out of what is left. */
const SLIVER_STEPS = 225;

export const polygonsOf = (footprint: Footprint): Position[][][] =>
  footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates;

export function boxOf(footprint: Footprint): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of polygonsOf(footprint))
    for (const [lon, lat] of (rings[0] ?? []) as [number, number][]) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
}

/** Area without the holes, in square steps. */
export function sizeOf(footprint: Footprint): number {
  let sum = 0;
  for (const rings of polygonsOf(footprint)) for (const ring of rings) sum += signedArea2(ring);
  return (sum / 2) * STEPS_PER_DEGREE ** 2;
}

/** Area of the boxes' common part, in square steps: no footprints in them share more. */
export function boxOverlap(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height * STEPS_PER_DEGREE ** 2 : 0;
}

/** Area that `others` together cover of `footprint`, in square steps. */
export function coveredSize(footprint: Footprint, others: readonly Footprint[]): number {
  const origin = originOf(footprint);
  const covering =
    others.length > 1 ? union(allPaths(others, origin), FillRule.NonZero) : allPaths(others, origin);
  let twice = 0;
  for (const path of intersect(pathsOf(footprint, origin), covering, FillRule.NonZero))
    for (let i = 0; i < path.length; i++) {
      const [a, b] = [path[i] as Path64[0], path[(i + 1) % path.length] as Path64[0]];
      twice += a.x * b.y - b.x * a.y;
    }
  return twice / 2;
}

/** What of `footprint` none of `others` covers, without slivers; undefined where nothing is left. */
export function without(footprint: Footprint, others: readonly Footprint[]): Footprint | undefined {
  const origin = originOf(footprint);
  const rest = new PolyTree64();
  const cut = allPaths(others, origin);
  const subject = pathsOf(footprint, origin);
  booleanOpWithPolyTree(ClipType.Difference, subject, cut, rest, FillRule.NonZero);
  const eroded = inflatePaths(flat(rest), -SLIVER_STEPS, JoinType.Miter, EndType.Polygon, 2);
  const opened = inflatePaths(eroded, SLIVER_STEPS, JoinType.Miter, EndType.Polygon, 2);
  const tree = new PolyTree64();
  // Miters may reach over the outline: back into it.
  booleanOpWithPolyTree(ClipType.Intersection, opened, subject, tree, FillRule.NonZero);
  const polygons = outersOf(tree).map((outer) => [outer, ...childrenOf(outer)].map((p) => ringOf(p, origin)));
  if (polygons.length === 0) return undefined;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] as Position[][] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

type Origin = readonly [lon: number, lat: number];
const originOf = (footprint: Footprint): Origin => polygonsOf(footprint)[0]?.[0]?.[0] as [number, number];

function pathsOf(footprint: Footprint, [lon0, lat0]: Origin): Path64[] {
  return polygonsOf(footprint)
    .flat()
    .map((ring) =>
      (ring as [number, number][]).slice(0, -1).map(([lon, lat]) => ({
        x: Math.round((lon - lon0) * STEPS_PER_DEGREE),
        y: Math.round((lat - lat0) * STEPS_PER_DEGREE),
      })),
    );
}

const allPaths = (footprints: readonly Footprint[], origin: Origin) =>
  footprints.flatMap((footprint) => pathsOf(footprint, origin));

const childrenOf = (node: PolyPath64): PolyPath64[] =>
  Array.from({ length: node.count }, (_, i) => node.child(i));
const outersOf = (tree: PolyPath64): PolyPath64[] =>
  childrenOf(tree).flatMap((outer) => [outer, ...childrenOf(outer).flatMap(outersOf)]);
const flat = (tree: PolyPath64): Path64[] =>
  outersOf(tree).flatMap((outer) => [outer, ...childrenOf(outer)].map((p) => p.polygon ?? []));

function ringOf(node: PolyPath64, [lon0, lat0]: Origin): Position[] {
  const ring = (node.polygon ?? []).map(({ x, y }) => [
    x / STEPS_PER_DEGREE + lon0,
    y / STEPS_PER_DEGREE + lat0,
  ]);
  return [...ring, ring[0] as Position];
}

/** Rounding of a corner in the hash: 1e-6 degree, a decimetre. */
const HASH_STEPS_PER_DEGREE = 1e6;

/**
 * A number below 2⁵³ that is the same for the same corners to a decimetre, wherever the rings begin
 * and whichever way they run.
 */
export function footprintHash(footprint: Footprint): number {
  let [high, low] = [0, 0];
  for (const rings of polygonsOf(footprint))
    for (const ring of rings)
      for (let i = 0; i + 1 < ring.length; i++) {
        const [lon, lat] = ring[i] as [number, number];
        const x = Math.round(lon * HASH_STEPS_PER_DEGREE);
        const y = Math.round(lat * HASH_STEPS_PER_DEGREE);
        const mixed = mix(mix(x) ^ Math.imul(y, 0x9e3779b1));
        high = (high + mixed) | 0;
        low = (low + mix(mixed ^ 0x5bf03635)) | 0;
      }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): every bit depends on every bit. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
