// SPDX-License-Identifier: EUPL-1.2
/** The outlines of the rows of a table, where the model inputs have them. */
import { type ColumnTable, columnOf, valuesOf } from '../../../city/columns';
import { plane, planeToLonLat } from '../../../city/frames';
import type { InputTable } from '../../../city/inputs';
import { type CityFiles, cityFiles } from '../../state/city-files';
import { areaOfRings, type PlaneRing } from './area-of-rings';
import type { Table } from './table';
import type { Shape } from './table-file';
import type { City } from './table-hook';

/** Which inputs hold the outlines of a table: of whose rows, under which id. */
const OUTLINES = {
  district: { rings: 'zone-rings', row: 'zone', things: 'zones' },
  greenery: { rings: 'green-rings', row: 'area', things: 'green-areas' },
} as const satisfies Record<string, { rings: InputTable; row: string; things: InputTable }>;

/** Null where the rows are points, or nothing here knows their outlines. */
export async function loadShapes(table: Table, city: City): Promise<((row: number) => Shape | null) | null> {
  if (table.shape) return (row) => table.shape?.(row) ?? null;
  if (table.list !== 'district' && table.list !== 'greenery') return null;
  const { rings, row, things } = OUTLINES[table.list];
  const outlines = await loadOutlines(cityFiles(city.catalogue, city.cityUrl), rings, row, things);
  return outlines && ((of) => outlines(table.key(of)));
}

async function loadOutlines(files: CityFiles, rings: InputTable, row: string, things: InputTable) {
  const [ringTable, thingTable] = await Promise.all([files.columnsIfAny(rings), files.columnsIfAny(things)]);
  if (!ringTable || !thingTable) return null;
  const rows = rowsById(thingTable);
  const ringsOf = ringsByRow(ringTable, row);
  return (id: string): Shape | null => {
    const of = ringsOf.get(rows.get(id) ?? -1);
    return of ? areaOfRings(of, (point) => planeToLonLat(plane(point[0], point[1]))) : null;
  };
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
