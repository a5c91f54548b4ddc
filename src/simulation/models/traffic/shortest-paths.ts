// SPDX-License-Identifier: EUPL-1.2
/** Least costs and least-cost paths from a zone to all others, over the hierarchy. Pure. */
import { Hierarchy } from './hierarchy';
import type { RoadNetwork } from './road-network';

/** Connectors of the zones: the links into or out of a zone that nothing passes through. */
interface Connectors {
  /** Where a zone's links begin in `link`; one more entry than zones. */
  readonly first: Int32Array;
  readonly link: Int32Array;
  /** Rank at the link's other end. */
  readonly rank: Int32Array;
}

/** The parent of the origin's own ranks. */
export const NO_PARENT = 0x7fffffff;

/**
 * One-to-all over a customised hierarchy (PHAST, Delling et al. 2011): up from the origin, then once
 * down over every rank that leads to a zone. Zones below the first through node hang outside of the
 * hierarchy by their connectors, so that nothing passes through them.
 */
export class ShortestPaths {
  /** Least cost from the zone last swept from, by zone; infinite where there is no way. */
  readonly toZone: Float64Array;
  readonly hierarchy: Hierarchy;
  readonly #network: RoadNetwork;
  readonly #out: Connectors;
  readonly #in: Connectors;
  readonly #cost: Float64Array;
  /** Arc by which a rank is reached: up to it, or ~arc down to it; NO_PARENT at the origin's own. */
  readonly parent: Int32Array;
  /** Connector by which a rank begins, or a zone ends; −1: none; ~(link + zones): the link from zone to zone. */
  readonly startLink: Int32Array;
  readonly endLink: Int32Array;
  /** Ranks that lead to a zone, highest first. */
  readonly swept: Int32Array;
  readonly #isReached: Uint8Array;
  readonly #reached: Int32Array;
  /** Direct connectors from zone to zone: rare, but they exist. */
  readonly #direct: Connectors;
  #linkCost: Float64Array = new Float64Array();
  readonly #stack: Int32Array;

  constructor(network: RoadNetwork) {
    const hierarchy = new Hierarchy(network);
    this.#network = network;
    this.hierarchy = hierarchy;
    const { zones, firstThroughNode, from, to } = network;
    this.toZone = new Float64Array(zones);
    this.#out = connectors(zones, firstThroughNode, from, to, hierarchy.rankOf);
    this.#in = connectors(zones, firstThroughNode, to, from, hierarchy.rankOf);
    this.#direct = directConnectors(zones, firstThroughNode, from, to);
    this.#cost = new Float64Array(hierarchy.ranks).fill(Number.POSITIVE_INFINITY);
    this.parent = new Int32Array(hierarchy.ranks);
    this.startLink = new Int32Array(hierarchy.ranks).fill(-1);
    this.endLink = new Int32Array(zones);
    this.#isReached = new Uint8Array(hierarchy.ranks);
    this.#reached = new Int32Array(hierarchy.ranks);
    this.swept = sweptRanks(hierarchy, zones, firstThroughNode, this.#in);
    this.#stack = new Int32Array(hierarchy.ranks + 1);
  }

  /** From now on links cost this much. Kept by reference until the next call. */
  customise(linkCost: Float64Array): void {
    this.#linkCost = linkCost;
    this.hierarchy.customise(linkCost);
  }

  /** Fills `toZone` with the least costs from a zone. */
  sweep(origin: number): void {
    const { upFirst, upHead, down } = this.hierarchy;
    const cost = this.#cost;
    const parent = this.parent;
    cost.fill(Number.POSITIVE_INFINITY);
    this.#climb(origin);
    const swept = this.swept;
    for (let i = 0; i < swept.length; i++) {
      const rank = swept[i] as number;
      let best = cost[rank] as number;
      let by = parent[rank] as number;
      for (let arc = upFirst[rank] as number, end = upFirst[rank + 1] as number; arc < end; arc++) {
        const through = (cost[upHead[arc] as number] as number) + (down[arc] as number);
        if (through < best) {
          best = through;
          by = ~arc;
        }
      }
      cost[rank] = best;
      parent[rank] = by;
    }
    this.#arrive(origin);
  }

  /** Links of the path found by the last sweep, written to `into` from `at` on; returns where they end. */
  path(origin: number, destination: number, into: Int32Array, at: number): number {
    const { zones, firstThroughNode } = this.#network;
    const endLink = this.endLink[destination] as number;
    if (endLink < -1) {
      into[at] = ~endLink - zones;
      return at + 1;
    }
    let rank =
      endLink >= 0
        ? (this.hierarchy.rankOf[this.#network.from[endLink] as number] as number)
        : (this.hierarchy.rankOf[destination] as number);
    const stack = this.#stack;
    let depth = 0;
    while ((this.parent[rank] as number) !== NO_PARENT) {
      const by = this.parent[rank] as number;
      stack[depth++] = by;
      rank = by >= 0 ? this.#tail(by) : (this.hierarchy.upHead[~by] as number);
    }
    if (origin < firstThroughNode) into[at++] = this.startLink[rank] as number;
    let end = at;
    while (depth > 0) {
      const by = stack[--depth] as number;
      end = this.hierarchy.unpack(by >= 0 ? by : ~by, by >= 0, into, end);
    }
    if (endLink >= 0) into[end++] = endLink;
    return end;
  }

  /** Lower end of an arc. */
  #tail(arc: number): number {
    const { upFirst } = this.hierarchy;
    let [low, high] = [0, this.hierarchy.ranks - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((upFirst[middle] as number) <= arc) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Costs of the ranks above the origin's, in their order. */
  #climb(origin: number): void {
    const { upFirst, upHead, up } = this.hierarchy;
    const cost = this.#cost;
    const parent = this.parent;
    parent.fill(NO_PARENT);
    const count = this.#start(origin);
    const reached = this.#reached;
    for (let i = 0; i < count; i++) {
      const rank = reached[i] as number;
      this.#isReached[rank] = 0;
      const here = cost[rank] as number;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (let arc = upFirst[rank] as number, end = upFirst[rank + 1] as number; arc < end; arc++) {
        const head = upHead[arc] as number;
        const through = here + (up[arc] as number);
        if (through < (cost[head] as number)) {
          cost[head] = through;
          parent[head] = arc;
        }
      }
    }
  }

  /** Puts the origin's first ranks and all above them into `reached`, ascending; returns how many. */
  #start(origin: number): number {
    const { rankOf } = this.hierarchy;
    const cost = this.#cost;
    let count = 0;
    const climb = (from: number) => {
      let rank = from;
      while (rank >= 0 && this.#isReached[rank] === 0) {
        this.#isReached[rank] = 1;
        this.#reached[count++] = rank;
        const first = this.hierarchy.upFirst[rank] as number;
        rank =
          first < (this.hierarchy.upFirst[rank + 1] as number)
            ? (this.hierarchy.upHead[first] as number)
            : -1;
      }
    };
    if ((rankOf[origin] as number) >= 0) {
      const rank = rankOf[origin] as number;
      cost[rank] = 0;
      climb(rank);
      return count;
    }
    const { first, link, rank } = this.#out;
    for (let i = first[origin] as number; i < (first[origin + 1] as number); i++) {
      const at = rank[i] as number;
      const by = this.#linkCost[link[i] as number] as number;
      if (by >= (cost[at] as number)) continue;
      cost[at] = by;
      this.startLink[at] = link[i] as number;
      climb(at);
    }
    this.#reached.subarray(0, count).sort();
    return count;
  }

  /** Costs of the zones from those of the ranks. */
  #arrive(origin: number): void {
    const { zones } = this.#network;
    const { rankOf } = this.hierarchy;
    const { first, link, rank } = this.#in;
    const linkCost = this.#linkCost;
    for (let zone = 0; zone < zones; zone++) {
      let best = Number.POSITIVE_INFINITY;
      let by = -1;
      if ((rankOf[zone] as number) >= 0) best = this.#cost[rankOf[zone] as number] as number;
      for (let i = first[zone] as number; i < (first[zone + 1] as number); i++) {
        const through = (this.#cost[rank[i] as number] as number) + (linkCost[link[i] as number] as number);
        if (through < best) {
          best = through;
          by = link[i] as number;
        }
      }
      this.toZone[zone] = best;
      this.endLink[zone] = by;
    }
    const direct = this.#direct;
    for (let i = direct.first[origin] as number; i < (direct.first[origin + 1] as number); i++) {
      const zone = direct.rank[i] as number;
      const by = linkCost[direct.link[i] as number] as number;
      if (by >= (this.toZone[zone] as number)) continue;
      this.toZone[zone] = by;
      this.endLink[zone] = ~((direct.link[i] as number) + zones);
    }
    this.toZone[origin] = 0;
  }
}

/** Links between a zone that nothing passes through (`own` end) and a through node (`other` end). */
function connectors(
  zones: number,
  firstThroughNode: number,
  own: Int32Array,
  other: Int32Array,
  rankOf: Int32Array,
): Connectors {
  return grouped(zones, own, (link) => {
    const zone = own[link] as number;
    const rank = rankOf[other[link] as number] as number;
    return zone < Math.min(zones, firstThroughNode) && rank >= 0 ? rank : -1;
  });
}

function directConnectors(
  zones: number,
  firstThroughNode: number,
  from: Int32Array,
  to: Int32Array,
): Connectors {
  const closed = Math.min(zones, firstThroughNode);
  return grouped(zones, from, (link) => {
    const [a, b] = [from[link] as number, to[link] as number];
    return a < closed && b < closed && a !== b ? b : -1;
  });
}

function grouped(zones: number, own: Int32Array, wanted: (link: number) => number): Connectors {
  const lists: [link: number, rank: number][][] = Array.from({ length: zones }, () => []);
  for (let link = 0; link < own.length; link++) {
    const rank = wanted(link);
    if (rank >= 0) lists[own[link] as number]?.push([link, rank]);
  }
  const first = new Int32Array(zones + 1);
  for (let zone = 0; zone < zones; zone++)
    first[zone + 1] = (first[zone] as number) + (lists[zone] as []).length;
  const flat = lists.flat();
  return { first, link: Int32Array.from(flat, ([l]) => l), rank: Int32Array.from(flat, ([, r]) => r) };
}

function sweptRanks(
  hierarchy: Hierarchy,
  zones: number,
  firstThroughNode: number,
  into: Connectors,
): Int32Array {
  const { ranks, rankOf, upFirst, upHead } = hierarchy;
  const wanted = new Uint8Array(ranks);
  const climb = (from: number) => {
    for (let rank = from; rank >= 0 && wanted[rank] === 0; ) {
      wanted[rank] = 1;
      const first = upFirst[rank] as number;
      rank = first < (upFirst[rank + 1] as number) ? (upHead[first] as number) : -1;
    }
  };
  for (let zone = firstThroughNode; zone < zones; zone++) climb(rankOf[zone] as number);
  for (const rank of into.rank) climb(rank);
  const list: number[] = [];
  for (let rank = ranks - 1; rank >= 0; rank--) if (wanted[rank] === 1) list.push(rank);
  return Int32Array.from(list);
}
