// SPDX-License-Identifier: EUPL-1.2
import { Clipper, ClipType, FillRule, type Path64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringInRing, signedArea2 } from './rings';

/**
 * Whether the closed rings of a polygon (outer first) neither cross nor overlap themselves or each
 * other, and every hole lies in the outer ring. Rings that touch at points are sound.
 */
export function isSound(rings: readonly Position[][]): boolean {
  const edges = edgesOf(rings);
  const order = byWest(edges);
  for (let i = 0; i < order.length; i++) {
    const p = order[i] as number;
    const east = Math.max(edges[p] as number, edges[p + 2] as number);
    for (let j = i + 1; j < order.length; j++) {
      const q = order[j] as number;
      if (Math.min(edges[q] as number, edges[q + 2] as number) > east) break;
      if (conflict(edges, p, q)) return false;
    }
  }
  return rings.length === 1 || holesFit(rings);
}

/** Edges that all but lie on each other escape the test of crossing: holes must also fit by size. */
function holesFit([outer, ...holes]: readonly Position[][]): boolean {
  let room = Math.abs(signedArea2(outer as Position[]));
  for (const hole of holes) {
    room -= Math.abs(signedArea2(hole));
    if (room <= 0 || !ringInRing(hole, outer as Position[])) return false;
  }
  return true;
}

/** x, y, x, y of each edge, relative to the first point, so that differences of degrees keep their digits. */
function edgesOf(rings: readonly Position[][]): Float64Array {
  const [x0, y0] = (rings[0] as Position[])[0] as [number, number];
  let count = 0;
  for (const ring of rings) count += ring.length - 1;
  const edges = new Float64Array(count * 4);
  let at = 0;
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [from, to] = [ring[i] as Position, ring[i + 1] as Position];
      edges[at++] = (from[0] as number) - x0;
      edges[at++] = (from[1] as number) - y0;
      edges[at++] = (to[0] as number) - x0;
      edges[at++] = (to[1] as number) - y0;
    }
  return edges;
}

/** Where each edge begins in `edges`, the westernmost first. */
function byWest(edges: Float64Array): Uint32Array {
  const order = new Uint32Array(edges.length / 4);
  for (let i = 0; i < order.length; i++) order[i] = i * 4;
  return order.sort(
    (p, q) =>
      Math.min(edges[p] as number, edges[p + 2] as number) -
      Math.min(edges[q] as number, edges[q + 2] as number),
  );
}

/** Crossing inside both, or lying on each other along a stretch. Called for each pair: no objects made. */
function conflict(edges: Float64Array, p: number, q: number): boolean {
  const pax = edges[p]!;
  const pay = edges[p + 1]!;
  const pbx = edges[p + 2]!;
  const pby = edges[p + 3]!;
  const qax = edges[q]!;
  const qay = edges[q + 1]!;
  const qbx = edges[q + 2]!;
  const qby = edges[q + 3]!;
  const overlapY =
    Math.min(Math.max(pay, pby), Math.max(qay, qby)) - Math.max(Math.min(pay, pby), Math.min(qay, qby));
  if (overlapY < 0) return false;
  const q1 = (pbx - pax) * (qay - pay) - (pby - pay) * (qax - pax);
  const q2 = (pbx - pax) * (qby - pay) - (pby - pay) * (qbx - pax);
  if (q1 === 0 && q2 === 0) {
    const overlapX =
      Math.min(Math.max(pax, pbx), Math.max(qax, qbx)) - Math.max(Math.min(pax, pbx), Math.min(qax, qbx));
    return overlapX > 0 || overlapY > 0;
  }
  if (q1 * q2 >= 0) return false;
  const p1 = (qbx - qax) * (pay - qay) - (qby - qay) * (pax - qax);
  const p2 = (qbx - qax) * (pby - qay) - (qby - qay) * (pbx - qax);
  return p1 * p2 < 0;
}

/** A tenth of a millimetre in degrees, and its coarser form for areas wider than 0.05°. */
const FINE = 1e9;
const COARSE = 1e7;
const FINE_SPAN_DEG = 0.05;

/** The area that the rings enclose by the even-odd rule, as valid polygons (outer ring first). */
export const repaired = (rings: readonly Position[][]): Position[][][] => united(rings, FillRule.EvenOdd);

/** The area that polygons cover together, seen from above; null where they cover none. */
export function outlineOf(polygons: readonly Position[][][]): Polygon | MultiPolygon | null {
  const rings = polygons.flatMap((polygon) =>
    polygon.map((ring, i) => (signedArea2(ring) > 0 === (i === 0) ? ring : [...ring].reverse())),
  );
  // Walls seen from above are lines: they cover nothing.
  const flat = rings.filter((ring) => signedArea2(ring) !== 0);
  if (flat.length === 0) return null;
  const areas = united(flat, FillRule.NonZero);
  if (areas.length === 0) return null;
  return areas.length === 1
    ? { type: 'Polygon', coordinates: areas[0] as Position[][] }
    : { type: 'MultiPolygon', coordinates: areas };
}

function united(rings: readonly Position[][], fill: FillRule): Position[][][] {
  const [x0, y0] = (rings[0] as Position[])[0] as [number, number];
  let span = 0;
  for (const ring of rings)
    for (const [x, y] of ring as [number, number][])
      span = Math.max(span, Math.abs(x - x0), Math.abs(y - y0));
  const scale = span < FINE_SPAN_DEG ? FINE : COARSE;
  const paths: Path64[] = rings.map((ring) =>
    (ring as [number, number][])
      .slice(0, -1)
      .map(([x, y]) => ({ x: Math.round((x - x0) * scale), y: Math.round((y - y0) * scale) })),
  );
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, paths, null, tree, fill);
  const polygons: Position[][][] = [];
  const ringOf = (node: PolyPath64): Position[] => {
    const ring = (node.polygon ?? []).map(({ x, y }): Position => [x / scale + x0, y / scale + y0]);
    return ring.length > 0 ? [...ring, ring[0] as Position] : ring;
  };
  const visit = (outer: PolyPath64): void => {
    const polygon = [ringOf(outer)];
    for (let i = 0; i < outer.count; i++) {
      const hole = outer.child(i);
      polygon.push(ringOf(hole));
      for (let k = 0; k < hole.count; k++) visit(hole.child(k));
    }
    if ((polygon[0]?.length ?? 0) >= 4) polygons.push(polygon.filter((ring) => ring.length >= 4));
  };
  for (let i = 0; i < tree.count; i++) visit(tree.child(i));
  return polygons;
}
