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
  const next: [to: number, cost: number][][] = Array.from({ length: vertices }, () => []);
  let longest = 0;
  for (const [key, cost] of costs) {
    const [a, b] = [Math.floor(key / vertices), key % vertices];
    next[a]?.push([b, cost]);
    next[b]?.push([a, cost]);
    longest = Math.max(longest, cost);
  }
  const queue = new BucketQueue(vertices);
  const result = new Float64Array(vertices * vertices).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < vertices; from++) {
    const row = result.subarray(from * vertices, (from + 1) * vertices);
    queue.begin(longest);
    row[from] = 0;
    queue.put(from, 0);
    for (let vertex = queue.take(); vertex >= 0; vertex = queue.take())
      for (const [to, cost] of next[vertex] ?? []) {
        const at = (row[vertex] as number) + cost;
        if (at >= (row[to] as number)) continue;
        row[to] = at;
        queue.put(to, at);
      }
  }
  return result;
}
