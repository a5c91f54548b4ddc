// SPDX-License-Identifier: EUPL-1.2
/** All of a demand on its least-cost ways, link by link, without a path being written. Pure. */
import { LANES } from './kernel';
import type { Demand, RoadNetwork } from './road-network';
import { NO_PARENT, type ShortestPaths } from './shortest-paths';

export interface Loaded {
  /** Σ demand · least cost. */
  readonly sptt: number;
  readonly unreachable: { readonly pairs: number; readonly vehH: number };
}

/**
 * Loads by the trees of the sweeps: first each origin's trips on the arcs of the search graph, then,
 * once for all, what arcs carry on the arcs and links that they stand for.
 */
export class AllOrNothing {
  readonly #network: RoadNetwork;
  readonly #ways: ShortestPaths;
  readonly #upFlow: Float64Array;
  readonly #downFlow: Float64Array;
  /** Trips that still have to come back to the origin from a node. */
  readonly #waiting: Float64Array;

  constructor(network: RoadNetwork, ways: ShortestPaths) {
    const arcs = ways.hierarchy.upHead.length;
    this.#network = network;
    this.#ways = ways;
    this.#upFlow = new Float64Array(arcs);
    this.#downFlow = new Float64Array(arcs);
    this.#waiting = new Float64Array(ways.graph.nodes);
  }

  /** Adds a demand, at the costs of the last `customise`, to `flow`. */
  load({ zones, vehH }: Demand, flow: Float64Array): Loaded {
    const loaded = { sptt: 0, unreachable: { pairs: 0, vehH: 0 } };
    this.#upFlow.fill(0);
    this.#downFlow.fill(0);
    const origins = [...Array(zones).keys()].filter((origin) =>
      vehH.subarray(origin * zones, (origin + 1) * zones).some((value, zone) => value > 0 && zone !== origin),
    );
    for (let i = 0; i < origins.length; i += LANES) {
      const together = origins.slice(i, i + LANES);
      this.#ways.sweep(together);
      together.forEach((origin, lane) => {
        this.#arrive(origin, lane, vehH, loaded);
        this.#goBack(lane, flow);
      });
    }
    this.#unpack(flow);
    return loaded;
  }

  /** Puts an origin's trips where they arrive. */
  #arrive(
    origin: number,
    lane: number,
    vehH: Float64Array,
    loaded: { sptt: number; unreachable: { pairs: number; vehH: number } },
  ): void {
    const { zones } = this.#network;
    const { sink } = this.#ways.graph;
    for (let zone = 0; zone < zones; zone++) {
      const trips = vehH[origin * zones + zone] as number;
      if (trips === 0 || zone === origin) continue;
      const least = this.#ways.costTo(zone, lane);
      if (least === Number.POSITIVE_INFINITY) {
        loaded.unreachable.pairs++;
        loaded.unreachable.vehH += trips;
        continue;
      }
      loaded.sptt += trips * least;
      const node = sink[zone] as number;
      this.#waiting[node] = (this.#waiting[node] as number) + trips;
    }
  }

  /** Down arcs are gone back from the lowest node on, up arcs then from the highest. */
  #goBack(lane: number, flow: Float64Array): void {
    const { nodes, descended, head, tail, by } = this.#ways.graph;
    const { parent } = this.#ways.arrays;
    const waiting = this.#waiting;
    const carry = (arc: number, to: number, trips: number, arcFlow: Float64Array) => {
      const what = by[arc] as number;
      if (what < 0) flow[~what] = (flow[~what] as number) + trips;
      else arcFlow[what] = (arcFlow[what] as number) + trips;
      waiting[to] = (waiting[to] as number) + trips;
    };
    for (let node = descended - 1; node >= 0; node--) {
      const arc = parent[node * LANES + lane] as number;
      const trips = waiting[node] as number;
      if (trips === 0 || arc >= 0) continue;
      waiting[node] = 0;
      carry(~arc, head[~arc] as number, trips, this.#downFlow);
    }
    for (let node = 0; node < nodes; node++) {
      const trips = waiting[node] as number;
      if (trips === 0) continue;
      waiting[node] = 0;
      const arc = parent[node * LANES + lane] as number;
      if (arc !== NO_PARENT) carry(arc, tail[arc] as number, trips, this.#upFlow);
    }
  }

  #unpack(flow: Float64Array): void {
    const { upBy, downBy, upWith, downWith } = this.#ways.hierarchy;
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
        pass(up, by, ~by, upWith[arc] as number);
      }
      const down = downFlow[arc] as number;
      if (down > 0) {
        const by = downBy[arc] as number;
        pass(down, by, downWith[arc] as number, ~by);
      }
    }
  }
}
