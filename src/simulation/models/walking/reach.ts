// SPDX-License-Identifier: EUPL-1.2
/** How far it is to walk from some places to everywhere near: Dijkstra (1959) from points of edges. Pure. */
import { BucketQueue } from '../transit/bucket-queue';
import type { EdgePoint } from './edge-finder';
import type { WalkingGraph } from './walking-graph';

/**
 * Speed of adults, metres a minute: 4.8 km/h, three miles an hour, as the Department for Transport's
 * Journey Time Statistics (2019) take it. Crossings, stairs and slopes are not counted.
 */
export const WALK_M_PER_MIN = 80;

/** What was found from its starts, as far as `limitM`. */
export interface Reach {
  readonly graph: WalkingGraph;
  readonly starts: readonly EdgePoint[];
  readonly limitM: number;
  /** By node: metres from the nearest start, Infinity beyond the limit. */
  readonly nodeM: Float64Array;
  /** By node: which of the starts is the nearest; −1 beyond the limit. */
  readonly nodeStart: Int32Array;
  /** Starts by the edge they are on. */
  readonly onEdge: ReadonlyMap<number, readonly number[]>;
}

/**
 * Walks from the starts, each of which has its way to the street (`awayM`) before it.
 */
export function walkFrom(graph: WalkingGraph, starts: readonly EdgePoint[], limitM: number): Reach {
  const nodeM = new Float64Array(graph.nodes).fill(Number.POSITIVE_INFINITY);
  const nodeStart = new Int32Array(graph.nodes).fill(-1);
  const onEdge = new Map<number, number[]>();
  const queue = new BucketQueue(graph.nodes);
  queue.begin(limitM);
  const offer = (node: number, metres: number, start: number) => {
    if (metres > limitM || metres >= (nodeM[node] as number)) return;
    nodeM[node] = metres;
    nodeStart[node] = start;
    queue.put(node, metres);
  };
  starts.forEach(({ edge, alongM, awayM }, start) => {
    onEdge.set(edge, [...(onEdge.get(edge) ?? []), start]);
    offer(graph.from[edge] as number, awayM + alongM, start);
    offer(graph.to[edge] as number, awayM + (graph.lengthM[edge] as number) - alongM, start);
  });
  for (let node = queue.take(); node >= 0; node = queue.take())
    for (let k = graph.first[node] as number; k < (graph.first[node + 1] as number); k++) {
      const edge = graph.edgeAt[k] as number;
      const other = (graph.from[edge] === node ? graph.to[edge] : graph.from[edge]) as number;
      offer(other, (nodeM[node] as number) + (graph.lengthM[edge] as number), nodeStart[node] as number);
    }
  return { graph, starts, limitM, nodeM, nodeStart, onEdge };
}

/** Metres to a point of an edge, Infinity where it is beyond the limit; and from which start. */
export function walkTo(
  { graph, starts, limitM, nodeM, nodeStart, onEdge }: Reach,
  edge: number,
  alongM: number,
): { readonly metres: number; readonly start: number } {
  const [a, b] = [graph.from[edge] as number, graph.to[edge] as number];
  let metres = (nodeM[a] as number) + alongM;
  let start = nodeStart[a] as number;
  const back = (nodeM[b] as number) + (graph.lengthM[edge] as number) - alongM;
  if (back < metres) [metres, start] = [back, nodeStart[b] as number];
  for (const own of onEdge.get(edge) ?? []) {
    const from = starts[own] as EdgePoint;
    const direct = from.awayM + Math.abs(alongM - from.alongM);
    if (direct < metres) [metres, start] = [direct, own];
  }
  return metres <= limitM ? { metres, start } : { metres: Number.POSITIVE_INFINITY, start: -1 };
}

/** A piece of an edge, metres from its beginning. */
export interface Stretch {
  readonly edge: number;
  readonly fromM: number;
  readonly toM: number;
}

/** What of the streets is more than `nearM` and at most `farM` away: nothing twice. */
export function stretchesBetween(reach: Reach, nearM: number, farM: number): Stretch[] {
  const found: Stretch[] = [];
  for (let edge = 0; edge < reach.graph.edges; edge++) {
    const within = piecesWithin(reach, edge, farM);
    if (within.length === 0) continue;
    const nearer = piecesWithin(reach, edge, nearM);
    for (const [fromM, toM] of without(within, nearer)) found.push({ edge, fromM, toM });
  }
  return found;
}

type Piece = readonly [fromM: number, toM: number];

/** The parts of an edge that are at most so far away, ascending and apart. */
function piecesWithin({ graph, starts, nodeM, onEdge }: Reach, edge: number, metres: number): Piece[] {
  const length = graph.lengthM[edge] as number;
  const pieces: Piece[] = [];
  const add = (fromM: number, toM: number) => {
    const piece: Piece = [Math.max(0, fromM), Math.min(length, toM)];
    if (piece[1] > piece[0]) pieces.push(piece);
  };
  add(0, metres - (nodeM[graph.from[edge] as number] as number));
  add(length - (metres - (nodeM[graph.to[edge] as number] as number)), length);
  for (const own of onEdge.get(edge) ?? []) {
    const { alongM, awayM } = starts[own] as EdgePoint;
    add(alongM - (metres - awayM), alongM + (metres - awayM));
  }
  pieces.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [fromM, toM] of pieces) {
    const last = merged.at(-1);
    if (last && fromM <= last[1]) last[1] = Math.max(last[1], toM);
    else merged.push([fromM, toM]);
  }
  return merged;
}

function without(pieces: readonly Piece[], holes: readonly Piece[]): Piece[] {
  let left = [...pieces];
  for (const [holeFrom, holeTo] of holes)
    left = left.flatMap(([fromM, toM]): Piece[] => {
      if (holeTo <= fromM || holeFrom >= toM) return [[fromM, toM]];
      const parts: Piece[] = [
        [fromM, holeFrom],
        [holeTo, toM],
      ];
      return parts.filter(([a, b]) => b > a);
    });
  return left;
}

/** East, north, east, north, … of a piece of an edge, its bends included. */
export function lineOf(graph: WalkingGraph, { edge, fromM, toM }: Stretch): number[] {
  const start = graph.shapeStart[edge] as number;
  const count = graph.shapeCount[edge] as number;
  const east = (i: number) => graph.shapeEastM[start + i] as number;
  const north = (i: number) => graph.shapeNorthM[start + i] as number;
  const steps = Array.from({ length: count - 1 }, (_, i) =>
    Math.hypot(east(i + 1) - east(i), north(i + 1) - north(i)),
  );
  // The plane's metres are a little shorter or longer than those on the ground.
  const perM = steps.reduce((sum, step) => sum + step, 0) / (graph.lengthM[edge] as number);
  const line: number[] = [];
  const put = (i: number, share: number) =>
    line.push(east(i) + share * (east(i + 1) - east(i)), north(i) + share * (north(i + 1) - north(i)));
  let done = 0;
  steps.forEach((step, i) => {
    const a = (fromM * perM - done) / (step || 1);
    const b = (toM * perM - done) / (step || 1);
    if (b > 0 && a < 1) {
      if (line.length === 0) put(i, Math.max(0, a));
      put(i, Math.min(1, b));
    }
    done += step;
  });
  return line;
}
