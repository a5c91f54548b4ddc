// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { agreementOf, confidenceOf } from './confidence';

it.each([
  // Draws, how many agree, the chance that one more would, the word.
  [8, 8, 9 / 10, 'very-likely'],
  [8, 7, 8 / 10, 'likely'],
  [8, 6, 7 / 10, 'unclear'],
  [4, 4, 5 / 6, 'likely'],
  [20, 20, 21 / 22, 'almost-certain'],
  [64, 64, 65 / 66, 'almost-certain'],
  [64, 61, 62 / 66, 'very-likely'],
  [64, 52, 53 / 66, 'likely'],
  [64, 32, 33 / 66, 'unclear'],
] as const)('of %i draws %i agree: %d, %s', (draws, agree, chance, word) => {
  expect(agreementOf({ draws, sameSign: agree / draws })).toBeCloseTo(chance, 12);
  expect(confidenceOf({ draws, sameSign: agree / draws })).toBe(word);
});
