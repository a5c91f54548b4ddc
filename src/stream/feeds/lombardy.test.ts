// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FeedFault } from './feed';
import { AIR, airSensor, tables, value, WEATHER, weatherSensor } from './fixtures/lombardy';
import { context, DUOMO, NOW_MS, textMessage } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';
import { lombardyAir } from './lombardy-air';
import { lombardyWeather } from './lombardy-weather';

const PORTAL = 'https://www.dati.lombardia.it/resource';
/** 8:00 solar time is 7:00 UTC, the moment of the tests; 9:00 in Rome from 29 March on. */
const EIGHT = NOW_MS;
const HOUR = 3_600_000;

describe('air of ARPA Lombardia', () => {
  it('asks for the registry once a day and for values of the sensors in bounds', () => {
    expect(lombardyAir.documents?.(`${PORTAL}/`, {}, context())).toEqual([
      { name: 'registry', url: `${PORTAL}/ib47-atvt.json?$where=storico%3D'N'&$limit=5000`, maxAgeS: 86_400 },
    ]);
    const at = context({ lookbackH: 24 }, NOW_MS + 1_234_567);
    const [request, ...others] =
      lombardyAir.documents?.(PORTAL, { registry: AIR.registry as never }, at) ?? [];
    expect(others).toEqual([]);
    expect(request?.name).toBe('values');
    expect(request?.maxAgeS).toBeUndefined();
    expect(decodeURIComponent(request?.url ?? '')).toBe(
      `${PORTAL}/nicp-bhqi.json?$select=idsensore,data,valore,stato,idoperatore` +
        `&$where=data >= '2026-03-24T08:00:00' AND idsensore in ('5551','5552','5553')` +
        '&$order=data DESC&$limit=20000',
    );
    expect(lombardyAir.documents?.(PORTAL, AIR, context())).toEqual([]);
  });

  it('takes each sensor’s newest value, at UTC+1', () => {
    const { rows, dropped, whole } = lombardyAir.parse(AIR, context());
    expect({ dropped, whole }).toEqual({ dropped: [], whole: true });
    const station = { kind: 'air', at: DUOMO, station: '501', name: 'Milano Duomo' };
    expect(rows).toEqual([
      { ...station, id: '501/NO2', atMs: EIGHT, pollutant: 'NO2', value: 41.5, averagedH: 1 },
      { ...station, id: '501/PM10', atMs: EIGHT - 8 * HOUR, pollutant: 'PM10', value: 52, averagedH: 24 },
      { ...station, id: '501/CO', atMs: EIGHT, pollutant: 'CO', value: 0.6, averagedH: 1 },
    ]);
  });

  it('has the mean of a day at the end of that day: it counts from then on, not from before it began', () => {
    const days = [
      { ...value('1', '00:00', '44'), data: '2026-03-23T00:00:00.000' },
      { ...value('1', '00:00', '52'), data: '2026-03-24T00:00:00.000' },
    ];
    const got = tables([airSensor('1', 'PM10')], days);
    // The 24th ended at 00:00 solar time of the 25th, eight hours ago.
    const [row, ...others] = lombardyAir.parse(got, context()).rows;
    expect(row).toMatchObject({ value: 52, atMs: EIGHT - 8 * HOUR, averagedH: 24 });
    expect(others).toEqual([]);
    // A value of the hour has its own time.
    const hourly = tables(
      [airSensor('2', 'Ozono')],
      [{ ...value('2', '00:00', '60'), data: '2026-03-24T00:00:00.000' }],
    );
    expect(lombardyAir.parse(hourly, context()).rows).toMatchObject([{ atMs: EIGHT - 32 * HOUR }]);
  });

  it('stays at UTC+1 in summer', () => {
    const noon = [{ ...value('5551', '12:00', '30'), data: '2026-07-01T12:00:00.000' }];
    const got = tables([airSensor('5551', 'Biossido di Azoto')], noon);
    const july = context({}, Date.UTC(2026, 6, 1, 12));
    expect(lombardyAir.parse(got, july).rows).toMatchObject([{ atMs: Date.UTC(2026, 6, 1, 11) }]);
  });

  it('takes particulate matter by the hour where a sensor says it by the hour', () => {
    const values = [value('1', '00:00', '30'), value('1', '01:00', '31'), value('2', '00:00', '20')];
    const sensors = [airSensor('1', 'Particelle sospese PM2.5'), airSensor('2', 'PM10')];
    expect(lombardyAir.parse(tables(sensors, values), context()).rows).toMatchObject([
      { pollutant: 'PM2.5', value: 31, averagedH: 1 },
      { pollutant: 'PM10', value: 20, averagedH: 24 },
    ]);
  });

  it('drops what is invalid, not valid, timeless, of the future, elsewhere and of other pollutants', () => {
    const sensors = [
      airSensor('1', 'Ozono'),
      airSensor('2', 'Ammoniaca'),
      airSensor('3', 'Ozono', { unitamisura: 'ppb' }),
    ];
    const fault = (row: object) => lombardyAir.parse(tables(sensors, [row]), context()).dropped[0]?.fault;
    expect(fault(value('1', '08:00', '-9999'))).toBe('bad-value');
    expect(fault(value('1', '08:00', '-3'))).toBe('bad-value');
    expect(fault(value('1', '08:00', 'NaN'))).toBe('bad-value');
    expect(fault(value('1', '08:00', '40', { stato: 'NA' }))).toBe('bad-value');
    expect(fault(value('1', '25:00', '40'))).toBe('no-time');
    expect(fault(value('1', '08:03', '40'))).toBe('future');
    expect(fault(value('9999', '08:00', '40'))).toBe('outside');
    expect(fault(value('', '08:00', '40'))).toBe('no-id');
    expect(fault(value('2', '08:00', '40'))).toBe('unknown-kind');
    expect(fault(value('3', '08:00', '40'))).toBe('bad-value');
  });

  it('faults tables that are none, and a registry without a sensor of the city', () => {
    const registry = tables([airSensor("1' OR 1=1", 'Ozono')], []).registry as never;
    expect(() => lombardyAir.documents?.(PORTAL, { registry }, context())).toThrow(/no sensor within/);
    const error = textMessage(
      '{"error":true,"message":"throttled"}',
      'https://portal.example/a.json?token=x',
    );
    expect(() => lombardyAir.parse({ ...AIR, values: error }, context())).toThrow(
      new FeedFault('https://portal.example/a.json: no array of rows'),
    );
  });

  it('bears 10,000 mutated messages', () => bearsMutations(lombardyAir, AIR, context()));
});

describe('weather of ARPA Lombardia', () => {
  it('takes means, of rain the sum, in the units of the rows', () => {
    const { rows, dropped } = lombardyWeather.parse(WEATHER, context());
    const station = { kind: 'weather', atMs: EIGHT, at: DUOMO, station: '100', name: 'Milano Lambrate' };
    expect(rows).toEqual([
      { ...station, id: '100/temperatureC', quantity: 'temperatureC', value: 8.4 },
      { ...station, id: '100/humidityShare', quantity: 'humidityShare', value: expect.closeTo(0.71, 9) },
      { ...station, id: '100/rainMm', quantity: 'rainMm', value: 0.2 },
      { ...station, id: '100/windMS', quantity: 'windMS', value: 1.5 },
      { ...station, id: '100/windFromDeg', quantity: 'windFromDeg', value: 270 },
    ]);
    expect(dropped).toEqual([
      { fault: 'unknown-kind', count: 1, example: 'sensor 2004: Velocità Vento, operator 3' },
    ]);
  });

  it('drops other quantities and values that cannot be', () => {
    const sensors = [
      weatherSensor('1', 'Temperatura', '°C'),
      weatherSensor('2', 'Livello Idrometrico', 'cm'),
    ];
    const values = [value('1', '08:00', '99'), value('2', '08:00', '120')];
    expect(lombardyWeather.parse(tables(sensors, values), context()).dropped).toMatchObject([
      { fault: 'bad-value' },
      { fault: 'unknown-kind' },
    ]);
  });

  it('bears 10,000 mutated messages', () => bearsMutations(lombardyWeather, WEATHER, context()));
});
