// SPDX-License-Identifier: EUPL-1.2
/** Views that a person keeps, in this browser. */
import { create } from 'zustand';
import { formatAddress, PLAIN_ADDRESS, parseAddress } from './address';
import { useStore, type View } from './store';

export interface SavedView {
  readonly name: string;
  readonly view: View;
}

const KEY = 'gemello.views';
const MOST = 50;

export const useSavedViews = create<{ readonly views: readonly SavedView[] }>(() => ({ views: read() }));

/** Keeps where the map stands. */
export function keepView(name: string): void {
  write([...useSavedViews.getState().views, { name, view: useStore.getState().view }].slice(-MOST));
}

export function forgetView(view: SavedView): void {
  write(useSavedViews.getState().views.filter((one) => one !== view));
}

function write(views: readonly SavedView[]): void {
  useSavedViews.setState({ views });
  try {
    const kept = views.map(({ name, view }) => [name, formatAddress({ ...PLAIN_ADDRESS, view })]);
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing keeps them until the page is left.
  }
}

/** Views are kept as addresses, which are read for years; rubbish is passed over. */
function read(): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.slice(0, MOST).flatMap((one: unknown) => {
      if (!Array.isArray(one)) return [];
      const view = parseAddress(String(one[1])).view;
      return view ? [{ name: String(one[0]).slice(0, 80), view }] : [];
    });
  } catch {
    return [];
  }
}
