// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lonLatToPlane } from '../../city/frames';
import type { LiveKind, LiveRows } from '../../city/live';
import { projectOnPath } from '../../city/path-projection';
import { MILANO } from '../../city/place';
import { romeInstant } from '../../city/rome-time';
import { patternOf } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import type { Message, Parsed } from '../../stream/feeds/feed';
import { gtfsDay } from '../../stream/feeds/fixtures/gtfs-day';
import { parseGtfsStatic } from '../../stream/feeds/gtfs-static';
import { FEEDS } from '../../stream/feeds/index';
import { type ConfiguredFeed, checkCityConfig } from '../live/config';
import type { DemoDay } from '../live/setup';
import { startDemoDay } from './demo-day';
import { SMALL_TABLES, writeSmallCity } from './fixtures/small-city';

/** A Thursday: the demo plays its Wednesday on it. */
const at = (hour: number) => romeInstant(2026, 11, 26, hour * 3600);
let folder: string;
let schedule: Schedule;
let day: DemoDay;
let nowMs = at(8);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-day-'));
  writeSmallCity(folder);
  schedule = parseGtfsStatic(gtfsDay());
  day = await startDemoDay({ cityDir: folder, nowMs: () => nowMs });
});
afterEach(() => {
  nowMs = at(8);
});
afterAll(async () => {
  await day.close();
  rmSync(folder, { recursive: true });
});

const configured = (of: DemoDay) =>
  checkCityConfig({ schemaVersion: 1, feeds: of.feeds }, 'the demo day', FEEDS, {}).feeds;

/** Asks as the relay does: documents until the feed has enough. */
async function ask(entry: ConfiguredFeed): Promise<Parsed> {
  const context = { receivedMs: nowMs, bounds: MILANO.bounds, options: entry.options };
  const got: Record<string, Message> = {};
  for (;;) {
    const wanted =
      entry.feed.documents?.(entry.url, got, context) ?? (got.main ? [] : [{ name: 'main', url: entry.url }]);
    if (wanted.length === 0) return entry.feed.parse(got, context);
    for (const { name, url } of wanted) {
      const response = await fetch(url);
      expect(response.status).toBe(200);
      got[name] = { url, bytes: new Uint8Array(await response.arrayBuffer()) };
    }
  }
}
async function rowsOf<K extends LiveKind>(id: string, kind: K): Promise<LiveRows[K][]> {
  const entry = configured(day).find(({ topic }) => topic.id === id) as ConfiguredFeed;
  const parsed = await ask(entry);
  expect(parsed.dropped).toEqual([]);
  expect(parsed.rows.every((row) => row.kind === kind)).toBe(true);
  return parsed.rows as unknown as LiveRows[K][];
}
/** Of all rows, by topic. */
async function everything(): Promise<Record<string, Parsed>> {
  const feeds = configured(day);
  return Object.fromEntries(
    await Promise.all(feeds.map(async (entry) => [entry.topic.id, await ask(entry)] as const)),
  );
}

describe('the demo’s day', () => {
  it('is a list of feeds that city.json could have, all simulated and on this machine', () => {
    const topics = configured(day).map(({ topic }) => topic);
    expect(topics.map(({ id }) => id)).toEqual([
      'demo-vehicles',
      'demo-trip-updates',
      'demo-alerts',
      'demo-bikes',
      'demo-air',
      'demo-weather',
      'demo-parking',
      'demo-traffic',
      'demo-presence',
      'demo-area-c',
    ]);
    expect(topics.every(({ simulated, licence }) => simulated && licence.id === 'EUPL-1.2')).toBe(true);
    expect(configured(day).every(({ url }) => url.startsWith('http://127.0.0.1:'))).toBe(true);
  });

  it('has every vehicle near its path where a run late by at most 7 minutes is', async () => {
    const vehicles = await rowsOf('demo-vehicles', 'vehicle');
    expect(vehicles.length).toBeGreaterThan(10);
    const off = { alongM: 0, offM: 0 };
    for (const row of vehicles) {
      const run = schedule.runTrip.indexOf(row.trip ?? '');
      expect(schedule.patterns.route[patternOf(schedule, run)]).toBe(row.route);
      const [east, north] = lonLatToPlane(row.at);
      projectOnPath(schedule, patternOf(schedule, run), east, north, 0, Number.POSITIVE_INFINITY, off);
      // 4 m each way of what a receiver strays, and what 32 bits leave of a longitude (0.5 m).
      expect(off.offM).toBeLessThan(7);
      expect(nowMs - row.atMs).toBeLessThan(16_000);
    }
  });

  it('says how late runs are, as the vehicles are', async () => {
    const updates = await rowsOf('demo-trip-updates', 'trip-update');
    const delays = updates.filter(({ cancelled }) => !cancelled).map(({ delayS }) => delayS ?? Number.NaN);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(240);
    expect(new Set(delays).size).toBeGreaterThan(5);
    for (const { calls, cancelled } of updates) expect(calls.length).toBe(cancelled ? 0 : 1);
  });

  it('diverts a tram from 10 to 12: told before, off its path, stops skipped', async () => {
    const alertsAt = async (hour: number) => {
      nowMs = at(hour);
      return rowsOf('demo-alerts', 'alert');
    };
    expect((await alertsAt(9.4)).map(({ effect }) => effect)).toEqual([]);
    expect(await alertsAt(9.6)).toMatchObject([
      { effect: 'detour', routes: ['T1', 'T1R'], fromMs: at(10), toMs: at(12) },
    ]);
    const [alert] = await alertsAt(11);
    expect(alert?.header).toEqual({ it: 'Tram 1: percorso deviato', en: 'Tram 1: diverted' });
    const updates = await rowsOf('demo-trip-updates', 'trip-update');
    expect(updates.some(({ calls }) => calls.some(({ skipped }) => skipped))).toBe(true);
    const vehicles = await rowsOf('demo-vehicles', 'vehicle');
    const off = vehicles.map((row) => {
      const run = schedule.runTrip.indexOf(row.trip ?? '');
      const found = { alongM: 0, offM: 0 };
      const [east, north] = lonLatToPlane(row.at);
      projectOnPath(schedule, patternOf(schedule, run), east, north, 0, Number.POSITIVE_INFINITY, found);
      return found.offM;
    });
    expect(Math.max(...off)).toBeGreaterThan(100);
    expect(Math.max(...off)).toBeLessThan(270);
  });

  it('cancels some runs of a bus line in the morning peak', async () => {
    const cancelled = new Set<string>();
    for (let hour = 7.1; hour < 9.5; hour += 0.1) {
      nowMs = at(hour);
      const updates = await rowsOf('demo-trip-updates', 'trip-update');
      const vehicles = new Set((await rowsOf('demo-vehicles', 'vehicle')).map(({ trip }) => trip));
      for (const { trip, cancelled: is } of updates)
        if (is) {
          cancelled.add(trip);
          expect(vehicles.has(trip)).toBe(false);
        }
    }
    expect([...cancelled].every((trip) => trip.startsWith('B2_'))).toBe(true);
    expect(cancelled.size).toBeGreaterThan(0);
  });

  it('gives stations, streets and districts what their typical day has', async () => {
    nowMs = at(12);
    const [bikes] = await rowsOf('demo-bikes', 'bike-station');
    expect(bikes).toMatchObject({ id: 'bikemi-1', name: 'Duomo', capacity: 30, renting: true, atMs: nowMs });
    // 26 by the table, ± 30 / 8.
    expect(bikes?.bikes).toBeGreaterThanOrEqual(22);
    expect((bikes?.bikes ?? 0) + (bikes?.docks ?? 0)).toBe(30);
    const [parking] = await rowsOf('demo-parking', 'car-park');
    expect(parking).toMatchObject({ id: 'park-1', capacity: 500 });
    expect(Math.abs((parking?.free ?? 0) - 40)).toBeLessThanOrEqual(20);
    const [air] = await rowsOf('demo-air', 'air');
    // The hour from 11 to 12: 20 + 0.6 · 40, ± 15 %.
    expect(air).toMatchObject({ id: 'station-1/NO2', pollutant: 'NO2', atMs: at(12) });
    expect(Math.abs((air?.value ?? 0) - 44)).toBeLessThanOrEqual(6.6 + 0.05);
    expect((await rowsOf('demo-weather', 'weather')).map(({ quantity }) => quantity)).toEqual([
      'temperatureC',
      'humidityShare',
    ]);
    const traffic = await rowsOf('demo-traffic', 'traffic');
    expect(traffic.map(({ link }) => link)).toEqual([0, 1]);
    expect(Math.abs((traffic[0]?.flowVehH ?? 0) - 600)).toBeLessThanOrEqual(60);
    // 50 / (1 + 0.15 · 0.5⁴) = 49.54, ± 5 %.
    expect(Math.abs((traffic[0]?.speedKmH ?? 0) - 49.54)).toBeLessThanOrEqual(2.6);
    const presence = await rowsOf('demo-presence', 'presence');
    expect(presence.map(({ district, residents }) => [district, residents === null])).toEqual([
      [1, false],
      [7, true],
    ]);
    expect(await rowsOf('demo-area-c', 'gate-count')).toMatchObject([
      { gate: null, atMs: at(11.5), periodS: 1800 },
    ]);
  });

  it('differs at 8, at 23 and at 3 as a city’s day does', async () => {
    const [flow8] = await rowsOf('demo-traffic', 'traffic');
    const [bikes8] = await rowsOf('demo-bikes', 'bike-station');
    nowMs = at(23);
    expect((await rowsOf('demo-vehicles', 'vehicle')).length).toBeGreaterThan(10);
    const [flow23] = await rowsOf('demo-traffic', 'traffic');
    expect(flow8?.flowVehH).toBeGreaterThan(700);
    expect(flow23?.flowVehH).toBe(0);
    // By the table 14 at the edge of the day, 2 at night, ± 30 / 8.
    expect(bikes8?.bikes).toBeGreaterThanOrEqual(10);
    expect((await rowsOf('demo-bikes', 'bike-station'))[0]?.bikes).toBeLessThanOrEqual(6);
    nowMs = at(3);
    expect(await rowsOf('demo-vehicles', 'vehicle')).toEqual([]);
  });

  it('says the same at the same instant, whatever was asked before, and another day otherwise', async () => {
    const first = await everything();
    nowMs = at(15);
    await everything();
    nowMs = at(8);
    expect(await everything()).toEqual(first);
    const again = await startDemoDay({ cityDir: folder, nowMs: () => nowMs });
    const [bikes] = await ask(
      configured(again).find(({ topic }) => topic.id === 'demo-bikes') as ConfiguredFeed,
    ).then(({ rows }) => rows);
    await again.close();
    expect(bikes).toEqual(first['demo-bikes']?.rows[0]);
    nowMs = at(8) + 86_400_000;
    expect(
      (await everything())['demo-trip-updates']?.rows.map((row) => 'delayS' in row && row.delayS),
    ).not.toEqual(first['demo-trip-updates']?.rows.map((row) => 'delayS' in row && row.delayS));
  });

  it('publishes what a city has tables of, and nothing else', async () => {
    const idsOf = async (tables: typeof SMALL_TABLES, withTimetable: boolean) => {
      const cityDir = mkdtempSync(join(tmpdir(), 'demo-day-'));
      writeSmallCity(cityDir, tables, withTimetable);
      const part = await startDemoDay({ cityDir });
      await part.close();
      rmSync(cityDir, { recursive: true });
      return part.feeds.map(({ id }) => id);
    };
    expect(await idsOf([], false)).toEqual([]);
    expect(await idsOf([], true)).toEqual(['demo-vehicles', 'demo-trip-updates', 'demo-alerts']);
    const presence = ['week-profiles', 'typical-presence', 'zones'];
    const some = (ids: readonly string[]) => SMALL_TABLES.filter(({ id }) => ids.includes(id));
    expect(await idsOf(some(presence), false)).toEqual(['demo-presence']);
    expect(await idsOf(some(presence.slice(0, 2)), false)).toEqual([]);
  });

  it('answers nothing but GET of what it has', async () => {
    const url = new URL(day.feeds[0]?.url ?? '');
    expect((await fetch(new URL('/etc/passwd', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });
});
