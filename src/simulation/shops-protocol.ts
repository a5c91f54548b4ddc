// SPDX-License-Identifier: EUPL-1.2
/** What one asks of the shops of the city, and what is answered. */
import type { BySector } from '../city/shops';
import type { Estimate, EstimateColumn } from '../impact/estimate';
import type { Impact } from '../impact/impact';
import type { Scenario } from '../scenario/scenario';
import type { Effort } from './protocol';

export type ShopsQuestion =
  /** Visits on a weekday of a year, to the city as it is. */
  | { readonly kind: 'shops'; readonly year: number }
  /** What a scenario changes, in its year; with the draws of MODEL_DRAWS, whatever the effort. */
  | { readonly kind: 'shops-impact'; readonly scenario: Scenario; readonly effort: Effort };

/** Visits to shops of a sector, or of all. */
export interface ShopVisits {
  /** By district that they go to. */
  readonly visits: EstimateColumn;
  /** Of all in the city. */
  readonly share: EstimateColumn;
  /** Visits that come for each that begins in the district; NaN: who lives there is not told, or nobody sets out. */
  readonly balance: EstimateColumn;
  readonly city: Estimate;
}

export interface ShopsAnswer {
  readonly kind: 'shops';
  readonly year: number;
  readonly districts: readonly number[];
  /** Null: the city has no count of its shops. */
  readonly found: {
    readonly all: ShopVisits;
    readonly of: BySector<ShopVisits>;
    /** Of all visits, those that begin at work. */
    readonly fromWork: Estimate;
    /** Districts of whose residents nothing is told: none of them shops here. */
    readonly untold: number;
    /** Businesses that were counted. */
    readonly counted: {
      readonly neighbourhood: number;
      readonly large: number;
      readonly foodAndDrink: number;
    };
  } | null;
}

export interface ShopsImpactAnswer {
  readonly kind: 'shops-impact';
  readonly impact: Impact;
  readonly resultHash: string;
}
