// SPDX-License-Identifier: EUPL-1.2
/** Estimates by district of which some are not told. */
import { type EstimateColumn, estimateColumn } from '../impact/estimate';

/**
 * One estimate a row of equally long columns, one column a draw; a row that is NaN in any draw, or 0 in `mayTell`, is
 * NaN in all that is told of it.
 * @throws RangeError as {@link estimateColumn}: too few draws, of different lengths, an infinite figure.
 */
export function toldColumn(draws: readonly Float64Array[], mayTell?: ArrayLike<number>): EstimateColumn {
  const isTold = (draws[0] ?? new Float64Array()).map((_, row) =>
    mayTell?.[row] === 0 || draws.some((draw) => Number.isNaN(draw[row])) ? 0 : 1,
  );
  return estimateColumn(draws, isTold);
}

/** A column without the rows that are 0 in `mayTell`. */
export function onlyRows(column: EstimateColumn, mayTell: ArrayLike<number>): EstimateColumn {
  const only = (figures: Float32Array) => figures.map((one, row) => (mayTell[row] === 0 ? Number.NaN : one));
  const { value, low, high, sameSign } = column;
  return { ...column, value: only(value), low: only(low), high: only(high), sameSign: only(sameSign) };
}
