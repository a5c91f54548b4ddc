// SPDX-License-Identifier: EUPL-1.2
/** The built demo city's timetable, where one is built: its vehicles keep to it all day. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readSchedule } from '../../city/schedule-tables';
import { readCityTables } from '../../server/demo-day/city-tables';
import { followDay, typicalMoments } from './fixtures/follow-day';

const city = fileURLToPath(new URL('../../../tiles/out/city/', import.meta.url));
const TABLES = [
  'schedule-stops',
  'schedule-patterns',
  'schedule-calls',
  'schedule-shapes',
  'schedule-profiles',
  'schedule-times',
  'schedule-runs',
  'schedule-services',
  'schedule-exceptions',
] as const;
const tables = existsSync(`${city}manifest.json`) ? [...readCityTables(city, TABLES).values()] : [];

it.skipIf(tables.length < TABLES.length)('demo city: on the path, in order, at the stops', () => {
  const s = readSchedule(tables);
  const day = followDay(s, typicalMoments(3, 0, 86_400, 601), 601);
  console.log(`demo: ${s.runTrip.length} runs, at most ${day.most} at once, ${day.seen} positions`);
  expect(day.faults.slice(0, 5)).toEqual([]);
  expect(day.most).toBeGreaterThan(300);
  expect(day.offPathM).toBeLessThan(1);
  expect(day.offStopM).toBeLessThan(1);
});
