// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat, lonLatToPlane } from '../../src/city/frames';
import { servicesRunning, typicalDay } from '../../src/city/schedule-days';
import { readSchedule } from '../../src/city/schedule-tables';
import { cleanTheme } from '../fixtures/clean-theme';
import { filesInMemory } from '../fixtures/files';
import { GTFS_FEED } from '../fixtures/gtfs-feed';
import { readSource } from '../fixtures/read-source';
import { SOURCES } from '../sources';
import type { Source } from '../sources/source';
import type { TransitRow } from './rows';
import { transit } from './transit';

async function built(changed: Record<string, string> = {}) {
  const files = filesInMemory({ ...GTFS_FEED, ...changed });
  const rows: Record<string, TransitRow[]> = {};
  const log: string[] = [];
  for (const source of SOURCES.filter(({ theme }) => theme === 'transit') as Source<'transit'>[]) {
    const reading = await readSource(source, files);
    rows[source.id] = reading.rows;
    log.push(...reading.messages.map((message) => `${source.id}: ${message}`));
  }
  const { inputs = [], dropped } = cleanTheme(transit, rows);
  return { inputs, dropped, log };
}

/** Tram 1 with a path that goes round by the north between B and C, in the wrong order of rows. */
const WITH_SHAPES = {
  'trips.txt': [
    'route_id,service_id,trip_id,shape_id,trip_headsign',
    'T1,week,first,out,Gamma',
    'T1,week,second,out,Gamma',
    'T1,week,back,,Alfa',
    'T1,sunday,sunday,out,Gamma',
    'M1,week,metro,,',
    '',
  ].join('\n'),
  'shapes.txt': [
    'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence',
    'out,45.46,9.190,1',
    'out,45.46,9.191,20',
    'out,45.46,9.192,40',
    'out,45.461,9.1915,30',
    'nowhere,0,0,1',
    'nowhere,45.46,9.19,2',
    'point,45.46,9.19,1',
    '',
  ].join('\n'),
};

describe('the whole timetable', () => {
  it('has every run of every service, those of frequencies one by one', async () => {
    const { inputs } = await built();
    const s = readSchedule(inputs);
    expect(s.runTrip).toHaveLength(8 + 10);
    expect(s.runTrip.filter((trip) => trip.startsWith('metro@'))).toEqual(
      Array.from({ length: 10 }, (_, i) => `metro@${28_800 + i * 360}`),
    );
    expect([...s.runDepartureS].every((at, i) => i === 0 || at >= (s.runDepartureS[i - 1] ?? 0))).toBe(true);
    expect(s.stops.id.toSorted()).toEqual(['1', '2', '3']);
    expect(s.stops.name).toContain('Alfa');
    expect(s.patterns.route.toSorted()).toEqual(['M1', 'T1', 'T1', 'T1', 'T1']);
    expect(s.patterns.mode.filter((mode) => mode === 'metro')).toHaveLength(1);
  });

  it('runs on the days of the calendar, but for its exceptions', async () => {
    const s = readSchedule((await built()).inputs);
    const runsOn = (day: number) => {
      const running = servicesRunning(s, day);
      return s.runTrip.filter((_, run) => running.has(s.runService[run] as number)).length;
    };
    expect(runsOn(20240508)).toBe(17);
    // On 1 May the weekday's service rests and the Sunday's runs.
    expect(runsOn(20240501)).toBe(1);
    expect(runsOn(20240505)).toBe(1);
    expect(runsOn(20240504)).toBe(0);
    expect(typicalDay(s, 3)).toBe(20240626);
  });

  it('follows the shapes, and goes straight where there is none', async () => {
    const { inputs, log } = await built(WITH_SHAPES);
    const s = readSchedule(inputs);
    const out = s.patterns.headsign.indexOf('Gamma');
    const [a, b, c, d] = [
      lonLatToPlane(lonLat(9.19, 45.46)),
      lonLatToPlane(lonLat(9.191, 45.46)),
      lonLatToPlane(lonLat(9.1915, 45.461)),
      lonLatToPlane(lonLat(9.192, 45.46)),
    ] as const;
    const metres = (p: readonly [number, number], q: readonly [number, number]) =>
      Math.hypot(p[0] - q[0], p[1] - q[1]);
    expect(s.patterns.shapeCount[out]).toBe(4);
    const call = s.patterns.firstCall[out] as number;
    const ends = [0, metres(a, b), metres(a, b) + metres(b, c) + metres(c, d)];
    for (let i = 0; i < 3; i++) expect(s.callAlongM[call + i]).toBeCloseTo(ends[i] as number, 2);
    const back = s.patterns.headsign.indexOf('Alfa');
    expect(s.patterns.shapeCount[back]).toBe(3);
    expect(log).toEqual([
      'gtfs-shapes: bad-coordinates, row 5: shape nowhere: "0", "0" is far from the city or no place',
      'gtfs-shapes: no-geometry, row 7: shape point has one point',
    ]);
  });

  it('is left straight, and said so, where a stop is far from the shape', async () => {
    const far = WITH_SHAPES['shapes.txt'].replaceAll('45.46,', '45.464,');
    const { inputs, dropped } = await built({ ...WITH_SHAPES, 'shapes.txt': far });
    const s = readSchedule(inputs);
    expect(s.patterns.shapeCount[s.patterns.headsign.indexOf('Gamma')]).toBe(3);
    expect(dropped).toContain(
      'value-not-used, path of line 1, trip first: a stop is more than 100 m from it',
    );
  });

  it('is not there where nothing runs', async () => {
    const { inputs } = await built({ 'stop_times.txt': 'trip_id\n' });
    expect(inputs.filter(({ id }) => id.startsWith('schedule-'))).toEqual([]);
  });
});
