// SPDX-License-Identifier: EUPL-1.2
/** A scenario: a named list of measures, and who asks what under which assumptions. Pure. */
import { FIRST_SEED } from '../city/seeded';
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
  /** That people are forecast to. */
  readonly year: number;
  readonly measures: readonly Measure[];
}

/** The year where nobody chose another, and those that may be chosen. */
export const FIRST_YEAR = 2035;
export const YEARS = { from: 2025, to: 2045 } as const;

/** A scenario that changes nothing yet. */
export const EMPTY_SCENARIO: Scenario = {
  name: '',
  description: '',
  author: '',
  seed: FIRST_SEED,
  assumptions: [],
  year: FIRST_YEAR,
  measures: [],
};

/** One assumption a line; lines without words are none. */
export const assumptionsOf = (text: string): readonly string[] =>
  text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');

/** An id that no measure of the scenario has: m1, m2, …, one more than the highest in the list. */
export function freeId({ measures }: Scenario): string {
  const taken = measures.map(({ id }) => Number(/^m(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `m${Math.max(0, ...taken) + 1}`;
}
