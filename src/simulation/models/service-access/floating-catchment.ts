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
export type Decay = (cost: number) => number;

/** Within `limit` whole, beyond it nothing; at the limit itself nothing. */
export const within =
  (limit: number): Decay =>
  (cost) =>
    cost < limit ? 1 : 0;

/** Steps of cost, each up to and with its end, and how much what lies in it counts; beyond the last nothing. */
export const steps = (ends: readonly (readonly [upTo: number, weight: number])[]): Decay => {
  const rising = [...ends].sort(([a], [b]) => a - b);
  return (cost) => rising.find(([upTo]) => cost <= upTo)?.[1] ?? 0;
};

/** A bell of width `sigma`, cut at `limit`. */
export const gaussian =
  (sigma: number, limit = Number.POSITIVE_INFINITY): Decay =>
  (cost) =>
    cost < limit ? exp(-(cost * cost) / (2 * sigma * sigma)) : 0;

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
  return shared(catchments, weightsOf(catchments, decay));
}

/**
 * The same where people choose a service with the share that it has in all that they know.
 * @param choice how much a service counts when they choose; they may know of more than they can reach.
 */
export function threeStepAccess(catchments: Catchments, decay: Decay, choice: Decay = decay): Float64Array {
  const { demand, supply } = catchments;
  const [weight, liking] = [weightsOf(catchments, decay), weightsOf(catchments, choice)];
  const places = demand.length;
  const all = new Float64Array(places);
  liking.forEach((w, cell) => {
    all[cell % places] = (all[cell % places] as number) + w;
  });
  const chosen = weight.map((w, cell) =>
    w === 0 ? 0 : (w * (liking[cell] as number)) / (all[cell % places] as number),
  );
  return shared({ demand, supply }, chosen);
}

/** Supply that can be reached from each place, however many share it. */
export function reachableSupply(catchments: Catchments, decay: Decay): Float64Array {
  const places = catchments.demand.length;
  const sum = new Float64Array(places);
  weightsOf(catchments, decay).forEach((w, cell) => {
    const [service, place] = [Math.floor(cell / places), cell % places];
    sum[place] = (sum[place] as number) + w * (catchments.supply[service] as number);
  });
  return sum;
}

function shared(
  { demand, supply }: Pick<Catchments, 'demand' | 'supply'>,
  weight: Float64Array,
): Float64Array {
  const places = demand.length;
  const access = new Float64Array(places);
  supply.forEach((offered, service) => {
    const row = weight.subarray(service * places, (service + 1) * places);
    let asking = 0;
    for (let place = 0; place < places; place++) asking += (demand[place] as number) * (row[place] as number);
    if (asking === 0) return;
    const ratio = offered / asking;
    for (let place = 0; place < places; place++)
      access[place] = (access[place] as number) + ratio * (row[place] as number);
  });
  return access;
}

function weightsOf(catchments: Catchments, decay: Decay): Float64Array {
  checkCatchments(catchments);
  return catchments.cost.map((cost) => (cost === Number.POSITIVE_INFINITY ? 0 : decay(cost)));
}

/** @throws AccessError: columns that do not fit, a figure below nought or no number. */
export function checkCatchments({ demand, supply, cost }: Catchments): void {
  if (cost.length !== demand.length * supply.length)
    throw new AccessError(
      'costs',
      `${cost.length} for ${demand.length} places and ${supply.length} services`,
    );
  const whole = (what: string, column: Float64Array, most: number) =>
    column.forEach((value, at) => {
      if (!(value >= 0 && value <= most)) throw new AccessError(`${what} ${at + 1}`, `is ${value}`);
    });
  whole('demand of place', demand, Number.MAX_VALUE);
  whole('supply of service', supply, Number.MAX_VALUE);
  whole('cost', cost, Number.POSITIVE_INFINITY);
}
