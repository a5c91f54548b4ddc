// SPDX-License-Identifier: EUPL-1.2
/** All of a demand on its least-cost ways, link by link, without a path being written. Pure. */
import { LANES } from './kernel-arrays';
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
  /** By way of the hierarchy. */
  readonly #wayFlow: Float64Array;
  /** Trips that still have to come back to the origin from a node. */
  readonly #waiting: Float64Array;

  constructor(network: RoadNetwork, ways: ShortestPaths) {
    this.#network = network;
    this.#ways = ways;
    this.#wayFlow = new Float64Array(ways.hierarchy.cost.length);
    this.#waiting = new Float64Array(ways.graph.nodes);
  }

  /** Adds a demand, at the costs of the last `customise`, to `flow`. */
  load({ zones, vehH }: Demand, flow: Float64Array): Loaded {
    const loaded = { sptt: 0, unreachable: { pairs: 0, vehH: 0 } };
    this.#wayFlow.fill(0);
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
    const wayFlow = this.#wayFlow;
    const carry = (arc: number, down: number, to: number, trips: number) => {
      const what = by[arc] as number;
      if (what < 0) flow[~what] = (flow[~what] as number) + trips;
      else wayFlow[2 * what + down] = (wayFlow[2 * what + down] as number) + trips;
      waiting[to] = (waiting[to] as number) + trips;
    };
    for (let node = descended - 1; node >= 0; node--) {
      const arc = parent[node * LANES + lane] as number;
      const trips = waiting[node] as number;
      if (trips === 0 || arc >= 0) continue;
      waiting[node] = 0;
      carry(~arc, 1, head[~arc] as number, trips);
    }
    for (let node = 0; node < nodes; node++) {
      const trips = waiting[node] as number;
      if (trips === 0) continue;
      waiting[node] = 0;
      const arc = parent[node * LANES + lane] as number;
      if (arc !== NO_PARENT) carry(arc, 0, tail[arc] as number, trips);
    }
  }

  #unpack(flow: Float64Array): void {
    const { by } = this.#ways.hierarchy;
    const wayFlow = this.#wayFlow;
    // A way goes by arcs of lower ranks only.
    for (let way = wayFlow.length - 1; way >= 0; way--) {
      const trips = wayFlow[way] as number;
      if (trips === 0) continue;
      const low = by[2 * way] as number;
      if (low >= 0) {
        flow[low] = (flow[low] as number) + trips;
        continue;
      }
      const high = by[2 * way + 1] as number;
      const isUp = (way & 1) === 0;
      const [down, up] = [2 * (isUp ? ~low : high) + 1, 2 * (isUp ? high : ~low)];
      wayFlow[down] = (wayFlow[down] as number) + trips;
      wayFlow[up] = (wayFlow[up] as number) + trips;
    }
  }
}
