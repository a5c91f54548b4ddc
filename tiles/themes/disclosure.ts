// SPDX-License-Identifier: EUPL-1.2
/**
 * Statistical disclosure control for counts of persons: a count from 1 to 4 is
 * not published, nor anything from which one follows by subtraction.
 */
export { type Cell, isSmall, MIN_CELL_COUNT, withheldCells } from '../../src/city/disclosure';

/** How a withheld count is written in a column: not a number, where 0 means nobody. */
export const NOT_DISCLOSED = Number.NaN;
