// SPDX-License-Identifier: EUPL-1.2

import type { TFunction } from 'i18next';
import type { SearchEntry } from '../../../city/catalogue';
import type { Selection, StoreState } from '../../state/store';
import type { Formats } from '../../text/format';
import { cellText } from '../list/cell';

/** How near one stands to what was searched for. */
const ZOOM: Readonly<Record<SearchEntry['kind'], number>> = {
  district: 14.2,
  street: 16,
  stop: 16.6,
  service: 17,
  place: 15.8,
  municipio: 12.6,
  building: 16.6,
};
/** Where the row of a result is; places are parks and gardens (tiles/themes/greenery.ts). */
export const LAYER = {
  street: 'street',
  stop: 'transit-stop',
  service: 'service',
  place: 'greenery',
  municipio: 'municipio',
  district: 'place',
} as const;

/** What a search result becomes: something selected, and a flight to it. */
export function choiceOf(entry: SearchEntry): Pick<StoreState, 'selection' | 'flight'> {
  return { selection: selectionOf(entry), flight: { to: { at: entry.at, zoom: ZOOM[entry.kind] } } };
}

function selectionOf({ kind, id, at }: SearchEntry): Selection {
  if (kind === 'building') return { kind, stableId: id };
  if (kind === 'district' && Number.isInteger(Number(id))) return { kind, id: Number(id) };
  return { kind: 'thing', layer: LAYER[kind], id, at };
}

/** What it is more closely, then what else tells it from its namesakes: "Farmacia · Via Torino, 3 · Duomo". */
export function secondLine(
  { kind, class: code, detail }: SearchEntry,
  t: TFunction,
  format: Formats,
): string {
  const kindOf = kind === 'building' ? '' : cellText(LAYER[kind], 'class', code ?? null, t, format);
  return [kindOf.charAt(0).toLocaleUpperCase() + kindOf.slice(1), detail].filter(Boolean).join(' · ');
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
