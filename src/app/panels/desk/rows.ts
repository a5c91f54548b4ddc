// SPDX-License-Identifier: EUPL-1.2
/** The tables of a comparison: an indicator or a district a row, a scenario a column. Pure. */
import {
  AGES,
  type Age,
  againstOther,
  againstToday,
  districtsAgainstToday,
  type Told,
  unlikenesses,
} from '../../../impact/compared';
import { FIELDS, type FieldId, type TotalId } from '../../../impact/outcome';
import { isSomething } from '../../../impact/summary';
import { answeredOf, type Column } from '../../state/desk/desk';
import { TOTAL_GROUPS } from '../impact/total-groups';

/** `itself`: what the others are compared with. `waiting`: there is no answer yet. */
export type Cell = Told | { readonly kind: 'itself' | 'waiting' };

/** Whether a cell says something of a difference, or why none can be told. */
export const isTold = (cell: Cell | undefined): cell is Told =>
  cell !== undefined && cell.kind !== 'itself' && cell.kind !== 'waiting';

/** A total of each scenario against today, or against the one of the id. */
export function totalCells(columns: readonly Column[], id: TotalId, against: string | null): readonly Cell[] {
  const other = columns.find((column) => column.id === against)?.answer;
  return columns.map(({ id: of, answer }): Cell => {
    if (of === against) return { kind: 'itself' };
    if (!answer) return { kind: 'waiting' };
    if (against === null) return againstToday(answer.impact, id);
    if (!other) return { kind: 'waiting' };
    if (unlikenesses([answer, other]).length > 0) return { kind: 'unpaired' };
    return againstOther(answer.impact, other.impact, id);
  });
}

/** A district of each scenario against today, by row of the fields over zones. */
export function districtCells(
  columns: readonly Column[],
  field: FieldId,
  districts: number,
): readonly (readonly Cell[])[] {
  const byColumn = columns.map(
    ({ answer }) => answer && districtsAgainstToday(answer.impact, field, districts),
  );
  return Array.from({ length: districts }, (_, row) =>
    columns.map(({ answer }, i): Cell => {
      if (!answer) return { kind: 'waiting' };
      return byColumn[i]?.[row] ?? { kind: 'not-asked' };
    }),
  );
}

export interface TotalGroup<Name extends string> {
  readonly name: Name;
  readonly totals: readonly TotalId[];
}
type CityGroup = keyof typeof TOTAL_GROUPS;

/** Totals of the city that any of the answers tells something of. */
export const cityGroups = (columns: readonly Column[]): readonly TotalGroup<CityGroup>[] =>
  groupsOf(TOTAL_GROUPS, columns);
/** The same by age. */
export const ageGroups = (columns: readonly Column[]): readonly TotalGroup<Age>[] => groupsOf(AGES, columns);

function groupsOf<Name extends string>(
  groups: Readonly<Record<Name, readonly TotalId[]>>,
  columns: readonly Column[],
): readonly TotalGroup<Name>[] {
  const told = new Set(
    answeredOf(columns).flatMap(({ answer }) => answer.impact.totals.filter(isSomething).map(({ id }) => id)),
  );
  return (Object.keys(groups) as Name[])
    .map((name) => ({ name, totals: groups[name].filter((id) => told.has(id)) }))
    .filter(({ totals }) => totals.length > 0);
}

/** Fields over districts that any of the answers has, in the order of FIELDS. */
export function districtFields(columns: readonly Column[]): readonly FieldId[] {
  const had = new Set(answeredOf(columns).flatMap(({ answer }) => answer.impact.fields.map(({ id }) => id)));
  return (Object.keys(FIELDS) as FieldId[]).filter((id) => FIELDS[id].over === 'zone' && had.has(id));
}

/** By which column, and which way; `size`: by the greatest change of any scenario, whichever way. */
export interface DistrictSort {
  readonly by: 'name' | 'size' | number;
  readonly descending: boolean;
}

/** Rows of districts in an order; those without a change that is told come last. */
export function orderDistricts(
  names: readonly string[],
  cells: readonly (readonly Cell[])[],
  { by, descending }: DistrictSort,
  compare: (a: string, b: string) => number,
): readonly number[] {
  const told = (cell: Cell | undefined) =>
    cell?.kind === 'told' && cell.direction !== 'none' ? cell.change.value : Number.NaN;
  const figures = cells.map((row) => {
    if (by === 'name') return 0;
    if (by !== 'size') return told(row[by]);
    const sizes = row.map((cell) => Math.abs(told(cell))).filter((size) => !Number.isNaN(size));
    return sizes.length > 0 ? Math.max(...sizes) : Number.NaN;
  });
  const sign = descending ? -1 : 1;
  const byName = (a: number, b: number) => compare(names[a] ?? '', names[b] ?? '');
  return names
    .map((_, row) => row)
    .sort((a, b) => {
      if (by === 'name') return sign * byName(a, b);
      const [one, other] = [figures[a] as number, figures[b] as number];
      if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
      return sign * (one - other) || byName(a, b);
    });
}
