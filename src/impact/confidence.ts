// SPDX-License-Identifier: EUPL-1.2
/** How sure it is which way a figure goes, in steps that have a plain word each. */
import type { Estimate } from './estimate';

/** From surest to least; what is less than likely is not told as a change. */
const CONFIDENCES = ['almost-certain', 'very-likely', 'likely', 'unclear'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Chances from which each word is used; above 95, 90 and 75 of 100, somewhat after the IPCC's scale (AR5, 2010). */
const FROM: readonly [Confidence, number][] = [
  ['almost-certain', 0.95],
  ['very-likely', 0.9],
  ['likely', 0.75],
];
/** 9/10 is not less than 0.9. */
const TINY = 1e-9;

/**
 * The chance that another draw would go the same way, by Laplace's rule of succession: eight draws that all agree are
 * no certainty.
 */
export const agreementOf = ({ sameSign, draws }: Pick<Estimate, 'sameSign' | 'draws'>): number =>
  (sameSign * draws + 1) / (draws + 2);

export function confidenceOf(change: Pick<Estimate, 'sameSign' | 'draws'>): Confidence {
  const chance = agreementOf(change);
  return FROM.find(([, from]) => chance >= from - TINY)?.[0] ?? 'unclear';
}
