// SPDX-License-Identifier: EUPL-1.2
/** Statistical disclosure control: what is said of few persons. */

/** Smallest count of persons that is published; zero is published too. */
export const MIN_CELL_COUNT = 5;

/** A count from 1 to `min` − 1, which is not published. */
export const isSmall = (count: number, min = MIN_CELL_COUNT): boolean => count > 0 && count < min;
