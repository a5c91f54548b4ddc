// SPDX-License-Identifier: EUPL-1.2
/** How a week goes: where people are, and what stations and streets show on a day without surprises. */
import type { Column, ColumnTable } from '../../src/city/columns';
import { isSmall, NOT_DISCLOSED } from './disclosure';
import { placeOf } from './editions';
import type { DailyLifeRow } from './rows';
import type { CleanContext, Theme } from './theme';
import { typicalTraffic } from './typical-traffic';

type Row<K extends DailyLifeRow['kind']> = Extract<DailyLifeRow, { kind: K }>;
const HOURS = 168;

/** Tables alone: what is drawn is drawn from them. */
export const dailyLife: Theme<'daily-life'> = {
  id: 'daily-life',
  clean: (bySource, context) => {
    const rows = bySource.flatMap((source) => source.rows);
    const profiles = new Map<string, readonly number[]>();
    for (const row of ofKind(rows, 'profile'))
      if (profiles.has(row.profile))
        context.drop('duplicate-id', `${placeOf(row.origin)}: profile ${row.profile} again`);
      else profiles.set(row.profile, row.values);
    const cells = cellTable(rows, profiles, context);
    const tables = [
      ...cells,
      ...presenceTable(ofKind(rows, 'presence'), profiles, context),
      ...stationTable(ofKind(rows, 'station'), profiles, context),
      ...typicalTraffic(ofKind(rows, 'traffic'), profiles, context),
    ];
    return {
      kept: tables.reduce((sum, table) => sum + table.rows, 0),
      inputs: [...profileTable(profiles), ...tables],
    };
  },
};

const ofKind = <K extends DailyLifeRow['kind']>(rows: readonly DailyLifeRow[], kind: K): Row<K>[] =>
  rows.filter((row): row is Row<K> => row.kind === kind);

/** Squares with a week of their own; one without its square, or the other way round, says nothing. */
function cellTable(
  rows: readonly DailyLifeRow[],
  profiles: Map<string, readonly number[]>,
  { districts, drop }: CleanContext,
): ColumnTable[] {
  const cells = new Map(ofKind(rows, 'cell').map((row) => [row.cell, row]));
  const kept: { cell: Row<'cell'>; profile: string; zone: number }[] = [];
  const rowOf = new Map((districts.zones ?? []).map(({ id }, row) => [id, row]));
  for (const week of ofKind(rows, 'cell-week')) {
    const cell = cells.get(week.cell);
    const profile = `cell-${week.cell}`;
    if (!cell) drop('no-geometry', `${placeOf(week.origin)}: square ${week.cell} is not in the grid`);
    else if (profiles.has(profile))
      drop('duplicate-id', `${placeOf(week.origin)}: square ${week.cell} again`);
    else {
      profiles.set(profile, week.values);
      const [a, , c] = cell.corners;
      const zone = rowOf.get(districts.at([(a[0] + c[0]) / 2, (a[1] + c[1]) / 2])) ?? -1;
      kept.push({ cell, profile, zone });
    }
  }
  if (kept.length === 0) return [];
  const corner = (index: number, axis: number) =>
    Float64Array.from(kept, ({ cell }) => (cell.corners[index] as readonly number[])[axis] as number);
  const corners = ['southWest', 'southEast', 'northEast', 'northWest'].flatMap((name, i) => [
    { name: `${name}LonDeg`, unit: 'degree', values: corner(i, 0) },
    { name: `${name}LatDeg`, unit: 'degree', values: corner(i, 1) },
  ]);
  return [
    table('presence-cells', kept.length, [
      { name: 'cell', unit: '1', values: Uint32Array.from(kept, ({ cell }) => cell.cell) },
      { name: 'zone', unit: '1', values: Int32Array.from(kept, ({ zone }) => zone) },
      ...corners,
      texts(
        'profile',
        kept.map(({ profile }) => profile),
      ),
    ]),
  ];
}

function profileTable(profiles: ReadonlyMap<string, readonly number[]>): ColumnTable[] {
  if (profiles.size === 0) return [];
  const names = [...profiles.keys()];
  const rows = names.length * HOURS;
  return [
    table('week-profiles', rows, [
      texts(
        'profile',
        names.flatMap((name) => Array.from({ length: HOURS }, () => name)),
      ),
      { name: 'hour', unit: '1', values: Uint8Array.from({ length: rows }, (_, i) => i % HOURS) },
      { name: 'value', unit: '1', values: Float32Array.from([...profiles.values()].flat()) },
    ]),
  ];
}

/** Few people are not told: their number is NaN. */
function presenceTable(
  rows: readonly Row<'presence'>[],
  profiles: ReadonlyMap<string, readonly number[]>,
  { districts, drop }: CleanContext,
): ColumnTable[] {
  const rowOf = new Map((districts.zones ?? []).map(({ id }, row) => [id, row]));
  const kept = rows.filter((row) => {
    if (rowOf.has(row.district) && profiles.has(row.profile)) return true;
    const what = rowOf.has(row.district) ? `profile ${row.profile}` : `district ${row.district}`;
    drop('unknown-district', `${placeOf(row.origin)}: ${what}`);
    return false;
  });
  if (kept.length === 0) return [];
  return [
    table('typical-presence', kept.length, [
      { name: 'zone', unit: '1', values: Uint16Array.from(kept, (row) => rowOf.get(row.district) as number) },
      texts(
        'group',
        kept.map((row) => row.group),
      ),
      {
        name: 'persons',
        unit: 'persons',
        values: Float32Array.from(kept, ({ persons }) => (isSmall(persons) ? NOT_DISCLOSED : persons)),
      },
      texts(
        'profile',
        kept.map((row) => row.profile),
      ),
    ]),
  ];
}

function stationTable(
  rows: readonly Row<'station'>[],
  profiles: ReadonlyMap<string, readonly number[]>,
  { drop }: CleanContext,
): ColumnTable[] {
  const ids = new Set<string>();
  const kept = rows.filter((row) => {
    const key = `${row.of} ${row.id}`;
    if (!profiles.has(row.profile))
      drop('bad-value', `${placeOf(row.origin)}: profile ${row.profile} is not there`);
    else if (ids.has(key)) drop('duplicate-id', `${placeOf(row.origin)}: ${key} again`);
    else {
      ids.add(key);
      return true;
    }
    return false;
  });
  if (kept.length === 0) return [];
  const numbers = (name: string, unit: string, of: (row: Row<'station'>) => number): Column => ({
    name,
    unit,
    values: Float64Array.from(kept, of),
  });
  const text = (name: string, of: (row: Row<'station'>) => string) => texts(name, kept.map(of));
  return [
    table('typical-values', kept.length, [
      text('kind', (row) => row.of),
      text('id', (row) => row.id),
      text('name', (row) => row.name),
      numbers('lonDeg', 'degree', (row) => row.at[0]),
      numbers('latDeg', 'degree', (row) => row.at[1]),
      text('quantity', (row) => row.quantity),
      numbers('low', '1', (row) => row.low),
      numbers('high', '1', (row) => row.high),
      numbers('capacity', '1', (row) => row.capacity ?? Number.NaN),
      text('profile', (row) => row.profile),
    ]),
  ];
}

const table = (id: ColumnTable['id'], rows: number, columns: readonly Column[]): ColumnTable => ({
  id,
  rows,
  columns,
});

/** A column of texts, each once in its dictionary. */
export function texts(name: string, values: readonly string[]): Column {
  const dictionary = [...new Set(values)];
  const place = new Map(dictionary.map((text, i) => [text, i]));
  return {
    name,
    unit: '1',
    values: Uint32Array.from(values, (text) => place.get(text) as number),
    dictionary,
  };
}
