// SPDX-License-Identifier: EUPL-1.2
/** Least costs and least-cost paths from zones to all others, over the hierarchy. Pure. */
import { Hierarchy } from './hierarchy';
import { KERNEL, type Kernel, type Sweep } from './kernel';
import { LANES, type SweepArrays } from './kernel-arrays';
import type { RoadNetwork } from './road-network';
import { type SearchGraph, searchGraph } from './search-graph';

/** The parent of an origin. */
export const NO_PARENT = 0x7fffffff;

/**
 * One-to-all over a customised hierarchy (PHAST, Delling et al. 2011) for four origins at once: up
 * from them, then once down over every node that leads to a zone.
 */
export class ShortestPaths {
  readonly hierarchy: Hierarchy;
  readonly graph: SearchGraph;
  readonly #sweep: Sweep;
  readonly #zones: number;
  readonly #isListed: Uint8Array;
  readonly #stack: Int32Array;

  /** @param kernel which one does the work; both give the same. */
  constructor(network: RoadNetwork, kernel: Kernel = KERNEL) {
    this.hierarchy = new Hierarchy(network, kernel);
    this.graph = searchGraph(network, this.hierarchy);
    const { nodes, first, head } = this.graph;
    this.#sweep = kernel.sweep(nodes, head.length);
    this.#sweep.arrays.first.set(first);
    this.#sweep.arrays.head.set(head);
    this.#zones = network.zones;
    this.#isListed = new Uint8Array(nodes);
    this.#stack = new Int32Array(nodes);
  }

  /** What the last sweep left, by node of the graph and lane. */
  get arrays(): SweepArrays {
    return this.#sweep.arrays;
  }

  /** From now on links cost this much; infinite: closed. */
  customise(linkCost: Float64Array): void {
    const { hierarchy } = this;
    hierarchy.customise(linkCost);
    const { by } = this.graph;
    const { up, down } = this.#sweep.arrays;
    for (let arc = 0; arc < by.length; arc++) {
      const what = by[arc] as number;
      up[arc] = (what >= 0 ? hierarchy.cost[2 * what] : linkCost[~what]) as number;
      down[arc] = (what >= 0 ? hierarchy.cost[2 * what + 1] : linkCost[~what]) as number;
    }
  }

  /** Sweeps from one to four zones; the first one is lane 0 from now on, and so on. */
  sweep(origins: ArrayLike<number>): void {
    const { cost, parent } = this.#sweep.arrays;
    cost.fill(Number.POSITIVE_INFINITY);
    for (let lane = 0; lane < origins.length; lane++) {
      const at = (this.graph.source[origins[lane] as number] as number) * LANES + lane;
      cost[at] = 0;
      parent[at] = NO_PARENT;
    }
    this.#sweep.climb(this.#listAbove(origins));
    this.#sweep.descend(this.graph.descended);
    for (let lane = 0; lane < origins.length; lane++)
      cost[(this.graph.sink[origins[lane] as number] as number) * LANES + lane] = 0;
  }

  /** Least cost to a zone from the origin of a lane of the last sweep; infinite where there is no way. */
  costTo(zone: number, lane: number): number {
    return this.#sweep.arrays.cost[(this.graph.sink[zone] as number) * LANES + lane] as number;
  }

  /**
   * Links of the path to a zone that can be reached, and is not the lane's origin, written to `into`
   * from `at` on; returns where they end.
   */
  path(zone: number, lane: number, into: Int32Array, at: number): number {
    const { head, tail, by } = this.graph;
    const { parent } = this.#sweep.arrays;
    const stack = this.#stack;
    let depth = 0;
    let node = this.graph.sink[zone] as number;
    for (;;) {
      const arc = parent[node * LANES + lane] as number;
      if (arc === NO_PARENT) break;
      stack[depth++] = arc;
      node = (arc >= 0 ? tail[arc] : head[~arc]) as number;
    }
    let end = at;
    while (depth > 0) {
      const arc = stack[--depth] as number;
      const what = by[arc >= 0 ? arc : ~arc] as number;
      if (what < 0) into[end++] = ~what;
      else end = this.hierarchy.unpack(2 * what + (arc >= 0 ? 0 : 1), into, end);
    }
    return end;
  }

  /** Least costs from every zone to every other at some links' costs, `zones` × `zones`. */
  skim(linkCost: Float64Array): Float64Array {
    const zones = this.#zones;
    const { sink } = this.graph;
    const { cost } = this.#sweep.arrays;
    const costs = new Float64Array(zones * zones);
    this.customise(linkCost);
    for (let origin = 0; origin < zones; origin += LANES) {
      const count = Math.min(LANES, zones - origin);
      this.sweep(Array.from({ length: count }, (_, lane) => origin + lane));
      for (let lane = 0; lane < count; lane++)
        for (let zone = 0; zone < zones; zone++)
          costs[(origin + lane) * zones + zone] = cost[(sink[zone] as number) * LANES + lane] as number;
    }
    return costs;
  }

  /** Writes the origins and the ranks above them to the kernel's list, lowest first; returns how many. */
  #listAbove(origins: ArrayLike<number>): number {
    const { first, head, descended, source } = this.graph;
    const { list } = this.#sweep.arrays;
    const isListed = this.#isListed;
    let count = 0;
    const climb = (from: number) => {
      let node = from;
      while (isListed[node] === 0) {
        isListed[node] = 1;
        list[count++] = node;
        const arc = first[node] as number;
        if (arc === first[node + 1]) return;
        node = head[arc] as number;
      }
    };
    for (let lane = 0; lane < origins.length; lane++) {
      const node = source[origins[lane] as number] as number;
      if (node < descended) climb(node);
      else {
        isListed[node] = 1;
        list[count++] = node;
        for (let arc = first[node] as number; arc < (first[node + 1] as number); arc++)
          climb(head[arc] as number);
      }
    }
    // Ranks are numbered from the highest on, sources after them.
    list.subarray(0, count).sort().reverse();
    for (let i = 0; i < count; i++) isListed[list[i] as number] = 0;
    return count;
  }
}
