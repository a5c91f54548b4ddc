// SPDX-License-Identifier: EUPL-1.2
/** What a run and its workers say to each other: every message in one type. */
import type { CityInputs } from '../city/city-inputs';
import type { ColumnTable } from '../city/columns';
import type { InputFault } from '../city/input-fault';
import type { ModelId } from '../city/model-id';
import type { DrawPair, Impact } from '../impact/impact';
import type { Scenario } from '../scenario/scenario';
import type { ChargeValidation, ModelValidation } from './validate';

/** Draws of an ensemble: to look at while editing, and to rely on. */
export const EFFORTS = { quick: 8, full: 64 } as const;
export type Effort = keyof typeof EFFORTS;
/**
 * Draws of each model of the people, of the city as it is and of a changed one, whatever the effort: what a scenario
 * begins with is what the panel tells, where it has the panel's seed. Of schools there are as many as the effort has,
 * of services fewer (SERVICE_DRAWS). The green's are slow; of twenty two lie beyond each end of an interval of 80 %.
 */
export const MODEL_DRAWS = {
  people: 200,
  shops: 100,
  green: 20,
} as const satisfies Record<Exclude<ModelId, 'mobility'>, number>;
/** Of a validation: enough for an interval. */
export const VALIDATION_DRAWS = 8;

/** What is being done: the city as it is, the city with the measures in it, the indicators. */
export const PHASES = ['prepare', 'before', 'after', 'indicators'] as const;
export type Phase = (typeof PHASES)[number];

export interface RunProgress {
  readonly phase: Phase;
  /** Draws that are done, of so many. */
  readonly drawsDone: number;
  readonly draws: number;
  /** Of the equilibrium in hand. */
  readonly iteration: number;
  readonly relativeGap: number;
  /** Null until a draw is done. */
  readonly secondsLeft: number | null;
}

/** The answer with all that makes it repeatable. */
export interface Answer {
  readonly impact: Impact;
  readonly scenario: Scenario;
  readonly effort: Effort;
  /** Versions of the models that answered. */
  readonly modelVersions: Readonly<Record<string, string>>;
  /** sha256 of the input tables, by id. */
  readonly inputHashes: Readonly<Record<string, string>>;
  /** Of every figure of the impact: the same scenario on the same city gives the same. */
  readonly resultHash: string;
  readonly synthetic: boolean;
}

/** A worker either computes draws or gathers them into the answer. */
export type ToWorker =
  | {
      readonly kind: 'compute';
      readonly city: CityInputs;
      readonly scenario: Scenario;
      readonly effort: Effort;
      /** Numbers of the draws that this worker does. */
      readonly draws: readonly number[];
    }
  /** Makes the city ready and its draws before, so that the question itself is soon answered. */
  | {
      readonly kind: 'prepare';
      readonly city: CityInputs;
      readonly seed: string;
      readonly draws: readonly number[];
    }
  | { readonly kind: 'gather'; readonly about: Omit<Answer, 'impact' | 'resultHash'> }
  /** A draw for the gatherer. */
  | { readonly kind: 'pair'; readonly pair: HashedPair }
  /** How good the model is, of this city; null: of none, and without counts. */
  | { readonly kind: 'validate'; readonly city: CityInputs | null; readonly entries: ColumnTable | null };

/** A draw with the hash of its figures. */
export interface HashedPair extends DrawPair {
  readonly hash: string;
}

export type FromWorker =
  | {
      readonly kind: 'progress';
      readonly phase: Phase;
      readonly draw: number;
      readonly iteration: number;
      readonly relativeGap: number;
    }
  | { readonly kind: 'draw'; readonly pair: HashedPair }
  /** From the gatherer: the draws so far, from the fewest that make an interval. */
  | { readonly kind: 'partial'; readonly impact: Impact }
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** Of a validation, what is known at once; then all of it. */
  | { readonly kind: 'charge-validation'; readonly charge: ChargeValidation }
  | { readonly kind: 'validation'; readonly validation: ModelValidation }
  | { readonly kind: 'failed'; readonly fault: RunFault };

/** Why a run gave no answer, as the screen can say it. */
export interface RunFault {
  /** Which model, or `scenario`, `inputs`, `worker`. */
  readonly where: string;
  /** A code that the screen has words for; `unexpected` otherwise. */
  readonly code: string;
  /** What it is about: a street, a measure, a message. */
  readonly detail: string;
  /** Of `inputs`, what in them, where it can be said. */
  readonly about?: InputFault;
  /** The measure at fault, where it is one. */
  readonly measureId?: string;
}
