// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { romeInstant, romeSameDay, romeTime, serviceDayStart } from './rome-time';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'shortOffset',
});

/** yyyy-mm-dd second weekday summer, by the time zone data of the machine and by ours. */
function byIntl(atMs: number): string {
  const at = Object.fromEntries(wall.formatToParts(atMs).map((part) => [part.type, part.value]));
  const second = Number(at.hour) * 3600 + Number(at.minute) * 60 + Number(at.second);
  const weekday = WEEKDAYS.indexOf(at.weekday ?? '') + 1;
  return `${at.year}-${at.month}-${at.day} ${second} ${weekday} ${at.timeZoneName === 'GMT+2'}`;
}
function byUs(atMs: number): string {
  const t = romeTime(atMs);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${t.year}-${two(t.month)}-${two(t.day)} ${t.secondOfDay} ${t.weekday} ${t.summer}`;
}

/** 01:00 UTC of the last Sundays of March and October, found day by day. */
function changesOf(year: number): number[] {
  return [2, 9].map((month) => {
    for (let day = 31; ; day--) {
      const at = new Date(Date.UTC(year, month, day, 1));
      if (at.getUTCDay() === 0) return at.getTime();
    }
  });
}
const YEARS = Array.from({ length: 41 }, (_, i) => 1997 + i);

describe('Europe/Rome', () => {
  it('is what the time zone data say, every 11 hours from 1997 to 2037', () => {
    const wrong: string[] = [];
    // 11 h is prime to the day: every hour of it comes up.
    for (let at = Date.UTC(1997, 0, 1); at < Date.UTC(2038, 0, 1); at += 11 * 3_600_000)
      if (byUs(at) !== byIntl(at)) wrong.push(`${byUs(at)} ≠ ${byIntl(at)}`);
    expect(wrong).toEqual([]);
  });

  it('is so around both changes of the hour of every year, to the second', () => {
    const wrong: string[] = [];
    for (const change of YEARS.flatMap(changesOf))
      for (const s of [-7200, -3601, -3600, -1, 0, 1, 3599, 3600, 7200, 86_399])
        if (byUs(change + s * 1000) !== byIntl(change + s * 1000)) wrong.push(byIntl(change + s * 1000));
    expect(wrong).toEqual([]);
  });

  it('keeps fractions of a second', () =>
    expect(romeTime(Date.UTC(2026, 10, 26, 11, 0, 0, 250)).secondOfDay).toBe(43_200.25));

  it('comes back from the clock on the wall to the instant, but for the hour that comes twice', () => {
    for (let at = Date.UTC(2024, 11, 31); at < Date.UTC(2027, 0, 2); at += 1_800_000) {
      const t = romeTime(at);
      const back = romeInstant(t.year, t.month, t.day, t.secondOfDay);
      const secondOfTwo = !t.summer && romeTime(at - 3_600_000).summer;
      expect(at - back).toBe(secondOfTwo ? 3_600_000 : 0);
    }
  });

  it('reads what March leaves out as if winter went on, and means the first of the two in October', () => {
    // 29 March 2026, 02:30 is not: 03:30 in summer is 01:30 UTC.
    expect(new Date(romeInstant(2026, 3, 29, 9000)).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(romeTime(romeInstant(2026, 3, 29, 9000)).secondOfDay).toBe(12_600);
    // 25 October 2026, 02:30 is at 00:30 and at 01:30 UTC.
    expect(new Date(romeInstant(2026, 10, 25, 9000)).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('finds an hour of the same day, also across a change', () => {
    const at = (iso: string, hour: number) =>
      new Date(romeSameDay(Date.parse(iso), hour * 3600)).toISOString();
    expect(at('2026-11-25T22:30:00Z', 8)).toBe('2026-11-25T07:00:00.000Z');
    expect(at('2026-10-24T23:00:00Z', 10)).toBe('2026-10-25T09:00:00.000Z');
    expect(at('2026-03-29T20:00:00Z', 1)).toBe('2026-03-29T00:00:00.000Z');
  });

  it('begins a timetable’s day 12 hours before noon', () => {
    const start = (y: number, m: number, d: number) => new Date(serviceDayStart(y, m, d)).toISOString();
    expect(start(2026, 11, 25)).toBe('2026-11-24T23:00:00.000Z');
    expect(start(2026, 7, 1)).toBe('2026-06-30T22:00:00.000Z');
    // In March it is 23:00 of the evening before, in October 01:00.
    expect(start(2026, 3, 29)).toBe('2026-03-28T22:00:00.000Z');
    expect(romeTime(serviceDayStart(2026, 3, 29)).secondOfDay).toBe(82_800);
    expect(start(2026, 10, 25)).toBe('2026-10-24T23:00:00.000Z');
    expect(romeTime(serviceDayStart(2026, 10, 25)).secondOfDay).toBe(3600);
  });
});
