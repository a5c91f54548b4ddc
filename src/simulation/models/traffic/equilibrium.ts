// SPDX-License-Identifier: EUPL-1.2
/** Static multi-class user equilibrium by gradient projection on path flows. Pure. */
import { carryOver } from './carry-over';
import { ElasticDemand } from './elastic-demand';
import { LinkCosts } from './link-cost';
import { pairsOf } from './pairs';
import { PathFlows } from './path-flows';
import { type Found, PathSearch, type Standing } from './path-search';
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
  /** Pairs of zones with demand and no way between them, by class, and how much that is. */
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

/**
 * What may be otherwise from one solution to the next: costs, closures, classes and their demand. A
 * column that is not as before is another array: the old ones are never written to.
 */
export interface Change {
  /** With the nodes and links of the one before. */
  readonly network?: RoadNetwork;
  /** As many as before, in the same order. */
  readonly classes?: readonly UserClass[];
}

/** Of a gap of demand, so much is like one of routes. */
const DEMAND_IN_GAP = 0.1;
const DEMAND_GAP = 1e-3;
/** Steps of the pairs between two looks for better paths: until they leave so much of the gap, or so many. */
const EXCESS_OF_GAP = 0.05;
const MOST_PASSES = 10;

/**
 * An assignment that is kept between runs: demand or costs may change, and it goes on from where it
 * stood. Gradient projection by Newton steps on the paths in use (Jayakrishnan et al. 1994), new paths
 * from one sweep an origin over a customizable contraction hierarchy. Classes share the links' time
 * and add each its own cost to it, so that the whole is one convex programme.
 */
export class Assignment {
  #at: Standing;
  readonly #ways: ShortestPaths;
  #search: PathSearch;

  /**
   * @param ways of a network with the same nodes and links, so that they are not worked out anew.
   * @param at where another one stands; the network and classes are its own then.
   * @throws NetworkError where network, classes or demand cannot be assigned.
   */
  constructor(network: RoadNetwork, classes: readonly UserClass[], ways?: ShortestPaths, at?: Standing) {
    if (!at) {
      checkNetwork(network);
      for (const each of classes) checkClass(each, network);
    }
    this.#ways = ways ?? new ShortestPaths(network);
    this.#at = at ?? standingAtFirst(network, classes);
    this.#search = this.#newSearch();
  }

  /** Runs until the gap is reached, the iterations are over, or nobody wants it to go on. */
  solve({ gap, demandGap = DEMAND_GAP, maxIterations = 1000, onProgress }: AssignmentOptions): Equilibrium {
    for (let iteration = 0; ; iteration++) {
      const found = this.#search.look(gap, demandGap);
      const progress = this.#progress(iteration, found);
      const { relativeGap, demandGap: unmet, tstt } = progress;
      const goOn = (onProgress?.(progress) ?? true) && iteration < maxIterations;
      // The gap of flows that were only now loaded is that of the costs before them.
      if ((!found.isNew && relativeGap <= gap && unmet <= demandGap) || !goOn)
        return this.#result(progress, found);
      const whole = Math.max(relativeGap, unmet * DEMAND_IN_GAP);
      for (let pass = 0; pass < MOST_PASSES; pass++)
        // What is left then is in paths that are not known yet.
        if (this.#search.step() <= EXCESS_OF_GAP * whole * tstt) break;
    }
  }

  /**
   * Takes over what is otherwise and keeps the paths: flows follow their pair's demand, those through
   * a link that is closed now wait for the next best way. Call `solve` to be in equilibrium again.
   * @throws NetworkError where it is another network, or cannot be assigned; then nothing has changed.
   */
  change({ network = this.#at.network, classes = this.#at.classes }: Change): void {
    checkNetwork(network);
    for (const each of classes) checkClass(each, network);
    if (!sameLinks(network, this.#at.network))
      throw new NetworkError('network', 'its nodes or links are not those of the one before');
    if (classes.length !== this.#at.classes.length)
      throw new NetworkError('classes', `${classes.length}, and there were ${this.#at.classes.length}`);
    const pairs = pairsOf(classes, network.zones);
    const elastic = new ElasticDemand(classes, pairs, network.zones);
    const after = { ...this.#at, network, classes, pairs, elastic, costs: new LinkCosts(network) };
    const { vehH, isOther } = carryOver(this.#at, after);
    this.#at = { ...after, vehH };
    const { paths, costs, flow, cost, slope } = this.#at;
    if (isOther) paths.load(flow);
    costs.update(flow, cost, slope);
    this.#search = this.#newSearch();
  }

  /** Another one that stands where this one stands and goes its own way; they share what finds paths. */
  fork(): Assignment {
    const { network, classes, vehH, paths, flow, cost, slope } = this.#at;
    const own = { vehH: vehH.slice(), flow: flow.slice(), cost: cost.slice(), slope: slope.slice() };
    return new Assignment(network, classes, this.#ways, { ...this.#at, ...own, paths: paths.copy() });
  }

  /**
   * Least costs from zone to zone at the present flows, for one to whom links cost `addedCost` more;
   * row-major, infinite where there is no way, 0 within a zone.
   */
  leastCosts(addedCost?: Float64Array): Float64Array {
    return this.#ways.skim(this.#search.costsTo(addedCost));
  }

  #newSearch(): PathSearch {
    return new PathSearch(this.#at, this.#ways, new ShiftStep(this.#at));
  }

  #progress(iteration: number, { sptt, demand, unmet }: Found): Progress {
    const tstt = this.#totalCost();
    return {
      iteration,
      relativeGap: tstt > 0 ? Math.max(0, (tstt - sptt) / tstt) : 0,
      demandGap: demand > 0 ? unmet / demand : 0,
      tstt,
    };
  }

  #result(progress: Progress, found: Found): Equilibrium {
    const { flow, cost, paths, costs } = this.#at;
    let demand = 0;
    for (const vehH of this.#at.vehH) demand += vehH;
    return {
      ...progress,
      flowVehH: flow.slice(),
      classFlowVehH: this.#classFlows(),
      cost: cost.slice(),
      classVehH: this.#classDemand(),
      objective: costs.objective(flow) + paths.addedTotal() - this.#benefit(),
      averageExcessCost: demand > 0 ? Math.max(0, progress.tstt - found.sptt) / demand : 0,
      unreachable: found.unreachable,
    };
  }

  #classFlows(): Float64Array[] {
    const { classes, network, pairs, paths } = this.#at;
    return classes.map((_, index) => {
      const flow = new Float64Array(network.from.length);
      const [begin, end] = [index * network.zones, (index + 1) * network.zones];
      paths.loadOf(pairs.first[begin] as number, pairs.first[end] as number, flow);
      return flow;
    });
  }

  #classDemand(): Float64Array[] {
    const { classes, network, pairs, vehH: travels } = this.#at;
    const cells = network.zones ** 2;
    return classes.map(({ demand }, index) =>
      demand.vehH.map((vehH, cell) => {
        const pair = pairs.numberOf[index * cells + cell] as number;
        return pair < 0 ? vehH : (travels[pair] as number);
      }),
    );
  }

  #benefit(): number {
    const { elastic, vehH } = this.#at;
    let sum = 0;
    elastic.theta.forEach((theta, pair) => {
      if (theta > 0) sum += elastic.benefit(pair, vehH[pair] as number);
    });
    return sum;
  }

  #totalCost(): number {
    const { flow, cost, paths } = this.#at;
    let sum = paths.addedTotal();
    for (let link = 0; link < flow.length; link++) sum += (flow[link] as number) * (cost[link] as number);
    return sum;
  }
}

/** Nobody travels yet. */
function standingAtFirst(network: RoadNetwork, classes: readonly UserClass[]): Standing {
  const pairs = pairsOf(classes, network.zones);
  const column = () => new Float64Array(network.from.length);
  const [costs, flow, cost, slope] = [new LinkCosts(network), column(), column(), column()];
  costs.update(flow, cost, slope);
  return {
    network,
    classes,
    pairs,
    elastic: new ElasticDemand(classes, pairs, network.zones),
    vehH: pairs.vehH.slice(),
    paths: new PathFlows(pairs.count),
    costs,
    flow,
    cost,
    slope,
  };
}
