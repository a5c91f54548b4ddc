// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { MILANO } from '../../city/place';
import { romeInstant } from '../../city/rome-time';
import { areaCCounts } from '../../stream/feeds/area-c-counts';
import { gateCountsCsv, MADE_UP_ENTRIES } from './gate-counts';

/** 100 vehicles in the first half-hour, 101 in the next … 147. */
const usual = Array.from({ length: 48 }, (_, i) => 100 + i);
const at = (day: number, hour: number) => romeInstant(2026, 11, day, hour * 3600);
const newest = (nowMs: number) => {
  const bytes = new TextEncoder().encode(gateCountsCsv(usual, nowMs));
  const context = { receivedMs: nowMs, bounds: MILANO.bounds, options: areaCCounts.options?.parse({}) ?? {} };
  return areaCCounts.parse({ main: { url: 'https://demo.example/counts.csv', bytes } }, context).rows;
};

it('has the last half-hour of yesterday until the first of today has ended, and says the same of it then', () => {
  const [late] = newest(at(26, 0) + 600_000);
  expect(late).toMatchObject({ kind: 'gate-count', atMs: at(25, 23.5), periodS: 1800 });
  // 147 ± 6 %.
  expect(Math.abs((late && 'vehicles' in late ? late.vehicles : 0) - 147)).toBeLessThanOrEqual(9);
  expect(newest(at(26, 0))).toEqual([late]);
  expect(newest(at(26, 0.5))).toMatchObject([{ atMs: at(26, 0) }]);
});

it('has each half-hour of today that has ended, after four of yesterday', () => {
  const lines = gateCountsCsv(usual, at(26, 2)).split('\n').slice(1);
  expect(lines.map((line) => line.split(';').slice(2, 4).join(' '))).toEqual([
    ...['25 22:00', '25 22:30', '25 23:00', '25 23:30'],
    ...['26 00:00', '26 00:30', '26 01:00', '26 01:30'],
  ]);
});

it('has a made-up day of 48 half-hours with its peaks at eight and at six', () => {
  expect(MADE_UP_ENTRIES).toHaveLength(48);
  expect([MADE_UP_ENTRIES[6], MADE_UP_ENTRIES[16], MADE_UP_ENTRIES[37]]).toEqual([100, 2150, 2150]);
  expect(MADE_UP_ENTRIES.reduce((sum, n) => sum + n, 0)).toBe(62_460);
});
