// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { GTFS_DAYS } from './fixtures/gtfs-days';
import { secondsOf, servicesOn, weekday } from './gtfs';

describe('the days of a feed', () => {
  it('are those of the calendar', () => {
    // 1 Jan 2024 and 1 Apr 2024 (Easter Monday) were Mondays, 29 Feb 2024 a Thursday, 1 Jan 2000 a Saturday.
    expect(['20240101', '20240401', '20240229', '20000101'].map(weekday)).toEqual([1, 1, 4, 6]);
    expect(() => weekday('2024-1-1')).toThrow('2024-1-1 is no day');
    expect(() => weekday('20241301')).toThrow('is no day');
  });

  it('have services by weekday, within dates, with exceptions', () => {
    const on = (date: string) => [...servicesOn(date, GTFS_DAYS.calendar, GTFS_DAYS.calendarDates)];
    expect(on('20240108')).toEqual(['W']);
    expect(on('20240107')).toEqual(['S']);
    expect(on('20240401')).toEqual(['S']);
    expect(on('20250106')).toEqual([]);
  });
});

it('times of a feed may be past midnight, unsaid, or none', () => {
  expect(['8:00:00', ' 08:01:05 ', '25:10:00'].map(secondsOf)).toEqual([28800, 28865, 90600]);
  expect([undefined, '', ' '].map(secondsOf)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(['8:60:00', '8:00', 'noon', '-1:00:00'].map(secondsOf)).toEqual(Array(4).fill(undefined));
});
