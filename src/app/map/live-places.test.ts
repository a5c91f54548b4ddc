// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import type { CityFiles } from '../state/city-files';
import { useStore } from '../state/store';
import { ASK_AGAIN_MS, LivePlaces, loadGatePlaces } from './live-places';

const GATES = new Map([['ds82-1', lonLat(9.18, 45.46)]]);
const STOPS = { stops: new Map(), ofRoute: new Map() };
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => useStore.getState().set({ fault: null }));

describe('places of what lives', () => {
  let nowMs = 0;
  let asked: string[] = [];
  let fails = false;
  let came = 0;
  const load = async <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    if (fails) throw new Error(`no ${what}`);
    return value;
  };
  const make = () =>
    new LivePlaces(
      { stops: () => load('stops', STOPS), gates: () => load('gates', GATES) },
      () => came++,
      () => nowMs,
    );
  beforeEach(() => {
    [nowMs, asked, fails, came] = [0, [], false, 0];
  });

  it('are asked for once, each for itself', async () => {
    const places = make();
    places.ask('gates');
    places.ask('gates');
    await settled();
    expect(places.all).toEqual({ stops: null, gates: GATES });
    places.ask('gates');
    places.ask('stops');
    await settled();
    expect(places.all).toEqual({ stops: STOPS, gates: GATES });
    expect([asked, came]).toEqual([['gates', 'stops'], 2]);
  });

  it('that do not come are a fault that is told, and asked for again after a while', async () => {
    const places = make();
    fails = true;
    for (const what of ['gates', 'stops'] as const) {
      useStore.getState().set({ fault: null });
      places.ask(what);
      await settled();
      expect(useStore.getState().fault).toBe(`no ${what}`);
    }
    fails = false;
    nowMs = ASK_AGAIN_MS - 1;
    places.ask('gates');
    await settled();
    expect(places.all.gates).toBeNull();
    nowMs = ASK_AGAIN_MS;
    places.ask('gates');
    await settled();
    expect(places.all.gates).toBe(GATES);
    expect(asked).toEqual(['gates', 'stops', 'gates']);
  });

  it('of gates are read from all pages of their table', async () => {
    const at = [lonLat(9.1, 45.4), lonLat(9.2, 45.5)];
    const files = {
      pages: () => 2,
      page: async (_: string, n: number) => ({
        columns: ['name', 'id'],
        rows: [['A', `g${n}`]],
        at: [at[n]],
      }),
    } as unknown as CityFiles;
    expect(await loadGatePlaces(files)).toEqual(
      new Map([
        ['g0', at[0]],
        ['g1', at[1]],
      ]),
    );
  });
});
