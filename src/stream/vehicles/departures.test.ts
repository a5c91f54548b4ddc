// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import type { TripUpdateRow } from '../../city/live';
import { romeInstant } from '../../city/rome-time';
import type { Schedule } from '../../city/schedule';
import { gtfsDay } from '../feeds/fixtures/gtfs-day';
import { parseGtfsStatic } from '../feeds/gtfs-static';
import { nextDepartures } from './departures';

let schedule: Schedule;
beforeAll(() => {
  schedule = parseGtfsStatic(gtfsDay());
});
const HALF_PAST_8 = 30_600;
const typical = { atMs: null, weekday: 3 as const, secondOfDay: HALF_PAST_8 };
const atMs = romeInstant(2026, 11, 25, HALF_PAST_8);
const live = { atMs, weekday: 3 as const, secondOfDay: HALF_PAST_8 };
const update = (trip: string, more: Partial<TripUpdateRow>): TripUpdateRow => ({
  id: trip,
  trip,
  startS: null,
  atMs,
  route: null,
  cancelled: false,
  delayS: null,
  calls: [],
  ...more,
});

describe('next departures', () => {
  it('are those by the timetable, the soonest first, of all stops asked for', () => {
    // The tram leaves its first stop every 360 s from 5:00: 30,600 = 18,000 + 35 · 360.
    const next = nextDepartures(schedule, ['T1-0'], typical, 3);
    expect(next.map(({ trip, scheduledInS }) => [trip, scheduledInS])).toEqual([
      ['T1_35', 0],
      ['T1_36', 360],
      ['T1_37', 720],
    ]);
    expect(next[0]).toEqual({
      stop: 'T1-0',
      trip: 'T1_35',
      line: '1',
      mode: 'tram',
      headsign: 'verso 1',
      scheduledInS: 0,
      expectedInS: null,
      scheduledMs: null,
      expectedMs: null,
      cancelled: false,
    });
    // The metro every 180 s from 5:50: 30,600 − 21,000 = 53 · 180 + 60.
    const both = nextDepartures(schedule, ['T1-0', 'M1-0'], typical, 4);
    expect(both.map(({ line, scheduledInS }) => [line, scheduledInS])).toEqual([
      ['1', 0],
      ['M1', 120],
      ['M1', 300],
      ['1', 360],
    ]);
  });

  it('are as late as the update of their run of a repeated trip says, and no other is', () => {
    // The metro leaves at 21,000 + 54 · 180 = 30,720 and 180 s after that.
    const late = update('M1_0', { startS: 30_720, delayS: 60 });
    const next = nextDepartures(schedule, ['M1-0'], live, 2, [late]);
    expect(next.map(({ trip, expectedInS }) => [trip, expectedInS])).toEqual([
      ['M1_0@30720', 180],
      ['M1_0@30900', null],
    ]);
  });

  it('are none at a last stop, nor at one that is not there', () => {
    expect(nextDepartures(schedule, ['T1-19', 'nowhere'], typical, 3)).toEqual([]);
  });

  it('go over midnight, on from late runs and to the first of the morning', () => {
    const next = nextDepartures(schedule, ['T1-0'], { ...typical, secondOfDay: 86_000 }, 20);
    // The last tram leaves at 92,000 − 200, then Thursday's first at 18,000.
    const inS = next.map(({ scheduledInS }) => scheduledInS);
    expect(inS[0]).toBe(86_040 - 86_000);
    expect(inS[16]).toBe(91_800 - 86_000);
    expect(inS[17]).toBe(86_400 + 18_000 - 86_000);
    // After midnight yesterday's timetable still runs.
    expect(
      nextDepartures(schedule, ['T1-0'], { atMs: null, weekday: 4, secondOfDay: 0 }, 1)[0]?.scheduledInS,
    ).toBe(0);
    // On Sunday evening there is no tram before Monday's.
    const sunday = nextDepartures(schedule, ['T1-0'], { ...typical, weekday: 7, secondOfDay: 80_000 }, 1);
    expect(sunday[0]?.scheduledInS).toBe(86_400 + 18_000 - 80_000);
  });

  it('have instants where the moment has one, also on the day on which the hour changes', () => {
    expect(nextDepartures(schedule, ['T1-0'], live, 2)[1]).toMatchObject({ scheduledMs: atMs + 360_000 });
    // 29 March 2026 is a Sunday: the bus of 3:20 (its day counts from noon) leaves at 3:20 by the clocks.
    const night = romeInstant(2026, 3, 29, 1800);
    const [bus] = nextDepartures(schedule, ['B3-0'], { atMs: night, weekday: 7, secondOfDay: 1800 }, 1);
    expect(bus?.scheduledMs).toBe(romeInstant(2026, 3, 28, 82_800) + 6000 * 1000);
  });

  it('are expected when updates say so: their own call, else on from the last one named', () => {
    const rows = [
      update('T1_35', { delayS: 40 }),
      update('T1_34', {
        calls: [
          {
            stop: 'T1-0',
            arrivalMs: null,
            departureMs: atMs - 360_000 + 500_000,
            delayS: null,
            skipped: false,
          },
        ],
      }),
      update('T1_36', { cancelled: true }),
    ];
    const next = nextDepartures(schedule, ['T1-0'], live, 4, rows);
    expect(
      next.map(({ trip, scheduledInS, expectedInS, cancelled }) => [
        trip,
        scheduledInS,
        expectedInS,
        cancelled,
      ]),
    ).toEqual([
      ['T1_35', 0, 40, false],
      ['T1_34', -360, 140, false],
      ['T1_36', 360, null, true],
      ['T1_37', 720, null, false],
    ]);
    // At the stop after, T1_34 is 500 s late too.
    const [after] = nextDepartures(schedule, ['T1-1'], live, 1, [rows[1] as TripUpdateRow]);
    const legS = schedule.timeDepartureS[
      (schedule.profileFirstTime[
        schedule.runProfile[schedule.runTrip.indexOf('T1_34')] as number
      ] as number) + 1
    ] as number;
    const late = nextDepartures(schedule, ['T1-1'], live, 9, [rows[1] as TripUpdateRow]).find(
      ({ trip }) => trip === 'T1_34',
    );
    expect(late?.expectedInS).toBe(legS - 360 + 500);
    expect(after?.scheduledInS).toBeGreaterThanOrEqual(0);
  });

  it('do not call where a stop is skipped, and take nothing from another day’s run', () => {
    const skipped = { stop: 'T1-0', arrivalMs: null, departureMs: null, delayS: null, skipped: true };
    expect(
      nextDepartures(schedule, ['T1-0'], live, 1, [update('T1_35', { calls: [skipped] })])[0],
    ).toMatchObject({
      trip: 'T1_35',
      cancelled: true,
    });
    const yesterday = update('T1_35', { atMs: atMs - 86_400_000, cancelled: true, delayS: 90 });
    expect(nextDepartures(schedule, ['T1-0'], live, 1, [yesterday])[0]).toMatchObject({
      cancelled: false,
      expectedInS: null,
    });
  });

  it('are of another weekday’s timetable where that is what is played', () => {
    const sunday = romeInstant(2026, 11, 29, HALF_PAST_8);
    const when = { atMs: sunday, weekday: 7 as const, secondOfDay: HALF_PAST_8 };
    expect(nextDepartures(schedule, ['T1-0'], when, 1)[0]?.scheduledInS).toBeGreaterThan(50_000);
    expect(nextDepartures(schedule, ['T1-0'], { ...when, timetableOf: 3 }, 1)[0]).toMatchObject({
      trip: 'T1_35',
      scheduledMs: sunday,
    });
  });
});
