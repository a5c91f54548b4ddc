// SPDX-License-Identifier: EUPL-1.2
/** Streets as one walks them: both ways whatever the signs say. Made of the tables `street-*`. Pure. */
import { type ColumnTable, columnIfAny, valuesOf } from '../../../city/columns';
import { STREET_CLASSES, type StreetClass } from '../../../city/ground';

/**
 * Stretches of street between crossings, each once. Edge e is from node `from[e]` to `to[e]`, and its
 * points are the rows shapeStart[e] … shapeStart[e] + shapeCount[e] − 1.
 */
export interface WalkingGraph {
  readonly nodes: number;
  readonly edges: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** On the ground. */
  readonly lengthM: Float64Array;
  readonly shapeStart: Int32Array;
  readonly shapeCount: Int32Array;
  readonly shapeEastM: ArrayLike<number>;
  readonly shapeNorthM: ArrayLike<number>;
  /** Edges at node n: `edgeAt` from first[n] to first[n + 1]. */
  readonly first: Int32Array;
  readonly edgeAt: Int32Array;
}

export interface StreetTables {
  readonly nodes: ColumnTable;
  readonly links: ColumnTable;
  readonly shapes: ColumnTable;
}

/** Closed to those on foot: motorways and main roads out of town (Codice della Strada, art. 175). */
const NOT_ON_FOOT: readonly StreetClass[] = ['motorway', 'trunk'];

/**
 * The walking graph of the tables `street-nodes`, `street-links` and `street-shapes`: every street but
 * those closed to walkers, in parts that hang together and are worth a walk; what it leaves out are
 * stretches cut off at the edge of the data.
 * @throws Error where a table lacks a column, RangeError where a link names a node that is not there.
 */
export function walkingGraph({ nodes, links, shapes }: StreetTables): WalkingGraph {
  const from = valuesOf(links, 'from');
  const to = valuesOf(links, 'to');
  const lengthM = valuesOf(links, 'lengthM');
  const ends = withoutTwins(nodes.rows, from, to, lengthM, open(links));
  const kept = largeParts(nodes.rows, ends, from, to, lengthM);
  const pick = (values: ArrayLike<number>) => Int32Array.from(kept, (link) => values[link] as number);
  const own = { from: pick(from), to: pick(to) };
  return {
    nodes: nodes.rows,
    edges: kept.length,
    ...own,
    lengthM: Float64Array.from(kept, (link) => lengthM[link] as number),
    shapeStart: pick(valuesOf(links, 'shapeStart')),
    shapeCount: pick(valuesOf(links, 'shapeCount')),
    shapeEastM: valuesOf(shapes, 'eastM'),
    shapeNorthM: valuesOf(shapes, 'northM'),
    ...adjacency(nodes.rows, own.from, own.to),
  };
}

/** Rows of the links that may be walked. */
function open(links: ColumnTable): number[] {
  const classes = columnIfAny(links, 'class');
  const names = classes?.dictionary ?? STREET_CLASSES;
  const rows: number[] = [];
  for (let link = 0; link < links.rows; link++) {
    const of = names[classes?.values[link] ?? -1];
    if (!NOT_ON_FOOT.includes(of as StreetClass)) rows.push(link);
  }
  return rows;
}

/** Two rows of one street, there and back, are one edge; streets side by side differ in length. */
function withoutTwins(
  nodes: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  lengthM: ArrayLike<number>,
  rows: readonly number[],
): number[] {
  const seen = new Map<number, number[]>();
  return rows.filter((link) => {
    const [a, b] = [from[link] as number, to[link] as number];
    if (!(a < nodes && b < nodes)) throw new RangeError(`street link ${link} has an end that is no node`);
    const key = Math.min(a, b) * nodes + Math.max(a, b);
    const others = seen.get(key);
    if (!others) seen.set(key, [link]);
    // Only the way back is a twin: two rows in the same direction are two streets.
    else if (others.some((other) => from[other] === b && to[other] === a && same(lengthM, other, link)))
      return false;
    else others.push(link);
    return true;
  });
}

const same = (lengthM: ArrayLike<number>, a: number, b: number) =>
  Math.abs((lengthM[a] as number) - (lengthM[b] as number)) < 0.01;

/** A part that hangs together and has fewer metres is left out, unless none has more. */
const LEAST_PART_M = 2000;

/** The rows of the parts that hang together and are large. */
function largeParts(
  nodes: number,
  rows: readonly number[],
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  lengthM: ArrayLike<number>,
): number[] {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const link of rows) parent[root(from[link] as number)] = root(to[link] as number);
  const metres = new Map<number, number>();
  for (const link of rows) {
    const part = root(from[link] as number);
    const sum = (metres.get(part) ?? 0) + (lengthM[link] as number);
    metres.set(part, sum);
  }
  const least = Math.min(LEAST_PART_M, Math.max(0, ...metres.values()));
  return rows.filter((link) => (metres.get(root(from[link] as number)) as number) >= least);
}

function adjacency(nodes: number, from: Int32Array, to: Int32Array): Pick<WalkingGraph, 'first' | 'edgeAt'> {
  const first = new Int32Array(nodes + 1);
  for (let edge = 0; edge < from.length; edge++) {
    first[(from[edge] as number) + 1]!++;
    first[(to[edge] as number) + 1]!++;
  }
  for (let node = 0; node < nodes; node++) first[node + 1]! += first[node] as number;
  const next = first.slice();
  const edgeAt = new Int32Array(2 * from.length);
  for (let edge = 0; edge < from.length; edge++) {
    edgeAt[next[from[edge] as number]!++] = edge;
    edgeAt[next[to[edge] as number]!++] = edge;
  }
  return { first, edgeAt };
}
