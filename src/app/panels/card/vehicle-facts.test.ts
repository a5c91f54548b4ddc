// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import { buildSchedule } from '../../../city/schedule-build';
import { runFacts } from './vehicle-facts';

/** Line 9 from A by B to C: leaves at 23:50, is at B from 23:55 to 23:56, at C at 0:05. */
const schedule = buildSchedule({
  stops: ['A', 'B', 'C'].map((id, i) => ({
    id,
    name: `Stop ${id}`,
    at: plane(515_000 + 1000 * i, 5_034_000),
  })),
  services: [{ id: 'all', weekdays: 127, fromDay: 20200101, toDay: 20991231, also: [], not: [] }],
  runs: [
    {
      trip: 't1',
      line: '9',
      mode: 'tram',
      route: 'T9',
      headsign: 'Stop C',
      stops: ['A', 'B', 'C'],
      arrivalS: [85_800, 86_100, 86_700],
      departureS: [85_800, 86_160, 86_700],
      shape: null,
      service: 'all',
    },
  ],
});
const T1 = { trip: 't1', startS: null };
const at = (hour: number, minute: number, delayS = 0) =>
  runFacts(schedule, T1, { secondOfDay: hour * 3600 + minute * 60 }, delayS);

describe('a vehicle’s run', () => {
  it('says line, end and what comes next', () => {
    expect(at(23, 51)).toEqual({
      line: '9',
      mode: 'tram',
      headsign: 'Stop C',
      nextStop: 'Stop B',
      nextS: 86_100,
    });
    expect(at(23, 57)).toMatchObject({ nextStop: 'Stop C', nextS: 300 });
  });
  it('stands at a stop until it leaves, and goes on after midnight', () => {
    expect(runFacts(schedule, T1, { secondOfDay: 86_130 }, 0)?.nextStop).toBe('Stop B');
    expect(at(0, 2)).toMatchObject({ nextStop: 'Stop C', nextS: 300 });
    expect(at(0, 6)).toMatchObject({ nextStop: null, nextS: null });
  });
  it('is later by its delay', () => {
    expect(at(23, 57, 120)).toMatchObject({ nextStop: 'Stop B', nextS: 86_220 });
  });
  it('is nothing where the timetable knows nothing of it', () => {
    expect(runFacts(schedule, { ...T1, trip: 'other' }, { secondOfDay: 0 }, 0)).toBeNull();
    expect(runFacts(schedule, { ...T1, trip: null }, { secondOfDay: 0 }, 0)).toBeNull();
  });
});
