// SPDX-License-Identifier: EUPL-1.2
/**
 * Figures that can be shown. There is no way to make one without its interval: the constructor is
 * private, and what is shown (panels, exports, layers) takes `Estimate`, `EstimateColumn`, never a number.
 */
import { endsWithoutFew } from '../city/disclosure';

declare const proven: unique symbol;

/** Share of the draws between `low` and `high`. */
export const INTERVAL_LEVEL = 0.8;

export interface Estimate {
  /** Median of the draws. */
  readonly value: number;
  /** 10th and 90th percentile. */
  readonly low: number;
  readonly high: number;
  readonly draws: number;
  /** Share of the draws on the same side of zero as `value`; 1 where value is 0. */
  readonly sameSign: number;
  readonly [proven]: true;
}

/** One estimate a street or zone, as columns; NaN: not told. */
export interface EstimateColumn {
  readonly value: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
  readonly sameSign: Float32Array;
  readonly draws: number;
  readonly [proven]: true;
}

/** Draws that an interval needs at least. */
export const FEWEST_DRAWS = 4;

/**
 * The estimate that draws make: median with the 10th and 90th percentile (linear interpolation
 * between order statistics, Hyndman & Fan 1996, type 7).
 * @throws RangeError where there are fewer than {@link FEWEST_DRAWS}, or one is no finite number.
 */
export function estimateOf(draws: ArrayLike<number>): Estimate {
  checkDraws(draws);
  const sorted = Float64Array.from(draws).sort();
  return { ...summary(sorted), draws: draws.length } as Estimate;
}

/**
 * One estimate a row of equally long columns, one column a draw.
 * @param told by row: 0 where nothing may be told, whatever its draws are: the row is NaN. Without it all are told.
 * @throws RangeError as {@link estimateOf}, or where the columns are not equally long.
 */
export function estimateColumn(
  draws: readonly ArrayLike<number>[],
  told?: ArrayLike<number | boolean>,
): EstimateColumn {
  const rows = draws[0]?.length ?? 0;
  if (draws.some((draw) => draw.length !== rows)) throw new RangeError('draws are not equally long');
  if (told && told.length !== rows) throw new RangeError(`${told.length} rows are told of ${rows}`);
  const column = {
    value: new Float32Array(rows),
    low: new Float32Array(rows),
    high: new Float32Array(rows),
    sameSign: new Float32Array(rows),
  };
  const one = new Float64Array(draws.length);
  for (let row = 0; row < rows; row++) {
    if (told && !told[row]) {
      for (const values of Object.values(column)) values[row] = Number.NaN;
      continue;
    }
    draws.forEach((draw, i) => {
      one[i] = draw[row] as number;
    });
    checkDraws(one);
    const { value, low, high, sameSign } = summary(one.sort());
    column.value[row] = value;
    column.low[row] = low;
    column.high[row] = high;
    column.sameSign[row] = sameSign;
  }
  return { ...column, draws: draws.length } as EstimateColumn;
}

/**
 * How one column differs from another where the draws of neither are at hand: the difference of the medians, as wide as
 * both intervals together, and sure of its side only where these do not touch. Where medians and ends are alike, to
 * less than what is told of the row, they are the same: both are of the same draws.
 * @throws RangeError where they are not equally long, or not of as many draws
 */
export function columnApart(
  one: EstimateColumn,
  other: EstimateColumn,
  leastOf: (row: number) => number,
): EstimateColumn {
  const rows = one.value.length;
  if (other.value.length !== rows || other.draws !== one.draws)
    throw new RangeError(
      `${rows} rows of ${one.draws} draws are not ${other.value.length} of ${other.draws}`,
    );
  const [value, low, high, sameSign] = [0, 0, 0, 0].map(() => new Float32Array(rows)) as Ends;
  for (let row = 0; row < rows; row++) {
    const [is, was] = [estimateAt(one, row), estimateAt(other, row)];
    const apart = [is.value - was.value, is.low - was.low, is.high - was.high];
    const isAlike = apart.every((by) => Math.abs(by) <= leastOf(row));
    value[row] = is.value - was.value;
    low[row] = isAlike ? Math.min(...apart) : is.low - was.high;
    high[row] = isAlike ? Math.max(...apart) : is.high - was.low;
    const touches = is.low <= was.high && was.low <= is.high;
    sameSign[row] = Number.isNaN(value[row]) ? Number.NaN : isAlike || !touches ? 1 : 0;
  }
  return { value, low, high, sameSign, draws: one.draws } as EstimateColumn;
}
type Ends = [value: Float32Array, low: Float32Array, high: Float32Array, sameSign: Float32Array];

/** Moves ends of 1 to 4 persons outward ({@link endsWithoutFew}), in the column itself; returns it. */
export function withoutFewAtEnds(column: EstimateColumn): EstimateColumn {
  column.low.forEach((low, row) => {
    const ends = endsWithoutFew({ low, high: column.high[row] as number });
    column.low[row] = ends.low;
    column.high[row] = ends.high;
  });
  return column;
}

/** Of what may not be told: NaN, whatever its draws are. */
export function untoldEstimate(draws: number): Estimate {
  const rows = Array.from({ length: draws }, () => [0]);
  return estimateAt(estimateColumn(rows, [false]), 0);
}

/** The same estimate in another measure: so many times as much, as a share of a figure that is certain. */
export function timesAsMuch(estimate: Estimate, factor: number): Estimate {
  const [one, other] = [factor * estimate.low, factor * estimate.high];
  return {
    ...estimate,
    value: factor * estimate.value,
    low: Math.min(one, other),
    high: Math.max(one, other),
  };
}

/**
 * An estimate as it was kept: made of draws once, somewhere else. All of it NaN: not told.
 * @throws RangeError where it is none that could have been made
 */
export function keptEstimate({ value, low, high, draws, sameSign }: Omit<Estimate, typeof proven>): Estimate {
  const figures = [value, low, high, sameSign];
  const isUntold = figures.every(Number.isNaN);
  const isTold = figures.every(Number.isFinite) && low <= high && sameSign >= 0 && sameSign <= 1;
  if (!Number.isInteger(draws) || draws < FEWEST_DRAWS || !(isUntold || isTold))
    throw new RangeError(`${value} (${low} … ${high}, ${sameSign}) of ${draws} draws is no estimate`);
  return { value, low, high, draws, sameSign } as Estimate;
}

/** The same of a column. @throws RangeError where a row is none, or the columns are not equally long */
export function keptColumn(column: Omit<EstimateColumn, typeof proven>): EstimateColumn {
  const { value, low, high, sameSign, draws } = column;
  if ([low, high, sameSign].some(({ length }) => length !== value.length))
    throw new RangeError('columns are not equally long');
  const kept = { value, low, high, sameSign, draws } as EstimateColumn;
  for (let row = 0; row < value.length; row++) keptEstimate(estimateAt(kept, row));
  return kept;
}

/** The estimate of one row. */
export function estimateAt(column: EstimateColumn, row: number): Estimate {
  const { value, low, high, sameSign, draws } = column;
  return {
    value: value[row] as number,
    low: low[row] as number,
    high: high[row] as number,
    sameSign: sameSign[row] as number,
    draws,
  } as Estimate;
}

function checkDraws(draws: ArrayLike<number>): void {
  if (draws.length < FEWEST_DRAWS)
    throw new RangeError(`${draws.length} draws make no interval: at least ${FEWEST_DRAWS} are needed`);
  for (let i = 0; i < draws.length; i++)
    if (!Number.isFinite(draws[i])) throw new RangeError(`draw ${i + 1} is ${draws[i]}`);
}

function summary(sorted: Float64Array): Omit<Estimate, 'draws' | typeof proven> {
  const value = quantile(sorted, 0.5);
  const same = sorted.reduce((n, x) => n + (Math.sign(x) === Math.sign(value) ? 1 : 0), 0);
  return {
    value,
    low: quantile(sorted, (1 - INTERVAL_LEVEL) / 2),
    high: quantile(sorted, (1 + INTERVAL_LEVEL) / 2),
    sameSign: value === 0 ? 1 : same / sorted.length,
  };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [a, b] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
  return a + (place - below) * (b - a);
}
