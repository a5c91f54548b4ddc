// SPDX-License-Identifier: EUPL-1.2
/** The outlines of the rows of a table, where the model inputs have them. */
import { plane, planeToLonLat } from '../../../city/frames';
import { cityFiles } from '../../state/city-files';
import { loadOutlines } from '../../state/outlines';
import { areaOfRings } from './area-of-rings';
import type { Table } from './table';
import type { Shape } from './table-file';
import type { City } from './table-hook';

/** Null where the rows are points, or nothing here knows their outlines. */
export async function loadShapes(table: Table, city: City): Promise<((row: number) => Shape | null) | null> {
  if (table.shape) return (row) => table.shape?.(row) ?? null;
  if (table.list !== 'district' && table.list !== 'greenery') return null;
  const outlines = await loadOutlines(cityFiles(city.catalogue, city.cityUrl), table.list);
  return (
    outlines &&
    ((row) => {
      const rings = outlines(table.key(row));
      return rings ? areaOfRings(rings, (point) => planeToLonLat(plane(point[0], point[1]))) : null;
    })
  );
}
