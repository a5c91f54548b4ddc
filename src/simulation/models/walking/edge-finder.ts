// SPDX-License-Identifier: EUPL-1.2
/** Where on the streets a place is: the nearest point of the nearest edge. Pure. */
import type { Plane } from '../../../city/frames';
import type { WalkingGraph } from './walking-graph';

/** A point of an edge. */
export interface EdgePoint {
  readonly edge: number;
  /** From the edge's beginning, on the ground. */
  readonly alongM: number;
  /** From the place that was asked about, as the crow flies. */
  readonly awayM: number;
}

const CELL_M = 100;

/** Finds the nearest street to a place, by squares of {@link CELL_M} that list the segments in them. */
export class EdgeFinder {
  readonly #graph: WalkingGraph;
  /** Metres in the plane of each edge: what `lengthM` is on the ground. */
  readonly #planeM: Float64Array;
  /** By segment (first of its two shape rows): its edge, and how far along it begins, in the plane. */
  readonly #edgeOf: Int32Array;
  readonly #startM: Float64Array;
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Segments of square s: `#segments` from first[s] to first[s + 1]. */
  readonly #first: Int32Array;
  readonly #segments: Int32Array;

  constructor(graph: WalkingGraph) {
    this.#graph = graph;
    this.#planeM = new Float64Array(graph.edges);
    this.#edgeOf = new Int32Array(graph.shapeEastM.length).fill(-1);
    this.#startM = new Float64Array(graph.shapeEastM.length);
    const segments: number[] = [];
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let edge = 0; edge < graph.edges; edge++) {
      const start = graph.shapeStart[edge] as number;
      const end = start + (graph.shapeCount[edge] as number) - 1;
      for (let i = start; i <= end; i++) {
        const [x, y] = this.#point(i);
        [west, south] = [Math.min(west, x), Math.min(south, y)];
        [east, north] = [Math.max(east, x), Math.max(north, y)];
        if (i === end) break;
        const [nextX, nextY] = this.#point(i + 1);
        this.#edgeOf[i] = edge;
        this.#startM[i] = this.#planeM[edge] as number;
        this.#planeM[edge]! += Math.hypot(nextX - x, nextY - y);
        segments.push(i);
      }
    }
    this.#west = west;
    this.#south = south;
    this.#columns = segments.length > 0 ? Math.floor((east - west) / CELL_M) + 1 : 0;
    this.#rows = segments.length > 0 ? Math.floor((north - south) / CELL_M) + 1 : 0;
    this.#first = new Int32Array(this.#columns * this.#rows + 1);
    for (const i of segments) for (const square of this.#squares(i)) this.#first[square + 1]!++;
    for (let s = 0; s + 1 < this.#first.length; s++) this.#first[s + 1]! += this.#first[s] as number;
    const next = this.#first.slice();
    this.#segments = new Int32Array(this.#first.at(-1) as number);
    for (const i of segments) for (const square of this.#squares(i)) this.#segments[next[square]!++] = i;
  }

  /** Null where no street is within `withinM`. */
  nearest([eastM, northM]: Plane, withinM: number): EdgePoint | null {
    const column = Math.floor((eastM - this.#west) / CELL_M);
    const row = Math.floor((northM - this.#south) / CELL_M);
    let best = withinM;
    let found: EdgePoint | null = null;
    // What ring r of squares holds is at least r − 1 squares away.
    for (
      let ring = 0;
      (ring - 1) * CELL_M <= best && ring <= this.#columns + this.#rows + withinM / CELL_M;
      ring++
    )
      for (const square of this.#ring(column, row, ring)) {
        // What lies in a square is no nearer than the square.
        if (this.#awayFrom(square, eastM, northM) > best) continue;
        for (let k = this.#first[square] as number; k < (this.#first[square + 1] as number); k++) {
          const segment = this.#segments[k] as number;
          const { awayM, t } = this.#near(segment, eastM, northM);
          if (awayM > best || (found && awayM === best)) continue;
          best = awayM;
          found = { ...this.#along(segment, t), awayM };
        }
      }
    return found;
  }

  #point(i: number): readonly [number, number] {
    return [this.#graph.shapeEastM[i] as number, this.#graph.shapeNorthM[i] as number];
  }

  /** Squares of the box about a segment. */
  *#squares(i: number): Generator<number> {
    const [ax, ay] = this.#point(i);
    const [bx, by] = this.#point(i + 1);
    const column = (x: number) => Math.floor((x - this.#west) / CELL_M);
    const row = (y: number) => Math.floor((y - this.#south) / CELL_M);
    for (let r = row(Math.min(ay, by)); r <= row(Math.max(ay, by)); r++)
      for (let c = column(Math.min(ax, bx)); c <= column(Math.max(ax, bx)); c++) yield r * this.#columns + c;
  }

  *#ring(column: number, row: number, ring: number): Generator<number> {
    for (let r = row - ring; r <= row + ring; r++) {
      if (r < 0 || r >= this.#rows) continue;
      const step = Math.abs(r - row) === ring ? 1 : Math.max(2 * ring, 1);
      for (let c = column - ring; c <= column + ring; c += step)
        if (c >= 0 && c < this.#columns) yield r * this.#columns + c;
    }
  }

  #awayFrom(square: number, x: number, y: number): number {
    const [west, south] = [
      this.#west + (square % this.#columns) * CELL_M,
      this.#south + Math.floor(square / this.#columns) * CELL_M,
    ];
    const dx = Math.max(west - x, 0, x - west - CELL_M);
    const dy = Math.max(south - y, 0, y - south - CELL_M);
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** How far a segment is, and at which share of it that is. */
  #near(i: number, x: number, y: number): { awayM: number; t: number } {
    const { shapeEastM, shapeNorthM } = this.#graph;
    const [ax, ay] = [shapeEastM[i] as number, shapeNorthM[i] as number];
    const [dx, dy] = [(shapeEastM[i + 1] as number) - ax, (shapeNorthM[i + 1] as number) - ay];
    const square = dx * dx + dy * dy;
    const t = square > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
    return { awayM: Math.hypot(ax + t * dx - x, ay + t * dy - y), t };
  }

  #along(i: number, t: number): Pick<EdgePoint, 'edge' | 'alongM'> {
    const [ax, ay] = this.#point(i);
    const [bx, by] = this.#point(i + 1);
    const edge = this.#edgeOf[i] as number;
    const planeM = this.#planeM[edge] as number;
    const [dx, dy] = [bx - ax, by - ay];
    const share = planeM > 0 ? ((this.#startM[i] as number) + t * Math.sqrt(dx * dx + dy * dy)) / planeM : 0;
    return { edge, alongM: share * (this.#graph.lengthM[edge] as number) };
  }
}
