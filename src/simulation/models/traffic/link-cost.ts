// SPDX-License-Identifier: EUPL-1.2
/** The cost of links by their flow, its slope and its integral (Beckmann, McGuire, Winsten 1956). Pure. */
import { power } from '../../../city/exact-math';
import type { RoadNetwork } from './road-network';

/**
 * c(x) = constant + growth · x^beta with what does not depend on x worked out once:
 * `growth = freeFlowCost · alpha / capacity^beta`.
 */
export class LinkCosts {
  readonly constant: Float64Array;
  readonly growth: Float64Array;
  readonly beta: Float64Array;
  readonly links: number;

  constructor({ freeFlowCost, fixedCost, alpha, beta, capacityVehH }: RoadNetwork) {
    this.links = freeFlowCost.length;
    this.beta = beta;
    // With beta 0 the growth is there at once.
    this.constant = freeFlowCost.map(
      (cost, link) =>
        cost * (beta[link] === 0 ? 1 + (alpha[link] as number) : 1) + (fixedCost[link] as number),
    );
    this.growth = freeFlowCost.map((cost, link) => {
      const factor = beta[link] === 0 ? 0 : cost * (alpha[link] as number);
      return factor > 0 ? factor / raised(capacityVehH[link] as number, beta[link] as number) : 0;
    });
  }

  /** Cost and slope (∂c/∂x) of every link at its flow. */
  update(flow: Float64Array, cost: Float64Array, slope: Float64Array): void {
    for (let link = 0; link < this.links; link++) this.updateOne(link, flow[link] as number, cost, slope);
  }

  updateOne(link: number, flow: number, cost: Float64Array, slope: Float64Array): void {
    const growth = this.growth[link] as number;
    const constant = this.constant[link] as number;
    if (growth === 0) {
      cost[link] = constant;
      slope[link] = 0;
      return;
    }
    const beta = this.beta[link] as number;
    if (beta < 1) {
      // Steep beyond measure at no flow: a slope that steps can be taken with.
      cost[link] = constant + growth * raised(flow, beta);
      slope[link] = growth * beta * raised(Math.max(flow, 1), beta - 1);
      return;
    }
    // Four is what nearly all networks have.
    const below = beta === 4 ? flow * flow * flow : beta === 1 ? 1 : raised(flow, beta - 1);
    cost[link] = constant + growth * below * flow;
    slope[link] = growth * beta * below;
  }

  /** Σ ∫₀ˣ c(w) dw: what the equilibrium makes least. */
  objective(flow: Float64Array): number {
    let sum = 0;
    for (let link = 0; link < this.links; link++) {
      const x = flow[link] as number;
      const beta = this.beta[link] as number;
      const growing = ((this.growth[link] as number) * raised(x, beta) * x) / (beta + 1);
      sum += x * (this.constant[link] as number) + growing;
    }
    return sum;
  }
}

const MOST_FACTORS = 16;

/** x^y of a flow or capacity, x ≥ 0: the same bits in every engine, as `**` has not. */
function raised(x: number, y: number): number {
  if (y === 4) return x * x * (x * x);
  if (x === 0) return y === 0 ? 1 : 0;
  if (!Number.isInteger(y) || y < 0 || y > MOST_FACTORS) return power(x, y);
  let product = 1;
  for (let factor = 0; factor < y; factor++) product *= x;
  return product;
}
