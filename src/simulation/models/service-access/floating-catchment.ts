// SPDX-License-Identifier: EUPL-1.2
/**
 * How much of a service there is for each who needs it: floating catchments. In two steps (Luo and Wang 2003;
 * with weights by distance "enhanced", Luo and Qi 2009) what a supply gives is shared among all whom it can
 * reach, and each adds up the shares of all that he can reach; in three (Wan, Zou and Sternberg 2012) people
 * choose among supplies first. Pure.
 */
import { exp } from '../../../city/exact-math';

/** Demand, supply or costs that no access can be told from. */
export class AccessError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'AccessError';
  }
}

/** Those who need, and what is offered where. */
export interface Catchments {
  /** By place: persons. */
  readonly demand: Float64Array;
  /** By service: what it offers, hours or places or persons who work there. */
  readonly supply: Float64Array;
  /** Time or distance between them at [service * places + place]; Infinity: no way. */
  readonly cost: Float64Array;
}

/** How much a service counts at such a cost, from 0 to 1. */
export interface Decay {
  (cost: number): number;
  /** Nothing counts beyond this cost; absent: something may at any. */
  readonly beyond?: number;
}

/** Within `limit` whole, beyond it nothing; at the limit itself nothing. */
export const within = (limit: number): Decay =>
  Object.assign((cost: number) => (cost < limit ? 1 : 0), { beyond: limit });

/** Steps of cost, each up to and with its end, and how much what lies in it counts; beyond the last nothing. */
export const steps = (ends: readonly (readonly [upTo: number, weight: number])[]): Decay => {
  const rising = [...ends].sort(([a], [b]) => a - b);
  const upTo = Float64Array.from(rising, ([end]) => end);
  const weight = Float64Array.from(rising, ([, one]) => one);
  const at = (cost: number) => {
    for (let i = 0; i < upTo.length; i++) if (cost <= (upTo[i] as number)) return weight[i] as number;
    return 0;
  };
  return Object.assign(at, { beyond: upTo.at(-1) ?? 0 });
};

/** A bell of width `sigma`, cut at `limit`. */
export const gaussian = (sigma: number, limit = Number.POSITIVE_INFINITY): Decay =>
  Object.assign((cost: number) => (cost < limit ? exp(-(cost * cost) / (2 * sigma * sigma)) : 0), {
    beyond: limit,
  });

/** Luo and Qi's (2009) of minutes, where what is far is still gone to. */
export const SLOW_STEPS_MIN = steps([
  [10, 1],
  [20, 0.68],
  [30, 0.22],
]);

/**
 * Supply for each person of a place, by place: Σ over services of decay · supply / Σ over places of demand · decay.
 * A service whom nobody can reach gives nothing.
 * @throws AccessError: columns that do not fit, a figure below nought or no number.
 */
export function twoStepAccess(catchments: Catchments, decay: Decay): Float64Array {
  checkColumns(catchments);
  return shared(catchments, (cost) => decayAt(decay, cost), decay.beyond);
}

/**
 * The same where people choose a service with the share that it has in all that they know.
 * @param choice how much a service counts when they choose; they may know of more than they can reach.
 */
export function threeStepAccess(catchments: Catchments, decay: Decay, choice: Decay = decay): Float64Array {
  checkCatchments(catchments);
  const { cost } = catchments;
  const places = catchments.demand.length;
  const known = new Float64Array(places);
  for (let cell = 0; cell < cost.length; cell++)
    known[cell % places] = (known[cell % places] as number) + decayAt(choice, cost[cell] as number);
  return shared(
    catchments,
    (minutes, place) => {
      const weight = decayAt(decay, minutes);
      const all = known[place] as number;
      return weight === 0 || all === 0 ? 0 : (weight * decayAt(choice, minutes)) / all;
    },
    decay.beyond,
  );
}

/** Supply that can be reached from each place, however many share it. */
export function reachableSupply(catchments: Catchments, decay: Decay): Float64Array {
  checkCatchments(catchments);
  const { demand, supply, cost } = catchments;
  const places = demand.length;
  const sum = new Float64Array(places);
  for (let cell = 0; cell < cost.length; cell++)
    sum[cell % places] =
      (sum[cell % places] as number) +
      decayAt(decay, cost[cell] as number) * (supply[Math.floor(cell / places)] as number);
  return sum;
}

/** @throws AccessError: a decay that is no number at this cost. */
function decayAt(decay: Decay, cost: number): number {
  if (cost === Number.POSITIVE_INFINITY) return 0;
  const weight = decay(cost);
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
    throw new AccessError(`cost ${cost}`, `counts ${weight}`);
  return weight;
}

/**
 * Both steps, a service at a time: its places in reach are listed in one pass over its costs, which checks them too,
 * and all that follows looks at these alone.
 */
function shared(
  { demand, supply, cost }: Catchments,
  weightOf: (cost: number, place: number) => number,
  beyond = Number.POSITIVE_INFINITY,
): Float64Array {
  const places = demand.length;
  const access = new Float64Array(places);
  const near = new Int32Array(places);
  const weight = new Float64Array(places);
  for (let service = 0, cell = 0; service < supply.length; service++) {
    let count = 0;
    let asking = 0;
    for (let place = 0; place < places; place++, cell++) {
      const here = cost[cell] as number;
      if (here > beyond) continue;
      // No number is beyond nothing, and comes here too.
      if (!(here >= 0)) throw new AccessError(`cost ${cell + 1}`, `is ${here}`);
      const one = weightOf(here, place);
      if (one === 0) continue;
      near[count] = place;
      weight[count++] = one;
      asking += (demand[place] as number) * one;
    }
    if (asking === 0) continue;
    const ratio = (supply[service] as number) / asking;
    for (let k = 0; k < count; k++) {
      const place = near[k] as number;
      access[place] = (access[place] as number) + ratio * (weight[k] as number);
    }
  }
  return access;
}

/** @throws AccessError: columns that do not fit, a figure below nought or no number. */
export function checkCatchments(catchments: Catchments): void {
  checkColumns(catchments);
  checkWhole('cost', catchments.cost, Number.POSITIVE_INFINITY);
}

/** The same but for the costs themselves. */
function checkColumns({ demand, supply, cost }: Catchments): void {
  if (cost.length !== demand.length * supply.length)
    throw new AccessError(
      'costs',
      `${cost.length} for ${demand.length} places and ${supply.length} services`,
    );
  checkWhole('demand of place', demand, Number.MAX_VALUE);
  checkWhole('supply of service', supply, Number.MAX_VALUE);
}

function checkWhole(what: string, column: Float64Array, most: number): void {
  for (let at = 0; at < column.length; at++) {
    const value = column[at] as number;
    if (!(value >= 0 && value <= most)) throw new AccessError(`${what} ${at + 1}`, `is ${value}`);
  }
}
