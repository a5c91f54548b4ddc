// SPDX-License-Identifier: EUPL-1.2
/** Which rows of a field of a scenario's answer tell of few persons: as it was, as it is, or by the change. Pure. */
import { partsToldBesideSum, toldBesideSum } from '../city/disclosure';
import { estimateColumn } from './estimate';

type Columns = readonly Float64Array[];

/** A figure of persons in all draws, before and after. */
export interface PersonsField {
  readonly before: Columns;
  readonly after: Columns;
  /** Of whom they are a part, where that is told elsewhere. */
  readonly wholes?: { readonly before: Columns; readonly after: Columns };
  /** Whether the figures are shares of the wholes, and not counts. */
  readonly isShare: boolean;
}

/** What rounding leaves of nobody who moved. */
const NOBODY = 0.1;

/**
 * By row: whether nothing of it is of 1 to 4 persons, nor follows from the city's sums before, after and of the change.
 * @param known by row: whether there is a figure in every draw
 */
export function rowsOfMany(field: PersonsField, known: readonly boolean[]): boolean[] {
  const { before, after, wholes } = field;
  const isKnown = known.map(
    (is, row) =>
      is && !(wholes && [...wholes.before, ...wholes.after].some((whole) => Number.isNaN(whole[row]))),
  );
  const persons = (columns: Columns, whole?: Columns): Columns =>
    field.isShare && whole
      ? columns.map((column, draw) => column.map((share, row) => share * (whole[draw]?.[row] as number)))
      : columns;
  const was = persons(before, wholes?.before);
  const is = persons(after, wholes?.after);
  const moved = is.map((column, draw) => column.map((count, row) => count - (was[draw]?.[row] as number)));
  const median = (columns: Columns) => estimateColumn(columns, isKnown).value;
  const told = (columns: Columns, whole?: Columns) =>
    whole ? partsToldBesideSum(median(whole), median(columns)) : toldBesideSum(median(columns));
  const all = [
    told(was, wholes?.before),
    told(is, wholes?.after),
    toldBesideSum(median(moved).map((count) => (Math.abs(count) > NOBODY ? Math.abs(count) : 0))),
  ];
  return isKnown.map((yes, row) => yes && all.every((column) => column[row] === 1));
}
