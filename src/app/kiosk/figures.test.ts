// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import type { LiveKind } from '../../city/live';
import type { Lack } from '../../stream/live/known';
import { type Figure, figuresOf, mergedFigures, readFigures, withoutEnded } from './figures';

const at = lonLat(9.19, 45.46);
const air = (id: string, pollutant: string, value: number, atMs: number) => ({
  ...{ id, at, station: id, name: id, pollutant, value, atMs, averagedH: 24 },
});
const ROWS: Partial<Record<LiveKind, readonly object[]>> = {
  air: [
    air('a', 'PM10', 31, 100),
    air('b', 'PM10', 18, 300),
    air('c', 'NO2', 40, 200),
    air('d', 'O3', 1, 900),
  ],
  weather: [
    { id: 't', at, station: 's', name: 's', quantity: 'temperatureC', value: 11.5, atMs: 50 },
    { id: 'w', at, station: 's', name: 's', quantity: 'windMS', value: 3, atMs: 60 },
  ],
  'bike-station': [
    { id: 'x', at, name: 'x', bikes: 7, atMs: 10 },
    { id: 'y', at, name: 'y', bikes: 0, atMs: 20 },
  ],
  'car-park': [
    { id: 'p', at, name: 'p', free: 120, open: true, atMs: 5 },
    { id: 'q', at, name: 'q', free: null, open: true, atMs: 6 },
    { id: 'r', at, name: 'r', free: 40, open: false, atMs: 7 },
  ],
  vehicle: [{ id: 'v', at, atMs: 400 }],
};
const known =
  (origin: 'live' | 'typical' | 'none') =>
  <K extends LiveKind>(kind: K) =>
    ({ origin, simulated: kind === 'air', fresh: ROWS[kind] ?? [], newestMs: null }) as never;

const figure = (id: Figure['id'], value: number, atMs: number): Figure => ({
  ...{ id, low: value, high: value, places: 1, atMs, simulated: false },
});

describe('today’s figures', () => {
  it('are told from least to most, or summed, with the newest moment', () =>
    expect(figuresOf(known('live'))).toEqual([
      { id: 'temperature', low: 11.5, high: 11.5, places: 1, atMs: 50, simulated: false },
      { id: 'pm10', low: 18, high: 31, places: 2, atMs: 300, simulated: true },
      { id: 'no2', low: 40, high: 40, places: 1, atMs: 200, simulated: true },
      { id: 'vehicles', low: 1, high: 1, places: 1, atMs: 400, simulated: false },
      { id: 'bikes', low: 7, high: 7, places: 2, atMs: 20, simulated: false },
      { id: 'carParks', low: 120, high: 120, places: 1, atMs: 5, simulated: false },
    ]));
  it('are none of a typical day', () => {
    expect(figuresOf(known('typical'))).toEqual([]);
    expect(figuresOf(known('none'))).toEqual([]);
  });
  it('stay where nothing newer comes, for a week', () => {
    const kept = [figure('bikes', 5, 1000), figure('pm10', 20, 9000)];
    const now = [figure('pm10', 22, 8000), figure('temperature', 3, 9500)];
    expect(mergedFigures(kept, now, 10_000).map(({ id, low }) => [id, low])).toEqual([
      ['temperature', 3],
      ['pm10', 20],
      ['bikes', 5],
    ]);
    expect(mergedFigures(kept, [], 7 * 86_400_000 + 1000).map(({ id }) => id)).toEqual(['pm10']);
  });
  it('tell of no disruption once there is none, and keep the last where that is not known', () => {
    const kept = [figure('bikes', 5, 1000), figure('disruptions', 2, 1000)];
    const left = (fresh: readonly object[], lack: Lack | null) =>
      withoutEnded(kept, () => ({ origin: 'none', simulated: false, fresh, newestMs: null, lack }) as never);
    expect(left([], null)).toEqual([kept[0]]);
    expect(left([{ id: 'a' }], null)).toEqual(kept);
    for (const lack of ['offline', 'connecting', 'upstream', 'stale', 'no-feed'] as const)
      expect(left([], lack)).toEqual(kept);
  });
  it('come back from the storage as they were, and rubbish does not', () => {
    const kept = [figure('bikes', 5, 1000)];
    expect(readFigures(JSON.stringify(kept))).toEqual(kept);
    for (const text of [null, '', '{', '{}', '[1, null, {"id":"bikes"}]', '[{"id":"x","low":1}]'])
      expect(readFigures(text)).toEqual([]);
  });
});
