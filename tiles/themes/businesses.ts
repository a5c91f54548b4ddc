// SPDX-License-Identifier: EUPL-1.2
import type { ColumnTable } from '../../src/city/columns';
import { placeOf } from './editions';
import type { BusinessRow } from './rows';
import type { CleanContext, GroundFeature, Theme } from './theme';

type Shop = Extract<BusinessRow, { kind: 'shop' }>;
type Counts = Extract<BusinessRow, { kind: 'counts' }>;

/** Single shops on the map, and counts by district as a model input. */
export const businesses: Theme<'businesses'> = {
  id: 'businesses',
  clean: (bySource, context) => {
    const ids = new Set<string>();
    const shops: GroundFeature<'business'>[] = [];
    const counts = new Map<number, Counts>();
    for (const { source, rows } of bySource)
      for (const row of rows) {
        const where = placeOf(row.origin);
        if (row.kind === 'shop') {
          const id = row.stableId ?? `${source.id}-${row.origin.row}`;
          if (ids.has(id)) context.drop('duplicate-id', `${where}: ${row.name}, id ${id} again`);
          else shops.push(featureOf(id, source.id, row));
          ids.add(id);
        } else if (!isDistrict(row.district, context))
          context.drop('unknown-district', `${where}: ${row.district}`);
        else if (counts.has(row.district))
          context.drop('duplicate-id', `${where}: district ${row.district} again`);
        else counts.set(row.district, row);
      }
    return {
      kept: shops.length + counts.size,
      ground: shops,
      ...(counts.size > 0 ? { inputs: [table([...counts.values()])] } : {}),
    };
  },
};

/** Without boundaries every id is taken at its word. */
const isDistrict = (id: number, { districts }: CleanContext) =>
  districts.count === 0 || districts.name(id) !== undefined;

const featureOf = (id: string, source: string, shop: Shop): GroundFeature<'business'> => ({
  layer: 'business',
  geometry: { type: 'Point', coordinates: [...shop.at] },
  properties: {
    id,
    class: 'historic-shop',
    name: shop.name,
    ...(shop.trade ? { trade: shop.trade } : {}),
    // A shop that closed stays in the register: the screen must not send anyone there.
    ...(shop.closed ? { state: 'closed' as const } : {}),
    ...(shop.sinceYear === undefined ? {} : { sinceYear: shop.sinceYear }),
    ...(shop.address ? { address: shop.address } : {}),
  },
  source,
});

function table(counts: readonly Counts[]): ColumnTable {
  const kinds = [...new Set(counts.flatMap((row) => Object.keys(row.counts)))];
  const rows = counts.flatMap(({ district, counts: ofDistrict }) =>
    Object.entries(ofDistrict).map(([kind, count]) => ({ zone: district, kind: kinds.indexOf(kind), count })),
  );
  return {
    id: 'businesses',
    rows: rows.length,
    columns: [
      { name: 'zone', unit: '1', values: Uint16Array.from(rows, (row) => row.zone) },
      { name: 'kind', unit: '1', values: Uint8Array.from(rows, (row) => row.kind), dictionary: kinds },
      { name: 'count', unit: '1', values: Uint32Array.from(rows, (row) => row.count) },
    ],
  };
}
