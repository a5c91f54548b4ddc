// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import { areaM2, between, distanceM, nearestShare } from './polygon';

/** Lines that cross each other, cut into pieces at their crossings, and the faces between them. */
export interface Arrangement {
  readonly pieces: readonly Piece[];
  readonly faces: readonly Face[];
}
/** A straight piece of a line between two crossings or bends. */
export interface Piece {
  readonly from: Plane;
  readonly to: Plane;
  /** Index of the line that it is cut from. */
  readonly line: number;
}
/** Counter-clockwise; edge i runs along piece `pieces[i]`, forward or backward. */
export interface Face {
  readonly ring: Plane[];
  readonly pieces: number[];
  readonly forward: boolean[];
}

const SQUARE_M = 300;
const keyOf = (p: Plane) => `${Math.round(p[0] * 100)},${Math.round(p[1] * 100)}`;
const rounded = (p: Plane) => plane(Math.round(p[0] * 100) / 100, Math.round(p[1] * 100) / 100);

interface Segment {
  readonly a: Plane;
  readonly b: Plane;
  readonly line: number;
  readonly cuts: { readonly share: number; readonly at: Plane }[];
}

/**
 * Cuts polylines at their crossings and traces the faces. A line's end that comes within `snapM` of
 * another line is drawn onto it.
 */
export function arrange(lines: readonly (readonly Plane[])[], snapM: number): Arrangement {
  const segments: Segment[] = [];
  lines.forEach((points, line) => {
    for (let i = 0; i + 1 < points.length; i++)
      segments.push({ a: rounded(points[i] as Plane), b: rounded(points[i + 1] as Plane), line, cuts: [] });
  });
  const drawn = snapEnds(segments, lines, snapM);
  cutAtCrossings(drawn);
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  for (const s of drawn) {
    const stops = [{ share: 0, at: s.a }, ...s.cuts, { share: 1, at: s.b }].sort((p, q) => p.share - q.share);
    for (let i = 0; i + 1 < stops.length; i++) {
      const [from, to] = [stops[i]?.at as Plane, stops[i + 1]?.at as Plane];
      const [k, l] = [keyOf(from), keyOf(to)];
      if (k === l) continue;
      const key = k < l ? `${k}|${l}` : `${l}|${k}`;
      if (seen.has(key)) continue;
      seen.add(key);
      pieces.push({ from, to, line: s.line });
    }
  }
  return { pieces, faces: traceFaces(pieces) };
}

function squaresOf(a: Plane, b: Plane, marginM = 0): number[] {
  const [x0, x1] = [Math.min(a[0], b[0]) - marginM, Math.max(a[0], b[0]) + marginM];
  const [y0, y1] = [Math.min(a[1], b[1]) - marginM, Math.max(a[1], b[1]) + marginM];
  const out: number[] = [];
  for (let x = Math.floor(x0 / SQUARE_M); x <= Math.floor(x1 / SQUARE_M); x++)
    for (let y = Math.floor(y0 / SQUARE_M); y <= Math.floor(y1 / SQUARE_M); y++) out.push(x * 100_000 + y);
  return out;
}

function indexed(segments: readonly Segment[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  segments.forEach((s, i) => {
    for (const square of squaresOf(s.a, s.b)) {
      const list = index.get(square);
      if (list) list.push(i);
      else index.set(square, [i]);
    }
  });
  return index;
}

/** Ends are moved onto the nearest other line, or onto its vertex where that is as near. */
function snapEnds(segments: Segment[], lines: readonly (readonly Plane[])[], snapM: number): Segment[] {
  const index = indexed(segments);
  const ends = new Map<string, Plane>();
  lines.forEach((points, line) => {
    const closed = keyOf(points[0] as Plane) === keyOf(points.at(-1) as Plane);
    if (closed) return;
    for (const end of [points[0] as Plane, points.at(-1) as Plane]) {
      let best: { d: number; at: Plane; segment: number } | undefined;
      for (const square of squaresOf(end, end, snapM))
        for (const i of index.get(square) ?? []) {
          const s = segments[i] as Segment;
          if (s.line === line) continue;
          const share = nearestShare(s.a, s.b, end);
          let at = between(s.a, s.b, share);
          if (distanceM(at, s.a) < snapM / 2) at = s.a;
          else if (distanceM(at, s.b) < snapM / 2) at = s.b;
          const d = distanceM(at, end);
          if (d <= snapM && (!best || d < best.d)) best = { d, at: rounded(at), segment: i };
        }
      if (!best) continue;
      ends.set(`${line}|${keyOf(end)}`, best.at);
      const s = segments[best.segment] as Segment;
      s.cuts.push({ share: nearestShare(s.a, s.b, best.at), at: best.at });
    }
  });
  return segments.map((s) => ({
    ...s,
    a: ends.get(`${s.line}|${keyOf(s.a)}`) ?? s.a,
    b: ends.get(`${s.line}|${keyOf(s.b)}`) ?? s.b,
  }));
}

function cutAtCrossings(segments: readonly Segment[]): void {
  const index = indexed(segments);
  const done = new Set<number>();
  for (const list of index.values())
    for (let x = 0; x < list.length; x++)
      for (let y = x + 1; y < list.length; y++) {
        const [i, j] = [list[x] as number, list[y] as number];
        const pair = Math.min(i, j) * 1e6 + Math.max(i, j);
        if (done.has(pair)) continue;
        done.add(pair);
        cross(segments[i] as Segment, segments[j] as Segment);
      }
}

function cross(s: Segment, o: Segment): void {
  const [ux, uy] = [s.b[0] - s.a[0], s.b[1] - s.a[1]];
  const [vx, vy] = [o.b[0] - o.a[0], o.b[1] - o.a[1]];
  const determinant = ux * vy - uy * vx;
  if (Math.abs(determinant) < 1e-6) return;
  const [wx, wy] = [o.a[0] - s.a[0], o.a[1] - s.a[1]];
  const share = (wx * vy - wy * vx) / determinant;
  const other = (wx * uy - wy * ux) / determinant;
  const slack = 1e-9;
  if (share < -slack || share > 1 + slack || other < -slack || other > 1 + slack) return;
  const at = rounded(plane(s.a[0] + ux * share, s.a[1] + uy * share));
  s.cuts.push({ share, at });
  o.cuts.push({ share: other, at });
}

interface Half {
  readonly piece: number;
  readonly forward: boolean;
  readonly to: string;
  readonly angle: number;
}

/** Faces to the left of every directed piece; dead ends are left out, the outer face too. */
function traceFaces(pieces: readonly Piece[]): Face[] {
  const points = new Map<string, Plane>();
  const around = new Map<string, Half[]>();
  const add = (from: Plane, to: Plane, piece: number, forward: boolean) => {
    const key = keyOf(from);
    points.set(key, from);
    const half = { piece, forward, to: keyOf(to), angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
    const list = around.get(key);
    if (list) list.push(half);
    else around.set(key, [half]);
  };
  pieces.forEach((p, i) => {
    add(p.from, p.to, i, true);
    add(p.to, p.from, i, false);
  });
  pruneDeadEnds(around);
  for (const list of around.values()) list.sort((a, b) => a.angle - b.angle);
  const used = new Set<string>();
  const faces: Face[] = [];
  for (const [start, list] of around)
    for (const first of list) {
      const face: Face = { ring: [], pieces: [], forward: [] };
      let [from, half] = [start, first];
      while (!used.has(`${half.piece}${half.forward}`)) {
        used.add(`${half.piece}${half.forward}`);
        face.ring.push(points.get(from) as Plane);
        face.pieces.push(half.piece);
        face.forward.push(half.forward);
        const next = around.get(half.to) as Half[];
        const back = next.findIndex((h) => h.piece === half.piece);
        from = half.to;
        half = next[(back - 1 + next.length) % next.length] as Half;
      }
      if (face.ring.length > 2 && areaM2(face.ring) > 1) faces.push(face);
    }
  return faces;
}

function pruneDeadEnds(around: Map<string, Half[]>): void {
  const loose = [...around.keys()].filter((k) => around.get(k)?.length === 1);
  for (let key = loose.pop(); key !== undefined; key = loose.pop()) {
    const list = around.get(key);
    if (list?.length !== 1) continue;
    const half = list[0] as Half;
    around.delete(key);
    const other = around.get(half.to) as Half[];
    other.splice(
      other.findIndex((h) => h.piece === half.piece),
      1,
    );
    if (other.length === 1) loose.push(half.to);
    if (other.length === 0) around.delete(half.to);
  }
}
