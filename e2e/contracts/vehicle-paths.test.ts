// SPDX-License-Identifier: EUPL-1.2
/** The demo city's timetable as it is built: its vehicles keep to it all day. */
import { expect, inject, it } from 'vitest';
import { readSchedule, SCHEDULE_TABLES } from '../../src/city/schedule-tables';
import { readCityTables } from '../../src/server/demo-day/city-tables';
import { followDay, typicalMoments } from '../../src/stream/vehicles/fixtures/follow-day';

it('the demo’s vehicles are on their path, in order, and at their stops', () => {
  const s = readSchedule([...readCityTables(inject('cityDir'), SCHEDULE_TABLES).values()]);
  const day = followDay(s, typicalMoments(3, 0, 86_400, 601), 601);
  console.log(`demo: ${s.runTrip.length} runs, at most ${day.most} at once, ${day.seen} positions`);
  expect(day.faults.slice(0, 5)).toEqual([]);
  expect(day.most).toBeGreaterThan(300);
  expect(day.offPathM).toBeLessThan(1);
  expect(day.offStopM).toBeLessThan(1);
});
