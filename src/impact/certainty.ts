// SPDX-License-Identifier: EUPL-1.2
/** Whether a change can be told from none: by its draws, and by what the calculation leaves open. */
import { type Estimate, type EstimateColumn, estimateAt } from './estimate';

/** A change is sure of its direction where so many of the draws agree on it. */
export const SURE_SHARE = 0.8;
/**
 * An equilibrium is solved to a relative gap; a change of no more than so many gaps of the value
 * itself may be what was left unsolved.
 */
const GAPS_OF_A_CHANGE = 10;

/** `unclear`: the draws do not agree; `none`: no change that the calculation can tell. */
export const DIRECTIONS = ['none', 'less', 'more', 'unclear'] as const;
export type Direction = (typeof DIRECTIONS)[number];

type Change = Pick<Estimate, 'value' | 'low' | 'high' | 'sameSign'>;

/**
 * Which way a figure goes.
 * @param size what the change is a change of: the greater of before and after, in its unit
 * @param relativeGap of the equilibrium
 */
export function directionOf(change: Change, size: number, relativeGap: number): Direction {
  const { value, low, high, sameSign } = change;
  // Not disclosed.
  if (Number.isNaN(value)) return 'none';
  const leftOpen = GAPS_OF_A_CHANGE * relativeGap * Math.abs(size);
  if (Math.max(Math.abs(low), Math.abs(value), Math.abs(high)) <= leftOpen) return 'none';
  if (sameSign < SURE_SHARE) return 'unclear';
  if (Math.abs(value) <= leftOpen) return low < 0 && high > 0 ? 'unclear' : 'none';
  return value < 0 ? 'less' : 'more';
}

/** {@link directionOf} of every row of a field, as rows of {@link DIRECTIONS}. */
export function columnDirections(
  field: { readonly before: EstimateColumn; readonly after: EstimateColumn; readonly change: EstimateColumn },
  relativeGap: number,
): Uint8Array {
  const { before, after, change } = field;
  return Uint8Array.from(change.value, (_, row) => {
    const size = Math.max(Math.abs(before.value[row] as number), Math.abs(after.value[row] as number));
    return DIRECTIONS.indexOf(directionOf(estimateAt(change, row), size, relativeGap));
  });
}
