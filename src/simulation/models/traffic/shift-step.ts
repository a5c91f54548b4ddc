// SPDX-License-Identifier: EUPL-1.2
/** One pair's step toward equilibrium: flow from its dearer paths to its cheapest. Pure. */
import type { ElasticDemand } from './elastic-demand';
import type { LinkCosts } from './link-cost';
import type { PathFlows } from './path-flows';
import type { Standing } from './path-search';

/** Vehicles an hour that are none any more. */
const LEAST_FLOW = 1e-12;

/** A step changes what travels, or what does not, by at most this share. */
const MOST_SHARE = 0.9;

/**
 * The Newton step of gradient projection: as much flow as makes two paths' costs alike if slopes
 * stayed as they are, over the links that are not in both. The links' costs follow each step.
 */
export class ShiftStep {
  /** When a link was last marked: as the best path's, or later as met on another one as well. */
  readonly #mark: Int32Array;
  #marks = 0;
  /** When the best path's links were marked. */
  #best = 0;
  /** Cost of the dearest path that carries flow, of the pair measured last. */
  dearest = 0;
  /** Σ flow · cost of the pair shifted last, as it was met. */
  spent = 0;
  /** Vehicles an hour by which the demand shifted last has changed. */
  moved = 0;

  private readonly paths: PathFlows;
  private readonly vehH: Float64Array;
  private readonly elastic: ElasticDemand;
  private readonly costs: LinkCosts;
  private readonly linkFlow: Float64Array;
  private readonly cost: Float64Array;
  private readonly slope: Float64Array;

  constructor({ paths, vehH, elastic, costs, flow, cost, slope }: Standing) {
    this.paths = paths;
    this.vehH = vehH;
    this.elastic = elastic;
    this.costs = costs;
    this.linkFlow = flow;
    this.cost = cost;
    this.slope = slope;
    this.#mark = new Int32Array(cost.length);
  }

  /** Cost of a pair's cheapest path in use; `dearest` is known then. */
  measure(pair: number): number {
    const { next, flow, head } = this.paths;
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (let path = head[pair] as number; path !== -1; path = next[path] as number) {
      const cost = this.#pathCost(path);
      if (cost < least) least = cost;
      if (cost > most && (flow[path] as number) > 0) most = cost;
    }
    this.dearest = most;
    return least;
  }

  /**
   * Moves flow of one pair; paths left without any leave the list. Returns what its travellers would
   * have saved on the cheapest: Σ flow · (cost − least).
   */
  shift(pair: number): number {
    const { paths } = this;
    const { next, flow } = paths;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    let total = 0;
    let carried = 0;
    for (let path = paths.head[pair] as number; path !== -1; path = next[path] as number) {
      const cost = this.#pathCost(path);
      if (cost < least) {
        least = cost;
        best = path;
      }
      const vehH = flow[path] as number;
      if (cost > most && vehH > 0) most = cost;
      total += vehH * cost;
      carried += vehH;
    }
    this.spent = total;
    const excess = Math.max(0, total - carried * least);
    if (most <= least) return excess;
    this.#markBest(best);
    let before = -1;
    for (let path = paths.head[pair] as number; path !== -1; ) {
      const after = next[path] as number;
      if (path !== best && this.#shiftOne(path, best)) paths.remove(pair, path, before);
      else before = path;
      path = after;
    }
    return excess;
  }

  /**
   * Moves travellers of a pair between its paths and staying away, as a Newton step on
   * cost − W(demand). Returns what they would have gained: |cost − W| · moved.
   */
  shiftDemand(pair: number): number {
    const { paths, elastic, vehH } = this;
    let [best, fullest] = [-1, -1];
    let least = Number.POSITIVE_INFINITY;
    for (let path = paths.head[pair] as number; path !== -1; path = paths.next[path] as number) {
      const cost = this.#pathCost(path);
      if (cost < least) [least, best] = [cost, path];
      if (fullest === -1 || (paths.flow[path] as number) > (paths.flow[fullest] as number)) fullest = path;
    }
    const now = vehH[pair] as number;
    const worth = elastic.cost(pair, now);
    // More take the cheapest way; who stays away leaves the fullest, which all are as dear as.
    const path = worth > least ? best : fullest;
    const wish = worth - (worth > least ? least : this.#pathCost(path));
    let curvature = elastic.slope(pair, now);
    const begin = paths.first[path] as number;
    const end = begin + (paths.length[path] as number);
    for (let i = begin; i < end; i++) curvature += this.slope[paths.links[i] as number] as number;
    const most =
      MOST_SHARE * (wish > 0 ? elastic.rest(pair, now) : Math.min(now, paths.flow[path] as number));
    const moved = Math.sign(wish) * Math.min(Math.abs(wish) / curvature, most);
    this.moved = moved;
    if (moved === 0) return 0;
    paths.flow[path] = (paths.flow[path] as number) + moved;
    vehH[pair] = now + moved;
    this.#marks++;
    this.#move(begin, end, moved);
    return Math.abs(wish * moved);
  }

  #pathCost(path: number): number {
    const { links, first, length, added } = this.paths;
    const { cost } = this;
    let sum = added[path] as number;
    for (let i = first[path] as number, end = i + (length[path] as number); i < end; i++)
      sum += cost[links[i] as number] as number;
    return sum;
  }

  #markBest(best: number): void {
    const { links, first, length } = this.paths;
    const mark = ++this.#marks;
    this.#best = mark;
    for (let i = first[best] as number, end = i + (length[best] as number); i < end; i++)
      this.#mark[links[i] as number] = mark;
  }

  /** Steps from a path to the best; whether nothing is left on it. */
  #shiftOne(path: number, best: number): boolean {
    const { links, first, length, flow, added } = this.paths;
    const { cost, slope } = this;
    const mark = this.#mark;
    const onBest = this.#best;
    const onBoth = ++this.#marks;
    const begin = first[path] as number;
    const end = begin + (length[path] as number);
    const bestBegin = first[best] as number;
    const bestEnd = bestBegin + (length[best] as number);
    // What both share cancels.
    let dearer = (added[path] as number) - (added[best] as number);
    let curvature = 0;
    for (let i = begin; i < end; i++) {
      const link = links[i] as number;
      if ((mark[link] as number) >= onBest) {
        mark[link] = onBoth;
        continue;
      }
      dearer += cost[link] as number;
      curvature += slope[link] as number;
    }
    for (let i = bestBegin; i < bestEnd; i++) {
      const link = links[i] as number;
      if (mark[link] === onBoth) continue;
      dearer -= cost[link] as number;
      curvature += slope[link] as number;
    }
    const carried = flow[path] as number;
    let moved = dearer <= 0 ? 0 : Math.min(carried, curvature > 0 ? dearer / curvature : carried);
    if (carried - moved < LEAST_FLOW) moved = carried;
    if (moved > 0) {
      flow[path] = carried - moved;
      flow[best] = (flow[best] as number) + moved;
      this.#move(begin, end, -moved);
      this.#move(bestBegin, bestEnd, moved);
    }
    return moved === carried;
  }

  /** Adds flow to the links of a path that are not in both. */
  #move(begin: number, end: number, vehH: number): void {
    const { linkFlow, costs, cost, slope } = this;
    const { links } = this.paths;
    const mark = this.#mark;
    const onBoth = this.#marks;
    for (let i = begin; i < end; i++) {
      const link = links[i] as number;
      if (mark[link] === onBoth) continue;
      const flow = Math.max(0, (linkFlow[link] as number) + vehH);
      linkFlow[link] = flow;
      costs.updateOne(link, flow, cost, slope);
    }
  }
}
