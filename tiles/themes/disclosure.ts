// SPDX-License-Identifier: EUPL-1.2
/**
 * Statistical disclosure control for counts of persons: a count from 1 to 4 is
 * not published, nor anything from which one follows by subtraction.
 */
import { isSmall, MIN_CELL_COUNT } from '../../src/city/disclosure';

export { isSmall, MIN_CELL_COUNT };

/** How a withheld count is written in a column: not a number, where 0 means nobody. */
export const NOT_DISCLOSED = Number.NaN;

export interface Cell {
  readonly count: number;
  /** A published number minus this one (persons minus those over 65): as telling as the count. */
  readonly rest?: number;
  /** Withheld already, for another reason. */
  readonly withheld?: boolean;
}

/**
 * Which cells of a group to withhold when everyone knows the group's total: the small ones, those
 * whose rest is small, and then the smallest others until the total says nothing about them.
 *
 * Who subtracts the published cells from the total learns the sum of the withheld ones. Each of
 * them that is withheld for its size counts at least 1, so none can be told to be under `min` as
 * long as two are withheld and their sum exceeds their number by `min`; the same for the rests,
 * which may be 0. Where no cell is left to add, the whole group is withheld, zeros too.
 */
export function withheldCells(cells: readonly Cell[], min = MIN_CELL_COUNT): boolean[] {
  const hidden = cells.map(
    ({ count, rest, withheld }) =>
      withheld === true || isSmall(count, min) || (rest !== undefined && isSmall(rest, min)),
  );
  if (!hidden.includes(true)) return hidden;
  const bySize = cells
    .map((cell, i) => ({ i, count: cell.count }))
    .filter(({ i, count }) => !hidden[i] && count > 0)
    .sort((a, b) => a.count - b.count || a.i - b.i);
  for (const { i } of bySize) {
    if (isProtected(cells, hidden, min)) return hidden;
    hidden[i] = true;
  }
  return isProtected(cells, hidden, min) ? hidden : cells.map(() => true);
}

function isProtected(cells: readonly Cell[], hidden: readonly boolean[], min: number): boolean {
  const withheld = cells.filter((_, i) => hidden[i]);
  const sum = withheld.reduce((total, { count }) => total + count, 0);
  const atLeastOne = withheld.filter((cell) => !cell.withheld).length;
  const rests = withheld.flatMap(({ rest }) => rest ?? []);
  const restSum = rests.reduce((total, rest) => total + rest, 0);
  return withheld.length >= 2 && sum - atLeastOne >= min && (rests.length === 0 || restSum >= min);
}
