// SPDX-License-Identifier: EUPL-1.2
/** p-median problems in the format of the OR-Library (Beasley 1990, J. Opl. Res. Soc. 41). Pure. */
import { BucketQueue } from '../transit/bucket-queue';
import { SitingError, type SitingProblem } from './problem';

/** Distances between all of them are 200 MB then. */
const MOST_VERTICES = 5000;

/**
 * Reads a file: "vertices edges p", then an edge a line: "from to cost". Every vertex is a client of weight 1
 * and a site; distances are those of shortest ways. Of edges that are said twice the last counts.
 * @throws SitingError: the line, counted from 1, and what is wrong with it.
 */
export function readOrLibrary(text: string): { readonly problem: SitingProblem; readonly p: number } {
  const lines = text.split(/\r?\n/).map((line, i) => ({ where: `line ${i + 1}`, cells: cellsOf(line) }));
  const [head, ...rows] = lines.filter(({ cells }) => cells.length > 0);
  if (!head) throw new SitingError('file', 'is empty');
  const [vertices, edges, p] = [0, 1, 2].map((at) => whole(head, at, 1)) as [number, number, number];
  if (vertices > MOST_VERTICES)
    throw new SitingError(head.where, `${vertices} vertices, and at most ${MOST_VERTICES} can be read`);
  if (rows.length !== edges)
    throw new SitingError('file', `${rows.length} edges, and its first line states ${edges}`);
  const costs = new Map<number, number>();
  for (const row of rows) {
    const [a, b] = [whole(row, 0, 1), whole(row, 1, 1)];
    if (Math.max(a, b) > vertices)
      throw new SitingError(row.where, `vertex ${Math.max(a, b)} of ${vertices}`);
    const cost = Number(row.cells[2]);
    if (!(cost >= 0 && Number.isFinite(cost)) || row.cells.length !== 3)
      throw new SitingError(row.where, `"${row.cells.join(' ')}" is not "from to cost"`);
    costs.set((Math.min(a, b) - 1) * vertices + Math.max(a, b) - 1, cost);
  }
  const distance = allPairs(vertices, costs);
  const weight = new Float64Array(vertices).fill(1);
  return { problem: { clients: vertices, sites: vertices, distance, weight }, p };
}

const cellsOf = (line: string): string[] => line.trim().split(/\s+/).filter(Boolean);

function whole(
  { where, cells }: { where: string; cells: readonly string[] },
  at: number,
  from: number,
): number {
  const value = Number(cells[at]);
  if (!Number.isInteger(value) || value < from)
    throw new SitingError(where, `"${cells[at] ?? ''}" is no whole number from ${from} on`);
  return value;
}

/** Shortest ways between all vertices, Infinity where there is none: Dijkstra (1959) from each. */
function allPairs(vertices: number, costs: ReadonlyMap<number, number>): Float64Array {
  const { first, to, cost, longest } = neighbours(vertices, costs);
  const queue = new BucketQueue(vertices);
  const result = new Float64Array(vertices * vertices).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < vertices; from++) {
    const row = result.subarray(from * vertices, (from + 1) * vertices);
    queue.begin(longest);
    row[from] = 0;
    queue.put(from, 0);
    for (let vertex = queue.take(); vertex >= 0; vertex = queue.take()) {
      const here = row[vertex] as number;
      for (let edge = first[vertex] as number; edge < (first[vertex + 1] as number); edge++) {
        const other = to[edge] as number;
        const at = here + (cost[edge] as number);
        if (at >= (row[other] as number)) continue;
        row[other] = at;
        queue.put(other, at);
      }
    }
  }
  return result;
}

/** Edges of vertex i, both ways: first[i] … first[i + 1] − 1. */
function neighbours(vertices: number, costs: ReadonlyMap<number, number>) {
  const first = new Int32Array(vertices + 1);
  const ends = [...costs].map(([key, cost]) => ({ a: Math.floor(key / vertices), b: key % vertices, cost }));
  for (const { a, b } of ends) {
    first[a + 1]!++;
    first[b + 1]!++;
  }
  for (let vertex = 0; vertex < vertices; vertex++) first[vertex + 1]! += first[vertex] as number;
  const next = first.slice();
  const [to, cost] = [new Int32Array(2 * ends.length), new Float64Array(2 * ends.length)];
  let longest = 0;
  const put = (from: number, other: number, own: number) => {
    const at = next[from] as number;
    next[from] = at + 1;
    to[at] = other;
    cost[at] = own;
  };
  for (const { a, b, cost: own } of ends) {
    put(a, b, own);
    put(b, a, own);
    longest = Math.max(longest, own);
  }
  return { first, to, cost, longest };
}
