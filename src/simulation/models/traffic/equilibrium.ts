// SPDX-License-Identifier: EUPL-1.2
/** Static multi-class user equilibrium by gradient projection on path flows. Pure. */
import { addedTo, carryOver } from './carry-over';
import { ElasticDemand } from './elastic-demand';
import { LinkCosts } from './link-cost';
import { type Pairs, pairsOf } from './pairs';
import { PathFlows } from './path-flows';
import {
  checkClass,
  checkNetwork,
  NetworkError,
  type RoadNetwork,
  sameLinks,
  type UserClass,
} from './road-network';
import { ShiftStep } from './shift-step';
import { ShortestPaths } from './shortest-paths';

/** Where an assignment stands after an iteration. */
export interface Progress {
  readonly iteration: number;
  /** (TSTT − SPTT) / TSTT: what travellers would save, at these costs, on their best ways. */
  readonly relativeGap: number;
  /** Σ |demand − what would travel at the least costs| / Σ demand; 0 where demand is fixed. */
  readonly demandGap: number;
  /** Total travel cost at the present flows, vehicles × unit of cost an hour, tolls and the like included. */
  readonly tstt: number;
}

export interface Equilibrium extends Progress {
  /** Of all classes. */
  readonly flowVehH: Float64Array;
  /** By class, in their order. */
  readonly classFlowVehH: readonly Float64Array[];
  /** What travels from zone to zone, by class: its demand, or what of it answers to the costs. */
  readonly classVehH: readonly Float64Array[];
  /** Of the network; what a class adds is not in it. */
  readonly cost: Float64Array;
  /** What the equilibrium makes least: Σ ∫ cost, less ∫ W where demand is elastic. */
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
  /** Where demand is elastic. */
  readonly demandGap?: number;
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
/** Of a gap of demand, so much is like one of routes. */
const DEMAND_IN_GAP = 0.1;
const DEMAND_GAP = 1e-3;
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
  #elastic: ElasticDemand;
  /** What travels now, by pair. */
  #vehH: Float64Array;
  #paths: PathFlows;
  readonly #flow: Float64Array;
  readonly #cost: Float64Array;
  readonly #slope: Float64Array;
  /** Costs as a class has them. */
  readonly #classCost: Float64Array;
  #step: ShiftStep;
  #unreachable: Unreachable = { pairs: 0, vehH: 0 };

  /** @throws NetworkError where network, classes or demand cannot be assigned. */
  constructor(network: RoadNetwork, classes: readonly UserClass[], ways?: ShortestPaths) {
    checkNetwork(network);
    for (const each of classes) checkClass(each, network);
    this.#network = network;
    this.#classes = classes;
    this.#costs = new LinkCosts(network);
    this.#ways = ways ?? new ShortestPaths(network);
    this.#pairs = pairsOf(classes, network.zones);
    this.#elastic = new ElasticDemand(classes, this.#pairs, network.zones);
    this.#vehH = this.#pairs.vehH.slice();
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
  solve({ gap, demandGap = DEMAND_GAP, maxIterations = 1000, onProgress }: AssignmentOptions): Equilibrium {
    let iteration = 0;
    for (;;) {
      const { sptt, isNew, unmet } = this.#findPaths();
      const tstt = this.#totalCost();
      const relativeGap = tstt > 0 ? Math.max(0, (tstt - sptt) / tstt) : 0;
      const progress = { iteration, relativeGap, demandGap: unmet, tstt };
      const goOn = onProgress?.(progress) ?? true;
      // The gap of flows that were only now loaded is that of the costs before them.
      if ((!isNew && relativeGap <= gap && unmet <= demandGap) || iteration >= maxIterations || !goOn)
        return this.#result(progress, tstt - sptt);
      this.#shiftAll(Math.max(relativeGap, unmet * DEMAND_IN_GAP), tstt);
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
    const pairs = pairsOf(classes, network.zones);
    const elastic = new ElasticDemand(classes, pairs, network.zones);
    const before = { pairs: this.#pairs, paths: this.#paths, vehH: this.#vehH };
    this.#network = network;
    this.#classes = classes;
    this.#costs = new LinkCosts(network);
    this.#pairs = pairs;
    this.#elastic = elastic;
    this.#begin(carryOver(before, { pairs, elastic, classes, network }));
  }

  #kept() {
    const here = { pairs: this.#pairs, paths: this.#paths, vehH: this.#vehH };
    return carryOver(here, {
      pairs: this.#pairs,
      elastic: this.#elastic,
      classes: this.#classes,
      network: this.#network,
    });
  }

  #begin({ vehH, paths }: { vehH: Float64Array; paths: PathFlows }): void {
    this.#vehH = vehH;
    this.#paths = paths;
    this.#paths.load(this.#flow);
    this.#costs.update(this.#flow, this.#cost, this.#slope);
    this.#step = this.#newStep();
  }

  /** Another one that stands where this one stands and goes its own way; they share what finds paths. */
  fork(): Assignment {
    const other = new Assignment(this.#network, this.#classes, this.#ways);
    other.#begin(this.#kept());
    return other;
  }

  /**
   * Least costs from zone to zone at the present flows, for one to whom links cost `addedCost` more;
   * row-major, infinite where there is no way, 0 within a zone.
   */
  leastCosts(addedCost?: Float64Array): Float64Array {
    const { zones } = this.#network;
    const least = new Float64Array(zones * zones);
    this.#ways.customise(this.#costsOf(addedCost));
    for (let origin = 0; origin < zones; origin++) {
      this.#ways.sweep(origin);
      for (let zone = 0; zone < zones; zone++)
        if (zone !== origin) least[origin * zones + zone] = this.#ways.toZone[zone] as number;
    }
    return least;
  }

  #newStep(): ShiftStep {
    return new ShiftStep(
      { paths: this.#paths, vehH: this.#vehH, elastic: this.#elastic },
      { costs: this.#costs, flow: this.#flow, cost: this.#cost, slope: this.#slope },
    );
  }

  #result(progress: Progress, excess: number): Equilibrium {
    let demand = 0;
    for (const vehH of this.#vehH) demand += vehH;
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
      classVehH: this.#classDemand(),
      objective: this.#costs.objective(this.#flow) + this.#paths.addedTotal() - this.#benefit(),
      averageExcessCost: demand > 0 ? Math.max(0, excess) / demand : 0,
      unreachable: this.#unreachable,
    };
  }

  #classDemand(): Float64Array[] {
    const cells = this.#network.zones ** 2;
    const { numberOf } = this.#pairs;
    return this.#classes.map(({ demand }, index) =>
      demand.vehH.map((vehH, cell) => {
        const pair = numberOf[index * cells + cell] as number;
        return pair < 0 ? vehH : (this.#vehH[pair] as number);
      }),
    );
  }

  #benefit(): number {
    let sum = 0;
    this.#elastic.theta.forEach((theta, pair) => {
      if (theta > 0) sum += this.#elastic.benefit(pair, this.#vehH[pair] as number);
    });
    return sum;
  }

  #totalCost(): number {
    let sum = this.#paths.addedTotal();
    for (let link = 0; link < this.#flow.length; link++)
      sum += (this.#flow[link] as number) * (this.#cost[link] as number);
    return sum;
  }

  /**
   * Least costs at the present costs of the links; each pair's best path joins those in use. `isNew`:
   * pairs that had no path before carry flow now; `unmet`: the gap of demand.
   */
  #findPaths(): { sptt: number; isNew: boolean; unmet: number } {
    let [sptt, isNew, unmet, demand] = [0, false, 0, 0];
    const unreachable = { pairs: 0, vehH: 0 };
    this.#classes.forEach(({ addedCost }, index) => {
      this.#ways.customise(this.#costsOf(addedCost));
      for (let origin = 0; origin < this.#network.zones; origin++) {
        const row = index * this.#network.zones + origin;
        const [first, last] = [this.#pairs.first[row] as number, this.#pairs.first[row + 1] as number];
        if (first === last) continue;
        this.#ways.sweep(origin);
        for (let pair = first; pair < last; pair++) {
          const vehH = this.#vehH[pair] as number;
          const least = this.#ways.toZone[this.#pairs.destination[pair] as number] as number;
          if (least === Number.POSITIVE_INFINITY) {
            unreachable.pairs++;
            unreachable.vehH += vehH;
            continue;
          }
          sptt += vehH * least;
          demand += vehH;
          if ((this.#elastic.theta[pair] as number) > 0)
            unmet += Math.abs(this.#elastic.at(pair, least) - vehH);
          if (this.#joinPath(pair, origin, least, addedCost)) isNew = true;
        }
      }
    });
    this.#unreachable = unreachable;
    if (isNew) {
      this.#paths.load(this.#flow);
      this.#costs.update(this.#flow, this.#cost, this.#slope);
    }
    return { sptt, isNew, unmet: demand > 0 ? unmet / demand : 0 };
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
    const added = addedCost ? addedTo(paths.links.subarray(at, end), this.#network, addedCost) : 0;
    if (isFirst) paths.add(pair, end, this.#vehH[pair] as number, added);
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
        if (head === -1) continue;
        if (this.#paths.next[head] !== -1) excess += this.#step.shift(pair, spread);
        if ((this.#elastic.theta[pair] as number) > 0) excess += this.#step.shiftDemand(pair);
      }
      // What is left is in paths that are not known yet.
      if (excess <= EXCESS_OF_GAP * gap * tstt) return;
    }
  }
}
