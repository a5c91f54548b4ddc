// SPDX-License-Identifier: EUPL-1.2
/** Static multi-class user equilibrium by gradient projection on path flows. Pure. */
import { LinkCosts } from './link-cost';
import { type Pairs, pairsOf } from './pairs';
import { PathFlows } from './path-flows';
import { checkClass, checkNetwork, NetworkError, type RoadNetwork, type UserClass } from './road-network';
import { ShiftStep } from './shift-step';
import { ShortestPaths } from './shortest-paths';

/** Where an assignment stands after an iteration. */
export interface Progress {
  readonly iteration: number;
  /** (TSTT − SPTT) / TSTT: what travellers would save, at these costs, on their best ways. */
  readonly relativeGap: number;
  /** Total travel cost at the present flows, vehicles × unit of cost an hour, tolls and the like included. */
  readonly tstt: number;
}

export interface Equilibrium extends Progress {
  /** Of all classes. */
  readonly flowVehH: Float64Array;
  /** By class, in their order. */
  readonly classFlowVehH: readonly Float64Array[];
  /** Of the network; what a class adds is not in it. */
  readonly cost: Float64Array;
  readonly objective: number;
  /** (TSTT − SPTT) / demand: what one traveller would save on average. */
  readonly averageExcessCost: number;
  /** Pairs of zones with demand and no way between them, and how much that is. */
  readonly unreachable: Unreachable;
}

export interface Unreachable {
  readonly pairs: number;
  readonly vehH: number;
}

export interface AssignmentOptions {
  /** Relative gap at which the flows are good enough. */
  readonly gap: number;
  readonly maxIterations?: number;
  /** Called once an iteration; returns whether to go on. */
  readonly onProgress?: (progress: Progress) => boolean;
}

/** What may be otherwise from one solution to the next: costs, closures, classes and their demand. */
export interface Change {
  /** With the nodes and links of the one before. */
  readonly network?: RoadNetwork;
  /** As many as before, in the same order. */
  readonly classes?: readonly UserClass[];
}

/** A pair's spread of costs, as a share of its cost, that is not worth a shift; times the gap so far. */
const SPREAD_OF_GAP = 0.1;
/** Passes over the pairs between two looks for better paths: until they leave so much of the gap, or so many. */
const EXCESS_OF_GAP = 0.15;
const MOST_PASSES = 10;

/**
 * An assignment that is kept between runs: demand or costs may change, and it goes on from where it
 * stood. Gradient projection by Newton steps on the paths in use (Jayakrishnan et al. 1994), new paths
 * from one sweep an origin over a customizable contraction hierarchy. Classes share the links' time
 * and add each its own cost to it, so that the whole is one convex programme.
 */
export class Assignment {
  #network: RoadNetwork;
  #classes: readonly UserClass[];
  #costs: LinkCosts;
  readonly #ways: ShortestPaths;
  #pairs: Pairs;
  #paths: PathFlows;
  readonly #flow: Float64Array;
  readonly #cost: Float64Array;
  readonly #slope: Float64Array;
  /** Costs as a class has them. */
  readonly #classCost: Float64Array;
  #step: ShiftStep;
  #unreachable: Unreachable = { pairs: 0, vehH: 0 };

  /** @throws NetworkError where network, classes or demand cannot be assigned. */
  constructor(network: RoadNetwork, classes: readonly UserClass[]) {
    checkNetwork(network);
    for (const each of classes) checkClass(each, network);
    this.#network = network;
    this.#classes = classes;
    this.#costs = new LinkCosts(network);
    this.#ways = new ShortestPaths(network);
    this.#pairs = pairsOf(classes, network.zones);
    this.#paths = new PathFlows(this.#pairs.count);
    const links = network.from.length;
    this.#flow = new Float64Array(links);
    this.#cost = new Float64Array(links);
    this.#slope = new Float64Array(links);
    this.#classCost = new Float64Array(links);
    this.#costs.update(this.#flow, this.#cost, this.#slope);
    this.#step = this.#newStep();
  }

  /** Runs until the gap is reached, the iterations are over, or nobody wants it to go on. */
  solve({ gap, maxIterations = 1000, onProgress }: AssignmentOptions): Equilibrium {
    let iteration = 0;
    for (;;) {
      const { sptt, isNew } = this.#findPaths();
      const tstt = this.#totalCost();
      const relativeGap = tstt > 0 ? Math.max(0, (tstt - sptt) / tstt) : 0;
      const progress = { iteration, relativeGap, tstt };
      const goOn = onProgress?.(progress) ?? true;
      // The gap of flows that were only now loaded is that of the costs before them.
      if ((!isNew && relativeGap <= gap) || iteration >= maxIterations || !goOn)
        return this.#result(progress, tstt - sptt);
      this.#shiftAll(relativeGap, tstt);
      iteration++;
    }
  }

  /**
   * Takes over what is otherwise and keeps the paths: flows follow their pair's demand, those through
   * a link that is closed now wait for the next best way. Call `solve` to be in equilibrium again.
   * @throws NetworkError where it is another network, or cannot be assigned; then nothing has changed.
   */
  change({ network = this.#network, classes = this.#classes }: Change): void {
    checkNetwork(network);
    for (const each of classes) checkClass(each, network);
    if (!sameLinks(network, this.#network))
      throw new NetworkError('network', 'its nodes or links are not those of the one before');
    if (classes.length !== this.#classes.length)
      throw new NetworkError('classes', `${classes.length}, and there were ${this.#classes.length}`);
    const before = { pairs: this.#pairs, paths: this.#paths };
    this.#network = network;
    this.#classes = classes;
    this.#costs = new LinkCosts(network);
    this.#pairs = pairsOf(classes, network.zones);
    this.#paths = new PathFlows(this.#pairs.count);
    this.#keepPaths(before.pairs, before.paths);
    this.#paths.load(this.#flow);
    this.#costs.update(this.#flow, this.#cost, this.#slope);
    this.#step = this.#newStep();
  }

  #newStep(): ShiftStep {
    return new ShiftStep(this.#paths, this.#costs, this.#flow, this.#cost, this.#slope);
  }

  /** Paths of pairs that are still there, with flows in their old shares of the new demand. */
  #keepPaths(oldPairs: Pairs, old: PathFlows): void {
    const pairs = this.#pairs;
    const paths = this.#paths;
    for (let cell = 0; cell < pairs.numberOf.length; cell++) {
      const pair = pairs.numberOf[cell] as number;
      const oldPair = oldPairs.numberOf[cell] as number;
      if (pair < 0 || oldPair < 0) continue;
      const { addedCost } = this.#classes[Math.floor(cell / this.#network.zones ** 2)] as UserClass;
      let carried = 0;
      for (let path = old.head[oldPair] as number; path !== -1; path = old.next[path] as number) {
        const first = old.first[path] as number;
        const links = old.links.subarray(first, first + (old.length[path] as number));
        const added = this.#addedCost(links, addedCost);
        if (added === Number.POSITIVE_INFINITY) continue;
        const at = paths.roomFor(links.length);
        paths.links.set(links, at);
        paths.add(pair, at + links.length, old.flow[path] as number, added);
        carried += old.flow[path] as number;
      }
      const factor = carried > 0 ? (pairs.vehH[pair] as number) / carried : 0;
      for (let path = paths.head[pair] as number; path !== -1; path = paths.next[path] as number)
        paths.flow[path] = factor > 0 ? (paths.flow[path] as number) * factor : 0;
      // All that was left carried nothing: then the first carries all.
      if (factor === 0 && paths.head[pair] !== -1)
        paths.flow[paths.head[pair] as number] = pairs.vehH[pair] as number;
    }
  }

  /** What links add for a class; infinite where one is closed to it. */
  #addedCost(links: Int32Array, addedCost: Float64Array | undefined): number {
    const { closed } = this.#network;
    let sum = 0;
    for (const link of links) {
      if (closed?.[link] === 1) return Number.POSITIVE_INFINITY;
      if (addedCost) sum += addedCost[link] as number;
    }
    return sum;
  }

  #result(progress: Progress, excess: number): Equilibrium {
    let demand = 0;
    for (const vehH of this.#pairs.vehH) demand += vehH;
    const { zones } = this.#network;
    const { first } = this.#pairs;
    const classFlowVehH = this.#classes.map((_, index) => {
      const flow = new Float64Array(this.#flow.length);
      this.#paths.loadOf(first[index * zones] as number, first[(index + 1) * zones] as number, flow);
      return flow;
    });
    return {
      ...progress,
      flowVehH: this.#flow.slice(),
      classFlowVehH,
      cost: this.#cost.slice(),
      objective: this.#costs.objective(this.#flow) + this.#paths.addedTotal(),
      averageExcessCost: demand > 0 ? Math.max(0, excess) / demand : 0,
      unreachable: this.#unreachable,
    };
  }

  #totalCost(): number {
    let sum = this.#paths.addedTotal();
    for (let link = 0; link < this.#flow.length; link++)
      sum += (this.#flow[link] as number) * (this.#cost[link] as number);
    return sum;
  }

  /**
   * Least costs at the present costs of the links; each pair's best path joins those in use. `isNew`:
   * pairs that had no path before carry flow now.
   */
  #findPaths(): { sptt: number; isNew: boolean } {
    let [sptt, isNew] = [0, false];
    const unreachable = { pairs: 0, vehH: 0 };
    this.#classes.forEach(({ addedCost }, index) => {
      this.#ways.customise(this.#costsOf(addedCost));
      for (let origin = 0; origin < this.#network.zones; origin++) {
        const row = index * this.#network.zones + origin;
        const [first, last] = [this.#pairs.first[row] as number, this.#pairs.first[row + 1] as number];
        if (first === last) continue;
        this.#ways.sweep(origin);
        for (let pair = first; pair < last; pair++) {
          const vehH = this.#pairs.vehH[pair] as number;
          const least = this.#ways.toZone[this.#pairs.destination[pair] as number] as number;
          if (least === Number.POSITIVE_INFINITY) {
            unreachable.pairs++;
            unreachable.vehH += vehH;
            continue;
          }
          sptt += vehH * least;
          if (this.#joinPath(pair, origin, least, addedCost)) isNew = true;
        }
      }
    });
    this.#unreachable = unreachable;
    if (isNew) {
      this.#paths.load(this.#flow);
      this.#costs.update(this.#flow, this.#cost, this.#slope);
    }
    return { sptt, isNew };
  }

  /** The links' costs for a class: kept until the next class asks. */
  #costsOf(addedCost: Float64Array | undefined): Float64Array {
    const { closed } = this.#network;
    if (!addedCost && !closed) return this.#cost;
    for (let link = 0; link < this.#cost.length; link++)
      this.#classCost[link] =
        closed?.[link] === 1
          ? Number.POSITIVE_INFINITY
          : (this.#cost[link] as number) + (addedCost ? (addedCost[link] as number) : 0);
    return this.#classCost;
  }

  /** The way found by the last sweep joins the pair's paths, unless one of them costs no more. Whether it is the first. */
  #joinPath(pair: number, origin: number, least: number, addedCost: Float64Array | undefined): boolean {
    const paths = this.#paths;
    const isFirst = paths.head[pair] === -1;
    if (!isFirst && this.#step.cheapest(pair) <= least * (1 + 1e-13)) return false;
    const at = paths.roomFor(this.#network.nodes + 2);
    const end = this.#ways.path(origin, this.#pairs.destination[pair] as number, paths.links, at);
    const added = addedCost ? this.#addedCost(paths.links.subarray(at, end), addedCost) : 0;
    if (isFirst) paths.add(pair, end, this.#pairs.vehH[pair] as number, added);
    else if (!paths.has(pair, at, end)) paths.add(pair, end, 0, added);
    return isFirst;
  }

  /** Passes over the pairs, shifting flow to the best paths known, costs following at once. */
  #shiftAll(gap: number, tstt: number): void {
    const spread = gap * SPREAD_OF_GAP;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      let excess = 0;
      for (let pair = 0; pair < this.#paths.pairs; pair++) {
        const head = this.#paths.head[pair] as number;
        if (head === -1 || this.#paths.next[head] === -1) continue;
        excess += this.#step.shift(pair, spread);
      }
      // What is left is in paths that are not known yet.
      if (excess <= EXCESS_OF_GAP * gap * tstt) return;
    }
  }
}

function sameLinks(a: RoadNetwork, b: RoadNetwork): boolean {
  const same = (x: Int32Array, y: Int32Array) =>
    x === y || (x.length === y.length && x.every((v, i) => v === y[i]));
  return (
    a.nodes === b.nodes &&
    a.zones === b.zones &&
    a.firstThroughNode === b.firstThroughNode &&
    same(a.from, b.from) &&
    same(a.to, b.to)
  );
}
