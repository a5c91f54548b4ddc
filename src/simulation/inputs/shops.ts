// SPDX-License-Identifier: EUPL-1.2
/** The shops of the city from the table `businesses`. */
import type { Zones } from '../../city/city-inputs';
import type { Shops } from '../../city/shops';
import { CityInputsError, numbers, type Tables, texts } from './tables';

/**
 * Shops, large stores, and bars and restaurants by district, in the order of `zones`. Other kinds of business are in
 * none of them: newsstands and coworking are no shops of these sectors, historic shops are counted among the others.
 * Rows of a district that the zones do not have count nowhere.
 * @returns null where the table is not there, or counts none of these.
 * @throws CityInputsError naming table, row (from 0) and fault: a count that is none.
 */
export function shopsOf(tables: Tables, zones: Pick<Zones, 'districts' | 'id'>): Shops | null {
  const table = tables.get('businesses');
  if (!table || table.rows === 0) return null;
  const rowOf = new Map(Array.from(zones.id.subarray(0, zones.districts), (id, row) => [id, row]));
  const none = () => new Float64Array(zones.districts);
  const byKind = new Map([
    ['neighbourhood-shop', none()],
    ['large-retail', none()],
    ['food-and-drink', none()],
  ]);
  const [zone, count] = [numbers(table, 'zone'), numbers(table, 'count')];
  texts(table, 'kind').forEach((kind, row) => {
    const businesses = count[row] as number;
    if (!(businesses >= 0 && businesses < Number.POSITIVE_INFINITY))
      throw new CityInputsError([], `businesses, row ${row}: count is ${businesses}`);
    const district = rowOf.get(zone[row] as number);
    const column = byKind.get(kind);
    if (column && district !== undefined) column[district] = (column[district] as number) + businesses;
  });
  const of = (kind: string) => byKind.get(kind) as Float64Array;
  if ([...byKind.values()].every((column) => column.every((businesses) => businesses === 0))) return null;
  return {
    neighbourhood: of('neighbourhood-shop'),
    large: of('large-retail'),
    foodAndDrink: of('food-and-drink'),
    changes: [],
  };
}
