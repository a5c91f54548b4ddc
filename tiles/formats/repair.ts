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
  edges.sort((a, b) => a.minX - b.minX);
  for (let i = 0; i < edges.length; i++) {
    const a = edges[i] as Edge;
    for (let j = i + 1; j < edges.length; j++) {
      const b = edges[j] as Edge;
      if (b.minX > a.maxX) break;
      if (b.minY <= a.maxY && b.maxY >= a.minY && conflict(a, b)) return false;
    }
  }
  const [outer, ...holes] = rings as [Position[], ...Position[][]];
  const sizeOf = (ring: Position[]) => Math.abs(signedArea2(ring));
  // Edges that all but lie on each other escape the test of crossing: holes must also fit by size.
  const cut = holes.reduce((sum, hole) => sum + sizeOf(hole), 0);
  return cut < sizeOf(outer) && holes.every((hole) => ringInRing(hole, outer));
}

interface Edge {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** Relative to the first point, so that differences of degrees keep their digits. */
function edgesOf(rings: readonly Position[][]): Edge[] {
  const [x0, y0] = (rings[0] as Position[])[0] as [number, number];
  const edges: Edge[] = [];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = [((ring[i] as Position)[0] as number) - x0, ((ring[i] as Position)[1] as number) - y0];
      const next = ring[i + 1] as Position;
      const [bx, by] = [(next[0] as number) - x0, (next[1] as number) - y0];
      edges.push({
        ...{ ax, ay, bx, by },
        minX: Math.min(ax, bx),
        maxX: Math.max(ax, bx),
        minY: Math.min(ay, by),
        maxY: Math.max(ay, by),
      });
    }
  return edges;
}

/** Crossing inside both, or lying on each other along a stretch. */
function conflict(p: Edge, q: Edge): boolean {
  const side = (e: Edge, x: number, y: number) => (e.bx - e.ax) * (y - e.ay) - (e.by - e.ay) * (x - e.ax);
  const [q1, q2] = [side(p, q.ax, q.ay), side(p, q.bx, q.by)];
  const [p1, p2] = [side(q, p.ax, p.ay), side(q, p.bx, p.by)];
  if (q1 === 0 && q2 === 0) {
    const overlapX = Math.min(p.maxX, q.maxX) - Math.max(p.minX, q.minX);
    const overlapY = Math.min(p.maxY, q.maxY) - Math.max(p.minY, q.minY);
    return overlapX > 0 || overlapY > 0;
  }
  return q1 * q2 < 0 && p1 * p2 < 0;
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
