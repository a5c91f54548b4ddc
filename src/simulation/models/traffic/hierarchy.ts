// SPDX-License-Identifier: EUPL-1.2
/** A customizable contraction hierarchy of the through nodes of a network. Pure. */
import { eliminate } from './elimination-order';
import { type Contraction, KERNEL, type Kernel } from './kernel';
import type { RoadNetwork } from './road-network';

const NONE = -1;

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
  /** By way, which is 2 · arc up it, and 2 · arc + 1 down it. */
  readonly cost: Float64Array;
  /** By way, two entries: the link that it is; or ~arc and arc of those it goes by (kernel-arrays.ts). */
  readonly by: Int32Array;
  readonly #contraction: Contraction;
  /** For each link between through nodes: its way, and the link. */
  readonly #wayOfLink: Int32Array;
  readonly #links: Int32Array;
  readonly #stack: Int32Array;
  /** Runs of links that ways are made of, one after the other. */
  #runs = new Int32Array(0);
  #runsEnd = 0;
  readonly #runFirst: Int32Array;
  readonly #runLength: Int32Array;

  constructor({ nodes, firstThroughNode, from, to }: RoadNetwork, kernel: Kernel = KERNEL) {
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
    this.#links = Int32Array.from(links);
    this.#stack = new Int32Array(this.ranks + 2);
    this.#runFirst = new Int32Array(2 * arcs).fill(NONE);
    this.#runLength = new Int32Array(2 * arcs);
    this.#wayOfLink = Int32Array.from(links, (link) => {
      const [a, b] = [this.rankOf[from[link] as number] as number, this.rankOf[to[link] as number] as number];
      return a < b ? 2 * this.arcBetween(a, b) : 2 * this.arcBetween(b, a) + 1;
    });
    const opposite = this.#oppositeArcs();
    this.#contraction = kernel.contraction(this.ranks, arcs, opposite.length);
    const { arrays } = this.#contraction;
    arrays.first.set(upFirst);
    arrays.opposite.set(opposite);
    this.cost = arrays.cost;
    this.by = arrays.by;
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

  /** Works out the ways' costs from the links'. */
  customise(linkCost: Float64Array): void {
    const { cost, by } = this;
    const links = this.#links;
    const wayOfLink = this.#wayOfLink;
    this.#runFirst.fill(NONE);
    this.#runsEnd = 0;
    cost.fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < links.length; i++) {
      const link = links[i] as number;
      const way = wayOfLink[i] as number;
      if ((linkCost[link] as number) >= (cost[way] as number)) continue;
      cost[way] = linkCost[link] as number;
      by[2 * way] = link;
    }
    this.#contraction.contract();
  }

  /**
   * Appends the links of a way to `into` from `at` on; returns where they end. What ways are made of
   * is kept until the costs change: many paths take the same ones.
   */
  unpack(way: number, into: Int32Array, at: number): number {
    const link = this.by[2 * way] as number;
    if (link >= 0) {
      into[at] = link;
      return at + 1;
    }
    if (this.#runFirst[way] === NONE) this.#keepRun(way);
    const runs = this.#runs;
    const first = this.#runFirst[way] as number;
    const length = this.#runLength[way] as number;
    for (let i = 0; i < length; i++) into[at + i] = runs[first + i] as number;
    return at + length;
  }

  /** Writes what a way is made of behind the runs that are kept. */
  #keepRun(way: number): void {
    const { by } = this;
    const stack = this.#stack;
    const first = this.#runsEnd;
    // No way passes a rank twice.
    if (first + this.ranks > this.#runs.length) {
      const wider = new Int32Array(2 * this.#runs.length + this.ranks);
      wider.set(this.#runs);
      this.#runs = wider;
    }
    const runs = this.#runs;
    let end = first;
    // What comes first on top: down to the lowest rank, then up from it.
    stack[0] = way;
    for (let depth = 1; depth > 0; ) {
      const next = stack[--depth] as number;
      const low = by[2 * next] as number;
      if (low >= 0) {
        runs[end++] = low;
        continue;
      }
      const high = by[2 * next + 1] as number;
      const isUp = (next & 1) === 0;
      stack[depth++] = 2 * (isUp ? high : ~low);
      stack[depth++] = 2 * (isUp ? ~low : high) + 1;
    }
    this.#runFirst[way] = first;
    this.#runLength[way] = end - first;
    this.#runsEnd = end;
  }

  #oppositeArcs(): Int32Array {
    const { upFirst, upHead, ranks } = this;
    let count = 0;
    for (let rank = 0; rank < ranks; rank++) {
      const degree = (upFirst[rank + 1] as number) - (upFirst[rank] as number);
      count += (degree * (degree - 1)) / 2;
    }
    const opposite = new Int32Array(count);
    let triangle = 0;
    for (let rank = 0; rank < ranks; rank++) {
      const end = upFirst[rank + 1] as number;
      for (let low = upFirst[rank] as number; low < end; low++) {
        // The neighbours above come in one order everywhere: one walk finds them all.
        let arc = upFirst[upHead[low] as number] as number;
        for (let high = low + 1; high < end; high++) {
          while (upHead[arc] !== upHead[high]) arc++;
          opposite[triangle++] = arc;
        }
      }
    }
    return opposite;
  }
}
