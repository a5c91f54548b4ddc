// SPDX-License-Identifier: EUPL-1.2
/** A scenario: a named list of measures, who asks what under which assumptions, and notes on places. Pure. */
import type { LonLat } from '../city/frames';
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

/** Words on a place of the map, for whoever works on the scenario: no model reads them, and nobody publishes them. */
export interface PlaceNote {
  /** Unique among the notes of its scenario. */
  readonly id: string;
  readonly at: LonLat;
  /** Empty: nothing is written yet. */
  readonly text: string;
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
  readonly notes: readonly PlaceNote[];
}
/** What is said of a scenario beside its lists. */
export type ScenarioWords = Omit<Scenario, 'measures' | 'notes'>;

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
  notes: [],
};

/** One assumption a line; lines without words are none. */
export const assumptionsOf = (text: string): readonly string[] =>
  text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');

/** An id that no measure of the scenario has: m1, m2, …, one more than the highest in the list. */
export const freeId = ({ measures }: Pick<Scenario, 'measures'>): string => nextId('m', measures);
/** An id that no note of the scenario has: n1, n2, … */
export const freeNoteId = ({ notes }: Pick<Scenario, 'notes'>): string => nextId('n', notes);

function nextId(letter: 'm' | 'n', things: readonly { readonly id: string }[]): string {
  const form = new RegExp(`^${letter}(\\d{1,9})$`);
  const taken = things.map(({ id }) => Number(form.exec(id)?.[1] ?? 0));
  return `${letter}${Math.max(0, ...taken) + 1}`;
}

/** Whether there is anything in its lists. */
export const isFilled = ({ measures, notes }: Pick<Scenario, 'measures' | 'notes'>): boolean =>
  measures.length > 0 || notes.length > 0;

/** Characters of a note that a sign on the map and a sentence have room for. */
const TITLE_CHARACTERS = 48;

/** The first words of a note in one line; empty: it has none. */
export function noteTitle({ text }: Pick<PlaceNote, 'text'>): string {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  if (characters.length <= TITLE_CHARACTERS) return characters.join('');
  const cut = characters.slice(0, TITLE_CHARACTERS - 1).join('');
  // Between words, unless the first word is all there is.
  return `${cut.replace(/(\S) \S*$/, '$1')}…`;
}
