// SPDX-License-Identifier: EUPL-1.2
/** All of a demand on its least-cost ways, link by link, without a path being written. Pure. */
import type { Demand, RoadNetwork } from './road-network';
import { NO_PARENT, type ShortestPaths } from './shortest-paths';

export interface Loaded {
  /** Σ demand · least cost. */
  readonly sptt: number;
  readonly unreachable: { readonly pairs: number; readonly vehH: number };
}

/**
 * Loads by the trees of the sweeps: first each origin's trips on the arcs of the hierarchy, then,
 * once for all, what arcs carry on the arcs and links that they stand for.
 */
export class AllOrNothing {
  readonly #network: RoadNetwork;
  readonly #ways: ShortestPaths;
  readonly #upFlow: Float64Array;
  readonly #downFlow: Float64Array;
  /** Trips that still have to come back to the origin from a rank. */
  readonly #waiting: Float64Array;
  readonly #tail: Int32Array;

  constructor(network: RoadNetwork, ways: ShortestPaths) {
    const { ranks, upFirst, upHead } = ways.hierarchy;
    this.#network = network;
    this.#ways = ways;
    this.#upFlow = new Float64Array(upHead.length);
    this.#downFlow = new Float64Array(upHead.length);
    this.#waiting = new Float64Array(ranks);
    this.#tail = new Int32Array(upHead.length);
    for (let rank = 0; rank < ranks; rank++)
      this.#tail.fill(rank, upFirst[rank] as number, upFirst[rank + 1] as number);
  }

  /** Adds a demand, at the costs of the last `customise`, to `flow`. */
  load({ zones, vehH }: Demand, flow: Float64Array): Loaded {
    const ways = this.#ways;
    let sptt = 0;
    const unreachable = { pairs: 0, vehH: 0 };
    this.#upFlow.fill(0);
    this.#downFlow.fill(0);
    for (let origin = 0; origin < zones; origin++) {
      const row = vehH.subarray(origin * zones, (origin + 1) * zones);
      if (!row.some((value, zone) => value > 0 && zone !== origin)) continue;
      ways.sweep(origin);
      for (let zone = 0; zone < zones; zone++) {
        const trips = row[zone] as number;
        if (trips === 0 || zone === origin) continue;
        const least = ways.toZone[zone] as number;
        if (least === Number.POSITIVE_INFINITY) {
          unreachable.pairs++;
          unreachable.vehH += trips;
          continue;
        }
        sptt += trips * least;
        this.#arrive(zone, trips, flow);
      }
      this.#goBack(origin, flow);
    }
    this.#unpack(flow);
    return { sptt, unreachable };
  }

  /** Puts a zone's trips where its way leaves the hierarchy. */
  #arrive(zone: number, trips: number, flow: Float64Array): void {
    const { rankOf } = this.#ways.hierarchy;
    const end = this.#ways.endLink[zone] as number;
    if (end < -1) {
      const link = ~end - this.#network.zones;
      flow[link] = (flow[link] as number) + trips;
      return;
    }
    let rank = rankOf[zone] as number;
    if (end >= 0) {
      flow[end] = (flow[end] as number) + trips;
      rank = rankOf[this.#network.from[end] as number] as number;
    }
    this.#waiting[rank] = (this.#waiting[rank] as number) + trips;
  }

  /** Down arcs are gone back from the lowest rank on, up arcs then from the highest. */
  #goBack(origin: number, flow: Float64Array): void {
    const { parent, swept, startLink, hierarchy } = this.#ways;
    const waiting = this.#waiting;
    const downFlow = this.#downFlow;
    const upFlow = this.#upFlow;
    for (let i = swept.length - 1; i >= 0; i--) {
      const rank = swept[i] as number;
      const by = parent[rank] as number;
      const trips = waiting[rank] as number;
      if (trips === 0 || by >= 0) continue;
      downFlow[~by] = (downFlow[~by] as number) + trips;
      const above = hierarchy.upHead[~by] as number;
      waiting[above] = (waiting[above] as number) + trips;
      waiting[rank] = 0;
    }
    for (let rank = hierarchy.ranks - 1; rank >= 0; rank--) {
      const trips = waiting[rank] as number;
      if (trips === 0) continue;
      waiting[rank] = 0;
      const by = parent[rank] as number;
      if (by !== NO_PARENT) {
        upFlow[by] = (upFlow[by] as number) + trips;
        const below = this.#tail[by] as number;
        waiting[below] = (waiting[below] as number) + trips;
      } else if (origin < this.#network.firstThroughNode) {
        const link = startLink[rank] as number;
        flow[link] = (flow[link] as number) + trips;
      }
    }
  }

  #unpack(flow: Float64Array): void {
    const { upBy, downBy, triangleLow, triangleHigh } = this.#ways.hierarchy;
    const upFlow = this.#upFlow;
    const downFlow = this.#downFlow;
    const pass = (trips: number, by: number, first: number, second: number) => {
      if (by >= 0) flow[by] = (flow[by] as number) + trips;
      else {
        downFlow[first] = (downFlow[first] as number) + trips;
        upFlow[second] = (upFlow[second] as number) + trips;
      }
    };
    // An arc stands over arcs of lower ranks only.
    for (let arc = upFlow.length - 1; arc >= 0; arc--) {
      const up = upFlow[arc] as number;
      if (up > 0) {
        const by = upBy[arc] as number;
        pass(up, by, triangleLow[~by] as number, triangleHigh[~by] as number);
      }
      const down = downFlow[arc] as number;
      if (down > 0) {
        const by = downBy[arc] as number;
        pass(down, by, triangleHigh[~by] as number, triangleLow[~by] as number);
      }
    }
  }
}
