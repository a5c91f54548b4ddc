// SPDX-License-Identifier: EUPL-1.2
/** Counts of a register that are parts of others: what cannot be, whoever reads it. */
import type { RegisterYear } from './people';

type RegisterCount = Exclude<keyof RegisterYear, 'year'>;

/** What counts make together; `exact`: all of the whole, else no more than it. */
export interface RegisterParts {
  readonly parts: readonly RegisterCount[];
  readonly whole: RegisterCount;
  readonly exact?: true;
}

export const REGISTER_PARTS = [
  { parts: ['men', 'women'], whole: 'total', exact: true },
  { parts: ['minors', 'aged65Plus'], whole: 'total' },
  { parts: ['aged80Plus'], whole: 'aged65Plus' },
  { parts: ['singleHouseholds'], whole: 'households' },
  // Households of one person of 80 and over: each is one such person.
  { parts: ['aloneAged80Plus'], whole: 'aged80Plus' },
] as const satisfies readonly RegisterParts[];
/** Counts that are in a rule. */
export type PartOrWhole =
  | (typeof REGISTER_PARTS)[number]['parts'][number]
  | (typeof REGISTER_PARTS)[number]['whole'];

/** Each of two parts and their whole may be rounded by half a person. */
const ROUNDING = 1;

/**
 * What is wrong with parts of a row: they do not make their whole, or are more than it. What is not disclosed (NaN) is
 * in no sum.
 * @param of a count of the row.
 * @param nameOf how the count is named to whoever reads the fault.
 * @returns in words, with the figures; undefined where nothing is.
 */
export function partsFault(
  { parts, whole, exact }: RegisterParts,
  of: (count: PartOrWhole) => number,
  nameOf: (count: PartOrWhole) => string,
): string | undefined {
  const counted = parts as readonly PartOrWhole[];
  const sum = counted.reduce((total, part) => total + of(part), 0);
  const all = of(whole as PartOrWhole);
  // Not a number is neither.
  if (!(sum - all > ROUNDING || (exact && all - sum > ROUNDING))) return undefined;
  return `${counted.map(nameOf).join(' and ')} make ${sum}, ${nameOf(whole as PartOrWhole)} is ${all}`;
}
