// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lonLat } from '../../../city/frames';
import { describe as describeScenario } from '../../../scenario/history';
import type { Sketch } from '../../../survey/sketch';
import { startAddressSync } from '../address-sync';
import { FIRST_PEOPLE_VIEW, type PeopleView } from '../people-view';
import { act, presentScenario } from '../scenario';
import { useStore } from '../store';
import { partsOfState, rememberEarly } from './early';
import { KEPT_VERSION, type Kept, readEntry } from './kept';
import { comesBack } from './parts';
import { bringBack, nextUndo, redo, startUndo, toKeep, undo, useUndo } from './undo';

let stop = () => {};
const set = (patch: object) => useStore.setState(patch);
const state = () => useStore.getState();
const steps = () => useUndo.getState().timeline.past.length;
/** What is done in one turn of the event loop is one step. */
const turn = () => Promise.resolve();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  useStore.setState(useStore.getInitialState(), true);
  stop = startUndo();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('undo and redo', () => {
  it('go over layers and the scenario in the order in which they were changed', async () => {
    set({ layers: { trees: true } });
    await turn();
    act((scenario) => describeScenario(scenario, { name: 'Prova' }));
    await turn();
    set({ layers: {} });
    await turn();
    undo();
    expect([state().layers, presentScenario().name]).toEqual([{ trees: true }, 'Prova']);
    undo();
    expect([state().layers, presentScenario().name]).toEqual([{ trees: true }, '']);
    undo();
    expect([state().layers, undo()]).toEqual([{}, null]);
    for (let i = 0; i < 3; i++) redo();
    expect([state().layers, presentScenario().name, redo()]).toEqual([{}, 'Prova', null]);
  });

  it('leave the camera, the panels and what is on its way alone', async () => {
    set({ layers: { trees: true } });
    await turn();
    set({ view: { ...state().view, zoom: 17 }, scenarioOpen: true, cityDrawn: true });
    expect(steps()).toBe(1);
    undo();
    expect([state().view.zoom, state().scenarioOpen]).toEqual([17, true]);
  });

  it('take what is set in one go for one step, and what changes nothing for none', async () => {
    set({ layers: { trees: true } });
    set({ layers: { trees: true, rail: true } });
    await turn();
    set({ layers: { rail: true, trees: true } });
    expect(steps()).toBe(1);
    undo();
    expect(state().layers).toEqual({});
  });

  it('take a thing being dragged for one step, and each layer for its own', async () => {
    const drag = (lengthM: number) => set({ sketches: [{ id: 'a', lengthM }, { id: 'b' }] });
    set({ sketches: [{ id: 'b' }] });
    await turn();
    for (let i = 0; i < 5; i++) {
      drag(i);
      await turn();
      vi.advanceTimersByTime(100);
    }
    // The first made it; the others moved it.
    expect(steps()).toBe(3);
    vi.advanceTimersByTime(1000);
    drag(9);
    await turn();
    expect(steps()).toBe(4);
    const range = (from: number) => ({ attribute: 'year', kind: 'range', from, to: null });
    const filter = (...conditions: object[]) => set({ filters: { building: { conditions } } });
    filter();
    await turn();
    // A condition more is a step; its range being dragged goes with it for a while.
    for (const from of [1900, 1901, 1902]) {
      filter(range(from));
      await turn();
    }
    filter(range(1902), { attribute: 'use', kind: 'known', known: true });
    await turn();
    expect(steps()).toBe(8);
    for (const layers of [{ trees: true }, { trees: true, rail: true }]) {
      set({ layers });
      await turn();
    }
    expect(steps()).toBe(10);
  });

  it('take the line between two views for one step, and each of its layers too', async () => {
    const side = { mode: 'swipe', split: 0.5 } as const;
    set({ compare: side });
    await turn();
    for (const split of [0.4, 0.3, 0.2]) {
      set({ compare: { ...side, split } });
      await turn();
    }
    expect(steps()).toBe(2);
    set({ compare: { ...side, split: 0.2, layers: {} } });
    await turn();
    set({ compare: null });
    await turn();
    expect(steps()).toBe(4);
    undo();
    expect(state().compare).toEqual({ ...side, split: 0.2, layers: {} });
    undo();
    undo();
    expect(state().compare).toEqual(side);
    undo();
    expect(state().compare).toBeNull();
  });

  it('go over what the panel «Persone» shows: a theme is a step, a slider being dragged one', async () => {
    const choose = async (patch: Partial<PeopleView>) => {
      set({ people: { ...state().people, ...patch } });
      await turn();
      vi.advanceTimersByTime(100);
    };
    await choose({ theme: 'need' });
    await choose({ preset: 'families', weights: {} });
    for (const weight of [10, 9, 8]) await choose({ weights: { minorsShare: weight } });
    await choose({ theme: 'siting' });
    for (const teams of [4, 5, 6]) await choose({ teams });
    expect(steps()).toBe(5);
    undo();
    expect([state().people.theme, state().people.teams]).toEqual(['siting', 3]);
    undo();
    undo();
    expect(state().people).toEqual({ ...FIRST_PEOPLE_VIEW, theme: 'need', preset: 'families' });
    redo();
    expect(state().people.weights).toEqual({ minorsShare: 8 });
    for (let i = 0; i < 3; i++) undo();
    expect([state().people, undo()]).toEqual([FIRST_PEOPLE_VIEW, null]);
  });

  it('see what a listener adds in the order in which it is', () => {
    const stopOther = useStore.subscribe((now, before) => {
      if (now.layers !== before.layers && now.layers.trees && !now.layers.rail)
        set({ layers: { ...now.layers, rail: true } });
    });
    stop();
    stop = startUndo();
    set({ layers: { trees: true } });
    stopOther();
    expect(nextUndo(useUndo.getState())?.changes.layers).toEqual({
      before: {},
      after: { trees: true, rail: true },
    });
  });

  it('have the steps from before they came, and who made them', () => {
    stop();
    let go = () => {};
    const early = rememberEarly(useStore);
    set({ layers: { trees: true } });
    const bar = {
      read: () => '#v=1&on=trees',
      push: () => {},
      replace: () => {},
      onChange: (f: () => void) => {
        go = f;
        return () => {};
      },
    };
    const stopSync = startAddressSync(useStore, bar, {});
    bar.read = () => '#v=1&off=trees';
    go();
    stopSync();
    stop = startUndo(early.take());
    expect(useUndo.getState().timeline.past.map(({ byLink }) => byLink)).toEqual([false, true]);
    undo();
    undo();
    expect(state().layers).toEqual({});
  });
});

const spots = [9.19, 9.2].map((lon) => ({ at: lonLat(lon, 45.46), heightM: 0 }));
const SKETCH: Sketch = { id: 'a', kind: 'distance', name: 'Da qui a lì', spots };
const OTHER: Sketch = { ...SKETCH, id: 'z', name: '' };

describe('a history that is brought back', () => {
  /** The page that is left: a layer, a sketch and a scenario. */
  async function leave(): Promise<Kept> {
    set({ sketches: [] });
    set({ layers: { trees: true } });
    await turn();
    set({ sketches: [SKETCH] });
    await turn();
    act((scenario) => describeScenario(scenario, { name: 'Prova' }));
    await turn();
    const kept = structuredClone(toKeep());
    stop();
    useStore.setState(useStore.getInitialState(), true);
    return kept;
  }
  const arrive = (layers: Record<string, boolean>) => {
    set({ layers, sketches: [] });
    const start = partsOfState(state());
    stop = startUndo();
    return start;
  };

  it('goes on where the page was left: what no address says comes with it', async () => {
    const kept = await leave();
    const start = arrive({ trees: true });
    bringBack(kept, start);
    expect(steps()).toBe(kept.past.length);
    expect((state() as unknown as { sketches: unknown }).sketches).toEqual([SKETCH]);
    expect(presentScenario().name).toBe('Prova');
    while (undo());
    expect(state().layers).toEqual({});
    expect(presentScenario().name).toBe('');
  });

  it('has the link that one came by as a step, and the link stands', async () => {
    const kept = await leave();
    bringBack(kept, arrive({ rail: false }));
    expect(state().layers).toEqual({ rail: false });
    expect(undo()).toMatchObject({ byLink: true });
    expect(state().layers).toEqual({ trees: true });
    redo();
    expect(state().layers).toEqual({ rail: false });
  });

  it('comes before what has been done meanwhile, which stands', async () => {
    const kept = await leave();
    const start = arrive({ trees: true });
    set({ layers: {} });
    await turn();
    set({ sketches: [OTHER] });
    await turn();
    bringBack(kept, start);
    expect((state() as unknown as { sketches: unknown }).sketches).toEqual([OTHER]);
    undo();
    undo();
    expect(state().layers).toEqual({ trees: true });
    expect(undo()?.byLink).toBe(true);
    expect((state() as unknown as { sketches: unknown }).sketches).toEqual([SKETCH]);
  });

  it('takes a sketch that the address tells in its own words for the one that it is, and another for a link', async () => {
    const kept = await leave();
    // Read from an address, it has another id.
    set({ layers: { trees: true }, sketches: [{ ...SKETCH, id: 'link-1' }] });
    const start = partsOfState(state());
    stop = startUndo();
    bringBack(kept, start);
    expect([steps(), state().sketches]).toEqual([kept.past.length, [SKETCH]]);
    stop();
    useStore.setState({ ...useStore.getInitialState(), layers: { trees: true }, sketches: [OTHER] }, true);
    const other = partsOfState(state());
    stop = startUndo();
    bringBack(kept, other);
    expect([undo()?.byLink, state().sketches]).toEqual([true, [SKETCH]]);
  });

  it('does not take a layer that is chosen as it starts for a difference', async () => {
    set({ layers: { buildings: true } });
    await turn();
    const kept = structuredClone(toKeep());
    stop();
    useStore.setState(useStore.getInitialState(), true);
    bringBack(kept, arrive({}));
    expect([steps(), state().layers]).toEqual([1, { buildings: true }]);
  });

  it('says of a scenario with measures that it has been brought back', async () => {
    const kept = await leave();
    const scenario = { ...(kept.present.scenario as object), present: { measures: [{}], name: '' } };
    bringBack({ ...kept, present: { ...kept.present, scenario } }, arrive({ trees: true }));
    expect(state().scenario?.restored).toBe(true);
  });

  it('takes a draft that came meanwhile for no step', async () => {
    const kept = await leave();
    const start = arrive({ trees: true });
    set({ scenario: { present: presentScenario(), id: 'a', last: null, openings: 0, restored: false } });
    bringBack(kept, start);
    expect([steps(), presentScenario().name]).toEqual([kept.past.length, 'Prova']);
  });
});

describe('the choices of the panel «Persone»', () => {
  it('come back with the page, though the address of a closed panel says nothing of them', async () => {
    const people = { ...FIRST_PEOPLE_VIEW, theme: 'schools', grade: 'secondaria-1' } as const;
    set({ people });
    await turn();
    const kept = structuredClone(toKeep());
    expect(readEntry({ ...kept, version: KEPT_VERSION })).toEqual(kept);
    stop();
    useStore.setState(useStore.getInitialState(), true);
    const start = partsOfState(state());
    stop = startUndo();
    bringBack(kept, start);
    expect([state().people, steps()]).toEqual([people, 1]);
    undo();
    expect(state().people).toEqual(FIRST_PEOPLE_VIEW);
  });

  it('are nothing that can be trusted where a theme or a weight is none', () => {
    const kept = (people: object) => ({ past: [], future: [], present: { people }, version: KEPT_VERSION });
    expect(readEntry(kept(FIRST_PEOPLE_VIEW))).not.toBeNull();
    for (const spoilt of [
      { theme: 'weather' },
      { preset: 'none' },
      { weights: { aged80PlusShare: 99 } },
      { teams: '3' },
    ])
      expect(readEntry(kept({ ...FIRST_PEOPLE_VIEW, ...spoilt }))).toBeNull();
  });
});

describe('what is said of what somebody brought', () => {
  it('comes back with the page, though no address says it', () => {
    const kept = { filters: { 'own:abc': { conditions: [] } } };
    expect(comesBack('filters', kept.filters, {})).toBe(true);
    expect(comesBack('filters', { ...kept.filters, building: { conditions: [] } }, {})).toBe(false);
  });
});
