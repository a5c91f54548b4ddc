// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { LiveRow } from '../../city/live';
import { FeedFault } from './feed';
import { feedMessage, late, NOW_S, strike, tram } from './fixtures/gtfs-rt';
import { bytesMessage, context, NOW_MS } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';
import type { Realtime } from './gtfs-realtime-message';
import { gtfsRt } from './gtfs-rt';

const parse = (
  entities: Realtime.IFeedEntity[],
  header: Partial<Realtime.IFeedHeader> = {},
  options: Readonly<Record<string, unknown>> = {},
) => gtfsRt.parse({ main: bytesMessage(feedMessage(entities, header)) }, context(options));
const vehicleWith = (vehicle: Realtime.IVehiclePosition) =>
  parse([{ id: 'e', vehicle: { ...tram.vehicle, ...vehicle } }]);
const only = (rows: readonly LiveRow[]) => {
  expect(rows.length).toBe(1);
  return rows[0] as LiveRow;
};

describe('GTFS-Realtime', () => {
  it('reads vehicle, trip update and alert of one message', () => {
    const { rows, dropped, whole } = parse([tram, late, strike]);
    expect({ dropped, whole }).toEqual({ dropped: [], whole: true });
    const [vehicle, update, alert] = rows as [LiveRow, LiveRow, LiveRow];
    expect(vehicle).toEqual({
      kind: 'vehicle',
      id: 'vehicle/4711',
      atMs: NOW_MS - 20_000,
      // The protocol has 32 bits for a coordinate: half a metre.
      at: [expect.closeTo(9.1918, 5), expect.closeTo(45.4641, 5)],
      trip: 'T1-run-7',
      startS: null,
      route: 'T1',
      line: null,
      mode: null,
      bearingDeg: 90,
      speedMS: 6.5,
      occupancyShare: 0.4,
    });
    expect(update).toEqual({
      kind: 'trip-update',
      id: 'T1-run-8',
      atMs: NOW_MS - 30_000,
      trip: 'T1-run-8',
      startS: null,
      route: 'T1',
      cancelled: false,
      delayS: 120,
      calls: [
        { stop: 'S1', arrivalMs: null, departureMs: NOW_MS - 100_000, delayS: 60, skipped: false },
        { stop: 'S2', arrivalMs: NOW_MS + 60_000, departureMs: NOW_MS + 80_000, delayS: 120, skipped: false },
        { stop: 'S3', arrivalMs: null, departureMs: null, delayS: null, skipped: true },
      ],
    });
    expect(alert).toEqual({
      kind: 'alert',
      id: 'alert/e3',
      atMs: NOW_MS,
      header: { it: 'Deviazione linea 1', en: 'Deviazione linea 1' },
      text: { it: 'Lavori in via Manzoni', en: 'Works in via Manzoni' },
      effect: 'detour',
      fromMs: NOW_MS - 600_000,
      toMs: NOW_MS + 3_600_000,
      routes: ['T1'],
      stops: ['S1'],
    });
  });

  it('tells the runs of a repeated trip apart by their start', () => {
    const vehicle = (startTime: string) => only(vehicleWith({ trip: { tripId: 'M1', startTime } }).rows);
    // 5 · 3600 + 53 · 60; past midnight of the service day; what is no time says nothing.
    expect(vehicle('05:53:00')).toMatchObject({ trip: 'M1', startS: 21_180 });
    expect(vehicle('25:00:10')).toMatchObject({ trip: 'M1', startS: 90_010 });
    for (const none of ['', 'soon', '7:60:00']) expect(vehicle(none)).toMatchObject({ startS: null });
    const of = (id: string, startTime: string) => ({
      id,
      tripUpdate: { ...late.tripUpdate, trip: { tripId: 'M1', startTime } },
    });
    const { rows } = parse([of('a', '05:53:00'), of('b', '05:56:00')]);
    expect(rows).toMatchObject([
      { id: 'M1@21180', trip: 'M1', startS: 21_180 },
      { id: 'M1@21360', trip: 'M1', startS: 21_360 },
    ]);
    const { gone } = parse([{ ...of('a', '05:53:00'), isDeleted: true }], { incrementality: 1 });
    expect(gone).toContain('M1@21180');
  });

  it('takes the header’s time where an entity has none, and drops it where neither has', () => {
    const timeless = { ...tram.vehicle, timestamp: undefined };
    expect(only(parse([{ id: 'e', vehicle: timeless }]).rows).atMs).toBe(NOW_MS);
    const { rows, dropped } = parse([{ id: 'e', vehicle: timeless }, strike], { timestamp: undefined });
    expect(rows).toEqual([]);
    expect(dropped).toEqual([{ fault: 'no-time', count: 2, example: 'vehicle/4711' }]);
  });

  it('drops vehicles at 0,0, outside the city, of the future and without a position', () => {
    const at = (longitude: number, latitude: number) => ({ position: { longitude, latitude } });
    expect(vehicleWith(at(0, 0)).dropped[0]).toMatchObject({ fault: 'outside', count: 1 });
    expect(vehicleWith(at(12.49, 41.9)).dropped[0]).toMatchObject({ fault: 'outside', count: 1 });
    expect(vehicleWith(at(Number.NaN, 45.46)).rows).toEqual([]);
    expect(vehicleWith({ position: undefined }).dropped[0]?.fault).toBe('outside');
    expect(vehicleWith({ timestamp: NOW_S + 120 }).rows.length).toBe(1);
    expect(vehicleWith({ timestamp: NOW_S + 121 }).dropped[0]).toMatchObject({ fault: 'future', count: 1 });
    // Milliseconds where the protocol has seconds.
    expect(vehicleWith({ timestamp: NOW_MS }).rows.map((row) => row.atMs)).toEqual([NOW_MS]);
  });

  it('tells a bearing of 0 from none, and leaves out what cannot be', () => {
    const at = { longitude: 9.19, latitude: 45.46 };
    const read = (position: Partial<Realtime.IPosition>) =>
      only(vehicleWith({ position: { ...at, ...position } }).rows);
    expect(read({})).toMatchObject({ bearingDeg: null, speedMS: null });
    expect(read({ bearing: 0, speed: 0 })).toMatchObject({ bearingDeg: 0, speedMS: 0 });
    expect(read({ bearing: 360 })).toMatchObject({ bearingDeg: 0 });
    expect(read({ bearing: -1, speed: 300 })).toMatchObject({ bearingDeg: null, speedMS: null });
    expect(read({ bearing: Number.NaN, speed: Number.POSITIVE_INFINITY })).toMatchObject({
      bearingDeg: null,
      speedMS: null,
    });
  });

  it('takes occupancy from the percentage, else from the word', () => {
    const read = (vehicle: Realtime.IVehiclePosition) => only(vehicleWith(vehicle).rows);
    expect(read({ occupancyPercentage: 130 })).toMatchObject({ occupancyShare: 1 });
    const words = { occupancyPercentage: undefined };
    expect(read({ ...words, occupancyStatus: 0 })).toMatchObject({ occupancyShare: 0 });
    expect(read({ ...words, occupancyStatus: 5 })).toMatchObject({ occupancyShare: 1 });
    expect(read({ ...words, occupancyStatus: 7 })).toMatchObject({ occupancyShare: null });
    expect(read(words)).toMatchObject({ occupancyShare: null });
  });

  it('names rows by entity in a differential message, and what is deleted', () => {
    const parsed = parse([tram, { id: 'e9', isDeleted: true }], { incrementality: 1 });
    expect(parsed.whole).toBe(false);
    expect(only(parsed.rows).id).toBe('vehicle/e1');
    expect(parsed.gone).toEqual(['vehicle/e9', 'alert/e9', 'e9']);
  });

  it('knows cancelled runs, and the mode that city.json gives', () => {
    const cancelled = { id: 'e', tripUpdate: { trip: { tripId: 'x', scheduleRelationship: 3 } } };
    expect(only(parse([cancelled]).rows)).toMatchObject({
      id: 'x',
      cancelled: true,
      delayS: null,
      calls: [],
    });
    expect(only(parse([tram], {}, { mode: 'tram' }).rows)).toMatchObject({ mode: 'tram' });
    expect(() => parse([tram], {}, { mode: 'zeppelin' })).toThrow(FeedFault);
  });

  it('keeps two vehicles of one id for the merge to tell, drops runs without trip and empty entities', () => {
    expect(parse([tram, { ...tram, id: 'e1b' }]).rows.map((row) => row.id)).toEqual([
      'vehicle/4711',
      'vehicle/4711',
    ]);
    const { dropped } = parse([{ id: 'a', tripUpdate: { trip: { routeId: 'T1' } } }, { id: 'b' }]);
    expect(dropped.map(({ fault }) => fault)).toEqual(['no-id', 'unknown-kind']);
  });

  it('chooses the period to come where none holds, and the words without a language for both', () => {
    const [it] = parse([
      {
        id: 'e',
        alert: {
          activePeriod: [{ end: NOW_S - 10 }, { start: NOW_S + 50 }],
          headerText: { translation: [{ text: 'M1' }, { text: 'M1!', language: 'de' }] },
        },
      },
    ]).rows;
    expect(it).toMatchObject({
      fromMs: NOW_MS + 50_000,
      toMs: null,
      header: { it: 'M1', en: 'M1' },
      text: { it: '', en: '' },
      effect: 'other',
    });
    expect(parse([{ id: 'e', alert: {} }]).dropped[0]?.fault).toBe('bad-value');
  });

  it('says what is wrong with a message that is cut off or of another kind', () => {
    const whole = feedMessage([tram]);
    for (const bytes of [
      whole.subarray(0, whole.length - 5),
      new Uint8Array(),
      new TextEncoder().encode('<html>'),
    ])
      expect(() => gtfsRt.parse({ main: bytesMessage(bytes) }, context())).toThrow(
        /^https:\/\/feeds.example\/main: no GTFS-Realtime message/,
      );
    expect(() => gtfsRt.parse({}, context())).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () => {
    bearsMutations(gtfsRt, { main: bytesMessage(feedMessage([tram, late, strike])) }, context());
  });
});
