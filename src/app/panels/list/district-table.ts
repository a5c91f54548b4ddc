// SPDX-License-Identifier: EUPL-1.2
/** The table of the districts (NIL): what one can ask of them, with where they are. Pure. */
import type { LayerTable } from '../../../city/catalogue';
import type { ColumnTable } from '../../../city/columns';
import type { LonLat } from '../../../city/frames';
import { districtAskable } from '../../../query/district-attributes';
import { registerYears } from '../../../query/district-columns';
import { columnName } from './cell';
import type { Table, Words } from './table';

export interface DistrictSources {
  /** Of the written table: where each district is. */
  readonly pages: readonly LayerTable[];
  readonly zones: ColumnTable;
  /** Null where the city has none. */
  readonly population: ColumnTable | null;
  readonly businesses: ColumnTable | null;
  /** Ids of the sources that they come from. */
  readonly sources: readonly string[];
}

/** What is most asked for stands first. */
const SHOWN = [
  'name',
  'residents',
  'aloneAged80Plus',
  'aloneAged80PlusShare',
  'aged80Plus',
  'aged65Plus',
  'minors',
  'foreigners',
  'density',
  'change',
  'households',
  'householdSize',
  'singleHouseholds',
  'aged65PlusCount',
  'minorsCount',
  'foreignersCount',
  'singleHouseholdsCount',
  'men',
  'women',
  'births',
  'deaths',
  'arrivals',
  'departures',
  'businesses',
  'businessesPer1000',
  'businessKinds',
  'areaKm2',
  'municipio',
  'id',
] as const;

/** What is withheld is said to be (city/disclosure.ts). */
export function districtTable(
  { pages, zones, population, businesses, sources }: DistrictSources,
  { t }: Words,
): Table {
  const asked = districtAskable({ zones, ...(population && { population }) }, businesses);
  const ids = asked.ids.map(String);
  const columns = new Map(asked.columns);
  columns.set('id', { attribute: { id: 'id', kind: 'text', unit: '1' }, values: ids });
  const places = placesOf(pages);
  const names = asked.columns.get('name')?.values as readonly string[];
  const years = registerYears(population);
  const when = { year: String(years?.newest ?? ''), first: String(years?.oldest ?? '') };
  return {
    list: 'district',
    rows: asked.rows,
    columns,
    shown: SHOWN.filter((id) => columns.has(id)),
    heading: (id) =>
      id === 'name' || id === 'id' || id === 'municipio'
        ? columnName(id, t)
        : t(`tables.district.${id as 'residents'}`, when),
    key: (row) => ids[row] ?? '',
    name: (row) => names[row] || t('thing.district'),
    at: (row) => places.get(ids[row] ?? '') ?? null,
    sources: () => sources,
  };
}

function placesOf(pages: readonly LayerTable[]): Map<string, LonLat> {
  const places = new Map<string, LonLat>();
  for (const { columns, rows, at } of pages) {
    const id = columns.indexOf('id');
    for (const [i, row] of rows.entries()) if (at[i]) places.set(String(row[id]), at[i]);
  }
  return places;
}
