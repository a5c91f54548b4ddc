// SPDX-License-Identifier: EUPL-1.2
/** What one can ask of the buildings: the city-wide input table `buildings`, in order of id. */
import { BUILDING_USES, HEIGHT_ORIGINS } from '../city/building';
import { type ColumnTable, columnIfAny } from '../city/columns';
import type { Askable, Attribute, AttributeColumn } from './attribute';

const NUMBERS = [
  { id: 'heightM', unit: 'm', column: 'heightDm', scale: 0.1 },
  { id: 'storeys', unit: '1', column: 'storeys', scale: 1 },
  { id: 'year', unit: '1', column: 'year', scale: 1, plain: true },
  { id: 'areaM2', unit: 'm²', column: 'areaM2', scale: 1 },
] as const;

/** Of a use that nobody states. */
const NO_USE = BUILDING_USES.indexOf('unknown');

/**
 * Height, storeys, year, footprint area, use, how the height is known, and district.
 * @param table the input table `buildings`; there 0 is not known
 * @param districts names by id, in the order in which they are offered
 */
export function buildingAskable(table: ColumnTable, districts: ReadonlyMap<number, string>): Askable {
  const columns: AttributeColumn[] = [];
  for (const { id, unit, column, scale, ...more } of NUMBERS) {
    const found = columnIfAny(table, column)?.values;
    if (found)
      columns.push({ attribute: { id, kind: 'number', unit, ...more }, values: scaled(found, scale) });
  }
  const add = (
    attribute: Attribute,
    column: string,
    values: (stored: ArrayLike<number>) => ArrayLike<number>,
  ) => {
    const found = columnIfAny(table, column)?.values;
    if (found) columns.push({ attribute, values: values(found) });
  };
  const category = (id: string, codes: readonly string[]): Attribute => ({
    id,
    kind: 'category',
    unit: '1',
    codes,
  });
  // A use that is not known is not one of the uses.
  add(category('use', BUILDING_USES), 'use', (stored) =>
    Uint8Array.from(stored, (use) => (use === NO_USE ? 255 : use)),
  );
  add(category('heightOrigin', HEIGHT_ORIGINS), 'heightOrigin', (stored) => stored);
  const places = new Map([...districts.keys()].map((id, at) => [id, at]));
  const names = { labels: [...districts.values()] };
  const district = columnIfAny(table, 'district')?.values;
  if (district && districts.size > 0)
    columns.push({
      attribute: category('district', [...districts.keys()].map(String)),
      values: Uint16Array.from(district, (id) => places.get(id) ?? 0xffff),
      ...names,
    });
  return { rows: table.rows, columns: new Map(columns.map((column) => [column.attribute.id, column])) };
}

/** NaN where it is not known. */
function scaled(stored: ArrayLike<number>, scale: number): Float64Array {
  // 123 / 10 is 12.3, and 123 · 0.1 is not.
  const tenth = scale === 0.1;
  return Float64Array.from(stored, (value) =>
    value > 0 ? (tenth ? value / 10 : value * scale) : Number.NaN,
  );
}
