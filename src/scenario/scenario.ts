// SPDX-License-Identifier: EUPL-1.2
/** A scenario: a named list of measures, and who asks what under which assumptions. Pure. */
import type { Place } from './measures/measure';

export interface Measure {
  /** Unique in its scenario. */
  readonly id: string;
  /** Of the shelf. */
  readonly kind: string;
  /** Switched off it stays in the list and changes nothing. */
  readonly on: boolean;
  readonly config: unknown;
  readonly place: Place;
}

export interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  /** Of the draws; the same seed gives the same result. */
  readonly seed: string;
  readonly assumptions: readonly string[];
  readonly measures: readonly Measure[];
}
