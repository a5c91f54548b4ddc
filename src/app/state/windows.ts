// SPDX-License-Identifier: EUPL-1.2
/** Which window lies over the screen, and wishes of commands that the screen fulfils. None of it is in a link. */
import { create } from 'zustand';
import type { AboutPart } from '../panels/about/about';

type WindowName =
  | 'palette'
  | 'keyboard'
  | 'glossary'
  | 'scenarios'
  | 'history'
  | 'conflict'
  | 'version'
  | 'publish';

interface Windows {
  readonly open: WindowName | null;
  readonly about: AboutPart | null;
  /** The step of the tour, from 0; null: it is not under way. */
  readonly tour: number | null;
  /** The panel of the layers is to be opened. */
  readonly wantsLayers: boolean;
  /** The district whose sheet is open, to read and to print. */
  readonly sheet: number | null;
  /** Where the glossary opens. */
  readonly term: string | null;
}

export const useWindows = create<Windows>(() => ({
  open: null,
  about: null,
  tour: null,
  wantsLayers: false,
  sheet: null,
  term: null,
}));

export const openWindow = (open: WindowName | null): void => useWindows.setState({ open, term: null });

/** Whether the page was opened by a link that says where to look, or what at. */
export const arrivedByLink = (globalThis.location?.hash ?? '').length > 1;

const SINGLE_KEYS = 'gemello.single-keys';

/** Whether keys without Ctrl (/ and ?) do something: a person may switch them off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(SINGLE_KEYS) !== 'off';
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SINGLE_KEYS);
    else localStorage.setItem(SINGLE_KEYS, 'off');
  } catch {
    // A browser that refuses its storage keeps them on.
  }
}
