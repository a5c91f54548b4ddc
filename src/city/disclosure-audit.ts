// SPDX-License-Identifier: EUPL-1.2
/**
 * What published tables give away of few persons, told from what is published alone: the same rules as those that
 * the tables were made by, asked once more by whoever hands them out. Pure.
 */
import { type ColumnTable, valuesOf } from './columns';
import { isSmall } from './disclosure';
import { REGISTER_RESTS, type RegisterCount, type RegisterCounts } from './register';

/** `small`: a count from 1 to 4; `rest`: so is what is left of a whole; `alone`: withheld, and known by subtraction. */
export type LeakKind = 'small' | 'rest' | 'alone';
export interface Leak {
  readonly table: string;
  readonly column: string;
  /** From 0. */
  readonly row: number;
  readonly kind: LeakKind;
}

const AUDITS: Readonly<Record<string, (table: ColumnTable) => Leak[]>> = {
  population: ofRegister,
  'population-pyramid': ofPyramid,
  'population-sections': ofSections,
  'typical-presence': (table) => small(table, 'persons'),
};

/** Tables with counts of persons. */
export const AUDITED: readonly string[] = Object.keys(AUDITS);

/** Every leak of a table; of one without counts of persons none. @throws Error where it lacks a column. */
export function leaksOf(table: ColumnTable): Leak[] {
  return AUDITS[table.id]?.(table) ?? [];
}

function small(table: ColumnTable, column: string): Leak[] {
  return leaks(table, column, 'small', (value) => isSmall(value));
}

function leaks(
  table: ColumnTable,
  column: string,
  kind: LeakKind,
  isLeak: (value: number, row: number) => boolean,
): Leak[] {
  const found: Leak[] = [];
  valuesOf(table, column).forEach((value, row) => {
    if (isLeak(value, row)) found.push({ table: table.id, column, row, kind });
  });
  return found;
}

/** Of one alone in its group everybody knows it who knows the group's total. */
function alone(table: ColumnTable, column: string, group: string): Leak[] {
  const [values, groups] = [valuesOf(table, column), valuesOf(table, group)];
  const withheld = new Map<number, number[]>();
  const sizes = new Map<number, number>();
  groups.forEach((of, row) => {
    sizes.set(of, (sizes.get(of) ?? 0) + 1);
    if (Number.isNaN(values[row])) withheld.set(of, [...(withheld.get(of) ?? []), row]);
  });
  return [...withheld].flatMap(([of, rows]) =>
    rows.length === 1 && (sizes.get(of) as number) > 1
      ? [{ table: table.id, column, row: rows[0] as number, kind: 'alone' as const }]
      : [],
  );
}

function ofRegister(table: ColumnTable): Leak[] {
  const counts = ['total', ...REGISTER_RESTS.map(([count]) => count)] as RegisterCount[];
  const columns = new Map(counts.map((count) => [count, valuesOf(table, count)]));
  const rowOf = (row: number) =>
    Object.fromEntries(counts.map((count) => [count, columns.get(count)?.[row]])) as RegisterCounts;
  return [
    ...counts.flatMap((count) => [...small(table, count), ...alone(table, count, 'year')]),
    ...REGISTER_RESTS.flatMap(([count, restsOf]) =>
      leaks(
        table,
        count,
        'rest',
        (value, row) => !Number.isNaN(value) && restsOf(rowOf(row)).some((rest) => isSmall(rest)),
      ),
    ),
  ];
}

/** A pyramid is told whole or not at all, and more than one is not. */
function ofPyramid(table: ColumnTable): Leak[] {
  const [zones, persons] = [valuesOf(table, 'zone'), valuesOf(table, 'persons')];
  const withheld = new Set([...zones].filter((_, row) => Number.isNaN(persons[row])));
  const all = new Set(zones);
  return [
    ...small(table, 'persons'),
    ...leaks(
      table,
      'persons',
      'rest',
      (value, row) => withheld.has(zones[row] as number) && !Number.isNaN(value),
    ),
    ...(withheld.size === 1 && all.size > 1
      ? leaks(table, 'persons', 'alone', (_, row) => withheld.has(zones[row] as number))
      : []),
  ];
}

function ofSections(table: ColumnTable): Leak[] {
  const persons = valuesOf(table, 'persons');
  return (['persons', 'households', 'aged65Plus'] as const).flatMap((column) => [
    ...small(table, column),
    ...alone(table, column, 'zone'),
    ...leaks(table, column, 'rest', (value, row) => isSmall((persons[row] as number) - value)),
  ]);
}
