// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FeedFault, type Messages } from './feed';
import { context, DUOMO, jsonMessage, NOW_MS, textMessage } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';
import { air, parking, spot, trafficKeyValues, trafficNormalized } from './fixtures/ngsi-ld';
import { ngsiLd } from './ngsi-ld';

const parse = (value: unknown, options = {}) =>
  ngsiLd.parse({ main: jsonMessage(value) }, context({ linkPrefix: 'link-', ...options }));
const AT = NOW_MS - 300_000;
const row = (value: unknown, options = {}) => parse([value], options).rows[0];
const fault = (value: unknown) => parse([value]).dropped[0]?.fault;

describe('NGSI-LD', () => {
  it('reads traffic in both representations: 70 vehicles in five minutes are 840 an hour', () => {
    for (const entity of [trafficNormalized(), trafficKeyValues()])
      expect(parse([entity])).toEqual({
        rows: [
          {
            kind: 'traffic',
            id: 'urn:ngsi-ld:TrafficFlowObserved:link-123',
            atMs: AT,
            at: DUOMO,
            link: 123,
            flowVehH: 840,
            speedKmH: 31.5,
            occupancyShare: 0.18,
          },
        ],
        dropped: [],
        whole: true,
      });
    expect(row(trafficKeyValues(), { stripUrn: true, idPrefix: 't:' })?.id).toBe('t:link-123');
  });

  it('asks a broker for page after page, and takes them for all where the last is not full', () => {
    const url = 'https://broker.example/ngsi-ld/v1/entities?type=TrafficFlowObserved&limit=2';
    const page = (address: string, ...ids: string[]) =>
      jsonMessage(
        ids.map((id) => trafficNormalized({ id })),
        address,
      );
    const ask = (got: Messages, address = url) => ngsiLd.documents?.(address, got, context());
    expect(ask({})).toEqual([{ name: 'main', url }]);
    const main = page(url, 'a', 'b');
    expect(ask({ main })).toEqual([{ name: 'page-2', url: `${url}&offset=2` }]);
    const second = page(`${url}&offset=2`, 'c', 'd');
    expect(ask({ main, 'page-2': second })).toEqual([{ name: 'page-3', url: `${url}&offset=4` }]);
    const got = { main, 'page-2': second, 'page-3': page(`${url}&offset=4`, 'e') };
    expect(ask(got)).toEqual([]);
    const { rows, whole } = ngsiLd.parse(got, context());
    expect([rows.map(({ id }) => id), whole]).toEqual([['a', 'b', 'c', 'd', 'e'], true]);
    expect(ngsiLd.parse({ main }, context()).whole).toBe(false);
    // No more than eight, and not the same one again.
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [n ? `page-${n + 1}` : 'main', page(url, `x${n}`, `y${n}`)]),
    );
    expect(ask(many)).toEqual([]);
    expect(ngsiLd.parse(many, context()).whole).toBe(false);
    expect(ask({ main, 'page-2': main })).toEqual([]);
  });

  it('asks for pages of 100 where a broker’s address says none, and a file as it is', () => {
    const first = (url: string) => ngsiLd.documents?.(url, {}, context())[0]?.url;
    const broker = 'https://broker.example/ngsi-ld/v1/entities';
    expect(first(broker)).toBe(`${broker}?limit=100`);
    expect(first(`${broker}?type=A`)).toBe(`${broker}?type=A&limit=100`);
    expect(first('https://city.example/traffic.json')).toBe('https://city.example/traffic.json');
    const full = jsonMessage([trafficNormalized(), trafficKeyValues()], `${broker}?offset=6&limit=2`);
    expect(ngsiLd.documents?.(`${broker}?offset=6&limit=2`, { main: full }, context())).toEqual([
      { name: 'page-2', url: `${broker}?limit=2&offset=8` },
    ]);
    expect(ngsiLd.documents?.('mqtt://broker.example', { main: jsonMessage([]) }, context())).toEqual([]);
  });

  it('takes no flow without a period, unless city.json says one', () => {
    const moment = trafficNormalized({ dateObserved: { value: '2026-03-25T06:55:00Z' } });
    expect(row(moment)).toMatchObject({ flowVehH: null, speedKmH: 31.5 });
    expect(row(moment, { intensityPeriodS: 60 })).toMatchObject({ flowVehH: 4200 });
  });

  it('takes speeds in m/s by their code, the link of a road segment, and whole addresses for names', () => {
    const speed = { value: 10, unitCode: 'MTS' };
    expect(row(trafficNormalized({ averageVehicleSpeed: speed }))).toMatchObject({ speedKmH: 36 });
    const referring = {
      id: 'x',
      refRoadSegment: { type: 'Relationship', object: 'urn:ngsi-ld:RoadSegment:link-9' },
    };
    expect(row(trafficNormalized(referring))).toMatchObject({ id: 'x', link: 9 });
    const long = {
      '@id': 'x',
      '@type': ['https://smartdatamodels.org/dataModel.Parking/ParkingSpot'],
      'https://uri.etsi.org/ngsi-ld/location': { type: 'Point', coordinates: [9.2, 45.5] },
      'https://smartdatamodels.org/dataModel.Parking/status': [
        { value: 'free', observedAt: '2026-03-25T06:55:00Z' },
      ],
    };
    expect(row(long)).toMatchObject({ kind: 'car-park', id: 'x', free: 1, at: [9.2, 45.5] });
  });

  it('reads air with the weather beside it, in the units of the rows', () => {
    const station = { at: DUOMO, atMs: AT, name: 'Senato', station: 'senato' };
    expect(parse([air()], { stripUrn: true, averagedH: 1 }).rows).toEqual([
      { kind: 'air', ...station, id: 'senato/NO2', pollutant: 'NO2', value: 41.5, averagedH: 1 },
      { kind: 'air', ...station, id: 'senato/PM2.5', pollutant: 'PM2.5', value: 22, averagedH: 1 },
      { kind: 'air', ...station, id: 'senato/CO', pollutant: 'CO', value: 0.6, averagedH: 1 },
      { kind: 'weather', ...station, id: 'senato/temperatureC', quantity: 'temperatureC', value: 8.4 },
      { kind: 'weather', ...station, id: 'senato/humidityShare', quantity: 'humidityShare', value: 0.71 },
    ]);
    const day = air({ dateObserved: { value: '2026-03-24T00:00:00+01:00/2026-03-25T00:00:00+01:00' } });
    expect(row(day)).toMatchObject({ averagedH: 24, atMs: NOW_MS - 8 * 3_600_000 });
  });

  it('reads parking by the spot and by the house', () => {
    const at = { atMs: AT, at: DUOMO };
    expect(row(spot('occupied'))).toEqual({
      kind: 'car-park',
      ...at,
      id: 'urn:ngsi-ld:ParkingSpot:a1',
      name: 'urn:ngsi-ld:ParkingSpot:a1',
      capacity: 1,
      free: 0,
      open: true,
    });
    expect(row(spot('closed'))).toMatchObject({ free: 0, open: false });
    expect(row(parking())).toEqual({
      kind: 'car-park',
      id: 'urn:ngsi-ld:OffStreetParking:diaz',
      atMs: AT,
      at: [expect.closeTo(9.191, 9), expect.closeTo(45.461, 9)],
      name: 'Diaz',
      capacity: 200,
      free: 50,
      open: true,
    });
    const occupied = { availableSpotNumber: undefined, occupiedSpotNumber: 210, status: 'closed' };
    expect(row(parking(occupied))).toMatchObject({ free: 0, open: false });
  });

  it('takes a notification and a single entity for news of some', () => {
    expect(parse({ id: 'n', type: 'Notification', data: [parking()] })).toMatchObject({
      rows: [{ free: 50 }],
      whole: false,
    });
    expect(parse(parking())).toMatchObject({ rows: [{ free: 50 }], whole: false });
  });

  it('drops what has no id, type, time, place or sense', () => {
    expect(fault({ type: 'ParkingSpot' })).toBe('no-id');
    expect(fault(7)).toBe('no-id');
    expect(fault({ id: 'x', type: 'Beehive' })).toBe('unknown-kind');
    expect(fault(parking({ observationDateTime: 'now' }))).toBe('no-time');
    expect(fault(parking({ observationDateTime: '2026-03-25T07:02:01Z' }))).toBe('future');
    expect(fault(parking({ location: { type: 'Point', coordinates: [0, 0] } }))).toBe('outside');
    expect(fault(parking({ location: { type: 'Point', coordinates: [12.5, 41.9] } }))).toBe('outside');
    expect(fault(parking({ availableSpotNumber: -4, status: null }))).toBe('bad-value');
    expect(fault(spot('unknown'))).toBe('bad-value');
    expect(fault(trafficKeyValues({ intensity: 'NaN', averageVehicleSpeed: -1, occupancy: 7 }))).toBe(
      'bad-value',
    );
    expect(parse([air({ NO2: { value: 1, unitCode: 'ppb' } })]).dropped).toMatchObject([
      { fault: 'bad-value', count: 1 },
    ]);
  });

  it('faults a broker’s error and what is no JSON', () => {
    expect(() => parse({ title: 'Not found', status: 404 })).toThrow(/no NGSI-LD entity \(Not found\)/);
    expect(() => parse('text')).toThrow(/no NGSI-LD entities/);
    expect(() => ngsiLd.parse({ main: textMessage('[{') }, context())).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () => {
    const main = jsonMessage([
      trafficNormalized(),
      trafficKeyValues({ id: 'b' }),
      air(),
      spot('free'),
      parking(),
    ]);
    bearsMutations(ngsiLd, { main }, context({ linkPrefix: 'link-', stripUrn: true }));
  });
});
