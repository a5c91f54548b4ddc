// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { romeInstant } from '../../city/rome-time';
import type { Schedule } from '../../city/schedule';
import { callTimes, DAY_LINES, gtfsDay } from '../feeds/fixtures/gtfs-day';
import { parseGtfsStatic } from '../feeds/gtfs-static';
import { followDay, typicalMoments } from './fixtures/follow-day';
import { scheduledVehicles } from './scheduled';

let schedule: Schedule;
beforeAll(() => {
  schedule = parseGtfsStatic(gtfsDay());
});
const live = (y: number, m: number, d: number, second: number) => {
  const atMs = romeInstant(y, m, d, second);
  return { atMs, weekday: 1 as const, secondOfDay: 0 };
};
const ids = (when: Parameters<ReturnType<typeof scheduledVehicles>['at']>[0]) => {
  const now = scheduledVehicles(schedule).at(when);
  return now.id.slice(0, now.count).sort();
};
/** Trips under way by the generator's own times. */
function expected(service: string, second: number): string[] {
  const found: string[] = [];
  for (const line of DAY_LINES) {
    if (line.service !== service) continue;
    for (
      let s = line.fromS, run = 0;
      line.frequency ? s < line.toS : s <= line.toS;
      s += line.headwayS, run++
    ) {
      const end = callTimes(line, s).at(-1)?.[1] ?? 0;
      // Whole minutes: the run itself begins with its minute.
      const from = callTimes(line, s)[0]?.[0] ?? 0;
      if (from <= second && second <= end)
        found.push(line.frequency ? `${line.route}_0@${s}` : `${line.route}_${run}`);
    }
  }
  return found.sort();
}

describe('vehicles by the timetable', () => {
  it('are those under way, on a weekday and on a Sunday', () => {
    const wednesday = { atMs: null, weekday: 3 as const, secondOfDay: 30_600 };
    expect(ids(wednesday)).toEqual(expected('week', 30_600));
    expect(ids(wednesday)).toHaveLength(19);
    expect(ids({ ...wednesday, weekday: 7 })).toEqual(expected('sunday', 30_600));
    expect(ids(live(2026, 11, 25, 30_600))).toEqual(expected('week', 30_600));
    expect(ids(live(2026, 11, 29, 30_600))).toEqual(expected('sunday', 30_600));
    // 8 December is a Tuesday with Sunday's timetable.
    expect(ids(live(2026, 12, 8, 30_600))).toEqual(expected('sunday', 30_600));
  });

  it('go on after midnight by the day before', () => {
    const late = expected('week', 86_400 + 1800);
    expect(late.length).toBeGreaterThan(5);
    expect(ids({ atMs: null, weekday: 4, secondOfDay: 1800 })).toEqual(late);
    // On Monday those are Sunday's, and no run of the small hours is of Monday itself.
    expect(ids({ atMs: null, weekday: 1, secondOfDay: 1800 })).toEqual(expected('sunday', 88_200));
    expect(ids(live(2026, 11, 26, 1800))).toEqual(late);
    // Sunday 0:30: Saturday's late ones and Sunday's first.
    expect(ids(live(2026, 11, 29, 1800))).toEqual([...late, ...expected('sunday', 1800)].sort());
  });

  it('keep the timetable’s hours, counted from noon, through both changes of the hour', () => {
    // Sunday 29 March 2026: at 1:30 winter time the day is 2.5 h old; at 3:30 summer time 3.5 h.
    expect(ids(live(2026, 3, 29, 5400)).filter((id) => id.startsWith('B3'))).toEqual(
      expected('sunday', 9000),
    );
    expect(ids(live(2026, 3, 29, 12_600))).toEqual(expected('sunday', 12_600));
    // On the evening before, at 23:30, it has begun.
    expect(ids(live(2026, 3, 28, 84_600)).filter((id) => id.startsWith('B3'))).toEqual(
      expected('sunday', 1800),
    );
    // Sunday 25 October 2026: it begins at 1:00 by the clocks; 2:30 for the second time is 2.5 h after midnight.
    expect(ids(live(2026, 10, 25, 1800)).filter((id) => id.startsWith('B3'))).toEqual([]);
    const second = romeInstant(2026, 10, 25, 9000) + 3_600_000;
    expect(ids({ atMs: second, weekday: 7, secondOfDay: 9000 })).toEqual(expected('sunday', 9000));
    expect(ids(live(2026, 10, 25, 9000))).toEqual(expected('sunday', 5400));
  });

  it('are the same whether they are followed or looked up', () => {
    const followed = scheduledVehicles(schedule);
    for (const secondOfDay of [100, 101.5, 30_600, 30_601, 31_000, 50_000, 86_399.9, 20]) {
      const now = followed.at({ atMs: null, weekday: 3, secondOfDay });
      expect(now.id.slice(0, now.count).sort()).toEqual(ids({ atMs: null, weekday: 3, secondOfDay }));
    }
  });

  it('leave out the runs they are told to', () => {
    const vehicles = scheduledVehicles(schedule);
    const when = { atMs: null, weekday: 3 as const, secondOfDay: 30_600 };
    const all = vehicles.at(when).count;
    vehicles.without(new Set([vehicles.at(when).run[0] as number]));
    expect(vehicles.at(when).count).toBe(all - 1);
  });

  it('stay on their path, in order, and stand at stops while the timetable says so, all day', () => {
    for (const weekday of [3, 7] as const) {
      const day = followDay(schedule, typicalMoments(weekday, 0, 86_400, 17), 17);
      expect(day.faults.slice(0, 5)).toEqual([]);
      expect(day.seen).toBeGreaterThan(weekday === 3 ? 70_000 : 7000);
      expect(day.standing).toBeGreaterThan(500);
      expect(day.offPathM).toBeLessThan(0.02);
      expect(day.offStopM).toBeLessThan(0.02);
    }
  });

  it('move by no more than their speed from second to second', () => {
    const vehicles = scheduledVehicles(schedule);
    const before = new Map<string, number>();
    let fastest = 0;
    for (let secondOfDay = 30_000; secondOfDay < 31_800; secondOfDay++) {
      const now = vehicles.at({ atMs: null, weekday: 3, secondOfDay });
      for (let i = 0; i < now.count; i++) {
        const id = now.id[i] as string;
        const was = before.get(id);
        if (was !== undefined) fastest = Math.max(fastest, (now.alongM[i] as number) - was);
        before.set(id, now.alongM[i] as number);
      }
    }
    // The metro's mean is 11 m/s; with speeding up and braking its top speed is below 13.
    expect(fastest).toBeGreaterThan(10);
    expect(fastest).toBeLessThan(14);
  });
});
