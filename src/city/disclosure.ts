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

/**
 * By row: 1 where a count may be told although the sum of all is told too ({@link withheldCells}). What is withheld
 * already (NaN) is in no sum, and is not told.
 */
export function toldBesideSum(counts: ArrayLike<number>): Uint8Array {
  const rows = Array.from(counts, (_, row) => row).filter((row) => !Number.isNaN(counts[row]));
  const hidden = withheldCells(rows.map((row) => ({ count: counts[row] as number })));
  const told = new Uint8Array(counts.length);
  rows.forEach((row, i) => {
    told[row] = hidden[i] ? 0 : 1;
  });
  return told;
}

/**
 * By row: 1 where a part of persons may be told beside all of them and beside the sum of the parts: neither it nor who
 * is left of them is of 1 to 4. Not where the whole is withheld (NaN), which counts in the sum; a part that is NaN is
 * in no sum.
 */
export function partsToldBesideSum(wholes: ArrayLike<number>, parts: ArrayLike<number>): Uint8Array {
  const rows = Array.from(parts, (_, row) => row).filter((row) => !Number.isNaN(parts[row]));
  const hidden = withheldCells(
    rows.map((row) => {
      const [all, count] = [wholes[row] as number, parts[row] as number];
      if (Number.isNaN(all)) return { count, withheld: true };
      // What rounding leaves of a sum of shares is nobody.
      return { count, rest: all - count > 1e-4 * all ? all - count : 0 };
    }),
  );
  const told = new Uint8Array(parts.length);
  rows.forEach((row, i) => {
    told[row] = hidden[i] ? 0 : 1;
  });
  return told;
}

/**
 * The rule for intervals of persons: an end is no one's count, but it is not told as 1 to 4 either. It is moved outward,
 * to nought or to `min`, so that the interval holds at least what it held: 6 (2 to 9) is told as 6 (0 to 9).
 */
export function endsWithoutFew(
  { low, high }: { readonly low: number; readonly high: number },
  min = MIN_CELL_COUNT,
): { readonly low: number; readonly high: number } {
  return {
    low: isSmall(low, min) ? 0 : isSmall(-low, min) ? -min : low,
    high: isSmall(high, min) ? min : isSmall(-high, min) ? 0 : high,
  };
}
