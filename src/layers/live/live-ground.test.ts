// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import type { AirRow, AlertRow, BikeStationRow, PointRow } from '../../city/live';
import type { Known } from '../../stream/live/known';
import { airClass, isOver, meanOf, standardOf, worstOf } from './air-index';
import { airGround } from './ground-air';
import { bikeStationGround, ringImages, ringStep } from './ground-bike-stations';
import { carParkGround } from './ground-car-parks';
import { disruptionGround } from './ground-disruptions';
import { gateCountGround } from './ground-gate-counts';
import { pointGround } from './ground-points';
import { weatherGround } from './ground-weather';
import { ringImage } from './ring-image';

const at = lonLat(9.19, 45.46);
const known = (kind: string, fresh: object[], stale: object[] = []) =>
  ({
    kind,
    origin: 'live',
    simulated: true,
    fresh,
    stale,
    newestMs: 0,
    lack: null,
  }) as unknown as Known<never>;
const NOW = { atMs: 1000, stops: null, number: (value: number) => `n${value}` };

describe('air against the law', () => {
  it('is over a value of the law only as the mean that this is of', () => {
    expect(standardOf({ pollutant: 'NO2', averagedH: 1 })).toEqual({
      value: 200,
      over: 'hour',
      kind: 'limit',
    });
    expect(standardOf({ pollutant: 'O3', averagedH: 1 })).toMatchObject({ value: 180, kind: 'threshold' });
    expect(standardOf({ pollutant: 'O3', averagedH: 8 })).toMatchObject({ value: 120, kind: 'limit' });
    expect(standardOf({ pollutant: 'SO2', averagedH: 24 })).toMatchObject({ value: 125 });
    expect(standardOf({ pollutant: 'PM10', averagedH: 8784 })).toMatchObject({ value: 40 });
    expect(standardOf({ pollutant: 'PM10', averagedH: 1 })).toBeNull();
    expect(standardOf({ pollutant: 'C6H6', averagedH: 1 })).toBeNull();
    expect(meanOf(3)).toBeNull();
    expect(isOver({ pollutant: 'PM10', averagedH: 1, value: 500 })).toBe(false);
    expect(isOver({ pollutant: 'PM10', averagedH: 24, value: 50 })).toBe(false);
    expect(isOver({ pollutant: 'PM10', averagedH: 24, value: 51 })).toBe(true);
    expect(isOver({ pollutant: 'NO2', averagedH: 24, value: 500 })).toBe(false);
  });

  it('is of a class by the share of the limit', () => {
    expect(airClass('NO2', 99)).toBe('low');
    expect(airClass('NO2', 100)).toBe('fair');
    expect(airClass('NO2', 200)).toBe('fair');
    expect(airClass('PM10', 51)).toBe('over');
    // The threshold at which people must be told: 180 µg/m³ in an hour.
    expect(airClass('O3', 180)).toBe('over');
    expect(airClass('O3', 181)).toBe('alarm');
  });

  it('shows of a station what is nearest to its limit', () => {
    const row = (pollutant: AirRow['pollutant'], value: number): AirRow => ({
      id: `s/${pollutant}`,
      atMs: 0,
      at,
      station: 's',
      name: 'Senato',
      pollutant,
      value,
      averagedH: 1,
    });
    const rows = [row('NO2', 60), row('PM10', 40), row('O3', 30)];
    expect(worstOf(rows)?.pollutant).toBe('PM10');
    expect(worstOf([])).toBeNull();
    expect(airGround.features(known('air', rows), NOW)).toEqual([
      {
        id: 's',
        at,
        properties: { live: 'air', thing: 's', stale: false, index: 'fair', text: 'PM10 40' },
      },
    ]);
    // What is old says no figure; what still counts stands for the station.
    expect(airGround.features(known('air', [], [rows[0]!]), NOW)[0]!.properties).toMatchObject({
      stale: true,
      text: 'NO₂ –',
    });
    expect(airGround.features(known('air', [rows[0]!], [rows[1]!]), NOW)).toHaveLength(1);
  });
});

describe('a bike station', () => {
  it('has a full ring only where it is full, an empty one only where it is empty', () => {
    expect(ringStep(0, 20)).toBe(0);
    expect(ringStep(1, 40)).toBe(1);
    expect(ringStep(10, 20)).toBe(4);
    expect(ringStep(39, 40)).toBe(7);
    expect(ringStep(40, 40)).toBe(8);
    expect(ringStep(3, null)).toBe(8);
  });

  it('says its bikes, unless it is old', () => {
    const row = { id: '7', atMs: 0, at, bikes: 5, docks: 15, capacity: 24 } as unknown as BikeStationRow;
    const [fresh] = bikeStationGround.features(known('bike-station', [row]), NOW);
    expect(fresh!.properties).toEqual({
      live: 'bike-station',
      thing: '7',
      stale: false,
      step: 2,
      bikes: '5',
    });
    const [old] = bikeStationGround.features(known('bike-station', [], [row]), NOW);
    expect(old!.properties).toMatchObject({ stale: true, bikes: '–' });
  });

  it('draws the share clockwise from the top', () => {
    const colours = { filled: '#ff0000', empty: '#00ff00', disc: '#0000ff', edge: '#ffffff' };
    const { data, width } = ringImage(0.25, colours);
    const pixel = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
    expect(pixel(43, 13)).toEqual([255, 0, 0, 255]);
    expect(pixel(13, 43)).toEqual([0, 255, 0, 255]);
    expect(pixel(28, 28)).toEqual([0, 0, 255, 255]);
    expect(pixel(0, 0)[3]).toBe(0);
  });

  it('has an image for every step that its style may name', () => {
    for (const look of ['light', 'dark'] as const) {
      const names = ringImages(look).map(({ name }) => name);
      expect(names).toHaveLength(10);
      expect(names).toContain(`ring-${look}-stale`);
      for (let step = 0; step <= 8; step++) expect(names).toContain(`ring-${look}-${step}`);
    }
  });
});

describe('car parks, weather, disruptions', () => {
  it('a car park says its free places, a dash where that is not known or it is closed', () => {
    const park = (free: number | null, open: boolean | null) =>
      carParkGround.features(known('car-park', [{ id: 'p', at, free, open }]), NOW)[0]!.properties.free;
    expect(park(120, null)).toBe('120');
    expect(park(0, true)).toBe('0');
    expect(park(null, true)).toBe('–');
    expect(park(9, false)).toBe('–');
  });

  it('a point says its first value, a dash where that is old', () => {
    const point = (id: string): PointRow => ({ id, atMs: 0, at, name: id, values: { level: 7, unit: 'm' } });
    const shown = pointGround.features(known('point', [point('a')], [point('b')]), NOW);
    expect(shown.map(({ properties }) => properties.value)).toEqual(['7', '–']);
  });
  it('weather is told by station', () => {
    const row = (quantity: string, value: number) => ({ station: 'b', at, quantity, value });
    const text = (rows: object[]) => weatherGround.features(known('weather', rows), NOW)[0]!.properties.text;
    expect(text([row('temperatureC', -2.4), row('humidityShare', 0.5)])).toBe('−2°');
    expect(text([row('temperatureC', 8), row('rainMm', 0.4)])).toBe('8° ☂');
  });

  it('an alert stands at its stops while it is in force, of a line at all of them', () => {
    const stops = {
      stops: new Map([
        ['a', at],
        ['b', lonLat(9.2, 45.47)],
      ]),
      ofRoute: new Map([['M1', ['a', 'b', 'gone']]]),
    };
    const alert = (patch: Partial<AlertRow>) =>
      ({
        id: 'x',
        atMs: 0,
        fromMs: null,
        toMs: null,
        stops: [],
        routes: [],
        ...patch,
      }) as unknown as AlertRow;
    const ids = (row: AlertRow) =>
      disruptionGround.features(known('alert', [row]), { ...NOW, stops }).map(({ id }) => id);
    expect(ids(alert({ stops: ['b'], routes: ['M1'] }))).toEqual(['b']);
    expect(ids(alert({ routes: ['M1'] }))).toEqual(['a', 'b']);
    expect(ids(alert({ routes: ['M1'], fromMs: 1001 }))).toEqual([]);
    expect(ids(alert({ routes: ['M1'], toMs: 999 }))).toEqual([]);
    expect(disruptionGround.features(known('alert', [alert({ routes: ['M1'] })]), NOW)).toEqual([]);
  });
});

describe('counts of gates', () => {
  const gates = new Map([
    ['ds82-1', lonLat(9.18, 45.46)],
    ['ds82-2', lonLat(9.2, 45.48)],
  ]);
  const row = (gate: string | null, vehicles: number) => ({
    ...{ id: `area-c/${gate ?? 'all'}`, atMs: 0, periodS: 1800, gate, vehicles },
  });
  const drawn = (fresh: object[], stale: object[] = []) =>
    gateCountGround
      .features(known('gate-count', fresh, stale), { ...NOW, gates })
      .map(({ id, at: place, properties: { thing, count, stale: old } }) => [id, place, thing, count, old]);

  it('of all together stand in the middle, and each gate is of that', () => {
    const [middle, ...each] = drawn([row(null, 4210)]);
    expect(middle).toEqual([
      'area-c/all',
      [expect.closeTo(9.19, 9), expect.closeTo(45.47, 9)],
      'area-c/all',
      'n4210',
      false,
    ]);
    expect(each).toEqual([
      ['gate/ds82-1', [9.18, 45.46], 'area-c/all', '', false],
      ['gate/ds82-2', [9.2, 45.48], 'area-c/all', '', false],
    ]);
  });

  it('of one gate stand at it; of a gate that nobody knows where it is they are not drawn', () => {
    expect(drawn([row('ds82-2', 90), row('elsewhere', 7)])).toEqual([
      ['area-c/ds82-2', [9.2, 45.48], 'area-c/ds82-2', 'n90', false],
    ]);
  });

  it('of two feeds stand in lines, the first feed’s nearest', () => {
    const other = { ...row(null, 3900), id: 'b::area-c/all' };
    const own = { ...row('ds82-2', 80), id: 'b::area-c/ds82-2' };
    const features = gateCountGround.features(
      known('gate-count', [row(null, 4210), row('ds82-2', 90), other, own]),
      { ...NOW, gates },
    );
    expect(
      features.map(({ properties: { thing, line, count, gate } }) => [thing, line, count, gate]),
    ).toEqual([
      ['area-c/all', 0, 'n4210', false],
      ['area-c/ds82-2', 0, 'n90', true],
      ['b::area-c/all', 1, 'n3900', false],
      ['b::area-c/ds82-2', 1, 'n80', true],
      // Without a count of its own: of the first feed's.
      ['area-c/all', 0, '', true],
    ]);
  });

  it('that are old have no number', () => {
    expect(drawn([], [row(null, 4210)]).map((feature) => feature.slice(3))).toEqual([
      ['–', true],
      ['', true],
      ['', true],
    ]);
    const nowhere = { ...NOW, gates: null };
    expect(gateCountGround.features(known('gate-count', [row(null, 1)]), nowhere)).toEqual([]);
  });
});
