// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Plane, plane } from '../../../src/city/frames';
import { MILANO } from '../../../src/city/place';
import type { Schedule } from '../../../src/city/schedule';
import { servicesRunning, typicalDay } from '../../../src/city/schedule-days';
import { readSchedule } from '../../../src/city/schedule-tables';
import { readSource } from '../../fixtures/read-source';
import { openFolder } from '../../formats/folder';
import { NO_DISTRICTS } from '../../themes/district-finder';
import type { TransitRow } from '../../themes/rows';
import type { SourceRows } from '../../themes/theme';
import { transit } from '../../themes/transit';
import { SOURCES } from '..';
import type { Source } from '../source';
import { distanceToSegmentM } from './polygon';
import { type LinePath, metroServices, writeTimetable } from './timetable';
import { DemoFolder } from './write-files';

const at = (east: number, north: number): Plane => plane(514_000 + east, 5_034_000 + north);
const stop = (id: number, east: number, north: number) => ({ id, name: `Via ${id}`, at: at(east, north) });
/** A tram of four stops, one of them 30 m beside its way, and the real metro's M1 with its branch. */
const TRAM: LinePath = {
  line: '1',
  mode: 'TRAM',
  headsign: 'Est',
  stops: [stop(10_001, 0, 0), stop(10_002, 340, 30), stop(10_003, 700, 0), stop(10_004, 1000, 0)],
  points: [at(0, 0), at(700, 0), at(1000, 0)],
  branches: 1,
  branch: 0,
};
const M1 = metroServices()
  .filter(({ line }) => line === 'M1')
  .map(
    ({ stations, points, branches, branch }): LinePath => ({
      line: 'M1',
      mode: 'METRO',
      headsign: stations.at(-1)?.name as string,
      stops: stations.map(({ name, at: place }) => ({ id: 800 + name.length, name, at: place })),
      points,
      branches,
      branch,
    }),
  );

/** Ways out of the first station. */
const OUT = new Set(['RHO FIERAMILANO', 'BISCEGLIE']);
const reversed = (path: LinePath): LinePath => ({
  ...path,
  headsign: path.stops[0]?.name as string,
  stops: path.stops.toReversed(),
  points: path.points.toReversed(),
});

describe("the demo's timetable", () => {
  let dir: string;
  let s: Schedule;
  let unread: string[];
  let others: string[];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'timetable-'));
    const folder = new DemoFolder(dir);
    const numbers = new Map<string, number>();
    const numbered = M1.map((path) => ({
      ...path,
      stops: path.stops.map((each) => {
        if (!numbers.has(each.name)) numbers.set(each.name, 870 + numbers.size);
        return { ...each, id: numbers.get(each.name) as number };
      }),
    }));
    const bothWays = numbered.flatMap((path) => [path, reversed(path)]);
    await writeTimetable(folder, [...bothWays, TRAM], 'milano');
    const files = await openFolder(dir);
    const rows: SourceRows<'transit'>[] = [];
    const read = new Set<string>();
    others = [];
    for (const source of SOURCES as readonly Source[]) {
      const reading = await readSource(source, files);
      for (const file of reading.files) read.add(file);
      if (reading.files.length > 0) others.push(source.id);
      if (source.theme === 'transit')
        rows.push({ source: source as Source<'transit'>, rows: reading.rows as TransitRow[] });
    }
    unread = files.map(({ name }) => name).filter((name) => !read.has(name));
    const { inputs = [] } = transit.clean(rows, {
      place: MILANO,
      districts: NO_DISTRICTS,
      drop: (reason, example) => {
        throw new Error(`${reason}, ${example}`);
      },
    });
    // Nothing for the models.
    expect(inputs.every(({ id }) => id.startsWith('schedule-'))).toBe(true);
    s = readSchedule(inputs);
  }, 60_000);
  afterAll(() => rm(dir, { recursive: true }));

  const callsOf = (run: number) => {
    const profile = s.runProfile[run] as number;
    const pattern = s.profilePattern[profile] as number;
    const first = s.patterns.firstCall[pattern] as number;
    const count = (s.patterns.firstCall[pattern + 1] as number) - first;
    const time = s.profileFirstTime[profile] as number;
    return { pattern, first, count, time };
  };

  it('is read by its own source and no operator’s', () => {
    expect(others).toEqual(['demo-timetable']);
    expect(unread).toEqual([]);
  });

  it('has the two branches of a metro line both ways, and a tram', () => {
    expect(s.patterns.line).toEqual(['M1', 'M1', 'M1', 'M1', '1']);
    const first = 'SESTO 1 MAGGIO FS';
    expect(s.patterns.headsign).toEqual(['RHO FIERAMILANO', first, 'BISCEGLIE', first, 'Est']);
    expect(s.patterns.mode).toEqual(['metro', 'metro', 'metro', 'metro', 'tram']);
  });

  it('has runs in order whose calls go on along the path and in time', () => {
    const faults: string[] = [];
    for (let run = 0; run < s.runTrip.length; run++) {
      if (run > 0 && (s.runDepartureS[run] as number) < (s.runDepartureS[run - 1] as number))
        faults.push(`${s.runTrip[run]}: leaves before the run before it`);
      const { first, count, time } = callsOf(run);
      for (let call = 1; call < count; call++) {
        const goneM = (s.callAlongM[first + call] as number) - (s.callAlongM[first + call - 1] as number);
        const tookS = (s.timeArrivalS[time + call] as number) - (s.timeDepartureS[time + call - 1] as number);
        if (!(goneM > 0 && tookS > 0)) faults.push(`${s.runTrip[run]}: call ${call}`);
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(s.runTrip).size).toBe(s.runTrip.length);
  });

  it('runs on every weekday, less on Saturday and least on Sunday, for years', () => {
    const count = (day: number) => {
      const running = servicesRunning(s, day);
      return s.runService.filter((service) => running.has(service)).length;
    };
    const [wednesday, saturday, sunday] = [20261125, 20261128, 20261129].map(count) as [
      number,
      number,
      number,
    ];
    expect(count(20200101)).toBe(wednesday);
    expect(wednesday).toBeGreaterThan(saturday);
    expect(saturday).toBeGreaterThan(sunday);
    // Sunday of the metro: 4.8 in the first hour, 15 × 8.6 every 7 minutes, then 7.1, 5.4, 4.8 and 1.8, both
    // ways; of the tram every 8.4 to 25 minutes times its own 0.9 to 1.25.
    expect(sunday).toBeGreaterThan(2 * 145 + 85);
    expect(sunday).toBeLessThan(2 * 160 + 145);
    expect(count(typicalDay(s, 3))).toBe(wednesday);
  });

  it('begins at five, ends after midnight, and is at its most frequent in the peak', () => {
    const running = servicesRunning(s, 20261125);
    const metro = [...s.runDepartureS].filter((_, run) => {
      const { pattern } = callsOf(run);
      return OUT.has(s.patterns.headsign[pattern] as string) && running.has(s.runService[run] as number);
    });
    const within = (fromH: number, toH: number) =>
      metro.filter((second) => second >= fromH * 3600 && second < toH * 3600).length;
    expect(Math.floor((metro[0] as number) / 3600)).toBe(5);
    expect(metro.at(-1)).toBeGreaterThan(24 * 3600);
    expect(metro.at(-1)).toBeLessThan(25 * 3600);
    // Every 2.2 minutes, 4 at noon and 9 in the last full hour, give or take the run on the hour itself.
    expect(Math.abs(within(8, 9) - 60 / 2.2)).toBeLessThan(1.3);
    expect(Math.abs(within(12, 13) - 60 / 4)).toBeLessThan(1.3);
    expect(Math.abs(within(23, 24) - 60 / 9)).toBeLessThan(1.3);
    // The branches leave in turn.
    const noon = metro.filter((second) => second >= 11 * 3600 && second < 14.9 * 3600);
    for (let i = 1; i < noon.length; i++)
      expect(Math.abs((noon[i] as number) - (noon[i - 1] as number) - 240)).toBeLessThanOrEqual(1);
  });

  it('goes as fast as such lines do', () => {
    const speedsKmH = (mode: string) =>
      s.runTrip.flatMap((_, run) => {
        const { pattern, first, count, time } = callsOf(run);
        if (s.patterns.mode[pattern] !== mode) return [];
        const lengthM = s.callAlongM[first + count - 1] as number;
        return [(lengthM / (s.timeArrivalS[time + count - 1] as number)) * 3.6];
      });
    for (const speed of speedsKmH('metro')) {
      expect(speed).toBeGreaterThan(29);
      expect(speed).toBeLessThan(34);
    }
    for (const speed of speedsKmH('tram')) {
      expect(speed).toBeGreaterThan(12);
      expect(speed).toBeLessThan(18);
    }
  });

  it('has metro stations on their path', () => {
    const pattern = s.patterns.mode.indexOf('metro');
    const start = s.patterns.shapeStart[pattern] as number;
    const points = Array.from({ length: s.patterns.shapeCount[pattern] as number }, (_, i) =>
      plane(s.shapeEastM[start + i] as number, s.shapeNorthM[start + i] as number),
    );
    const first = s.patterns.firstCall[pattern] as number;
    for (let call = first; call < (s.patterns.firstCall[pattern + 1] as number); call++) {
      const row = s.callStop[call] as number;
      const place = plane(s.stops.eastM[row] as number, s.stops.northM[row] as number);
      const offM = Math.min(
        ...points.slice(1).map((b, i) => distanceToSegmentM(points[i] as Plane, b, place)),
      );
      expect(offM).toBeLessThan(0.1);
    }
  });
});
