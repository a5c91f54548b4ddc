// SPDX-License-Identifier: EUPL-1.2
/** The passes of the kernel in plain TypeScript: where there is no WebAssembly, and to hold it to. Pure. */
import { type ContractionArrays, LANES, type SweepArrays } from './kernel-arrays';

/** Goes up from the first `count` nodes of the list, lowest first. */
export function climb({ list, first, head, up, cost, parent }: SweepArrays, count: number): void {
  for (let i = 0; i < count; i++) {
    const node = list[i] as number;
    for (let arc = first[node] as number, end = first[node + 1] as number; arc < end; arc++) {
      const price = up[arc] as number;
      const from = node * LANES;
      const to = (head[arc] as number) * LANES;
      for (let lane = 0; lane < LANES; lane++) {
        const through = (cost[from + lane] as number) + price;
        if (through >= (cost[to + lane] as number)) continue;
        cost[to + lane] = through;
        parent[to + lane] = arc;
      }
    }
  }
}

/** Goes down to the first `nodes` nodes, in their order. */
export function descend({ first, head, down, cost, parent }: SweepArrays, nodes: number): void {
  for (let node = 0; node < nodes; node++) {
    const at = node * LANES;
    for (let arc = first[node] as number, end = first[node + 1] as number; arc < end; arc++) {
      const price = down[arc] as number;
      const above = (head[arc] as number) * LANES;
      for (let lane = 0; lane < LANES; lane++) {
        const through = (cost[above + lane] as number) + price;
        if (through >= (cost[at + lane] as number)) continue;
        cost[at + lane] = through;
        parent[at + lane] = ~arc;
      }
    }
  }
}

/** Works out the arcs' costs over lower ranks, rank by rank: an arc is done before it stands under another. */
export function contract({ first, opposite, cost, by }: ContractionArrays, ranks: number): void {
  let triangle = 0;
  for (let rank = 0; rank < ranks; rank++) {
    const end = first[rank + 1] as number;
    for (let low = first[rank] as number; low < end; low++) {
      const [upLow, downLow] = [cost[2 * low] as number, cost[2 * low + 1] as number];
      for (let high = low + 1; high < end; high++) {
        const arc = opposite[triangle++] as number;
        const there = downLow + (cost[2 * high] as number);
        if (there < (cost[2 * arc] as number)) {
          cost[2 * arc] = there;
          by[4 * arc] = ~low;
          by[4 * arc + 1] = high;
        }
        const back = (cost[2 * high + 1] as number) + upLow;
        if (back < (cost[2 * arc + 1] as number)) {
          cost[2 * arc + 1] = back;
          by[4 * arc + 2] = ~low;
          by[4 * arc + 3] = high;
        }
      }
    }
  }
}
