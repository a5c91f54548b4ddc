// SPDX-License-Identifier: EUPL-1.2
/** A square of the grid of presence: where it is and its typical week. Pure. */
import type { Weekday } from '../../../city/clock';
import { type ColumnTable, columnOf, valuesOf } from '../../../city/columns';
import { textAt } from '../../../query/district';
import type { DayCurve } from '../../../stream/live/known';
import { profileAt } from '../../../stream/live/typical-week';

export interface PresenceCell {
  /** Its number in the grid. */
  readonly cell: number;
  /** Of the district that holds its middle; null where none does. */
  readonly district: string | null;
  /** Each hour of the week from Monday 0:00, 0–1 of the busiest; NaN where not told. */
  readonly week: Float64Array;
}

/** Ids of the grid's squares among those of presence. */
export const isCell = (id: string): boolean => id.startsWith('cell/');

/**
 * @param id `cell/<number>`
 * @returns null where the grid has no such square
 * @throws Error where a table lacks a column
 */
export function cellOf(
  tables: { readonly cells: ColumnTable; readonly week: ColumnTable; readonly zones: ColumnTable | null },
  id: string,
): PresenceCell | null {
  const { cells, week, zones } = tables;
  const cell = Number(id.slice('cell/'.length));
  const row = valuesOf(cells, 'cell').indexOf(cell);
  if (row < 0) return null;
  const zone = Number(valuesOf(cells, 'zone')[row]);
  const name = zones && zone >= 0 ? textAt(zones, 'name', zone) : '';
  return { cell, district: name || null, week: weekOf(week, textAt(cells, 'profile', row)) };
}

/** The index at a moment, 0–100 of the busiest square at its busiest; null where it is not told. */
export function indexAt({ week }: PresenceCell, weekday: Weekday, secondOfDay: number): number | null {
  const value = 100 * profileAt(week, (weekday - 1) * DAY_S + secondOfDay);
  return Number.isFinite(value) ? value : null;
}

const DAY_S = 86_400;
const STEP_S = 900;

/** The day's index, a point every quarter of an hour from 0:00 to 24:00. */
export function cellDay(cell: PresenceCell, weekday: Weekday, simulated: boolean): DayCurve {
  const points = Array.from({ length: DAY_S / STEP_S + 1 }, (_, i) => ({
    secondOfDay: i * STEP_S,
    value: indexAt(cell, weekday, i * STEP_S) ?? Number.NaN,
  }));
  return { unit: '1', origin: 'typical', simulated, points };
}

/** One profile of the many: the others are not read. */
function weekOf(table: ColumnTable, name: string): Float64Array {
  const of = new Float64Array(168).fill(Number.NaN);
  const profile = valuesOf(table, 'profile');
  const hour = valuesOf(table, 'hour');
  const value = valuesOf(table, 'value');
  const wanted = columnOf(table, 'profile').dictionary?.indexOf(name) ?? -1;
  if (wanted < 0) return of;
  for (let row = 0; row < table.rows; row++)
    if (profile[row] === wanted) of[hour[row] as number] = value[row] as number;
  return of;
}
