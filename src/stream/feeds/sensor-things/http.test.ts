// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FeedFault } from '../feed';
import { context, DUOMO, jsonMessage, NOW_MS } from '../fixtures/messages';
import { bearsMutations } from '../fixtures/mutations';
import {
  CITY,
  collection,
  datastream,
  observation,
  PROPERTIES,
  point,
  thing,
} from '../fixtures/sensor-things';
import { sensorThings } from './http';

const ROOT = 'https://sensors.example/v1.1';
const options = { properties: PROPERTIES };
const parse = (value: unknown, more = {}) =>
  sensorThings.parse({ main: jsonMessage(value, ROOT) }, context({ ...options, ...more }));
const AT = NOW_MS - 300_000;
const NO2 = { name: 'x', definition: 'https://VOCAB.example/no2' };

describe('SensorThings by HTTP', () => {
  it('asks for datastreams with all that is needed, and takes an address with its own query as it is', () => {
    const url = (address: string, more = {}) =>
      decodeURIComponent(
        sensorThings.documents?.(address, {}, context({ ...options, ...more }))[0]?.url ?? '',
      );
    const expand =
      '$expand=Observations($orderby=phenomenonTime desc;$top=1),ObservedProperty,Thing($expand=Locations)';
    expect(url(`${ROOT}/`)).toBe(`${ROOT}/Datastreams?${expand}&$top=1000`);
    expect(url(`${ROOT}/Datastreams`, { filter: "name eq 'a b'" })).toBe(
      `${ROOT}/Datastreams?${expand}&$top=1000&$filter=name eq 'a b'`,
    );
    expect(url(`${ROOT}/Datastreams?$top=5`)).toBe(`${ROOT}/Datastreams?$top=5`);
  });

  it('follows the pages of its own server, eight at most, and no circle', () => {
    const page = (next: unknown, url = ROOT) => jsonMessage(collection([], { '@iot.nextLink': next }), url);
    const ask = (got: Record<string, ReturnType<typeof page>>) =>
      sensorThings.documents?.(ROOT, got, context(options));
    const second = 'https://sensors.example/v1.1/Datastreams?$skip=1000';
    expect(ask({ main: page(second) })).toEqual([{ name: 'page-2', url: second }]);
    expect(ask({ main: page(second), 'page-2': page(undefined, second) })).toEqual([]);
    expect(ask({ main: page(second), 'page-2': page(second, second) })).toEqual([]);
    const names = ['main', ...Array.from({ length: 7 }, (_, i) => `page-${i + 2}`)];
    const eight = Object.fromEntries(
      names.map((name, i) => [name, page(`${second}${i + 1}`, `${second}${i}`)]),
    );
    expect(ask(eight)).toEqual([]);
    expect(sensorThings.parse(eight, context(options)).whole).toBe(false);
    for (const elsewhere of ['https://evil.example/v1.1', 'https://sensors.example.evil/x', 'file:///x', 7])
      expect(() => ask({ main: page(elsewhere) })).toThrow(/another server/);
  });

  it('reads air, weather, a car park and a street', () => {
    const { rows, dropped, whole } = parse(CITY, { linkPrefix: 'link-', idPrefix: 's:' });
    expect({ dropped, whole }).toEqual({ dropped: [], whole: true });
    const at = { atMs: AT, at: DUOMO };
    expect(rows).toEqual([
      {
        kind: 'air',
        ...at,
        id: 's:1/NO2',
        station: 's:1',
        name: 'Duomo',
        value: 41.5,
        pollutant: 'NO2',
        averagedH: 1,
      },
      {
        kind: 'weather',
        ...at,
        id: 's:1/temperatureC',
        station: 's:1',
        name: 'Duomo',
        value: 8.4,
        quantity: 'temperatureC',
      },
      { kind: 'car-park', ...at, id: 's:p7', name: 'Diaz', capacity: 200, free: 50, open: null },
      { kind: 'traffic', ...at, id: 's:30', link: 123, flowVehH: 840, speedKmH: 36, occupancyShare: null },
    ]);
    const named = parse(CITY, { idFrom: 'name' }).rows.map(({ id }) => id);
    expect(named).toEqual(['Duomo/NO2', 'Duomo/temperatureC', 'Diaz', 'link-123']);
  });

  it('takes the end of an interval, the result’s time where there is no other, and places of either kind', () => {
    const read = (more: object, ofThing: unknown = thing(1, 'a')) =>
      parse(collection([datastream(NO2, '', ofThing, 1, more)])).rows[0];
    expect(read({ Observations: [observation(1, '2026-03-25T05:00:00Z/2026-03-25T06:00:00Z')] })?.atMs).toBe(
      NOW_MS - 3_600_000,
    );
    const resultTime = { result: 1, resultTime: '2026-03-25T07:30:00+01:00' };
    expect(read({ Observations: [resultTime] })?.atMs).toBe(NOW_MS - 1_800_000);
    const feature = { type: 'Feature', geometry: point(9.2, 45.5), properties: {} };
    expect(read({}, thing(1, 'a', { Locations: [{ location: feature }] }))).toMatchObject({
      at: [9.2, 45.5],
    });
    const placeless = thing(1, 'a', { Locations: [] });
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [9.1, 45.4],
          [9.2, 45.4],
          [9.2, 45.5],
          [9.1, 45.4],
        ],
      ],
    };
    expect(read({ observedArea: area }, placeless)).toMatchObject({
      at: [expect.closeTo(9.15, 9), expect.closeTo(45.45, 9)],
    });
    expect(read({}, placeless)).toBeUndefined();
  });

  it('leaves a speed that is a quarter of an hour older than the flow out of the row', () => {
    const street = thing(30, 'x');
    const old = { Observations: [observation(10, '2026-03-25T06:39:59Z')] };
    const speed = datastream({ name: 'vehicle speed' }, 'm/s', street, 1, old);
    const flow = datastream({ name: 'vehicle flow' }, '', street, 100);
    expect(parse(collection([speed, flow])).rows).toMatchObject([
      { atMs: AT, flowVehH: 100, speedKmH: null },
    ]);
  });

  it('drops what is not mapped, no number, timeless, placeless, in another unit', () => {
    const fault = (...of: Parameters<typeof datastream>) =>
      parse(collection([datastream(...of)])).dropped[0]?.fault;
    const station = thing(1, 'a');
    expect(fault({ name: 'noise' }, 'dB', station, 1)).toBe('unknown-kind');
    expect(fault(NO2, '', station, true)).toBe('bad-value');
    expect(fault(NO2, '', station, { value: 1 })).toBe('bad-value');
    expect(fault(NO2, 'ppb', station, 1)).toBe('bad-value');
    expect(fault(NO2, '', station, 1, { Observations: [{ result: 1, phenomenonTime: 'now' }] })).toBe(
      'no-time',
    );
    expect(fault(NO2, '', thing(1, 'a', { Locations: [{ location: point(0, 0) }] }), 1)).toBe('outside');
    expect(fault({ name: 'occupied places' }, '', station, 5)).toBe('bad-value');
    expect(fault(NO2, '', station, undefined)).toBeUndefined();
    expect(parse(collection([7])).dropped[0]?.fault).toBe('no-id');
    expect(() => parse({ message: 'not found' })).toThrow(/no SensorThings collection/);
    expect(() => parse(CITY, { properties: [] })).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () =>
    bearsMutations(
      sensorThings,
      { main: jsonMessage(CITY, ROOT) },
      context({ ...options, linkPrefix: 'link-' }),
    ));
});
