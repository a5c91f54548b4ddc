// SPDX-License-Identifier: EUPL-1.2
/** From a row to the map, and from what is chosen there to its row. */
import type { GroundLayer } from '../../../city/ground';
import { ownIdOf, ownListId } from '../../../own/own-layer';
import { loadRecord, lookupBuilding } from '../../../stream/buildings';
import { livingKindOf } from '../../state/offered-layers';
import { type ListId, type Selection, type StoreState, useStore } from '../../state/store';
import { selectionKey } from '../card/card';
import { useLoaded } from '../hooks';
import { rowOfKey, type Table } from './table';
import type { City } from './table-hook';

/** How near one stands to what a row is about. */
const ZOOM: Partial<Record<ListId, number>> = {
  district: 14.2,
  municipio: 12.6,
  'city-limit': 11,
  'transit-line': 13,
  greenery: 15.5,
  water: 14.5,
  'live:presence': 14.2,
};
const NEAR = 16.8;

/** What choosing a row does: a flight, and a selection where the thing can be named. */
export async function choiceOf(table: Table, row: number, city: City): Promise<Partial<StoreState>> {
  const { list } = table;
  const at = table.at(row);
  const flight = at && { to: { at, zoom: table.zoom?.(row) ?? ZOOM[list] ?? NEAR } };
  const go = flight ? { flight } : {};
  if (list === 'building') {
    const { stableId } = await loadRecord(city.catalogue, city.cityUrl, row);
    return { ...go, selection: { kind: 'building', stableId } };
  }
  const id = table.key(row);
  if (list === 'district') return { ...go, selection: { kind: 'district', id: Number(id) } };
  const own = ownIdOf(list);
  if (own) return at ? { ...go, selection: { kind: 'own', layer: own, row, at } } : go;
  const live = livingKindOf(list);
  if (live && at) return { ...go, selection: { kind: 'live', live, id: stationOf(table, row), at } };
  if (live || !at || !table.columns.has('id')) return go;
  return { ...go, selection: { kind: 'thing', layer: list as GroundLayer, id, at } };
}

/** Of air a station has a row for each pollutant, and one card. */
function stationOf(table: Table, row: number): string {
  const id = table.key(row);
  return table.list === 'live:air' ? id.slice(0, Math.max(0, id.lastIndexOf('/'))) || id : id;
}

/** The row of a selection; null where it is none of this table. */
export function rowOfSelection(table: Table, selection: Selection | null): number | null {
  if (!selection || selection.kind === 'building') return null;
  if (selection.kind === 'own')
    return ownListId(selection.layer) === table.list && selection.row < table.rows ? selection.row : null;
  if (selection.kind === 'live') {
    if (`live:${selection.live}` !== table.list) return null;
    for (let row = 0; row < table.rows; row++)
      if (table.key(row) === selection.id || stationOf(table, row) === selection.id) return row;
    return null;
  }
  const list = selection.kind === 'district' ? 'district' : selection.layer;
  return list === table.list ? rowOfKey(table, String(selection.id)) : null;
}

/** The row of what is selected; null where it is none of this table, and while nobody knows. */
export function useCurrentRow(table: Table, { catalogue, cityUrl }: City): number | null {
  const selection = useStore((s) => s.selection);
  const building = table.list === 'building' && selection?.kind === 'building' ? selection : null;
  const [found] = useLoaded(
    building && `${cityUrl} ${selectionKey(building)}`,
    async () => building && ((await lookupBuilding(catalogue, cityUrl, building.stableId))?.id ?? null),
  );
  if (building) return found.state === 'ready' ? found.value : null;
  return rowOfSelection(table, selection);
}
