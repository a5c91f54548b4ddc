// SPDX-License-Identifier: EUPL-1.2
/** The form of the shelf: one kind of intervention, which edits the city's inputs and knows no model. */
import type { z } from 'zod';
import type { CityInputs } from '../../city/city-inputs';
import type { LonLat } from '../../city/frames';
import type { ModelId } from '../../city/model-id';
import type { Field } from './fields';

/** Where a measure acts. */
export type Place =
  /** The whole city. */
  | { readonly kind: 'city' }
  /**
   * An area that the city has: id of one of `CityInputs.areas`, or a class (`area-c`, `area-b`), all of
   * it as one, so that ready-made measures fit any build.
   */
  | { readonly kind: 'area'; readonly areaId: string }
  /** An area drawn on the map: a ring, not closed. */
  | { readonly kind: 'polygon'; readonly ring: readonly LonLat[] }
  /** Streets clicked on the map: their stable ids, and their lines as they were when chosen. */
  | {
      readonly kind: 'streets';
      readonly streetIds: readonly string[];
      readonly lines: readonly (readonly LonLat[])[];
    }
  /** A line drawn on the map, a stop at every point. */
  | { readonly kind: 'line'; readonly points: readonly LonLat[] }
  /** One point of the map; none while it is not set. */
  | { readonly kind: 'point'; readonly points: readonly LonLat[] };
export type PlaceKind = Place['kind'];

/** A ready-made measure that a person can pick. */
export interface Preset<Config = unknown> {
  readonly id: string;
  readonly config: Config;
  readonly place: Place;
}

export interface MeasureKind<Id extends string = string, Config = unknown> {
  readonly id: Id;
  /** The models that it changes anything for: the others are not asked. */
  readonly models: readonly ModelId[];
  /** Those of `models` that a config of `config` does change something for; absent: all. */
  modelsOf?(config: Config): readonly ModelId[];
  /** The places it can be given, the first when it is added. */
  readonly places: readonly PlaceKind[];
  /** What can be set, in the order of the form. */
  readonly fields: readonly Field[];
  /** Checks what a person or a file says, with units and limits: made from `fields`. */
  readonly config: z.ZodType<Config>;
  readonly initial: Config;
  readonly presets: readonly Preset<Config>[];
  /**
   * The city with the measure in it: another one that shares what was left alone.
   * `config` is one that `this.config` accepted, `place` of a kind of `this.places`.
   * @throws MeasureError where the place is not in this city, or makes no sense there.
   */
  // A method, not a property: the shelf holds kinds of different configs.
  apply(city: CityInputs, config: Config, place: Place, measureId: string): CityInputs;
}

/** Why a measure cannot be applied; the screen has words for each. */
export const MEASURE_FAULTS = [
  'unknown-kind',
  'bad-config',
  'bad-place',
  'no-such-area',
  'no-such-street',
  'no-street-there',
  'no-district-there',
  'no-such-line',
  'wrong-place',
  'no-people',
  'no-school-there',
  'no-school-known',
  'no-shops',
  'no-store-there',
  'no-service-known',
  'nothing-to-change',
  'area-too-large',
  'no-free-ground',
  'network-broken',
] as const;
export type MeasureFault = (typeof MEASURE_FAULTS)[number];

/** Why a measure cannot be applied: a code that the screen has words for, and what it is about. */
export class MeasureError extends Error {
  constructor(
    readonly measureId: string,
    readonly code: MeasureFault,
    readonly detail: string,
  ) {
    super(`measure ${measureId}: ${code}: ${detail}`);
    this.name = 'MeasureError';
  }
}
