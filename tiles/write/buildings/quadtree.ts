// SPDX-License-Identifier: EUPL-1.2
import { MORTON_BITS } from './morton';

/** A run of the Morton order: `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Costs of the sorted things, summed: `total[i]` is that of all before `i`. */
export type CostSums = Float64Array;

/** What a tile may hold. */
export interface Budget {
  readonly cost: number;
  /** Cells above this depth (0 = the whole square) are cut even where they cost little: they are too wide. */
  readonly leastDepth: number;
}

/**
 * Cuts a range into the largest cells of the quadtree that are within the budget. Neighbouring
 * children that are small together stay together, so that a sparse corner is not a tile of its own.
 * Every thing of the range is in exactly one of the results, in order.
 */
export function partition(codes: Uint32Array, sums: CostSums, range: Range, budget: Budget): Range[] {
  const cost = (r: Range) => (sums[r.end] as number) - (sums[r.start] as number);
  const cut = (r: Range, depth: number): Range[] => {
    const isSmall = r.end - r.start <= 1 || cost(r) <= budget.cost;
    if (isSmall && depth >= budget.leastDepth) return [r];
    const children = depth < MORTON_BITS ? quarters(codes, r, depth) : halves(r);
    const joined = depth >= budget.leastDepth ? joinSmall(children, cost, budget.cost) : children;
    return joined.flatMap((c) => cut(c, depth + 1));
  };
  return range.end > range.start ? cut(range, 0) : [];
}

/** The four children of a cell at `depth`; a range that spans several cells is cut as its widest. */
function quarters(codes: Uint32Array, { start, end }: Range, depth: number): Range[] {
  const shift = 2 * (MORTON_BITS - 1 - depth);
  const cuts = [start];
  for (let from = start; from < end; ) {
    const prefix = Math.floor((codes[from] as number) / 2 ** shift);
    from = firstNotBelow(codes, (prefix + 1) * 2 ** shift, from, end);
    cuts.push(from);
  }
  return cuts.slice(1).map((cut, i) => ({ start: cuts[i] as number, end: cut }));
}

const halves = ({ start, end }: Range): Range[] => {
  const middle = (start + end) >> 1;
  return [
    { start, end: middle },
    { start: middle, end },
  ];
};

function joinSmall(children: Range[], cost: (r: Range) => number, budget: number): Range[] {
  const out: Range[] = [];
  for (const child of children) {
    const last = out.at(-1);
    if (last && cost(last) + cost(child) <= budget)
      out[out.length - 1] = { start: last.start, end: child.end };
    else out.push(child);
  }
  return out;
}

/** First index in [from, to) whose code is not below `code`. */
function firstNotBelow(codes: Uint32Array, code: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] as number) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
