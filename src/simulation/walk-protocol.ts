// SPDX-License-Identifier: EUPL-1.2
/** What the screen and the worker that walks say to each other: every message in one type. */
import type { ColumnTable } from '../city/columns';
import type { LonLat, Plane } from '../city/frames';
import type { InputTable } from '../city/inputs';
import type { ParkTrees } from './models/walking/park-trees';
import type { ParkShade } from './park-shade-answer';

/** Minutes on foot that are told apart. */
export const WALK_MINUTES = [5, 10, 15] as const;
export type WalkMinutes = (typeof WALK_MINUTES)[number];

export type WalkQuestion =
  /** Who can walk to a place, or to the entrances of a green area. */
  | { readonly kind: 'reach'; readonly to: WalkTarget }
  /** How far it is from a place to the nearest park of at least 1 ha. */
  | { readonly kind: 'nearest-green'; readonly at: Plane }
  /** The same for those who live in a district. */
  | { readonly kind: 'district-green'; readonly zone: number }
  | { readonly kind: 'park'; readonly id: string }
  /** How much of a green area is in the shade at an instant. */
  | { readonly kind: 'shade'; readonly id: string; readonly atMs: number };
export type WalkTarget =
  | { readonly kind: 'place'; readonly at: Plane }
  | { readonly kind: 'green'; readonly id: string };

/** Tables that a question needs; of `TABLES_IF_ANY` those that the city has. */
export const TABLES_OF: Readonly<Record<WalkQuestion['kind'], readonly InputTable[]>> = {
  reach: ['street-nodes', 'street-links', 'street-shapes'],
  'nearest-green': ['street-nodes', 'street-links', 'street-shapes', 'green-areas', 'green-rings'],
  'district-green': [
    'street-nodes',
    'street-links',
    'street-shapes',
    'green-areas',
    'green-rings',
    'buildings',
    'population',
  ],
  park: ['green-areas', 'green-rings'],
  shade: ['green-areas', 'green-rings', 'trees', 'buildings'],
};
export const TABLES_IF_ANY: Readonly<Record<WalkQuestion['kind'], readonly InputTable[]>> = {
  reach: ['buildings', 'population', 'green-areas', 'green-rings'],
  'nearest-green': [],
  'district-green': [],
  park: ['trees', 'population'],
  shade: [],
};

/** Persons, estimated; null where so few that they are not told. */
export interface Told {
  readonly persons: number | null;
  readonly aged65Plus: number | null;
  readonly minors: number | null;
}

export interface ReachBand {
  readonly minutes: WalkMinutes;
  /** All that is within so many minutes: polygons of closed rings, holes after their outline. */
  readonly area: readonly (readonly (readonly LonLat[])[])[];
  /** Streets that are so far and not nearer. */
  readonly streets: readonly (readonly LonLat[])[];
  /** Of all within so many minutes, metres. */
  readonly streetM: number;
  /** Null where the city has no register or no buildings. */
  readonly residents: Told | null;
}
export interface ReachAnswer {
  readonly kind: 'reach';
  readonly bands: readonly ReachBand[];
  /** From the place to the street, metres. */
  readonly awayM: number;
  /** Of the register; 0 where there is none. */
  readonly year: number;
  /** Buildings are missing from the data near here: there are more residents than are told. */
  readonly short: boolean;
}

export type WalkAnswer =
  | ReachAnswer
  /** Null: none within 5 km. */
  | {
      readonly kind: 'nearest-green';
      readonly found: {
        readonly id: string;
        readonly name: string;
        readonly areaM2: number;
        readonly metres: number;
        readonly at: LonLat;
      } | null;
    }
  /** Null: nobody lives there. */
  | {
      readonly kind: 'district-green';
      readonly found: {
        /** Half of the residents have not farther. */
        readonly medianM: number;
        /** Shares of the residents. */
        readonly within300M: number;
        readonly within10Min: number;
      } | null;
    }
  /** Null: no such green area. */
  | {
      readonly kind: 'park';
      readonly found: {
        readonly areaM2: number;
        /** Null where the city has no trees. */
        readonly trees: ParkTrees | null;
        readonly playgrounds: number;
        readonly dogAreas: number;
        /** Parks, gardens and woods of its district for each who is registered there, m²; null: not known. */
        readonly perResidentM2: number | null;
        readonly zone: number;
      } | null;
    }
  /** Null: no such green area. */
  | { readonly kind: 'shade'; readonly found: ParkShade | null };
export type AnswerTo<Q extends WalkQuestion> = Extract<WalkAnswer, { kind: Q['kind'] }>;

export const WALK_STEPS = ['network', 'walk', 'area', 'people'] as const;
export type WalkStep = (typeof WALK_STEPS)[number];

export type ToWalker =
  | { readonly kind: 'tables'; readonly tables: readonly ColumnTable[] }
  | { readonly kind: 'ask'; readonly id: number; readonly question: WalkQuestion };
export type FromWalker =
  | { readonly kind: 'step'; readonly id: number; readonly step: WalkStep }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: WalkAnswer }
  | {
      readonly kind: 'failed';
      readonly id: number;
      /** `no-street`: there is none near the place. */
      readonly code: 'no-street' | 'unexpected';
      readonly detail: string;
    };
