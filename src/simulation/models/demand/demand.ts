// SPDX-License-Identifier: EUPL-1.2
/** What the demand model is asked with and answers. Matrices are row-major, zones × zones, origin first. */
import type { Purpose } from './modes';

/**
 * Door to door by mode; infinite where there is no way. Within a zone only those on foot and by bicycle are
 * read, to and from gateways only those of the car: see mode-costs.ts.
 */
export interface Skims {
  readonly carMin: Float64Array;
  readonly carKm: Float64Array;
  /** Charges on the way, per vehicle. */
  readonly carTollEur: Float64Array;
  /** Waits and walks weighted, fare not included. */
  readonly transitMin: Float64Array;
  /** As it feels: ways without a cycleway weighted. */
  readonly bicycleMin: Float64Array;
  readonly walkMin: Float64Array;
}

/** The morning hour 8–9 of an average weekday. */
export interface BaseDemand {
  readonly zones: number;
  /** So many of them are districts, the first ones; the rest are gateways. */
  readonly districts: number;
  /** Persons/h, by all modes and `none`. 0 from gateway to gateway. */
  readonly persons: Readonly<Record<Purpose, Float64Array>>;
  /** zones × zones × MODES; of each cell they add up to 1 (gateway to gateway: all `none`). */
  readonly shares: Readonly<Record<Purpose, Float64Array>>;
  readonly goodsVehH: Float64Array;
  /** Goods vehicles were there no delivery hours. */
  readonly goodsAtAnyHourVehH: Float64Array;
  /** From gateway to gateway; cars, lorries, all. */
  readonly throughVehH: Float64Array;
  /** Persons in a car. */
  readonly occupancy: Readonly<Record<Purpose, number>>;
  /** Mode constants that reproduce the observed shares, in units of utility, by kind of trip. */
  readonly constants: Readonly<Record<'inside' | 'across', Float64Array>>;
}

/**
 * Demand of a changed city at the base's costs: what more or fewer residents, jobs, services, remote
 * work and delivery hours make of it. Matrices that nothing changed are the base's own arrays.
 */
export interface DemandAfter {
  readonly persons: Readonly<Record<Purpose, Float64Array>>;
  /** The pivot of mode choice: `none` of work trips moved by the remote share, the others in proportion. */
  readonly shares: Readonly<Record<Purpose, Float64Array>>;
  readonly goodsVehH: Float64Array;
  readonly throughVehH: Float64Array;
  /** Change of the share of `none` among the work trips to each zone. */
  readonly remoteShareChange: Float64Array;
}
