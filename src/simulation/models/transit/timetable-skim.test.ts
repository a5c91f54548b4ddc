// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { buildTimetable } from './timetable';
import { skimTimetable } from './timetable-skim';

const trip = (id: string, stops: number[], times: number[]) => ({
  ...{ id, stops },
  arrivalS: times,
  departureS: times,
});
/** Zone 0 is 60 s from stop 0, zone 1 is 30 s from stop 1 and 90 s from stop 0. */
const access = {
  first: Int32Array.of(0, 1, 3),
  to: Int32Array.of(0, 1, 0),
  walkS: Float64Array.of(60, 30, 90),
};
const timetable = buildTimetable(2, [trip('a', [0, 1], [600, 900]), trip('b', [0, 1], [1200, 1500])], []);

it('from door to door is walk, wait, ride and walk, as the mean of the departures', () => {
  // Leaving at 0 and at 540 one catches the first (in at 930 s), at 541 the second (1530 s).
  const minutes = skimTimetable(timetable, access, [0, 540, 541]);
  expect(minutes[1]).toBeCloseTo((930 + 390 + 989) / 3 / 60, 9);
});

it('is infinite against the line, within a zone, and when no vehicle leaves any more', () => {
  // Zone 1 could walk to zone 0 by stop 0: that is no transit.
  expect([...skimTimetable(timetable, access, [0])].map(Number.isFinite)).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(skimTimetable(timetable, access, [0, 1200])[1]).toBe(Number.POSITIVE_INFINITY);
  expect(() => skimTimetable(timetable, access, [])).toThrow('departures: there are none');
});
