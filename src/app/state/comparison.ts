// SPDX-License-Identifier: EUPL-1.2
/** What a second map beside the first shows: the same city, but for what is said here. Pure. */
import type { StoreApi } from 'zustand';
import { type Clock, momentOf } from '../../city/clock';
import type { StoreState } from './store';

/** The part of a store that those who only follow it need. */
export type StateView = Pick<StoreApi<StoreState>, 'getState' | 'subscribe'>;

export const COMPARE_MODES = ['side', 'swipe'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

/** A second view; what it does not say is as in the first. */
export interface Comparison {
  /** Both whole, one beside the other; or one over the other, divided by a line. */
  readonly mode: CompareMode;
  /** Share of the map's width that shows the first view, where a line divides them. */
  readonly split: number;
  readonly layers?: StoreState['layers'];
  readonly clock?: Clock;
  /** Of buildings and districts; what was brought keeps the colours of the first view. */
  readonly filters?: StoreState['filters'];
  readonly colourings?: StoreState['colourings'];
}

/** What a second view can show otherwise. */
export const ASPECTS = ['layers', 'clock', 'filters', 'colourings'] as const;
export type Aspect = (typeof ASPECTS)[number];

const LEAST_SPLIT = 0.02;
export const HALF: Comparison = { mode: 'side', split: 0.5 };

/** A share of the width that leaves something of both views. */
export const splitAt = (share: number): number => Math.min(1 - LEAST_SPLIT, Math.max(LEAST_SPLIT, share));

/** The clock as it stands at `nowMs` of the real time, at rest; live stays live. */
export function standingClock(clock: Clock, nowMs: number): Clock {
  if (clock.kind === 'live') return clock;
  const { atMs, weekday, secondOfDay, date } = momentOf(clock, nowMs);
  if (clock.kind === 'typical') return { ...clock, weekday, secondOfDay, ...(date && { date }), speed: 0 };
  return { ...clock, atMs: Math.floor(atMs ?? clock.atMs), speed: 0 };
}

type Shown = Pick<StoreState, Aspect>;

/** What each view shows once they have changed places. */
export function swapped(first: Shown, second: Comparison): { first: Shown; second: Comparison } {
  const other = { ...first, ...aspectsOf(second) };
  return {
    first: {
      ...other,
      filters: merged(first.filters, second.filters),
      colourings: merged(first.colourings, second.colourings),
    },
    // Only what is told apart: the rest goes on following the first.
    second: {
      mode: second.mode,
      split: second.split,
      ...aspectsOf({
        layers: second.layers && first.layers,
        clock: second.clock && first.clock,
        filters: second.filters && ofOwnTables(first.filters),
        colourings: second.colourings && ofOwnTables(first.colourings),
      }),
    },
  };
}

const aspectsOf = (second: { readonly [Key in Aspect]?: Shown[Key] | undefined }): Partial<Shown> =>
  Object.fromEntries(ASPECTS.filter((key) => second[key] !== undefined).map((key) => [key, second[key]]));

type OfTables = Readonly<Partial<Record<string, unknown>>>;
/** The tables whose filters and colours the second view has for its own. */
const OWN_TABLES: readonly string[] = ['building', 'district'];

function merged<T extends OfTables>(first: T, second: T | undefined): T {
  if (!second) return first;
  const others = Object.entries(first).filter(([table]) => !OWN_TABLES.includes(table));
  return { ...Object.fromEntries(others), ...ofOwnTables(second) } as T;
}

const ofOwnTables = <T extends OfTables>(of: T): T =>
  Object.fromEntries(Object.entries(of).filter(([table]) => OWN_TABLES.includes(table))) as T;

/**
 * What a second map tells of itself: the first speaks for both. Its choices (a selection, the camera)
 * are everybody's.
 */
const FIRST_ONLY: readonly (keyof StoreState)[] = ['tiles', 'cityDrawn', 'liveDrawn', 'quality'];

/**
 * The store as the second view is to see it: `compare` laid over the first view's state, with the answer of
 * a run and painted hours of sun left out, which are drawn on the first alone. As long as nothing of it changes each part is the same
 * object, so that nothing is drawn anew. Once the comparison is over it stands as it last was.
 */
export function secondView(store: StateView): StateView {
  const idle = { kind: 'idle' } as const;
  const mergedFilters = remembered(merged<StoreState['filters']>);
  const mergedColourings = remembered(merged<StoreState['colourings']>);
  const set: StoreState['set'] = (patch) => {
    const passed = Object.entries(patch).filter(([key]) => !FIRST_ONLY.includes(key as keyof StoreState));
    if (passed.length > 0) store.getState().set(Object.fromEntries(passed));
  };
  const overlaid = (state: StoreState, compare: Comparison): StoreState => ({
    ...state,
    layers: compare.layers ?? state.layers,
    clock: compare.clock ?? state.clock,
    filters: mergedFilters(state.filters, compare.filters),
    colourings: mergedColourings(state.colourings, compare.colourings),
    // Until those of its own year have come, the first's.
    districtColours: state.districtColours && (state.secondDistrictColours ?? state.districtColours),
    run: idle,
    sunSurface: null,
    set,
  });
  let of: StoreState | null = null;
  let shown: StoreState | null = null;
  const getState = () => {
    const state = store.getState();
    if (state !== of && (state.compare || state.deskOpen || !shown))
      shown = overlaid(state, state.compare ?? HALF);
    of = state;
    return shown as StoreState;
  };
  return {
    getState,
    subscribe: (listener) => {
      let before = getState();
      return store.subscribe(() => {
        const now = getState();
        if (now === before) return;
        const last = before;
        before = now;
        listener(now, last);
      });
    },
  };
}

/** A function of two things that answers with the same object while they are the same. */
function remembered<T extends object>(make: (a: T, b: T | undefined) => T): typeof make {
  let last: { a: T; b: T | undefined; made: T } | null = null;
  return (a, b) => {
    if (!last || last.a !== a || last.b !== b) last = { a, b, made: make(a, b) };
    return last.made;
  };
}
