// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { AlertRow } from '../../../city/live';
import { romeTime } from '../../../city/rome-time';
import { gtfsDay } from '../../../stream/feeds/fixtures/gtfs-day';
import { parseGtfsStatic } from '../../../stream/feeds/gtfs-static';
import type { Departure } from '../../../stream/vehicles/departures';
import { alertsAt, leavesAtS, routesAt } from './stop-board';

const departure = (more: Partial<Departure>) =>
  ({ scheduledInS: 600, expectedInS: null, scheduledMs: null, expectedMs: null, ...more }) as Departure;

describe('the hour at which a run leaves', () => {
  it('is after midnight of a typical day', () => {
    expect(leavesAtS(departure({}), 86_100)).toBe(300);
    expect(leavesAtS(departure({ expectedInS: 660 }), 86_100)).toBe(360);
  });

  it('is by the clock on the wall where that is set back meanwhile', () => {
    // 2:55 in summer; ten minutes on it is 2:05 in winter.
    const now = Date.parse('2026-10-25T00:55:00Z');
    const { secondOfDay } = romeTime(now);
    expect(secondOfDay).toBe(10_500);
    expect(leavesAtS(departure({ scheduledMs: now + 600_000 }), secondOfDay)).toBe(7500);
    expect(leavesAtS(departure({ scheduledMs: now, expectedMs: now + 60_000 }), secondOfDay)).toBe(10_560);
  });
});

describe('alerts of a stop', () => {
  const alert = (id: string, more: Partial<AlertRow>) =>
    ({ id, fromMs: null, toMs: null, routes: [], stops: [], ...more }) as unknown as AlertRow;
  const ids = (alerts: readonly AlertRow[], atMs: number | null) =>
    alertsAt(alerts, 'S1', new Set(['T1']), atMs).map(({ id }) => id);

  it('name it, or one of its routes and no stop', () => {
    const alerts = [
      alert('stop', { stops: ['S1'] }),
      alert('route', { routes: ['T1'] }),
      alert('other stop of the route', { routes: ['T1'], stops: ['S2'] }),
      alert('other route', { routes: ['T2'] }),
    ];
    expect(ids(alerts, 0)).toEqual(['stop', 'route']);
  });

  it('are in force', () => {
    const alerts = [
      alert('later', { stops: ['S1'], fromMs: 10 }),
      alert('over', { stops: ['S1'], toMs: 4 }),
      alert('now', { stops: ['S1'], fromMs: 4, toMs: 10 }),
    ];
    expect(ids(alerts, 5)).toEqual(['now']);
  });

  it('are of the routes that call there', () => {
    const schedule = parseGtfsStatic(gtfsDay());
    const row = schedule.runTrip.indexOf('T1_20');
    const pattern = schedule.profilePattern[schedule.runProfile[row] as number] as number;
    const stop =
      schedule.stops.id[schedule.callStop[schedule.patterns.firstCall[pattern] as number] as number];
    expect([...routesAt(schedule, stop as string)]).toContain(schedule.patterns.route[pattern]);
    expect([...routesAt(schedule, 'nowhere')]).toEqual([]);
  });
});
