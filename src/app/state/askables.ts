// SPDX-License-Identifier: EUPL-1.2
/**
 * What the city's buildings and districts can be asked, and what the store's filters and colourings say of
 * them. Each answer is worked out once, however many read it: the map, the panel, the legend.
 */
import type { Catalogue } from '../../city/catalogue';
import type { Look } from '../../layers/layer';
import type { Askable } from '../../query/attribute';
import { buildingAskable } from '../../query/building-attributes';
import type { Colouring } from '../../query/colouring';
import { districtNames } from '../../query/district';
import { type DistrictAskable, districtAskable } from '../../query/district-attributes';
import { type Filter, type Matches, matchesOf } from '../../query/filter';
import { type Legend, legendOf } from '../../query/legend';
import { cityFiles } from './city-files';
import type { StoreState } from './store';

/** Tables that the map colours. */
export const ASKED_LISTS = ['building', 'district'] as const;
export type AskedList = (typeof ASKED_LISTS)[number];

const kept = new WeakMap<Catalogue, Map<AskedList, Promise<Askable>>>();

/** What a table can be asked; its files are fetched once. Rejects with StreamError where one does not come. */
export function askableOf(list: 'district', catalogue: Catalogue, cityUrl: string): Promise<DistrictAskable>;
export function askableOf(list: AskedList, catalogue: Catalogue, cityUrl: string): Promise<Askable>;
export function askableOf(list: AskedList, catalogue: Catalogue, cityUrl: string): Promise<Askable> {
  const of = kept.get(catalogue) ?? new Map<AskedList, Promise<Askable>>();
  kept.set(catalogue, of);
  let coming = of.get(list);
  if (!coming) {
    coming = list === 'building' ? buildings(catalogue, cityUrl) : districts(catalogue, cityUrl);
    of.set(list, coming);
    // Asked for again, it is fetched again.
    coming.catch(() => of.delete(list));
  }
  return coming;
}

async function buildings(catalogue: Catalogue, cityUrl: string): Promise<Askable> {
  const files = cityFiles(catalogue, cityUrl);
  const [table, zones] = await Promise.all([files.columns('buildings'), files.columnsIfAny('zones')]);
  return buildingAskable(table, zones ? districtNames(zones) : new Map());
}

async function districts(catalogue: Catalogue, cityUrl: string): Promise<DistrictAskable> {
  const files = cityFiles(catalogue, cityUrl);
  const [zones, population, businesses] = await Promise.all([
    files.columns('zones'),
    files.columnsIfAny('population'),
    files.columnsIfAny('businesses'),
  ]);
  return districtAskable({ zones, ...(population && { population }) }, businesses);
}

/** Whether the city has what a table is asked from. */
export function canAsk(list: AskedList, catalogue: Catalogue): boolean {
  const input = list === 'building' ? 'buildings' : 'zones';
  return catalogue.files.inputs.some(({ id, rows }) => id === input && rows > 0);
}

const matched = new WeakMap<Filter, { table: Askable; matches: Matches }>();

/** The rows that a filter means; null where there is no filter, or it asks nothing. */
export function matchesIn(table: Askable, filter: Filter | undefined): Matches | null {
  if (!filter || filter.conditions.length === 0) return null;
  const known = matched.get(filter);
  if (known?.table === table) return known.matches;
  const matches = matchesOf(filter, table);
  matched.set(filter, { table, matches });
  return matches;
}

const legends = new WeakMap<Colouring, { table: Askable; look: Look; legend: Legend | null }>();

/** A colouring worked out on a table; null where there is none, or it makes no sense of the table. */
export function legendIn(table: Askable, colouring: Colouring | undefined, look: Look): Legend | null {
  const column = colouring && table.columns.get(colouring.attribute);
  if (!column) return null;
  const known = legends.get(colouring);
  if (known?.table === table && known.look === look) return known.legend;
  const legend = legendOf(colouring, column, look);
  legends.set(colouring, { table, look, legend });
  return legend;
}

/** Whether the map is coloured or filtered by a table. */
export function isAsked(
  list: AskedList,
  { filters, colourings }: Pick<StoreState, 'filters' | 'colourings'>,
): boolean {
  return colourings[list] !== undefined || (filters[list]?.conditions.length ?? 0) > 0;
}
