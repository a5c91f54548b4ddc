// SPDX-License-Identifier: EUPL-1.2
/** Looks for better paths, origin by origin, and for the pairs whose flow should move. Pure. */
import { addedTo } from './carry-over';
import type { ElasticDemand } from './elastic-demand';
import { LANES } from './kernel-arrays';
import type { LinkCosts } from './link-cost';
import type { Pairs } from './pairs';
import type { PathFlows } from './path-flows';
import type { RoadNetwork, UserClass } from './road-network';
import type { ShiftStep } from './shift-step';
import type { ShortestPaths } from './shortest-paths';

/** Where an assignment stands: what is in use, and what it costs. */
export interface Standing {
  readonly network: RoadNetwork;
  readonly classes: readonly UserClass[];
  readonly pairs: Pairs;
  readonly elastic: ElasticDemand;
  /** What travels now, by pair. */
  readonly vehH: Float64Array;
  readonly paths: PathFlows;
  readonly costs: LinkCosts;
  readonly flow: Float64Array;
  readonly cost: Float64Array;
  readonly slope: Float64Array;
}

/** What a search over all origins found. */
export interface Found {
  /** Σ demand · least cost. */
  sptt: number;
  /** Σ demand; Σ |demand − what would travel at the least costs|. */
  demand: number;
  unmet: number;
  /** Pairs that had no path before carry flow now. */
  isNew: boolean;
  unreachable: { pairs: number; vehH: number };
}

/** While nobody travels yet, so many parts of the origins set out one after the other, each at the costs before it. */
const FIRST_PARTS = 8;
/** Costs that differ by less are alike: rounding. */
const EQUAL = 1e-13;
/** A pair rests whose ways, and whose demand, are off by less than these shares of the gaps that are good enough: all such pairs together cannot make those gaps. */
const WAYS_REST = 0.001;
const DEMAND_RESTS = 0.1;

export class PathSearch {
  /** Pairs that are not in equilibrium, by the last search: the first `activeCount` of them. */
  readonly active: Int32Array;
  activeCount = 0;
  readonly #at: Standing;
  readonly #ways: ShortestPaths;
  readonly #step: ShiftStep;
  /** Costs as a class has them. */
  readonly #classCost: Float64Array;
  /** Up to which a pair rests: its excess over what it spends, its unmet demand over its demand. */
  #restGap = EQUAL;
  #restDemand = 0;

  constructor(at: Standing, ways: ShortestPaths, step: ShiftStep) {
    this.#at = at;
    this.#ways = ways;
    this.#step = step;
    this.active = new Int32Array(at.pairs.count);
    this.#classCost = new Float64Array(at.flow.length);
  }

  /** Looks from every origin, at the present costs (or, where nobody travels yet, those of whom set out before); each pair's best path joins those in use. Pairs well within the gaps that are good enough rest. */
  look(gap: number, demandGap: number): Found {
    this.#restGap = Math.max(EQUAL, WAYS_REST * gap);
    this.#restDemand = DEMAND_RESTS * demandGap;
    const { classes, paths, costs, flow, cost, slope } = this.#at;
    const found = {
      sptt: 0,
      demand: 0,
      unmet: 0,
      isNew: false,
      unreachable: { pairs: 0, vehH: 0 },
    };
    this.activeCount = 0;
    const parts = paths.paths === 0 ? FIRST_PARTS : 1;
    for (let part = 0; part < parts; part++) {
      for (let index = 0; index < classes.length; index++) this.#lookFor(index, part, parts, found);
      if (found.isNew) costs.update(flow, cost, slope);
    }
    return found;
  }

  /** A step of every active pair, which rests from then on where it had little to do; returns Σ flow · (cost − least) as each was met. */
  step(): number {
    const { elastic, paths, vehH } = this.#at;
    const step = this.#step;
    let sum = 0;
    let count = 0;
    for (let i = 0; i < this.activeCount; i++) {
      const pair = this.active[i] as number;
      let goesOn = false;
      if (paths.next[paths.head[pair] as number] !== -1) {
        const excess = step.shift(pair);
        sum += excess;
        goesOn = excess > this.#restGap * step.spent;
      }
      if ((elastic.theta[pair] as number) > 0) {
        sum += step.shiftDemand(pair);
        if (Math.abs(step.moved) > this.#restDemand * (vehH[pair] as number)) goesOn = true;
      }
      if (goesOn) this.active[count++] = pair;
    }
    this.activeCount = count;
    return sum;
  }

  /** Costs of the links to a class: kept until the next class asks. */
  costsTo(addedCost: Float64Array | undefined): Float64Array {
    const { closed } = this.#at.network;
    const { cost } = this.#at;
    if (!addedCost && !closed) return cost;
    for (let link = 0; link < cost.length; link++)
      this.#classCost[link] =
        closed?.[link] === 1
          ? Number.POSITIVE_INFINITY
          : (cost[link] as number) + (addedCost ? (addedCost[link] as number) : 0);
    return this.#classCost;
  }

  /** From every so many'th origin of a class. */
  #lookFor(index: number, part: number, parts: number, found: Found): void {
    const { network, classes, pairs } = this.#at;
    const { addedCost } = classes[index] as UserClass;
    const row = index * network.zones;
    const together: number[] = [];
    const sweep = () => {
      this.#ways.sweep(together);
      together.forEach((origin, lane) => {
        const last = pairs.first[row + origin + 1] as number;
        for (let pair = pairs.first[row + origin] as number; pair < last; pair++)
          this.#lookAt(pair, lane, addedCost, found);
      });
      together.length = 0;
    };
    if (pairs.first[row] === pairs.first[row + network.zones]) return;
    this.#ways.customise(this.costsTo(addedCost));
    for (let origin = part; origin < network.zones; origin += parts) {
      if (pairs.first[row + origin] === pairs.first[row + origin + 1]) continue;
      together.push(origin);
      if (together.length === LANES) sweep();
    }
    if (together.length > 0) sweep();
  }

  /** One pair, from the origin of a lane. */
  #lookAt(pair: number, lane: number, addedCost: Float64Array | undefined, found: Found): void {
    const { pairs, paths, elastic } = this.#at;
    const vehH = this.#at.vehH[pair] as number;
    const zone = pairs.destination[pair] as number;
    const least = this.#ways.costTo(zone, lane);
    if (least === Number.POSITIVE_INFINITY) {
      found.unreachable.pairs++;
      found.unreachable.vehH += vehH;
      return;
    }
    const isFirst = paths.head[pair] === -1;
    found.sptt += vehH * least;
    found.demand += vehH;
    let unmet = 0;
    if ((elastic.theta[pair] as number) > 0) {
      unmet = Math.abs(elastic.at(pair, least) - vehH);
      found.unmet += unmet;
    }
    if (isFirst) {
      this.#join(pair, zone, lane, addedCost, vehH);
      found.isNew = true;
      if (unmet > 0) this.active[this.activeCount++] = pair;
      return;
    }
    const cheapest = this.#step.measure(pair);
    const alike = least * (1 + this.#restGap);
    if (this.#step.dearest <= alike && unmet <= this.#restDemand * vehH) return;
    if (cheapest > alike) this.#join(pair, zone, lane, addedCost, 0);
    this.active[this.activeCount++] = pair;
  }

  /** The way found by the last sweep joins the pair's paths, with a flow that goes onto its links. */
  #join(pair: number, zone: number, lane: number, addedCost: Float64Array | undefined, vehH: number): void {
    const { paths, network, flow } = this.#at;
    const at = paths.roomFor(network.nodes + 2);
    const end = this.#ways.path(zone, lane, paths.links, at);
    if (vehH === 0 && paths.has(pair, at, end)) return;
    const added = addedCost ? addedTo(paths.links, at, end, network, addedCost) : 0;
    paths.add(pair, end, vehH, added);
    if (vehH === 0) return;
    for (let i = at; i < end; i++) {
      const link = paths.links[i] as number;
      flow[link] = (flow[link] as number) + vehH;
    }
  }
}
