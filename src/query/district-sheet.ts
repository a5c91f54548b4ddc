// SPDX-License-Identifier: EUPL-1.2
/** What there is in a district (NIL), counted, for its sheet: homes, services, green, shops, streets. Pure. */
import { type ColumnTable, columnIfAny, valuesOf } from '../city/columns';
import { PARK_CLASSES } from '../city/ground';

export interface SheetTables {
  readonly zones: ColumnTable;
  readonly buildings: ColumnTable | null;
  readonly services: ColumnTable | null;
  readonly greenAreas: ColumnTable | null;
  readonly businesses: ColumnTable | null;
  readonly roadLinks: ColumnTable | null;
}

/** Null: the city's data say nothing of it. */
export interface SheetCounts {
  readonly buildings: {
    readonly count: number;
    /** Of those whose year is known, and of how many it is. */
    readonly medianYear: number | null;
    readonly yearKnown: number;
  } | null;
  /** By class, the most first. */
  readonly services: readonly { readonly class: string; readonly count: number }[] | null;
  /** Pupils that the schools of the district state. */
  readonly pupils: number | null;
  /** Parks, gardens and woods whose middle is there. */
  readonly green: { readonly count: number; readonly areaM2: number } | null;
  /** By kind, the most first. */
  readonly businesses: readonly { readonly kind: string; readonly count: number }[] | null;
  /** Of the main streets, each counted once whichever way one drives. */
  readonly mainStreetM: number | null;
}

/** @param id of the district (ID_NIL). */
export function sheetCounts(tables: SheetTables, id: number): SheetCounts {
  const { zones, buildings, services, greenAreas, businesses, roadLinks } = tables;
  return {
    buildings: buildings && buildingsIn(buildings, id),
    services:
      services &&
      tally(services, 'class', rowsOf(services, id)).map(([name, count]) => ({ class: name, count })),
    pupils: services && pupilsIn(services, id),
    green: greenAreas && greenIn(greenAreas, id),
    businesses: businesses && businessesIn(businesses, id),
    mainStreetM: roadLinks && streetsIn(roadLinks, valuesOf(zones, 'id').indexOf(id)),
  };
}

function rowsOf(table: ColumnTable, id: number, column = 'zone'): number[] {
  const zone = valuesOf(table, column);
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) => zone[row] === id);
}

function texts(table: ColumnTable, name: string): (row: number) => string {
  const column = columnIfAny(table, name);
  return (row) => column?.dictionary?.[column.values[row] ?? -1] ?? '';
}

/** How many of each text, the most first. */
function tally(
  table: ColumnTable,
  name: string,
  rows: readonly number[],
  weight: (row: number) => number = () => 1,
): [string, number][] {
  const textOf = texts(table, name);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(textOf(row), (counts.get(textOf(row)) ?? 0) + weight(row));
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function buildingsIn(table: ColumnTable, id: number): SheetCounts['buildings'] {
  const rows = rowsOf(table, id, 'district');
  const year = valuesOf(table, 'year');
  const known = Float64Array.from(rows, (row) => year[row] as number)
    .filter((one) => one > 0)
    .sort();
  return {
    count: rows.length,
    medianYear: known.length > 0 ? (known[Math.floor((known.length - 1) / 2)] as number) : null,
    yearKnown: known.length,
  };
}

function pupilsIn(table: ColumnTable, id: number): number {
  const [classOf, unitOf] = [texts(table, 'class'), texts(table, 'capacityUnit')];
  const capacity = valuesOf(table, 'capacity');
  return rowsOf(table, id)
    .filter((row) => classOf(row) === 'school' && unitOf(row) === 'pupils')
    .reduce((sum, row) => sum + (capacity[row] || 0), 0);
}

function greenIn(table: ColumnTable, id: number): SheetCounts['green'] {
  const classOf = texts(table, 'class');
  const areaM2 = valuesOf(table, 'areaM2');
  const rows = rowsOf(table, id).filter((row) => (PARK_CLASSES as readonly string[]).includes(classOf(row)));
  return { count: rows.length, areaM2: rows.reduce((sum, row) => sum + (areaM2[row] as number), 0) };
}

function businessesIn(table: ColumnTable, id: number): SheetCounts['businesses'] {
  const count = valuesOf(table, 'count');
  return tally(table, 'kind', rowsOf(table, id), (row) => count[row] as number).map(([kind, n]) => ({
    kind,
    count: n,
  }));
}

function streetsIn(table: ColumnTable, zoneRow: number): number {
  const [zone, lengthM, from, to] = ['zone', 'lengthM', 'from', 'to'].map((name) => valuesOf(table, name));
  const seen = new Set<string>();
  let metres = 0;
  for (let row = 0; row < table.rows; row++) {
    if (zone?.[row] !== zoneRow) continue;
    const ends = [from?.[row] as number, to?.[row] as number].sort((a, b) => a - b);
    const length = lengthM?.[row] as number;
    // There and back is one street; two streets between the same crossings differ in length.
    const key = `${ends.join(' ')} ${Math.round(length)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    metres += length;
  }
  return metres;
}
