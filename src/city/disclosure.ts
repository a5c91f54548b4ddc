// SPDX-License-Identifier: EUPL-1.2
/** Statistical disclosure control: what is said of few persons. */

/** Smallest count of persons that is published; zero is published too. */
export const MIN_CELL_COUNT = 5;

/** A count from 1 to `min` − 1, which is not published. */
export const isSmall = (count: number, min = MIN_CELL_COUNT): boolean => count > 0 && count < min;

/**
 * Whether a count may be told beside the wholes that it is part of: `rests` are those less this count.
 * Not where it is withheld already (NaN).
 */
export const mayBeTold = (count: number, ...rests: readonly number[]): boolean =>
  !Number.isNaN(count) && ![count, ...rests].some((each) => isSmall(each));
