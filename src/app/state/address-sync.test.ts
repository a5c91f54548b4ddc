// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lonLat } from '../../city/frames';
import { type AddressBar, startAddressSync } from './address-sync';
import { useStore } from './store';

/** A history as a browser keeps it. */
function fakeBar(first = ''): AddressBar & { entries: string[]; back(): void; calls: string[] } {
  const entries = [first];
  let at = 0;
  let listener = () => {};
  return {
    entries,
    calls: [],
    read: () => entries[at] ?? '',
    push(hash) {
      this.calls.push('push');
      entries.splice(++at, entries.length, hash);
    },
    replace(hash) {
      this.calls.push('replace');
      entries[at] = hash;
    },
    onChange: (f) => {
      listener = f;
      return () => {};
    },
    back() {
      at--;
      listener();
    },
  };
}

const start = useStore.getInitialState();
let stop = () => {};

describe('address sync', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    useStore.setState(start, true);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('puts the link into the store', () => {
    const bar = fakeBar('#v=1&view=9.2,45.5,15,30,10&off=transit&sel=district:9&lang=en&quality=low');
    stop = startAddressSync(useStore, bar, { transit: true, trees: false });
    const s = useStore.getState();
    expect(s.view).toEqual({ at: [9.2, 45.5], zoom: 15, pitchDeg: 30, bearingDeg: 10 });
    expect(s.layers).toEqual({ transit: false });
    expect(s.selection).toEqual({ kind: 'district', id: 9 });
    expect(s.language).toBe('en');
    expect(s.quality).toEqual({ level: 'low', reason: 'chosen' });
    expect(s.flight).toBeNull();
    expect(bar.calls).toEqual([]);
  });

  it('replaces for the camera, once for a burst, and pushes for a selection', () => {
    const bar = fakeBar();
    stop = startAddressSync(useStore, bar, {});
    for (let i = 1; i <= 50; i++)
      useStore.getState().set({ view: { ...start.view, at: lonLat(9 + i / 1000, 45) } });
    vi.advanceTimersByTime(1000);
    expect(bar.calls).toEqual(['replace']);
    expect(bar.entries).toEqual(['#v=1&view=9.05,45,14.6,60,-20']);
    useStore.getState().set({ selection: { kind: 'building', stableId: 'osm-w1' } });
    expect(bar.entries).toHaveLength(2);
    expect(bar.entries[1]).toContain('sel=building:osm-w1');
  });

  it('leaves the last camera in the step before, and goes back to it', () => {
    const bar = fakeBar();
    stop = startAddressSync(useStore, bar, {});
    const there = { at: lonLat(9.1, 45.4), zoom: 12, pitchDeg: 0, bearingDeg: 0 };
    useStore.getState().set({ view: there });
    useStore.getState().set({ selection: { kind: 'district', id: 3 } });
    useStore.getState().set({ view: { ...there, zoom: 16 } });
    vi.advanceTimersByTime(1000);
    expect(bar.calls).toEqual(['replace', 'push', 'replace']);
    bar.back();
    expect(useStore.getState().selection).toBeNull();
    expect(useStore.getState().flight).toEqual({ to: there });
    expect(bar.calls).toHaveLength(3);
  });

  it('writes only the layers that differ from the start', () => {
    const bar = fakeBar();
    stop = startAddressSync(useStore, bar, { transit: true, trees: false });
    useStore.getState().set({ layers: { transit: true, trees: true } });
    vi.advanceTimersByTime(1000);
    expect(bar.entries).toEqual(['#v=1&on=trees']);
  });

  it('opens a second view by a step, and keeps it as it is while it says the same', () => {
    const bar = fakeBar();
    stop = startAddressSync(useStore, bar, { transit: true, trees: false });
    const compare = { mode: 'side', split: 0.5, layers: { transit: true, trees: true } } as const;
    useStore.getState().set({ compare });
    expect(bar.calls).toEqual(['push']);
    expect(bar.entries.at(-1)).toBe('#v=1&compare=side,0.5,layers&b-on=trees');
    useStore.getState().set({ selection: { kind: 'district', id: 3 } });
    bar.back();
    // What the address rounds and leaves out is the same view still.
    expect(useStore.getState().compare).toBe(compare);
    const dragged = { ...compare, split: 0.500_04 };
    useStore.getState().set({ compare: dragged, selection: { kind: 'district', id: 4 } });
    bar.back();
    expect(useStore.getState().compare).toBe(dragged);
    bar.back();
    expect(useStore.getState().compare).toBeNull();
  });

  it('names the kept scenario on the desk, and wishes for the one that a step before named', () => {
    const [first, second] = ['2b1f0c9e-8a34-4c5d-9e6f-0123456789ab', '2b1f0c9e-8a34-4c5d-9e6f-0123456789ac'];
    const bar = fakeBar(`#v=1&scenario=${first}`);
    stop = startAddressSync(useStore, bar, {});
    const { set } = useStore.getState();
    expect(useStore.getState().keptScenario).toBe(first);
    // Opened: it is named without a break.
    set({ keptOnDesk: first });
    set({ keptScenario: null });
    vi.advanceTimersByTime(1000);
    expect(bar.entries).toEqual([`#v=1&scenario=${first}`]);
    set({ keptOnDesk: second });
    expect(bar.entries).toEqual([`#v=1&scenario=${first}`, `#v=1&scenario=${second}`]);
    bar.back();
    expect(useStore.getState().keptScenario).toBe(first);
    set({ keptOnDesk: first });
    set({ keptScenario: null });
    vi.advanceTimersByTime(1000);
    expect(bar.calls).toEqual(['push']);
    // A new one, which nobody else can open, and once it is kept.
    set({ keptOnDesk: null });
    vi.advanceTimersByTime(1000);
    expect(bar.entries[0]).toBe('#v=1');
    set({ keptOnDesk: second });
    vi.advanceTimersByTime(1000);
    expect(bar.entries[0]).toBe(`#v=1&scenario=${second}`);
    expect(bar.calls).toEqual(['push', 'replace', 'replace']);
  });

  it('does not write what the machine chose by itself', () => {
    const bar = fakeBar();
    stop = startAddressSync(useStore, bar, {});
    useStore.getState().set({ quality: { level: 'low', reason: 'slow' } });
    vi.advanceTimersByTime(1000);
    expect(bar.entries).toEqual(['#v=1']);
    useStore.getState().set({ quality: { level: 'plan', reason: 'chosen' } });
    vi.advanceTimersByTime(1000);
    expect(bar.entries).toEqual(['#v=1&quality=plan']);
  });

  it('keeps the clock of a link, and opens it at rest', () => {
    const bar = fakeBar('#v=1&time=w3-08:30');
    stop = startAddressSync(useStore, bar, {});
    expect(useStore.getState().clock).toMatchObject({ kind: 'typical', secondOfDay: 30_600, speed: 0 });
    // A minute of the city every second: ten seconds on the link says where it has come to.
    useStore.getState().set({
      clock: { kind: 'typical', weekday: 3, secondOfDay: 30_600, sinceMs: Date.now(), speed: 60 },
    });
    vi.advanceTimersByTime(10_000);
    useStore.getState().set({ language: 'en' });
    vi.advanceTimersByTime(400);
    expect(bar.entries).toEqual(['#v=1&lang=en&time=w3-08:40:24']);
  });
});

describe('what somebody brought', () => {
  const own = { 'own:abc': { conditions: [{ attribute: 'segreto', kind: 'known', known: true }] } } as const;
  const tall = { conditions: [{ attribute: 'heightM', kind: 'range', from: 20, to: null }] } as const;
  beforeEach(() => {
    vi.useFakeTimers();
    useStore.setState(start, true);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('has its filter in no link, and keeps it when one goes back', () => {
    const bar = fakeBar();
    stop = startAddressSync(useStore, bar, {});
    useStore.getState().set({ filters: own });
    useStore.getState().set({ list: 'own:abc' });
    vi.advanceTimersByTime(1000);
    expect(bar.entries.join()).not.toMatch(/segreto|filter/);
    expect(bar.entries.at(-1)).toContain('list=own');
    useStore.getState().set({ selection: { kind: 'district', id: 1 }, filters: { ...own, building: tall } });
    vi.advanceTimersByTime(1000);
    bar.back();
    expect([useStore.getState().filters, useStore.getState().list]).toEqual([own, 'own:abc']);
  });
});
