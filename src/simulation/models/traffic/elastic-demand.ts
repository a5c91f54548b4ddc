// SPDX-License-Identifier: EUPL-1.2
/** How much of what could travel does, by what it costs: a logit about a base that is observed. Pure. */
import { exp, log } from '../../../city/exact-math';
import type { Pairs } from './pairs';
import { NetworkError, type UserClass } from './road-network';

/** Of a class: its demand is what travels at the base costs. */
export interface Elasticity {
  /** All that could travel between two zones by this class, more than its demand where that is not 0. */
  readonly totalVehH: Float64Array;
  /** Least cost between two zones at which the class's demand was observed. */
  readonly baseCost: Float64Array;
  /** Per unit of cost. */
  readonly theta: number;
  /**
   * Change since the base of this class's utility of travelling so, against all else that it could
   * do, that is not in the links' costs (fares, frequencies, parking …): zones × zones, in units of
   * utility. Absent: 0.
   */
  readonly utilityShift?: Float64Array;
}

/**
 * Incremental (pivot-point) logit as the demand side of one convex programme (Beckmann 1956;
 * excess-demand form of Gartner 1980): at least cost u there travel q(u) with
 * ln(q / (T − q)) = ln(q₀ / (T − q₀)) + θ · (u₀ − u) + shift; read the other way, W(q) is the cost at
 * which just q would travel. At the base costs and no shift it returns the base demand.
 */
export class ElasticDemand {
  /** 0: the pair's demand is fixed. */
  readonly theta: Float64Array;
  readonly #total: Float64Array;
  /** ln(q₀ / (T − q₀)) + θ · u₀ + shift */
  readonly #pivot: Float64Array;

  /** @throws NetworkError where a total is not more than the demand, or a base cost or shift is none. */
  constructor(classes: readonly UserClass[], pairs: Pairs, zones: number) {
    this.theta = new Float64Array(pairs.count);
    this.#total = new Float64Array(pairs.count);
    this.#pivot = new Float64Array(pairs.count);
    classes.forEach(({ id, elasticity }, index) => {
      if (!elasticity) return;
      checkColumns(id, elasticity, zones);
      const { totalVehH, baseCost, theta, utilityShift } = elasticity;
      for (let cell = 0; cell < zones * zones; cell++) {
        const pair = pairs.numberOf[index * zones * zones + cell] as number;
        if (pair < 0) continue;
        const [total, cost] = [totalVehH[cell] as number, baseCost[cell] as number];
        const base = pairs.vehH[pair] as number;
        const [from, to] = [Math.floor(cell / zones), cell % zones];
        const fault = (what: string) =>
          new NetworkError(`class ${id}, from zone ${from + 1} to ${to + 1}`, what, {
            kind: 'trips',
            from,
            to,
          });
        if (!(total > base && Number.isFinite(total))) throw fault(`${total} could travel, and ${base} do`);
        if (!(cost >= 0 && Number.isFinite(cost))) throw fault(`base cost is ${cost}`);
        const shift = utilityShift ? (utilityShift[cell] as number) : 0;
        if (!Number.isFinite(shift)) throw fault(`utility shift is ${shift}`);
        this.theta[pair] = theta;
        this.#total[pair] = total;
        this.#pivot[pair] = log(base / (total - base)) + theta * cost + shift;
      }
    });
  }

  /** q(u): what travels at a least cost. */
  at(pair: number, cost: number): number {
    const utility = (this.#pivot[pair] as number) - (this.theta[pair] as number) * cost;
    return (this.#total[pair] as number) / (1 + exp(-utility));
  }

  /** W(q): the cost at which so much travels. */
  cost(pair: number, vehH: number): number {
    const rest = (this.#total[pair] as number) - vehH;
    return ((this.#pivot[pair] as number) - log(vehH / rest)) / (this.theta[pair] as number);
  }

  /** −∂W/∂q. */
  slope(pair: number, vehH: number): number {
    return (1 / vehH + 1 / this.rest(pair, vehH)) / (this.theta[pair] as number);
  }

  /** What could travel and does not. */
  rest(pair: number, vehH: number): number {
    return (this.#total[pair] as number) - vehH;
  }

  /** ∫₀^q W(w) dw. */
  benefit(pair: number, vehH: number): number {
    const total = this.#total[pair] as number;
    const entropy = (x: number) => (x > 0 ? x * log(x) : 0);
    const logs = entropy(vehH) + entropy(total - vehH) - entropy(total);
    return ((this.#pivot[pair] as number) * vehH - logs) / (this.theta[pair] as number);
  }
}

function checkColumns(id: string, { totalVehH, baseCost, theta, utilityShift }: Elasticity, zones: number) {
  if (!(theta > 0 && Number.isFinite(theta))) throw new NetworkError(`class ${id}`, `theta is ${theta}`);
  const columns = { totals: totalVehH, 'base costs': baseCost, 'utility shifts': utilityShift };
  for (const [name, column] of Object.entries(columns))
    if (column && column.length !== zones * zones)
      throw new NetworkError(`class ${id}`, `${column.length} ${name} for ${zones} × ${zones} zones`);
}
