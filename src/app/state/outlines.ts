// SPDX-License-Identifier: EUPL-1.2
/** Outlines of districts and of greens, where the model inputs have them. */
import { type ColumnTable, columnOf, valuesOf } from '../../city/columns';
import type { InputTable } from '../../city/inputs';
import type { CityFiles } from './city-files';

/** Not closed: the first point follows the last. */
export type PlaneRing = readonly (readonly [eastM: number, northM: number])[];

/** Which inputs hold the outlines of a table: of whose rows, under which id. */
const OUTLINES = {
  district: { rings: 'zone-rings', row: 'zone', things: 'zones' },
  greenery: { rings: 'green-rings', row: 'area', things: 'green-areas' },
} as const satisfies Record<string, { rings: InputTable; row: string; things: InputTable }>;

export type Outlined = keyof typeof OUTLINES;

/** Outlines and holes alike (even-odd rule) by the id of the thing; null where this city has none. */
export async function loadOutlines(
  files: CityFiles,
  list: Outlined,
): Promise<((id: string) => readonly PlaneRing[] | undefined) | null> {
  const { rings, row, things } = OUTLINES[list];
  const [ringTable, thingTable] = await Promise.all([files.columnsIfAny(rings), files.columnsIfAny(things)]);
  if (!ringTable || !thingTable) return null;
  const rows = rowsById(thingTable);
  const ringsOf = ringsByRow(ringTable, row);
  return (id) => ringsOf.get(rows.get(id) ?? -1);
}

function rowsById(table: ColumnTable): Map<string, number> {
  const { values, dictionary } = columnOf(table, 'id');
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows; row++)
    rows.set(String(dictionary ? dictionary[values[row] as number] : values[row]), row);
  return rows;
}

function ringsByRow(table: ColumnTable, row: string): Map<number, PlaneRing[]> {
  const [of, ring] = [valuesOf(table, row), valuesOf(table, 'ring')];
  const [east, north] = [valuesOf(table, 'eastM'), valuesOf(table, 'northM')];
  const found = new Map<number, Map<number, [number, number][]>>();
  for (let i = 0; i < table.rows; i++) {
    const rings = found.get(of[i] as number) ?? new Map<number, [number, number][]>();
    found.set(of[i] as number, rings);
    const points = rings.get(ring[i] as number) ?? [];
    rings.set(ring[i] as number, points);
    points.push([east[i] as number, north[i] as number]);
  }
  return new Map([...found].map(([key, rings]) => [key, [...rings.values()]]));
}
