// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FeedFault, type Messages } from './feed';
import {
  DISCOVERY_2,
  DISCOVERY_3,
  gbfsMessages,
  INFORMATION_2,
  INFORMATION_3,
  STATUS_2,
  STATUS_3,
} from './fixtures/gbfs';
import { context, DUOMO, jsonMessage, NOW_MS, textMessage } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';
import { gbfs } from './gbfs';

const parse = (got: Messages, options = {}) => gbfs.parse(got, context(options));
const documents = (got: Messages, options = {}) =>
  gbfs.documents?.('https://bikes.example/gbfs.json', got, context(options));
const duomo = {
  kind: 'bike-station',
  id: 'bikemi-1',
  atMs: NOW_MS - 65_000,
  at: DUOMO,
  name: 'Duomo',
  capacity: 24,
  bikes: 9,
  electric: 3,
  docks: 14,
  renting: true,
  returning: true,
};
/** With one station whose status is changed. */
const statusWith = (changes: object) => {
  const [first] = (STATUS_2.data as { stations: object[] }).stations;
  return gbfsMessages(INFORMATION_2, { ...STATUS_2, data: { stations: [{ ...first, ...changes }] } });
};

describe('GBFS', () => {
  it('finds its files from either version’s discovery file', () => {
    expect(documents({})).toEqual([{ name: 'main', url: 'https://bikes.example/gbfs.json', maxAgeS: 3600 }]);
    for (const discovery of [DISCOVERY_2, DISCOVERY_3])
      expect(documents({ main: jsonMessage(discovery) }, { informationMaxAgeS: 600 })).toEqual([
        { name: 'station_information', url: 'https://bikes.example/station_information.json', maxAgeS: 600 },
        { name: 'station_status', url: 'https://bikes.example/station_status.json' },
        { name: 'vehicle_types', url: 'https://bikes.example/vehicle_types.json', maxAgeS: 600 },
      ]);
    expect(documents(gbfsMessages(INFORMATION_2, STATUS_2))).toEqual([]);
  });

  it('faults a discovery file without what is needed', () => {
    const main = (data: unknown) => ({ main: jsonMessage({ data }) });
    expect(() => documents(main({}))).toThrow(/no list of feeds/);
    expect(() => documents(main({ feeds: [] }))).toThrow(/no address of station_information/);
    const file = { name: 'station_information', url: 'file:///etc/passwd' };
    expect(() => documents(main({ feeds: [file] }))).toThrow(FeedFault);
    expect(() => documents({ main: textMessage('<html>') })).toThrow(/no JSON/);
  });

  it('reads version 2.3, a virtual station and numbers for flags', () => {
    const { rows, dropped, whole } = parse(gbfsMessages(INFORMATION_2, STATUS_2), {
      idPrefix: 'bikemi-',
      stripZeros: true,
    });
    expect({ dropped, whole }).toEqual({ dropped: [], whole: true });
    expect(rows).toEqual([
      duomo,
      {
        kind: 'bike-station',
        id: 'bikemi-2',
        atMs: NOW_MS - 10_000,
        at: [9.1755, 45.4684],
        name: 'Cadorna',
        capacity: null,
        bikes: 0,
        electric: null,
        docks: null,
        renting: false,
        returning: true,
      },
    ]);
  });

  it('reads version 3.0 with its names by language', () => {
    const read = (language: string) =>
      parse(gbfsMessages(INFORMATION_3, STATUS_3), { idPrefix: 'bikemi-', stripZeros: true, language }).rows;
    expect(read('it')).toEqual([{ ...duomo, returning: false }]);
    expect(read('en')).toMatchObject([{ name: 'Cathedral' }]);
    expect(read('de')).toMatchObject([{ name: 'Cathedral' }]);
  });

  it('takes ids from the short name and the time of the file as city.json says', () => {
    const got = gbfsMessages(INFORMATION_2, STATUS_2);
    const { rows, dropped } = parse(got, { idFrom: 'short_name', time: 'last_updated' });
    expect(rows).toMatchObject([{ id: '7', atMs: NOW_MS - 5000 }]);
    expect(dropped).toEqual([{ fault: 'no-id', count: 1, example: '002: no short_name' }]);
  });

  it('drops stations without place, number or sense', () => {
    const fault = (changes: object) => parse(statusWith(changes)).dropped[0]?.fault;
    expect(fault({ station_id: '999' })).toBe('outside');
    expect(fault({ station_id: null })).toBe('no-id');
    expect(fault({ num_bikes_available: -1 })).toBe('bad-value');
    expect(fault({ num_bikes_available: 'many' })).toBe('bad-value');
    expect(fault({ num_bikes_available: 2.5 })).toBe('bad-value');
    expect(fault({ last_reported: NOW_MS / 1000 + 121 })).toBe('future');
    const lost = { ...INFORMATION_2, data: { stations: [{ station_id: '001', lat: 0, lon: 0 }] } };
    expect(parse(gbfsMessages(lost, STATUS_2)).dropped[0]).toMatchObject({ fault: 'outside', count: 2 });
  });

  it('takes the file’s time for a station that never reported, and none where that lacks too', () => {
    expect(parse(statusWith({ last_reported: 0 })).rows).toMatchObject([{ atMs: NOW_MS - 5000 }]);
    const status = { data: { stations: [{ station_id: '001', num_bikes_available: 1 }] } };
    expect(parse(gbfsMessages(INFORMATION_2, status)).dropped[0]?.fault).toBe('no-time');
  });

  it('shows a station that is not installed as closed, and no more electric bikes than bikes', () => {
    expect(parse(statusWith({ is_installed: false })).rows).toMatchObject([
      { renting: false, returning: false },
    ]);
    expect(parse(statusWith({ num_bikes_available: 2 })).rows).toMatchObject([{ bikes: 2, electric: 2 }]);
    const got = gbfsMessages(INFORMATION_2, STATUS_2, null);
    expect(parse(got).rows).toMatchObject([{ electric: null }, { electric: null }]);
  });

  it('bears 10,000 mutated messages', () => {
    bearsMutations(gbfs, gbfsMessages(INFORMATION_2, STATUS_2), context());
  });
});
