// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../city/clock';
import { plane, planeToLonLat } from '../../city/frames';
import type { TripUpdateRow, VehicleRow } from '../../city/live';
import { romeInstant, romeTime } from '../../city/rome-time';
import { newRunPosition, runPosition } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import type { VehicleFleet } from '../../layers/live/vehicle-fleet';
import { gtfsDay } from '../../stream/feeds/fixtures/gtfs-day';
import { parseGtfsStatic } from '../../stream/feeds/gtfs-static';
import type { LivingCity } from '../../stream/live/living-city';
import { LIVE, type MovingVehicles, SCHEDULED } from '../../stream/vehicles/moving';
import { useStore } from '../state/store';
import type { LiveSession } from './live-drawing';
import { VehiclesPart } from './live-vehicles';

const MIDNIGHT = romeInstant(2026, 11, 25, 0);
const schedule = parseGtfsStatic(gtfsDay());
const CLOCK: Clock = { kind: 'moment', atMs: MIDNIGHT, sinceMs: 0, speed: 60 };

interface Said {
  vehicles?: readonly VehicleRow[];
  updates?: readonly TripUpdateRow[];
}

/** The part with what the relay kept; `at` is what it draws at an instant. */
function part(of: Schedule | null, timesToLiveS: readonly number[], said: (atMs: number) => Said) {
  let placed: readonly MovingVehicles[] = [];
  const fleet = {
    setLook: () => {},
    choose: () => {},
    place: (sets: readonly MovingVehicles[]) => {
      placed = sets;
    },
  };
  const living = {
    topics: () => timesToLiveS.map((timeToLiveS) => ({ kinds: ['vehicle'], timeToLiveS, simulated: false })),
    known: (kind: string, { atMs }: { atMs: number }) => ({
      fresh: (kind === 'vehicle' ? said(atMs).vehicles : said(atMs).updates) ?? [],
      stale: [],
    }),
  };
  const vehicles = new VehiclesPart(
    { state: useStore, isFirst: true } as unknown as LiveSession,
    living as unknown as LivingCity,
    of,
    fleet as unknown as VehicleFleet,
  );
  return (atMs: number, clock = CLOCK) => {
    const moment = { kind: 'moment', atMs, sunMs: atMs, date: null, ...romeTime(atMs) } as const;
    vehicles.frame({ clock, moment, nowMs: atMs, passedS: 0, pxPerM: 1, look: 'light' });
    return placed.flatMap((set) =>
      Array.from({ length: set.count }, (_, i) => ({
        id: set.id[i],
        run: set.run[i],
        state: set.state[i],
        eastM: Math.round(set.eastM[i] as number) - 515_000,
      })),
    );
  };
}
const row = (eastM: number, atMs: number, more: Partial<VehicleRow> = {}): VehicleRow => ({
  id: 'vehicle/1',
  atMs,
  at: planeToLonLat(plane(515_000 + eastM, 5_034_500)),
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

describe('vehicles of the clock’s moment', () => {
  it('are where they were when the clock goes back, also within the time to live', () => {
    // A report each 30 s, 100 m further.
    const at = part(null, [90], (atMs) => {
      const n = Math.floor((atMs - MIDNIGHT) / 30_000);
      return { vehicles: [row(100 * n, MIDNIGHT + 30_000 * n)] };
    });
    expect(at(MIDNIGHT + 600_000)).toMatchObject([{ eastM: 2000 }]);
    expect(at(MIDNIGHT + 300_000)).toMatchObject([{ eastM: 1000, state: LIVE }]);
    expect(at(MIDNIGHT + 270_000, { ...CLOCK })).toMatchObject([{ eastM: 900 }]);
    // On by more than a report holds: nothing of before is caught up from.
    expect(at(MIDNIGHT + 400_000)).toMatchObject([{ eastM: 1300 }]);
  });

  it('are drawn no longer than the shortest time to live of all feeds', () => {
    const at = part(null, [300, 60], () => ({ vehicles: [row(0, MIDNIGHT)] }));
    expect(at(MIDNIGHT + 60_000)).toHaveLength(1);
    expect(at(MIDNIGHT + 61_000)).toHaveLength(0);
  });

  it('are there once where a repeated trip reports, and by the timetable when its report is too old', () => {
    const run = schedule.runTrip.indexOf('M1_0@21180');
    const here = newRunPosition();
    runPosition(schedule, run, 300, here);
    const startMs = MIDNIGHT + 21_180_000;
    const reported = row(0, startMs + 300_000, {
      at: planeToLonLat(plane(here.eastM, here.northM)),
      trip: 'M1_0',
      startS: 21_180,
    });
    const at = part(schedule, [90], () => ({ vehicles: [reported] }));
    const ofRun = (atMs: number) => at(atMs).filter((vehicle) => vehicle.run === run);
    expect(ofRun(startMs + 310_000)).toMatchObject([{ id: 'vehicle/1', state: LIVE }]);
    expect(ofRun(startMs + 391_000)).toMatchObject([{ id: 'M1_0@21180', state: SCHEDULED }]);
  });

  it('are without the cancelled run of a repeated trip, and with its others', () => {
    const atMs = MIDNIGHT + 21_480_000;
    const cancelled: TripUpdateRow = {
      id: 'M1_0@21180',
      atMs,
      trip: 'M1_0',
      startS: 21_180,
      route: null,
      cancelled: true,
      delayS: null,
      calls: [],
    };
    const ids = part(schedule, [90], () => ({ updates: [cancelled] }))(atMs).map(({ id }) => id);
    expect(ids).not.toContain('M1_0@21180');
    expect(ids).toContain('M1_0@21000');
  });
});
