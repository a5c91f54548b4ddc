// SPDX-License-Identifier: EUPL-1.2
/** A total of the city in all draws, as it was and as it is, told as estimates. Pure. */
import { endsWithoutFew } from '../city/disclosure';
import { type Estimate, estimateOf, untoldEstimate } from './estimate';
import { rowsOfMany } from './few-persons';
import type { Metric } from './impact';
import { TOTALS, type TotalId, type Unit } from './outcome';

/** A total in each draw, in order of the draws' numbers. Not to be shown: figures that are have intervals. */
export interface DrawnTotal {
  readonly before: readonly number[];
  readonly after: readonly number[];
}
export type DrawnTotals = Readonly<Partial<Record<TotalId, DrawnTotal>>>;

export type ChangedTotal = Omit<Metric, 'driver'>;

/**
 * Before, after and change of a total; all of it NaN where it would tell of few persons.
 * @throws RangeError where the draws are too few for an interval, or one is no finite number (estimate.ts).
 */
export function changedTotal(id: TotalId, { before, after }: DrawnTotal): ChangedTotal {
  const { unit } = TOTALS[id];
  const isOfPersons = isPersons(unit);
  if (isOfPersons && !isOfMany(before, after)) {
    const untold = untoldEstimate(before.length);
    return { id, unit, before: untold, after: untold, change: untold, relativeChange: null };
  }
  const change = changeOf({ before, after });
  const estimate = (values: readonly number[]) =>
    isOfPersons ? withoutFew(estimateOf(values)) : estimateOf(values);
  const told = estimate(change);
  const drawn = estimateOf(change);
  const hasShare = before.every((value) => value !== 0);
  // A share of a total that is told would tell the ends that are not.
  const isMoved = isOfPersons && (told.low !== drawn.low || told.high !== drawn.high);
  return {
    id,
    unit,
    before: estimate(before),
    after: estimate(after),
    change: told,
    relativeChange:
      hasShare && !isMoved ? estimateOf(change.map((value, i) => value / (before[i] as number))) : null,
  };
}

/** After less before, draw by draw. */
export const changeOf = ({ before, after }: DrawnTotal): readonly number[] =>
  after.map((value, i) => value - (before[i] as number));

export const isPersons = (unit: Unit): boolean => unit === 'persons' || unit === 'pupils';

/** Whether a total of persons tells of 1 to 4 of them neither before nor after nor by its change. */
function isOfMany(before: readonly number[], after: readonly number[]): boolean {
  const rows = (values: readonly number[]) => values.map((value) => Float64Array.of(value));
  return rowsOfMany({ before: rows(before), after: rows(after), isShare: false }, [true])[0] === true;
}

/** What rounding leaves of nobody is nobody. */
const withoutFew = (estimate: Estimate): Estimate => {
  const rounded = (end: number) => (Math.abs(end) < HALF_A_PERSON ? 0 : end);
  return { ...estimate, ...endsWithoutFew({ low: rounded(estimate.low), high: rounded(estimate.high) }) };
};
const HALF_A_PERSON = 0.5;
