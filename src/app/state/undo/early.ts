// SPDX-License-Identifier: EUPL-1.2
/** Remembers changes from the first moment on, until what makes steps of them has come (undo.ts). */
import type { StoreApi } from 'zustand';
import type { StoreState } from '../store';

/** What can be undone: keys of the store, whose values are plain and never changed in place. One that the store has not is passed over. */
export const PARTS = [
  'layers',
  'filters',
  'colourings',
  'sketches',
  'ownLayers',
  'scenario',
  'compare',
  'people',
  'desk',
] as const;
export type Part = (typeof PARTS)[number];

export type Values = Readonly<Record<string, unknown>>;

export interface Early {
  readonly before: Values;
  readonly after: Values;
  readonly atMs: number;
  readonly byLink: boolean;
}

/** Whether what is set just now comes from the address: a link, the browser's Back. */
export const origin = { link: false };

export const partsOfState = (state: object): Values => {
  const values = state as Values;
  return Object.fromEntries(PARTS.filter((part) => values[part] !== undefined).map((p) => [p, values[p]]));
};

/** The camera and what is on its way change all the time, and are no steps. */
export const touchedParts = (before: Values, after: Values): Part[] =>
  PARTS.filter((part) => before[part] !== after[part]);

/** Returns what the parts begin with, and how to take what was remembered; from then on nothing is. */
export function rememberEarly(store: Pick<StoreApi<StoreState>, 'getState' | 'subscribe'>): {
  readonly start: Values;
  take(): readonly Early[];
} {
  const early: Early[] = [];
  const start = partsOfState(store.getState());
  let before = start;
  const stop = store.subscribe(() => {
    const after = partsOfState(store.getState());
    if (touchedParts(before, after).length > 0)
      early.push({ before, after, atMs: Date.now(), byLink: origin.link });
    before = after;
  });
  return {
    start,
    take: () => {
      stop();
      return early;
    },
  };
}
