// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_SPEEDS, type Clock, isRunning, momentOf, type Weekday, weekdayOf } from './clock';

/** Thursday 26 November 2026, 12:00 in Rome. */
const NOON = Date.UTC(2026, 10, 26, 11);
const typical = (weekday: Weekday, secondOfDay: number, speed: 0 | 1 | 60 | 1800): Clock => ({
  kind: 'typical',
  weekday,
  secondOfDay,
  sinceMs: NOON,
  speed,
});

describe('the clock', () => {
  it('live is now, as Rome’s clocks show it', () =>
    expect(momentOf({ kind: 'live' }, NOON)).toEqual({
      kind: 'live',
      atMs: NOON,
      sunMs: NOON,
      date: null,
      weekday: 4,
      secondOfDay: 43_200,
    }));

  it('a moment stands still, or runs as fast as it is told', () => {
    const at = NOON - 7_200_000;
    const clock = { kind: 'moment', atMs: at, sinceMs: NOON, speed: 0 } as const;
    expect(momentOf(clock, NOON + 99_000)).toMatchObject({ kind: 'moment', atMs: at, secondOfDay: 36_000 });
    expect(momentOf({ ...clock, speed: 60 }, NOON + 10_000)).toMatchObject({
      atMs: at + 600_000,
      secondOfDay: 36_600,
    });
  });

  it('a moment that reaches the present stays in it', () =>
    expect(
      momentOf({ kind: 'moment', atMs: NOON - 60_000, sinceMs: NOON, speed: 1800 }, NOON + 5000).atMs,
    ).toBe(NOON + 5000));

  it('a moment runs through the missing hour of March and the double one of October', () => {
    // 28 March 2026 23:00 UTC is 00:00 on the 29th; three hours later it is 04:00.
    const march = Date.UTC(2026, 2, 28, 23);
    const run = (atMs: number, hours: number) =>
      momentOf({ kind: 'moment', atMs, sinceMs: NOON, speed: 1800 }, NOON + hours * 2000);
    expect(run(march, 3)).toMatchObject({ weekday: 7, secondOfDay: 4 * 3600 });
    // 24 October 2026 22:00 UTC is 00:00 on the 25th; three hours later it is 02:00 for the second time.
    expect(run(Date.UTC(2026, 9, 24, 22), 3)).toMatchObject({ weekday: 7, secondOfDay: 2 * 3600 });
  });

  it('a typical day has no date and turns into the next at midnight, Sunday into Monday', () => {
    expect(momentOf(typical(3, 30_600, 0), NOON + 1e7)).toEqual({
      kind: 'typical',
      atMs: null,
      // 1e7 ms after noon it is still the 26th: 8:30 in winter is 7:30 UTC.
      sunMs: Date.UTC(2026, 10, 26, 7, 30),
      date: null,
      weekday: 3,
      secondOfDay: 30_600,
    });
    expect(momentOf(typical(7, 86_399, 1), NOON + 999)).toMatchObject({
      weekday: 7,
      secondOfDay: 86_399.999,
    });
    expect(momentOf(typical(7, 86_399, 1), NOON + 1000)).toMatchObject({ weekday: 1, secondOfDay: 0 });
    // Nine days at 1,800 times: 432 s.
    expect(momentOf(typical(2, 100, 1800), NOON + 432_000)).toMatchObject({ weekday: 4, secondOfDay: 100 });
  });

  it('a date is of its weekday, and its sun of its own instant, in summer and winter time', () => {
    const on = (year: number, month: number, day: number, secondOfDay: number, passedMs = 0, speed = 0) =>
      momentOf(
        {
          kind: 'typical',
          weekday: 1,
          date: { year, month, day },
          secondOfDay,
          sinceMs: NOON,
          speed: speed as 0,
        },
        NOON + passedMs,
      );
    expect(on(2026, 6, 21, 30_600)).toEqual({
      kind: 'typical',
      atMs: null,
      sunMs: Date.UTC(2026, 5, 21, 6, 30),
      date: { year: 2026, month: 6, day: 21 },
      weekday: 7,
      secondOfDay: 30_600,
    });
    expect(on(1999, 12, 31, 30_600).sunMs).toBe(Date.UTC(1999, 11, 31, 7, 30));
    // Two seconds at 1,800 times are an hour. In March 1:30 is followed by 3:30 …
    expect(on(2026, 3, 29, 5400, 2000, 1800)).toMatchObject({
      sunMs: Date.UTC(2026, 2, 29, 1, 30),
      secondOfDay: 12_600,
    });
    // … a 2:30 that does not exist is 3:30 …
    expect(on(2026, 3, 29, 9000)).toMatchObject({
      sunMs: Date.UTC(2026, 2, 29, 1, 30),
      secondOfDay: 12_600,
    });
    // … and in October 2:30 by 2:30, of which the first is meant.
    expect(on(2026, 10, 25, 9000).sunMs).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(on(2026, 10, 25, 9000, 2000, 1800)).toMatchObject({
      sunMs: Date.UTC(2026, 9, 25, 1, 30),
      secondOfDay: 9000,
    });
    // At midnight the next day begins; after the last there is none.
    expect(on(2026, 12, 31, 86_000, 2000, 1800)).toMatchObject({
      date: { year: 2027, month: 1, day: 1 },
      weekday: 5,
      secondOfDay: 3200,
    });
    expect(on(2050, 12, 31, 86_000, 2000, 1800).date).toEqual({ year: 2050, month: 12, day: 31 });
  });

  it('knows which days there are', () => {
    expect(weekdayOf({ year: 2028, month: 2, day: 29 })).toBe(2);
    expect(weekdayOf({ year: 2026, month: 2, day: 29 })).toBeNull();
    expect(weekdayOf({ year: 1996, month: 2, day: 28 })).toBeNull();
    expect(weekdayOf({ year: 2026, month: 13, day: 1 })).toBeNull();
  });

  it('goes back over midnight where the real time was set back', () => {
    expect(momentOf(typical(1, 0, 1), NOON - 1000)).toMatchObject({ weekday: 7, secondOfDay: 86_399 });
    const hair = momentOf({ ...typical(1, 0, 1), sinceMs: 1e-12 } as Clock, 0);
    expect(hair.secondOfDay).toBeLessThan(86_400);
  });

  it('always says a weekday and a second of it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.double({ min: 0, max: 86_399.999, noNaN: true }),
        fc.constantFrom(0 as const, ...CLOCK_SPEEDS),
        fc.integer({ min: -1e10, max: 1e10 }),
        (weekday, secondOfDay, speed, passed) => {
          const m = momentOf(
            { kind: 'typical', weekday: weekday as Weekday, secondOfDay, sinceMs: NOON, speed },
            NOON + passed,
          );
          expect([1, 2, 3, 4, 5, 6, 7]).toContain(m.weekday);
          expect(m.secondOfDay >= 0 && m.secondOfDay < 86_400).toBe(true);
        },
      ),
    ));

  it('runs where it is live or has a speed', () => {
    expect(isRunning({ kind: 'live' })).toBe(true);
    expect(isRunning(typical(1, 0, 0))).toBe(false);
    expect(isRunning(typical(1, 0, 60))).toBe(true);
  });
});
