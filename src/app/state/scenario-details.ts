// SPDX-License-Identifier: EUPL-1.2
/** What is said about a scenario, as it is typed: lines of assumptions, a seed. Limits are the file's. */
import { describe } from '../../scenario/history';
import { LONGEST, MOST_ASSUMPTIONS } from '../../scenario/saved-file';
import { assumptionsOf, type ScenarioWords } from '../../scenario/scenario';
import { act } from './scenario';

/** Takes words into the scenario: typed letter by letter they are one action, while each seed is chosen as a whole. */
export const say = (words: Partial<ScenarioWords>): void =>
  act((scenario) => describe(scenario, words), words.seed === undefined);

/** Why what is typed is not taken into the scenario yet; the screen has words for each. */
export type DetailFault =
  | { readonly code: 'line-too-long'; readonly line: number }
  | { readonly code: 'too-many-lines' }
  | { readonly code: 'seed-not-whole' };

/** What keeps lines of assumptions from being saved; null: nothing. */
export function assumptionsFault(text: string): DetailFault | null {
  const tooLong = text.split('\n').findIndex((line) => line.length > LONGEST.assumption);
  if (tooLong >= 0) return { code: 'line-too-long', line: tooLong + 1 };
  return assumptionsOf(text).length > MOST_ASSUMPTIONS ? { code: 'too-many-lines' } : null;
}

/**
 * What keeps a text from being a seed; null: nothing. A file may state any text as its seed, and keeps
 * it: it gives its draws too. One typed here is a whole number, kept as it is written.
 */
export function seedFault(text: string, present: string): DetailFault | null {
  const isWhole = /^\d+$/.test(text) && text.length <= LONGEST.seed;
  return isWhole || text === present ? null : { code: 'seed-not-whole' };
}
