// SPDX-License-Identifier: EUPL-1.2
import type { SearchEntry } from '../../../city/catalogue';
import type { Selection, StoreState } from '../../state/store';

/** How near one stands to what was searched for. */
const ZOOM: Readonly<Record<SearchEntry['kind'], number>> = {
  district: 14.2,
  street: 16,
  stop: 16.6,
  service: 17,
  place: 15.8,
};
/** Where the row of a result is; places are parks and gardens (tiles/themes/greenery.ts). */
const LAYER = { street: 'street', stop: 'transit-stop', service: 'service', place: 'greenery' } as const;

/** What a search result becomes: something selected, and a flight to it. */
export function choiceOf(entry: SearchEntry): Pick<StoreState, 'selection' | 'flight'> {
  const number = Number(entry.id);
  const selection: Selection =
    entry.kind === 'district' && Number.isInteger(number)
      ? { kind: 'district', id: number }
      : {
          kind: 'thing',
          layer: entry.kind === 'district' ? 'place' : LAYER[entry.kind],
          id: entry.id,
          at: entry.at,
        };
  return { selection, flight: { to: { at: entry.at, zoom: ZOOM[entry.kind] } } };
}

/** The results as the screen shows them: kinds in the order of their best result. */
export function byKind(
  entries: readonly SearchEntry[],
): { readonly kind: SearchEntry['kind']; readonly entries: readonly SearchEntry[] }[] {
  const groups = new Map<SearchEntry['kind'], SearchEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.kind);
    if (group) group.push(entry);
    else groups.set(entry.kind, [entry]);
  }
  return [...groups].map(([kind, list]) => ({ kind, entries: list }));
}
