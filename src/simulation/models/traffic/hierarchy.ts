// SPDX-License-Identifier: EUPL-1.2
/** A customizable contraction hierarchy of the through nodes of a network. Pure. */
import { eliminate } from './elimination-order';
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
  /** Cost from the lower to the higher end, and back. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** Link of the network that an arc is; or ~arc of those it goes by, from their lowest rank to its lower end … */
  readonly upBy: Int32Array;
  readonly downBy: Int32Array;
  /** … and the arc from there to its higher end. */
  readonly upWith: Int32Array;
  readonly downWith: Int32Array;
  /** For each two arcs up from one rank, in their order, the arc between their ends. */
  readonly #opposite: Int32Array;
  /** For each link between through nodes: its arc, ~arc where it goes down, and the link. */
  readonly #arcOfLink: Int32Array;
  readonly #links: Int32Array;
  readonly #stack: Int32Array;
  /** Runs of links that arcs are made of, one after the other; by arc and way, up before down. */
  #runs = new Int32Array(0);
  #runsEnd = 0;
  readonly #runFirst: Int32Array;
  readonly #runLength: Int32Array;

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
    this.upWith = new Int32Array(arcs);
    this.downWith = new Int32Array(arcs);
    this.#links = Int32Array.from(links);
    this.#stack = new Int32Array(this.ranks + 2);
    this.#runFirst = new Int32Array(2 * arcs).fill(NONE);
    this.#runLength = new Int32Array(2 * arcs);
    this.#arcOfLink = Int32Array.from(links, (link) => {
      const [a, b] = [this.rankOf[from[link] as number] as number, this.rankOf[to[link] as number] as number];
      return a < b ? this.arcBetween(a, b) : ~this.arcBetween(b, a);
    });
    this.#opposite = this.#oppositeArcs();
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
    this.#takeLinks(linkCost);
    this.#runFirst.fill(NONE);
    this.#runsEnd = 0;
    const { up, down, upBy, downBy, upWith, downWith, upFirst, ranks } = this;
    const opposite = this.#opposite;
    let triangle = 0;
    // In the order of the lowest rank: an arc is done before it stands under another.
    for (let rank = 0; rank < ranks; rank++) {
      const end = upFirst[rank + 1] as number;
      for (let low = upFirst[rank] as number; low < end; low++) {
        const [upLow, downLow] = [up[low] as number, down[low] as number];
        for (let high = low + 1; high < end; high++) {
          const arc = opposite[triangle++] as number;
          const there = downLow + (up[high] as number);
          if (there < (up[arc] as number)) {
            up[arc] = there;
            upBy[arc] = ~low;
            upWith[arc] = high;
          }
          const back = (down[high] as number) + upLow;
          if (back < (down[arc] as number)) {
            down[arc] = back;
            downBy[arc] = ~low;
            downWith[arc] = high;
          }
        }
      }
    }
  }

  #takeLinks(linkCost: Float64Array): void {
    const { up, down, upBy, downBy } = this;
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
  }

  /**
   * Appends the links of an arc, taken up or down, to `into` from `at` on; returns where they end.
   * What an arc is made of is kept until the costs change: many paths take the same ones.
   */
  unpack(arc: number, isUp: boolean, into: Int32Array, at: number): number {
    const by = (isUp ? this.upBy[arc] : this.downBy[arc]) as number;
    if (by >= 0) {
      into[at] = by;
      return at + 1;
    }
    const run = isUp ? 2 * arc : 2 * arc + 1;
    if (this.#runFirst[run] === NONE) this.#keepRun(run, isUp ? arc : ~arc);
    const runs = this.#runs;
    const first = this.#runFirst[run] as number;
    const length = this.#runLength[run] as number;
    for (let i = 0; i < length; i++) into[at + i] = runs[first + i] as number;
    return at + length;
  }

  /** Writes what an arc, or ~arc down it, is made of behind the runs that are kept. */
  #keepRun(run: number, arc: number): void {
    const { upBy, downBy, upWith, downWith } = this;
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
    stack[0] = arc;
    for (let depth = 1; depth > 0; ) {
      const next = stack[--depth] as number;
      const by = (next >= 0 ? upBy[next] : downBy[~next]) as number;
      if (by >= 0) runs[end++] = by;
      else if (next >= 0) {
        stack[depth++] = upWith[next] as number;
        stack[depth++] = by;
      } else {
        stack[depth++] = ~by;
        stack[depth++] = ~(downWith[~next] as number);
      }
    }
    this.#runFirst[run] = first;
    this.#runLength[run] = end - first;
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
