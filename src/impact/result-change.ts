// SPDX-License-Identifier: EUPL-1.2
/** Two answers to one question, one kept and one worked out anew: whether they say the same, and what not. Pure. */
import { isSame } from '../city/same';
import type { EstimateColumn } from './estimate';
import type { Impact } from './impact';
import type { TotalId } from './outcome';

/** How much a total of the city after the measures differs between two answers. */
export interface TotalChange {
  readonly id: TotalId;
  readonly before: number;
  readonly after: number;
  /** After less before, over the size of before. */
  readonly relative: number;
}

/** Relative changes below which two figures say the same: what rounding in another order makes. */
const SAME_FIGURE = 1e-9;

/**
 * Which totals differ between two answers, the largest relative change first. Those that only one of them has, that
 * are not told (NaN) or were nought before have no such change, and are left out.
 */
export function resultChange(before: Impact, after: Impact): readonly TotalChange[] {
  const now = new Map(after.totals.map((total) => [total.id, total.after.value]));
  return before.totals
    .flatMap(({ id, after: { value: was } }): TotalChange[] => {
      const is = now.get(id);
      if (is === undefined || !Number.isFinite(was) || !Number.isFinite(is) || was === 0) return [];
      const relative = (is - was) / Math.abs(was);
      return Math.abs(relative) > SAME_FIGURE ? [{ id, before: was, after: is, relative }] : [];
    })
    .sort((a, b) => Math.abs(b.relative) - Math.abs(a.relative) || (a.id < b.id ? -1 : 1));
}

/** Whether two answers are the same figure for figure, but for draws of totals, of which not all are kept. */
export function sameFigures(one: Impact, other: Impact): boolean {
  const [columns, others] = [columnsOf(one), columnsOf(other)];
  return (
    isSame(toldOf(one), toldOf(other)) &&
    columns.length === others.length &&
    columns.every((column, i) => sameColumn(column, others[i] as Float32Array))
  );
}

/** All that is no column, and of which fields and lines the columns are. */
const toldOf = ({ totals, draws, relativeGap, demandGap, unreachable, fields, entries, lines }: Impact) => ({
  ...{ totals, draws, relativeGap, demandGap, unreachable },
  fields: fields.map(({ id, unit, over }) => [id, unit, over]),
  entries: entries !== null,
  lines: lines && [lines.lines, lines.acrossBorderH],
});

const columnsOf = ({ fields, entries, lines }: Impact): readonly Float32Array[] =>
  [...fields, ...(entries ? [entries] : []), ...(lines ? [lines] : [])]
    .flatMap(({ before, after, change }): EstimateColumn[] => [before, after, change])
    .flatMap(({ value, low, high, sameSign }) => [value, low, high, sameSign]);

const sameColumn = (one: Float32Array, other: Float32Array): boolean =>
  one.length === other.length &&
  one.every((value, row) => value === other[row] || (Number.isNaN(value) && Number.isNaN(other[row])));
