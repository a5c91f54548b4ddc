// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { lonLat, lonLatToPlane, plane, planeToLonLat } from '../../city/frames';
import type { VehicleRow } from '../../city/live';
import { romeInstant } from '../../city/rome-time';
import { newRunPosition, runDurationS, runPosition } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import { seeded } from '../../city/seeded';
import { gtfsDay } from '../feeds/fixtures/gtfs-day';
import { parseGtfsStatic } from '../feeds/gtfs-static';
import { LIVE } from './moving';
import { reportedVehicles } from './reported';

let schedule: Schedule;
beforeAll(() => {
  schedule = parseGtfsStatic(gtfsDay());
});
const MIDNIGHT = romeInstant(2026, 11, 25, 0);
const OPTIONS = { timeToLiveS: 90 };
const row = (more: Partial<VehicleRow> & Pick<VehicleRow, 'at' | 'atMs'>): VehicleRow => ({
  id: 'vehicle/1',
  trip: null,
  startS: null,
  route: null,
  line: null,
  mode: null,
  bearingDeg: null,
  speedMS: null,
  occupancyShare: null,
  ...more,
});
const runOf = (trip: string) => schedule.runTrip.indexOf(trip);
const departureMs = (run: number) => MIDNIGHT + (schedule.runDepartureS[run] as number) * 1000;

/** Where a run is at a second of it, off by so much east and north, as a row. */
function report(trip: string, runS: number, atMs: number, [east, north] = [0, 0], id = `vehicle/${trip}`) {
  const here = newRunPosition();
  runPosition(schedule, runOf(trip), runS, here);
  return row({ id, trip, atMs, at: planeToLonLat(plane(here.eastM + east, here.northM + north)) });
}
const alongOf = (trip: string, runS: number) => {
  const here = newRunPosition();
  runPosition(schedule, runOf(trip), runS, here);
  return here.alongM;
};

/**
 * A vehicle that is `late` seconds late by its second, driven to its end: reports every `everyS`, 10 frames
 * a second, from `fromS` on, when it has set out.
 */
function drive(trip: string, late: (s: number) => number, everyS: number, noiseM: number, fromS = 0) {
  const vehicles = reportedVehicles(schedule, OPTIONS);
  const random = seeded(trip);
  const run = runOf(trip);
  const startMs = departureMs(run);
  const stray = () => (random() - 0.5) * 2 * noiseM;
  let before = Number.NaN;
  const found = { backM: 0, stepM: 0, offM: 0, frames: 0 };
  for (let s = fromS; s < runDurationS(schedule, run); s += 0.1) {
    const tenth = Math.round(s * 10);
    if (tenth % (everyS * 10) === 0)
      vehicles.report([report(trip, Math.max(0, s - late(s)), startMs + s * 1000, [stray(), stray()])]);
    const now = vehicles.at(startMs + s * 1000);
    expect(now.count).toBe(1);
    const alongM = now.alongM[0] as number;
    found.frames++;
    if (!Number.isNaN(before)) {
      found.backM = Math.max(found.backM, before - alongM);
      found.stepM = Math.max(found.stepM, alongM - before);
    }
    found.offM = Math.max(found.offM, Math.abs(alongM - alongOf(trip, Math.max(0, s - late(s)))));
    before = alongM;
  }
  return found;
}

describe('reported vehicles on a path', () => {
  it('go with the timetable between reports, smoothly, within what the receiver strays', () => {
    const found = drive('T1_20', () => 60, 15, 8, 90);
    expect(found.backM).toBe(0);
    // A tenth of a second at no more than 2.5 times the tram's top speed of 7 m/s.
    expect(found.stepM).toBeLessThan(1.8);
    expect(found.offM).toBeLessThan(45);
    expect(found.frames).toBeGreaterThan(10_000);
  });

  it('never go back nor leap where the vehicle loses time that nobody foresaw', () => {
    // Two minutes lost at once ten minutes into the run: it stood in a queue.
    const found = drive('T1_20', (s) => Math.min(120, Math.max(0, s - 600)), 15, 8);
    expect(found.backM).toBe(0);
    expect(found.stepM).toBeLessThan(1.8);
    // A report late at most: 15 s of 7 m/s, and the noise.
    expect(found.offM).toBeLessThan(15 * 7 + 45);
  });

  it('follow paths that cross themselves and that come back the same way', () => {
    expect(drive('B2_20', () => 30, 15, 8, 60).offM).toBeLessThan(45);
    expect(drive('B3_20', () => 30, 15, 8, 60).offM).toBeLessThan(45);
  });

  it('are gone when the last report’s time to live ends, and their run with them', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20')) + 600_000;
    vehicles.report([report('T1_20', 600, atMs)]);
    const along: number[] = [];
    for (let s = 0; s <= 200; s++) {
      const now = vehicles.at(atMs + s * 1000);
      expect(now.count).toBe(s <= 90 ? 1 : 0);
      if (now.count === 0) continue;
      expect(now.state[0]).toBe(LIVE);
      along.push(now.alongM[0] as number);
    }
    expect(along[90]).toBeCloseTo(alongOf('T1_20', 690), 0);
    expect(vehicles.runs().size).toBe(0);
  });

  it('are not drawn for two seconds where they are too far off to catch up, and then where they are', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20')) + 300_000;
    vehicles.report([report('T1_20', 300, atMs)]);
    vehicles.at(atMs);
    vehicles.report([report('T1_20', 700, atMs + 10_000)]);
    expect(vehicles.at(atMs + 10_000).count).toBe(0);
    expect(vehicles.at(atMs + 11_900).count).toBe(0);
    const now = vehicles.at(atMs + 12_000);
    expect(now.count).toBe(1);
    expect(now.alongM[0]).toBeCloseTo(alongOf('T1_20', 702), 0);
  });

  it('take nothing from reports that are older or come again, nor from the order of rows', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20')) + 600_000;
    const newest = report('T1_20', 600, atMs);
    const older = report('T1_20', 200, atMs - 60_000);
    vehicles.report([newest]);
    const along = vehicles.at(atMs + 1000).alongM[0];
    vehicles.report([newest, older]);
    vehicles.report([older, newest]);
    vehicles.report([older]);
    expect(vehicles.at(atMs + 1000).alongM[0]).toBe(along);
    expect(vehicles.at(atMs + 1000).count).toBe(1);
  });

  it('are one each when the network was gone and ids come back anew', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20')) + 300_000;
    const old = report('T1_20', 300, atMs, [0, 0], 'vehicle/old');
    vehicles.report([old]);
    for (let s = 0; s <= 80; s++) vehicles.at(atMs + s * 1000);
    vehicles.report([old, report('T1_20', 380, atMs + 80_000, [0, 0], 'vehicle/new')]);
    const now = vehicles.at(atMs + 80_100);
    expect(now.count).toBe(1);
    expect(now.id[0]).toBe('vehicle/new');
    expect([...vehicles.runs()]).toEqual([runOf('T1_20')]);
    vehicles.report([]);
    expect(vehicles.at(atMs + 80_200).count).toBe(0);
  });

  it('are where they were when the clock goes back, once what came later is forgotten', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20'));
    vehicles.report([report('T1_20', 900, atMs + 900_000)]);
    vehicles.at(atMs + 900_000);
    vehicles.forget();
    expect(vehicles.at(atMs + 300_000).count).toBe(0);
    expect(vehicles.runs().size).toBe(0);
    vehicles.report([report('T1_20', 300, atMs + 300_000)]);
    const now = vehicles.at(atMs + 300_000);
    expect(now.count).toBe(1);
    expect(now.alongM[0]).toBeCloseTo(alongOf('T1_20', 300), 0);
    expect([...vehicles.runs()]).toEqual([runOf('T1_20')]);
  });

  it('are drawn again at once where the clock goes back from within an absence', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20')) + 300_000;
    vehicles.report([report('T1_20', 300, atMs)]);
    vehicles.at(atMs);
    vehicles.report([report('T1_20', 700, atMs + 10_000)]);
    expect(vehicles.at(atMs + 10_500).count).toBe(0);
    expect(vehicles.at(atMs + 10_000).count).toBe(1);
    expect(vehicles.at(atMs + 10_100).count).toBe(1);
  });

  it('are the run of a repeated trip that their start names, and none where it names none', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const trip = 'M1_0@21180';
    const atMs = departureMs(runOf(trip)) + 300_000;
    const asFed = { ...report(trip, 300, atMs), trip: 'M1_0' };
    vehicles.report([
      { ...asFed, id: 'vehicle/1', startS: 21_180 },
      { ...asFed, id: 'vehicle/2', startS: null },
      { ...asFed, id: 'vehicle/3', startS: 21_181 },
    ]);
    const now = vehicles.at(atMs);
    expect([...now.run.subarray(0, now.count)]).toEqual([runOf(trip), -1, -1]);
    expect([...vehicles.runs()]).toEqual([runOf(trip)]);
  });

  it('show what is, at once, where the screen slept', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const atMs = departureMs(runOf('T1_20')) + 300_000;
    vehicles.report([report('T1_20', 300, atMs)]);
    vehicles.at(atMs);
    vehicles.report([report('T1_20', 800, atMs + 500_000)]);
    const now = vehicles.at(atMs + 500_000);
    expect(now.count).toBe(1);
    expect(now.alongM[0]).toBeCloseTo(alongOf('T1_20', 800), 0);
  });
});

describe('reported vehicles without a path', () => {
  const at = (east: number, north: number) => planeToLonLat(plane(515_000 + east, 5_034_500 + north));

  it('go straight from where they are drawn to the latest report, in the time between the two', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    vehicles.report([row({ at: at(0, 0), atMs: MIDNIGHT, line: '99', mode: 'tram' })]);
    vehicles.at(MIDNIGHT + 1000);
    vehicles.at(MIDNIGHT + 20_000);
    vehicles.report([row({ at: at(100, 0), atMs: MIDNIGHT + 20_000, line: '99', mode: 'tram' })]);
    const east = [20, 25, 30, 40, 50].map((s) => {
      const now = vehicles.at(MIDNIGHT + s * 1000);
      return Math.round((now.eastM[0] as number) - 515_000);
    });
    expect(east).toEqual([0, 25, 50, 100, 100]);
    const now = vehicles.at(MIDNIGHT + 51_000);
    expect([now.lines[now.lineIndex[0] as number], now.modeIndex[0], now.run[0]]).toEqual(['99', 1, -1]);
    expect(now.bearingDeg[0]).toBeCloseTo(90, 2);
  });

  it('are drawn where two reports far apart came before the first frame', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    vehicles.report([row({ at: at(0, 0), atMs: MIDNIGHT })]);
    vehicles.report([row({ at: at(5000, 0), atMs: MIDNIGHT + 10_000 })]);
    for (const s of [10, 11, 20]) {
      const now = vehicles.at(MIDNIGHT + s * 1000);
      expect([now.count, Math.round((now.eastM[0] as number) - 515_000)]).toEqual([1, 5000]);
    }
  });

  it('take line and mode of their route where the timetable has it', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    vehicles.report([row({ at: at(0, 0), atMs: MIDNIGHT, route: 'M1' })]);
    const now = vehicles.at(MIDNIGHT);
    expect([now.lines[now.lineIndex[0] as number], now.modeIndex[0]]).toEqual(['M1', 0]);
  });

  it('leave the path of their run where they say so, without a leap, and come back to it', () => {
    const vehicles = reportedVehicles(schedule, OPTIONS);
    const startMs = departureMs(runOf('T1_20'));
    let before: readonly [number, number] | undefined;
    let furthest = 0;
    let fastestM = 0;
    for (let s = 300; s < 900; s++) {
      // Off by up to 300 m between the fifth and the tenth minute.
      const aside = s < 600 ? 300 * Math.sin((Math.PI * (s - 300)) / 300) : 0;
      if (s % 15 === 0) vehicles.report([report('T1_20', s, startMs + s * 1000, [0, aside])]);
      const now = vehicles.at(startMs + s * 1000);
      if (now.count === 0) {
        before = undefined;
        continue;
      }
      const here = [now.eastM[0] as number, now.northM[0] as number] as const;
      if (before) fastestM = Math.max(fastestM, Math.hypot(here[0] - before[0], here[1] - before[1]));
      furthest = Math.max(furthest, now.run[0] === -1 ? 1 : 0);
      before = here;
    }
    expect(furthest).toBe(1);
    expect(fastestM).toBeLessThan(25);
  });

  it('stand where they are in a city without a timetable', () => {
    const vehicles = reportedVehicles(null, OPTIONS);
    vehicles.report([row({ at: lonLat(9.19, 45.46), atMs: MIDNIGHT })]);
    const now = vehicles.at(MIDNIGHT);
    const [east, north] = lonLatToPlane(lonLat(9.19, 45.46));
    expect([now.count, now.eastM[0], now.northM[0]]).toEqual([1, east, north]);
  });
});
