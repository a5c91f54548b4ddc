// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Colouring } from '../../query/colouring';
import { formatComparison } from './address-compare';
import { changeCompare, closeCompare, openCompare, swapViews, tellApart } from './compare';
import { type Comparison, secondView, swapped } from './comparison';
import { useStore } from './store';
import { redo, startUndo, undo } from './undo/undo';

const set = (patch: object) => useStore.setState(patch);
const state = () => useStore.getState();
const SIDE: Comparison = { mode: 'side', split: 0.5 };
const SUNDAY = { kind: 'typical', weekday: 7, secondOfDay: 30_600, sinceMs: 0, speed: 0 } as const;
const BY_YEAR: Colouring = { attribute: 'year', scale: { kind: 'continuous' }, palette: 'viridis' };
const BY_HEIGHT: Colouring = { ...BY_YEAR, attribute: 'heightM' };

beforeEach(() => useStore.setState(useStore.getInitialState(), true));

describe('the second view', () => {
  it('is the first but for what is told apart', () => {
    set({ layers: { trees: true }, compare: { ...SIDE, clock: SUNDAY } });
    const view = secondView(useStore);
    expect([view.getState().layers, view.getState().clock]).toEqual([{ trees: true }, SUNDAY]);
    set({ layers: { rail: true } });
    expect(view.getState().layers).toEqual({ rail: true });
    changeCompare({ layers: {} });
    expect([view.getState().layers, state().layers]).toEqual([{}, { rail: true }]);
  });

  it('keeps the colours of what was brought, which is drawn once for both', () => {
    set({
      colourings: { building: BY_YEAR, 'own:a': BY_YEAR },
      compare: { ...SIDE, colourings: { district: BY_HEIGHT } },
    });
    expect(secondView(useStore).getState().colourings).toEqual({ 'own:a': BY_YEAR, district: BY_HEIGHT });
  });

  it('hears only of what it shows, and each part is the same object until it changes', () => {
    set({ compare: { ...SIDE, layers: {}, filters: {} } });
    const view = secondView(useStore);
    const heard = vi.fn();
    view.subscribe((now, before) =>
      heard(now.layers !== before.layers, now.filters !== before.filters, now.clock !== before.clock),
    );
    set({ layers: { trees: true } });
    set({ filters: { tree: { conditions: [], others: 'hidden' } } });
    set({ clock: SUNDAY });
    expect(heard.mock.calls).toEqual([
      [false, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  it('has the colours of the people of its own year, and until they have come those of the first', () => {
    const [first, second] = [{ title: '2026' }, { title: '2040' }];
    set({ compare: { ...SIDE, clock: SUNDAY }, districtColours: first });
    const view = secondView(useStore);
    expect(view.getState().districtColours).toBe(first);
    set({ secondDistrictColours: second });
    expect([view.getState().districtColours, state().districtColours]).toEqual([second, first]);
    // With the panel closed neither has any.
    set({ districtColours: null });
    expect(view.getState().districtColours).toBeNull();
  });

  it('stands as it was once the comparison is over', () => {
    set({ compare: { ...SIDE, layers: { trees: true } } });
    const view = secondView(useStore);
    const heard = vi.fn();
    view.subscribe(heard);
    set({ compare: null });
    expect([view.getState().layers, heard.mock.calls.length]).toEqual([{ trees: true }, 0]);
  });

  it('chooses for both, and tells nothing of itself', () => {
    set({ compare: SIDE });
    const { tiles } = state();
    const view = secondView(useStore);
    view.getState().set({
      selection: { kind: 'district', id: 3 },
      tiles: { ...tiles, loading: 9 },
      liveDrawn: { vehicles: 'reported', trafficAside: true },
    });
    expect(state().selection).toEqual({ kind: 'district', id: 3 });
    expect([state().tiles, state().liveDrawn.vehicles]).toEqual([tiles, 'none']);
  });
});

describe('two views', () => {
  it('change places, and twice is as before', () => {
    const first = {
      layers: { trees: true },
      clock: { kind: 'live' },
      filters: {},
      colourings: { building: BY_YEAR },
    } as const;
    const second: Comparison = { ...SIDE, clock: SUNDAY, colourings: { district: BY_HEIGHT } };
    const once = swapped(first, second);
    expect(once.first).toEqual({ ...first, clock: SUNDAY, colourings: { district: BY_HEIGHT } });
    expect(once.second).toEqual({ ...SIDE, clock: { kind: 'live' }, colourings: { building: BY_YEAR } });
    expect(swapped(once.first, once.second)).toEqual({ first, second });
  });

  it('leave what was brought where it is, while the others change places', () => {
    set({ colourings: { 'own:a': BY_YEAR, building: BY_YEAR }, compare: { ...SIDE, colourings: {} } });
    swapViews();
    expect(state().colourings).toEqual({ 'own:a': BY_YEAR });
    expect(secondView(useStore).getState().colourings).toEqual({ 'own:a': BY_YEAR, building: BY_YEAR });
  });

  it('say nothing of what was brought of the view that was first', () => {
    set({
      colourings: { 'own:a': BY_YEAR, building: BY_YEAR },
      filters: { 'own:a': [{ attribute: 'nome', kind: 'known', known: true }] },
      compare: { ...SIDE, colourings: {}, filters: {} },
    });
    swapViews();
    expect(state().compare).toEqual({ ...SIDE, colourings: { building: BY_YEAR }, filters: {} });
    expect(JSON.stringify(formatComparison(state().compare))).not.toContain('own');
  });

  it('change places again when that is undone, their moments too', () => {
    set({
      clock: { kind: 'live' },
      layers: { trees: true },
      compare: { ...SIDE, clock: SUNDAY, layers: {} },
    });
    const stop = startUndo();
    swapViews();
    expect([state().clock, state().compare?.clock]).toEqual([SUNDAY, { kind: 'live' }]);
    undo();
    expect([state().clock, state().layers]).toEqual([{ kind: 'live' }, { trees: true }]);
    expect(state().compare).toEqual({ ...SIDE, clock: SUNDAY, layers: {} });
    redo();
    expect([state().clock, state().compare?.clock]).toEqual([SUNDAY, { kind: 'live' }]);
    stop();
  });

  it('are opened, told apart and closed', () => {
    openCompare();
    expect(state().compare).toEqual(SIDE);
    set({ layers: { trees: true }, clock: SUNDAY });
    tellApart(['layers', 'clock'], true);
    expect(state().compare).toMatchObject({ layers: { trees: true }, clock: SUNDAY });
    tellApart(['layers'], false);
    expect(state().compare).toMatchObject({ clock: SUNDAY });
    expect(state().compare?.layers).toBeUndefined();
    closeCompare();
    tellApart(['layers'], true);
    changeCompare({ split: 0.1 });
    expect(state().compare).toBeNull();
  });

  it('tell a live clock apart by a date, which the sun is of', () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-21T10:00:00Z') });
    openCompare();
    tellApart(['clock'], true);
    expect(state().compare?.clock).toMatchObject({
      kind: 'typical',
      weekday: 7,
      date: { year: 2026, month: 6, day: 21 },
      secondOfDay: 43_200,
      speed: 0,
    });
    vi.useRealTimers();
  });
});
