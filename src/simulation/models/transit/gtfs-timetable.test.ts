// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { servicesOn, weekday } from '../../../city/gtfs';
import { type GtfsRows, timetableFromGtfs } from './gtfs-timetable';

const stop = (stop_id: string, patch = {}) => ({ stop_id, stop_lat: '45.46', stop_lon: '9.19', ...patch });
const call = (trip_id: string, stop_id: string, time: string, stop_sequence: string) => ({
  ...{ trip_id, stop_id, stop_sequence },
  arrival_time: time,
  departure_time: time,
});
const feed: GtfsRows = {
  stops: [stop('station', { location_type: '1' }), stop('a'), stop('b', { stop_lat: '45.461' }), stop('c')],
  trips: [
    { trip_id: 'week', service_id: 'W' },
    { trip_id: 'sunday', service_id: 'S' },
    { trip_id: 'short', service_id: 'W' },
  ],
  // Out of order, past midnight, and one time between others that is not said.
  stopTimes: [
    call('week', 'c', '25:00:00', '30'),
    call('week', 'a', '24:40:00', '1'),
    call('week', 'b', '', '7'),
    call('sunday', 'a', '8:00:00', '1'),
    call('sunday', 'b', '8:05:00', '2'),
    call('short', 'a', '9:00:00', '1'),
  ],
  calendar: [
    { service_id: 'W', monday: '1', sunday: '0', start_date: '20240101', end_date: '20241231' },
    { service_id: 'S', monday: '0', sunday: '1', start_date: '20240101', end_date: '20241231' },
  ],
  calendarDates: [
    { service_id: 'S', date: '20240401', exception_type: '1' },
    { service_id: 'W', date: '20240401', exception_type: '2' },
  ],
};

describe('the days of a feed', () => {
  it('are those of the calendar', () => {
    // 1 Jan 2024 and 1 Apr 2024 (Easter Monday) were Mondays, 29 Feb 2024 a Thursday, 1 Jan 2000 a Saturday.
    expect(['20240101', '20240401', '20240229', '20000101'].map(weekday)).toEqual([1, 1, 4, 6]);
    expect(() => weekday('2024-1-1')).toThrow('2024-1-1 is no day');
    expect(() => weekday('20241301')).toThrow('is no day');
  });

  it('have services by weekday, within dates, with exceptions', () => {
    const on = (date: string) => [...servicesOn(date, feed.calendar!, feed.calendarDates!)];
    expect(on('20240108')).toEqual(['W']);
    expect(on('20240107')).toEqual(['S']);
    expect(on('20240401')).toEqual(['S']);
    expect(on('20250106')).toEqual([]);
  });
});

describe('a feed', () => {
  it('has platforms for stops, trips in order, times between those said', () => {
    const { timetable, stopIds, tripsWithoutWay } = timetableFromGtfs(feed, '20240108');
    expect(stopIds).toEqual(['a', 'b', 'c']);
    expect([...timetable.routeStop]).toEqual([0, 1, 2]);
    expect([...timetable.arrivalS]).toEqual([88800, 89400, 90000]);
    expect(tripsWithoutWay).toBe(1);
    expect(timetableFromGtfs(feed).timetable.routeFirstStop.length - 1).toBe(2);
  });

  it('repeats trips by frequencies.txt', () => {
    const frequencies = [
      { trip_id: 'sunday', start_time: '10:00:00', end_time: '10:30:00', headway_secs: '600' },
    ];
    const { timetable } = timetableFromGtfs({ ...feed, frequencies }, '20240107');
    expect([...timetable.departureS]).toEqual([36000, 36300, 36600, 36900, 37200, 37500]);
  });

  it('walks for transfers that say no time, and not where they are not possible', () => {
    const transfers = [
      { from_stop_id: 'a', to_stop_id: 'b', transfer_type: '0' },
      { from_stop_id: 'b', to_stop_id: 'a', transfer_type: '2', min_transfer_time: '45' },
      { from_stop_id: 'a', to_stop_id: 'c', transfer_type: '3' },
    ];
    const { timetable } = timetableFromGtfs({ ...feed, transfers });
    expect([...timetable.walkTo]).toEqual([0, 1, 0, 1, 2]);
    // A thousandth of a degree of latitude: 111.19 m × 1.2 at 4.5 km/h.
    expect(timetable.walkS[1]).toBeCloseTo((111.195 * 1.2) / 1.25, 1);
    expect(timetable.walkS[2]).toBe(45);
  });

  it('that is wrong is refused by file and row', () => {
    const wrong = (row: object) => () =>
      timetableFromGtfs({ ...feed, stopTimes: [{ ...feed.stopTimes[0], ...row }] });
    expect(wrong({ stop_id: 'x' })).toThrow('stop_times row 1: stop x is not in stops');
    expect(wrong({ arrival_time: '25:61:00' })).toThrow('stop_times row 1: time 25:61:00 is not H:MM:SS');
    expect(wrong({ stop_sequence: 'one' })).toThrow('stop_times row 1: stop_sequence is one');
    const open = feed.stopTimes.map((row) =>
      row.stop_id === 'c' ? { ...row, arrival_time: '', departure_time: '' } : row,
    );
    expect(() => timetableFromGtfs({ ...feed, stopTimes: open })).toThrow(
      'trip week: its first and last calls',
    );
  });
});
