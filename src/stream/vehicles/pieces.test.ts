// SPDX-License-Identifier: EUPL-1.2
/** Ten thousand vehicles keep the page waiting for a piece of them at most, and none is lost on the way. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { plane, planeToLonLat } from '../../city/frames';
import type { VehicleRow } from '../../city/live';
import { romeInstant } from '../../city/rome-time';
import * as positions from '../../city/run-position';
import { RUNS_A_PIECE, runningRuns } from '../../city/running-runs';
import type { Schedule } from '../../city/schedule';
import { crowdedLine } from './fixtures/crowded-line';
import type { MovingVehicles } from './moving';
import { ROWS_A_PIECE, reportedVehicles } from './reported';
import { indexTrips, runOfTrip, TRIPS_A_PIECE } from './run-of-trip';
import { scheduledVehicles, VEHICLES_A_PIECE } from './scheduled';

vi.mock('../../city/run-position', async (original) => {
  const real = await original<typeof positions>();
  return { ...real, runPosition: vi.fn(real.runPosition) };
});
const placed = vi.mocked(positions.runPosition);

const RUNS = 25_000;
/** Trams 10,001 … 20,001 are under way, those of the first and the last second included. */
const WHEN = { atMs: null, weekday: 3, secondOfDay: 20_001 } as const;
const UNDER_WAY = 10_001;
let schedule: Schedule;
beforeAll(() => {
  schedule = crowdedLine(RUNS);
});

/** How many vehicles were placed in each piece of some work. */
function placedByPiece(work: Generator<void, void>): number[] {
  const pieces: number[] = [];
  for (let done: boolean | undefined = false; !done; ) {
    placed.mockClear();
    done = work.next().done;
    pieces.push(placed.mock.calls.length);
  }
  return pieces;
}
const places = ({ count, id, eastM, alongM }: MovingVehicles) =>
  Array.from({ length: count }, (_, i) => `${id[i]} ${eastM[i]} ${alongM[i]}`);

describe('vehicles by the timetable, made ready in pieces', () => {
  it('are placed a thousand at a time at most, after their runs were looked at', () => {
    const pieces = placedByPiece(scheduledVehicles(schedule).prepare(WHEN));
    expect(Math.max(...pieces)).toBe(VEHICLES_A_PIECE);
    expect(pieces.reduce((sum, n) => sum + n)).toBe(UNDER_WAY);
    // The ends of all runs come first: so many pieces of which none places any.
    expect(pieces.findIndex((n) => n > 0)).toBeGreaterThan(RUNS / RUNS_A_PIECE);
  });

  it('are then the same as if they had been asked for at once, also a little later', () => {
    const prepared = scheduledVehicles(schedule);
    for (const _ of prepared.prepare(WHEN));
    for (const laterS of [0, 0.2, 3]) {
      const when = { ...WHEN, secondOfDay: WHEN.secondOfDay + laterS };
      expect(places(prepared.at(when))).toEqual(places(scheduledVehicles(schedule).at(when)));
    }
    expect(prepared.at(WHEN).count).toBe(UNDER_WAY);
  });

  it('are right where another moment is asked for in between', () => {
    const interrupted = scheduledVehicles(schedule);
    const noon = { ...WHEN, secondOfDay: 12_000 };
    const atNoon = places(scheduledVehicles(schedule).at(noon));
    for (const _ of interrupted.prepare(WHEN)) expect(places(interrupted.at(noon))).toEqual(atNoon);
    expect(places(interrupted.at(WHEN))).toEqual(places(scheduledVehicles(schedule).at(WHEN)));
  });

  it('leave out runs of several lists', () => {
    const vehicles = scheduledVehicles(schedule);
    vehicles.without(new Set([10_001, 10_002]), [20_001]);
    expect(vehicles.at(WHEN).count).toBe(UNDER_WAY - 3);
    vehicles.without([]);
    expect(vehicles.at(WHEN).count).toBe(UNDER_WAY);
  });
});

describe('runs under way', () => {
  it('are looked at ten thousand at a time', () => {
    const runs = runningRuns(schedule);
    let pieces = 1;
    for (const _ of runs.prepare(WHEN)) pieces++;
    // The ends of 25,000 runs, then the 20,002 that departed, of each of two days a piece more.
    expect(pieces).toBeGreaterThanOrEqual(Math.ceil(RUNS / RUNS_A_PIECE) + Math.ceil(20_002 / RUNS_A_PIECE));
    expect(runs.at(WHEN).count).toBe(UNDER_WAY);
  });
});

describe('names of trips', () => {
  it('are looked through ten thousand at a time, and what is left at once when one is asked for', () => {
    const own = crowdedLine(RUNS);
    const work = indexTrips(own);
    expect(work.next().done).toBe(false);
    expect(runOfTrip(own, 't24999', null)).toBe(24_999);
    let pieces = 1;
    for (const _ of indexTrips(crowdedLine(RUNS))) pieces++;
    expect(pieces).toBe(Math.ceil(RUNS / TRIPS_A_PIECE));
  });
});

describe('reports taken in in pieces', () => {
  const MIDNIGHT = romeInstant(2026, 11, 25, 0);
  const atMs = MIDNIGHT + 20_001_000;
  /** A tram on each run under way that is a kilometre further than the timetable says, at an instant. */
  const rows = (count: number, laterS = 0): VehicleRow[] =>
    Array.from({ length: count }, (_, i) => {
      const run = 10_001 + i;
      return {
        id: `vehicle/${run}`,
        atMs: atMs + laterS * 1000,
        at: planeToLonLat(plane(515_000 + Math.min(10_000, 20_001 + laterS - run), 5_034_000)),
        trip: `t${run}`,
        startS: null,
        route: null,
        line: null,
        mode: null,
        bearingDeg: null,
        speedMS: null,
        occupancyShare: null,
      };
    });

  it('are of five hundred rows at most, and end as a report at once does', () => {
    const inPieces = reportedVehicles(schedule, { timeToLiveS: 90 });
    let before = 0;
    let most = 0;
    for (const _ of inPieces.reportInPieces(rows(5000))) {
      const now = inPieces.at(atMs).count;
      most = Math.max(most, now - before);
      before = now;
    }
    expect(most).toBe(ROWS_A_PIECE);
    const atOnce = reportedVehicles(schedule, { timeToLiveS: 90 });
    atOnce.report(rows(5000));
    expect(inPieces.at(atMs).count).toBe(5000);
    expect(places(inPieces.at(atMs))).toEqual(places(atOnce.at(atMs)));
    expect([...inPieces.runs()]).toEqual([...atOnce.runs()]);
  });

  it('of few are taken in at once', () => {
    const vehicles = reportedVehicles(crowdedLine(RUNS / 5), { timeToLiveS: 90 });
    const few = rows(ROWS_A_PIECE).map((row) => ({ ...row, trip: null }));
    expect(vehicles.reportInPieces(few).next().done).toBe(true);
    expect(vehicles.at(atMs).count).toBe(ROWS_A_PIECE);
  });

  it('keep who is not reached yet, and who is gone until all the others are', () => {
    const vehicles = reportedVehicles(schedule, { timeToLiveS: 90 });
    vehicles.report(rows(3000));
    const gone = rows(3000, 10).slice(1000);
    const counts: number[] = [];
    for (const _ of vehicles.reportInPieces(gone)) counts.push(vehicles.at(atMs + 10_000).count);
    expect(counts.every((count) => count === 3000)).toBe(true);
    expect(vehicles.at(atMs + 10_000).count).toBe(2000);
    expect(vehicles.runs().size).toBe(2000);
  });

  it('end where the next is reported, or all is forgotten', () => {
    const vehicles = reportedVehicles(schedule, { timeToLiveS: 90 });
    const old = vehicles.reportInPieces(rows(3000));
    for (let i = 0; i < 12; i++) old.next();
    vehicles.report(rows(10));
    for (const _ of old);
    expect(vehicles.at(atMs).count).toBe(10);
    const forgotten = vehicles.reportInPieces(rows(3000));
    for (let i = 0; i < 12; i++) forgotten.next();
    vehicles.forget();
    for (const _ of forgotten);
    expect(vehicles.at(atMs).count).toBe(0);
  });
});
