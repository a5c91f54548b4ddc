// SPDX-License-Identifier: EUPL-1.2
/** What somebody brought is there again when the page is: the list of it is kept in the browser. */
import type { StoreApi } from 'zustand';
import { isOwnLayer } from '../../own/own-layer';
import type { StoreState } from './store';

const KEY = 'gemello.own';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Brings back the list, and keeps it from now on. Never throws: a browser may refuse its storage. */
export function startOwnLayers(
  store: Pick<StoreApi<StoreState>, 'getState' | 'subscribe'>,
  storage: () => Kept = () => localStorage,
): void {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    const ownLayers = Array.isArray(kept) ? kept.filter(isOwnLayer) : [];
    if (ownLayers.length > 0) store.getState().set({ ownLayers });
  } catch {
    // Nothing was kept that can be read.
  }
  store.subscribe((now, before) => {
    if (now.ownLayers === before.ownLayers) return;
    try {
      storage().setItem(KEY, JSON.stringify(now.ownLayers));
    } catch {
      // Full or refused: it is there until the page is closed.
    }
  });
}
