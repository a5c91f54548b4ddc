// SPDX-License-Identifier: EUPL-1.2
/** What is said of trees, parks and summer nights: types of the question `green` and its answer. */
import type { Estimate, EstimateColumn } from '../impact/estimate';
import type { Impact } from '../impact/impact';
import type { Scenario } from '../scenario/scenario';
import type { Effort } from './protocol';

export type GreenQuestion =
  /** 3-30-300 and how warm a summer night is; the year counts for how many live where. */
  | { readonly kind: 'green'; readonly year: number }
  /** What a scenario changes of it, in its year; with the draws of MODEL_DRAWS, whatever the effort. */
  | { readonly kind: 'green-impact'; readonly scenario: Scenario; readonly effort: Effort };

/** What is told of each district; shares of its residents, of its ground, an index from 0 to 1, °C. */
export const GREEN_FIGURES = ['trees', 'canopy', 'park', 'smallPark', 'warmerC', 'mitigation'] as const;
export type GreenFigure = (typeof GREEN_FIGURES)[number];

export interface GreenAnswer {
  readonly kind: 'green';
  readonly year: number;
  readonly districts: readonly number[];
  /** Null: the city has no trees, greens, buildings, streets or outlines to tell it from. */
  readonly found: {
    readonly trees: number;
    /** Pieces of parks of half a hectare and more, and of a hectare and more. */
    readonly parks: readonly [number, number];
    /** Districts of which something is told. */
    readonly told: number;
    /** By district; NaN: not told. */
    readonly byDistrict: Readonly<Record<GreenFigure, EstimateColumn>>;
    /** Of the districts that are told: shares of their residents, of their ground, means of their ground. */
    readonly city: Readonly<Record<GreenFigure | 'all' | 'none' | 'shadedShare', Estimate>> | null;
  } | null;
}

export interface GreenImpactAnswer {
  readonly kind: 'green-impact';
  readonly impact: Impact;
  readonly resultHash: string;
}
