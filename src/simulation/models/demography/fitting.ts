// SPDX-License-Identifier: EUPL-1.2
/** Counts that are to add up to what is known of them in several ways, and rates of the few that lean on those of all. Pure. */
import { DemographyError } from './cohort-component';

/** What is known of a sum: which cells it is of, and how many there are. */
export interface Margin {
  readonly name: string;
  readonly cells: readonly number[];
  readonly total: number;
}

const ROUNDS = 200;
/** Sums that are off by no more than this share are met. */
const MET = 1e-9;

/**
 * Iterative proportional fitting (Deming and Stephan 1940): the table that meets all margins and is nearest to the
 * one given, in the sense of the least information. Cells of nought stay so.
 * @returns the table, and by how much its worst margin is off: margins that contradict each other are met as they come.
 * @throws DemographyError: a margin below nought, or above it where all its cells are nought.
 */
export function fitted(
  seed: Float64Array,
  margins: readonly Margin[],
): { readonly table: Float64Array; readonly worstOff: number } {
  seed.forEach((persons, cell) => {
    if (!(persons >= 0)) throw new DemographyError(`cell ${cell + 1}`, `is ${persons}`);
  });
  const table = seed.slice();
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + (table[cell] as number), 0);
  for (const { name, cells, total } of margins) {
    if (!(total >= 0)) throw new DemographyError(name, `is ${total}`);
    if (total > 0 && sumOf(cells) === 0)
      throw new DemographyError(name, `is ${total}, and its cells are empty`);
  }
  let worstOff = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && worstOff > MET; round++) {
    for (const { cells, total } of margins) {
      const sum = sumOf(cells);
      const factor = sum > 0 ? total / sum : 0;
      for (const cell of cells) table[cell] = (table[cell] as number) * factor;
    }
    worstOff = margins.reduce((worst, { cells, total }) => {
      const off = Math.abs(sumOf(cells) - total);
      return Math.max(worst, total > 0 ? off / total : off);
    }, 0);
  }
  return { table, worstOff };
}

/**
 * Ratios of what was counted to what was expected, those of the few drawn towards the ratio of all: the empirical
 * Bayes estimate of Clayton and Kaldor (1987, Biometrics 43) with gamma ratios, by moments (Marshall 1991).
 * @param counted by area, whole numbers; their error is taken as Poisson's.
 * @param expected by area, by the rates of the whole.
 * @throws DemographyError: columns of other lengths, a figure below nought, nothing expected at all.
 */
export function shrunkRatios(counted: Float64Array, expected: Float64Array): Float64Array {
  if (counted.length !== expected.length)
    throw new DemographyError('expected', `${expected.length} areas, counted are ${counted.length}`);
  for (const [name, column] of Object.entries({ counted, expected }))
    column.forEach((value, area) => {
      if (!(value >= 0)) throw new DemographyError(name, `area ${area + 1} is ${value}`);
    });
  const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
  const [all, allExpected] = [sum(counted), sum(expected)];
  if (allExpected === 0) throw new DemographyError('expected', 'is nought everywhere');
  const mean = all / allExpected;
  const spread = counted.reduce((total, count, area) => {
    const due = expected[area] as number;
    return due > 0 ? total + due * (count / due - mean) ** 2 : total;
  }, 0);
  // What is left of the spread once chance has its part.
  const variance = Math.max(
    0,
    spread / allExpected - (mean * expected.filter((due) => due > 0).length) / allExpected,
  );
  if (variance === 0) return expected.map(() => mean);
  const shape = mean ** 2 / variance;
  const rate = mean / variance;
  return counted.map((count, area) => (count + shape) / ((expected[area] as number) + rate));
}
