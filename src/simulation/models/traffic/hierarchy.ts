// SPDX-License-Identifier: EUPL-1.2
/** A customizable contraction hierarchy of the through nodes of a network. Pure. */
import { eliminate } from './elimination-order';
import type { RoadNetwork } from './road-network';

/**
 * Customizable contraction hierarchy (Dibbelt, Strasser, Wagner: ACM JEA 21, 2016). Its arcs join
 * ranks, each arc standing for the way up and the way down; they are the network's once, whatever
 * the costs, and `customise` works out what each costs now.
 */
export class Hierarchy {
  readonly ranks: number;
  /** Rank of a node; −1 for nodes that nothing passes through. */
  readonly rankOf: Int32Array;
  readonly upFirst: Int32Array;
  readonly upHead: Int32Array;
  /** Cost from the lower to the higher end, and back. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** Link of the network that an arc is, or ~triangle that it goes by. */
  readonly upBy: Int32Array;
  readonly downBy: Int32Array;
  /** A triangle: arcs from its lowest rank to the lower and the higher end of the arc above it. */
  readonly triangleLow: Int32Array;
  readonly triangleHigh: Int32Array;
  readonly triangleArc: Int32Array;
  /** For each link between through nodes: its arc, ~arc where it goes down, and the link. */
  readonly #arcOfLink: Int32Array;
  readonly #links: Int32Array;

  constructor({ nodes, firstThroughNode, from, to }: RoadNetwork) {
    const links: number[] = [];
    for (let link = 0; link < from.length; link++)
      if (
        (from[link] as number) >= firstThroughNode &&
        (to[link] as number) >= firstThroughNode &&
        from[link] !== to[link]
      )
        links.push(link);
    this.ranks = nodes - firstThroughNode;
    const shifted = (ends: Int32Array) =>
      Int32Array.from(links, (link) => (ends[link] as number) - firstThroughNode);
    const { rank, upFirst, upHead } = eliminate(this.ranks, shifted(from), shifted(to));
    this.rankOf = new Int32Array(nodes).fill(-1);
    this.rankOf.set(rank, firstThroughNode);
    this.upFirst = upFirst;
    this.upHead = upHead;
    const arcs = upHead.length;
    this.up = new Float64Array(arcs);
    this.down = new Float64Array(arcs);
    this.upBy = new Int32Array(arcs);
    this.downBy = new Int32Array(arcs);
    this.#links = Int32Array.from(links);
    this.#arcOfLink = Int32Array.from(links, (link) => {
      const [a, b] = [this.rankOf[from[link] as number] as number, this.rankOf[to[link] as number] as number];
      return a < b ? this.arcBetween(a, b) : ~this.arcBetween(b, a);
    });
    const triangles = trianglesOf(upFirst, upHead, (a, b) => this.arcBetween(a, b));
    this.triangleLow = triangles.low;
    this.triangleHigh = triangles.high;
    this.triangleArc = triangles.arc;
  }

  /** The arc from a rank up to another that is its neighbour. */
  arcBetween(low: number, high: number): number {
    let [first, last] = [this.upFirst[low] as number, (this.upFirst[low + 1] as number) - 1];
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((this.upHead[middle] as number) < high) first = middle + 1;
      else last = middle;
    }
    return first;
  }

  /** Works out the arcs' costs from the links'. */
  customise(linkCost: Float64Array): void {
    const { up, down, upBy, downBy, triangleLow, triangleHigh, triangleArc } = this;
    up.fill(Number.POSITIVE_INFINITY);
    down.fill(Number.POSITIVE_INFINITY);
    const links = this.#links;
    const arcOfLink = this.#arcOfLink;
    for (let i = 0; i < links.length; i++) {
      const link = links[i] as number;
      const cost = linkCost[link] as number;
      const arc = arcOfLink[i] as number;
      if (arc >= 0) {
        if (cost < (up[arc] as number)) {
          up[arc] = cost;
          upBy[arc] = link;
        }
      } else if (cost < (down[~arc] as number)) {
        down[~arc] = cost;
        downBy[~arc] = link;
      }
    }
    // In the order of the lowest rank: an arc is done before it stands under another.
    for (let t = 0; t < triangleArc.length; t++) {
      const low = triangleLow[t] as number;
      const high = triangleHigh[t] as number;
      const arc = triangleArc[t] as number;
      const there = (down[low] as number) + (up[high] as number);
      if (there < (up[arc] as number)) {
        up[arc] = there;
        upBy[arc] = ~t;
      }
      const back = (down[high] as number) + (up[low] as number);
      if (back < (down[arc] as number)) {
        down[arc] = back;
        downBy[arc] = ~t;
      }
    }
  }

  /** Appends the links of an arc, taken up or down, to `into` from `at` on; returns where they end. */
  unpack(arc: number, isUp: boolean, into: Int32Array, at: number): number {
    const by = (isUp ? this.upBy[arc] : this.downBy[arc]) as number;
    if (by >= 0) {
      into[at] = by;
      return at + 1;
    }
    const [low, high] = [this.triangleLow[~by] as number, this.triangleHigh[~by] as number];
    // Up: from the lower end down to the triangle's lowest rank, then up to the higher end.
    const middle = this.unpack(isUp ? low : high, false, into, at);
    return this.unpack(isUp ? high : low, true, into, middle);
  }
}

function trianglesOf(
  upFirst: Int32Array,
  upHead: Int32Array,
  arcBetween: (low: number, high: number) => number,
) {
  let count = 0;
  for (let r = 0; r + 1 < upFirst.length; r++) {
    const degree = (upFirst[r + 1] as number) - (upFirst[r] as number);
    count += (degree * (degree - 1)) / 2;
  }
  const [low, high, arc] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  let t = 0;
  for (let r = 0; r + 1 < upFirst.length; r++)
    for (let i = upFirst[r] as number; i < (upFirst[r + 1] as number); i++)
      for (let j = i + 1; j < (upFirst[r + 1] as number); j++) {
        low[t] = i;
        high[t] = j;
        arc[t++] = arcBetween(upHead[i] as number, upHead[j] as number);
      }
  return { low, high, arc };
}
