// SPDX-License-Identifier: EUPL-1.2
/** From zone to zone by transit: expected times along the optimal strategies. Pure. */
import { destinationNode, type LineNetwork, originNode } from './line-network';
import { OptimalStrategies } from './optimal-strategies';

/**
 * Row-major, `zones` × `zones`. Where there is no way, and from a zone to itself (transit is not
 * asked about it), `generalisedMin` is infinite and the others 0.
 */
export interface TransitSkim {
  readonly zones: number;
  /** Minutes in a vehicle + weighted minutes of wait and walk + penalties of changes. */
  readonly generalisedMin: Float64Array;
  readonly inVehicleMin: Float64Array;
  readonly waitMin: Float64Array;
  readonly walkMin: Float64Array;
  /** Expected vehicles boarded: 1 and above. */
  readonly boardings: Float64Array;
}

/** Expected values of all zone pairs. */
export function skimTransit(network: LineNetwork): TransitSkim {
  const { zones } = network;
  const strategies = new OptimalStrategies(network.graph, network.parameters);
  const expected = new ExpectedParts(network, strategies);
  const cells = () => new Float64Array(zones * zones);
  const skim: TransitSkim = {
    zones,
    generalisedMin: cells().fill(Number.POSITIVE_INFINITY),
    inVehicleMin: cells(),
    waitMin: cells(),
    walkMin: cells(),
    boardings: cells(),
  };
  for (let zone = 0; zone < zones; zone++) {
    strategies.solve(destinationNode(network, zone));
    expected.sum();
    for (let origin = 0; origin < zones; origin++) {
      const timeS = strategies.timeS[originNode(origin)] as number;
      if (origin === zone || timeS === Number.POSITIVE_INFINITY) continue;
      const cell = origin * zones + zone;
      skim.generalisedMin[cell] = timeS / 60;
      const at = PARTS * originNode(origin);
      skim.inVehicleMin[cell] = (expected.byNode[at] as number) / 60;
      skim.waitMin[cell] = (expected.byNode[at + 1] as number) / 60;
      skim.walkMin[cell] = (expected.byNode[at + 2] as number) / 60;
      skim.boardings[cell] = expected.byNode[at + 3] as number;
    }
  }
  return skim;
}

/** Numbers side by side for each node or arc: ride, wait, walk (seconds), boardings. */
const PARTS = 4;

/** What the strategies' expected times are made of. */
class ExpectedParts {
  /** PARTS a node. */
  readonly byNode: Float64Array;
  readonly #byArc: Float64Array;
  readonly #strategies: OptimalStrategies;
  readonly #zones: number;
  readonly #isUsed: Uint8Array;
  readonly #used: Int32Array;

  constructor({ graph, rideS, walkS, zones }: LineNetwork, strategies: OptimalStrategies) {
    this.byNode = new Float64Array(PARTS * graph.nodes);
    this.#byArc = new Float64Array(PARTS * rideS.length);
    this.#strategies = strategies;
    this.#zones = zones;
    this.#isUsed = new Uint8Array(graph.nodes);
    this.#used = new Int32Array(graph.nodes);
    for (let arc = 0; arc < rideS.length; arc++)
      this.#byArc.set(
        [rideS[arc] as number, 0, walkS[arc] as number, (graph.headwayS[arc] as number) > 0 ? 1 : 0],
        PARTS * arc,
      );
  }

  /** Sums up from the destination of the last `solve`, for the nodes that a zone's strategy comes by. */
  sum(): void {
    const { order, chosenFirst, chosenArc, chosenShare, graph } = this.#strategies;
    const byNode = this.byNode;
    const byArc = this.#byArc;
    const to = graph.to;
    for (let k = this.#findUsed() - 1; k >= 0; k--) {
      const i = this.#used[k] as number;
      const node = order[i] as number;
      let ride = 0;
      let wait = this.#strategies.waitS(node);
      let walk = 0;
      let boardings = 0;
      const end = chosenFirst[i + 1] as number;
      for (let c = chosenFirst[i] as number; c < end; c++) {
        const arc = chosenArc[c] as number;
        const share = chosenShare[c] as number;
        const a = PARTS * arc;
        const n = PARTS * (to[arc] as number);
        ride += share * ((byArc[a] as number) + (byNode[n] as number));
        wait += share * (byNode[n + 1] as number);
        walk += share * ((byArc[a + 2] as number) + (byNode[n + 2] as number));
        boardings += share * ((byArc[a + 3] as number) + (byNode[n + 3] as number));
      }
      const at = PARTS * node;
      byNode[at] = ride;
      byNode[at + 1] = wait;
      byNode[at + 2] = walk;
      byNode[at + 3] = boardings;
    }
  }

  /** Lists places in `order`, farthest first, from the zones on; returns how many. */
  #findUsed(): number {
    const { order, reached, chosenFirst, chosenArc, graph } = this.#strategies;
    const { to } = graph;
    const isUsed = this.#isUsed.fill(0).fill(1, 0, this.#zones);
    let count = 0;
    for (let i = reached - 1; i >= 0; i--) {
      if (isUsed[order[i] as number] === 0) continue;
      this.#used[count++] = i;
      const end = chosenFirst[i + 1] as number;
      for (let c = chosenFirst[i] as number; c < end; c++) isUsed[to[chosenArc[c] as number] as number] = 1;
    }
    return count;
  }
}
