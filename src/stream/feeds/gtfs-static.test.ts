// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typicalDay } from '../../city/schedule-days';
import { FeedFault } from './feed';
import { callTimes, DAY_LINES, gtfsDay } from './fixtures/gtfs-day';
import { type GtfsFiles, parseGtfsStatic } from './gtfs-static';

const day = gtfsDay();
const small: GtfsFiles = {
  'routes.txt': 'route_id,route_short_name,route_type\nT1,1,0\nF1,,4\n',
  'stops.txt':
    '\uFEFFstop_id,stop_name,stop_lat,stop_lon\na,"Duomo, ""M1""",45.4641,9.1919\nb,Cairoli,45.4680,9.1820\nc,Cadorna,45.4685,9.1757\nnode,,,\n',
  'trips.txt':
    'route_id,service_id,trip_id,trip_headsign\r\nT1,s,one,Cadorna\r\nF1,s,ship,\r\nT1,s,alone,\r\n',
  'stop_times.txt':
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence\none,,25:00:30,a,5\none,,,b,10\none,25:10:30,,c,70\nship,8:00:00,8:00:00,a,1\nship,8:10:00,8:10:00,c,2\nalone,8:00:00,8:00:00,a,1\n',
  'calendar_dates.txt': 'service_id,date,exception_type\ns,20261125,1\n',
};
const spoilt = (file: keyof GtfsFiles, from: string, to: string) => {
  const text = small[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return () => parseGtfsStatic({ ...small, [file]: text.replace(from, to) });
};

describe('a GTFS timetable', () => {
  it('has its stops, patterns, runs and days', () => {
    const s = parseGtfsStatic(small);
    expect(s.stops.name).toEqual(['Duomo, "M1"', 'Cairoli', 'Cadorna']);
    expect(s.patterns).toMatchObject({ count: 1, line: ['1'], mode: ['tram'], headsign: ['Cadorna'] });
    // The ship's mode is none of the city's, the trip of one call goes nowhere.
    expect(s.runTrip).toEqual(['one']);
    expect([...s.runDepartureS]).toEqual([90_030]);
    // 882 m to Cairoli, 494 m on to Cadorna: 600 s · 882 / 1376.
    expect([...s.timeArrivalS]).toEqual([0, 385, 600]);
    expect(s.services).toEqual([
      { weekdays: 0, fromDay: 20261125, toDay: 20261125, also: [20261125], not: [] },
    ]);
    expect(typicalDay(s, 3)).toBe(20261125);
  });

  it('reads a day of several lines: each departure a run, each time as written', () => {
    const s = parseGtfsStatic(day);
    const runs = DAY_LINES.map((line) => {
      const departures = [];
      for (let at = line.fromS; line.frequency ? at < line.toS : at <= line.toS; at += line.headwayS)
        departures.push(at);
      return departures.length;
    });
    expect(s.runTrip).toHaveLength(runs.reduce((sum, n) => sum + n, 0));
    expect(new Set(s.runTrip).size).toBe(s.runTrip.length);
    const metro = s.runTrip.indexOf('M1_0@21180');
    const profile = s.runProfile[metro] as number;
    const times = callTimes(DAY_LINES[4] as (typeof DAY_LINES)[number], 0);
    const first = s.profileFirstTime[profile] as number;
    expect([...s.timeArrivalS.slice(first, first + 12)]).toEqual(times.map((time) => time?.[0]));
    expect(s.patterns.count).toBe(DAY_LINES.length);
  });

  it('spreads calls of the same minute over it, and gives calls without a time one', () => {
    const s = parseGtfsStatic(day);
    for (const trip of ['B4_3', 'B5_3']) {
      const run = s.runTrip.indexOf(trip);
      const first = s.profileFirstTime[s.runProfile[run] as number] as number;
      const calls = trip === 'B4_3' ? 9 : 10;
      const times = [...s.timeArrivalS.slice(first, first + calls)];
      expect(times[0]).toBe(0);
      for (let i = 1; i < calls; i++) expect(times[i]).toBeGreaterThan(times[i - 1] as number);
    }
  });

  it.each([
    ['stop_times.txt', ',a,5', ',nowhere,5', 'stop_times.txt, row 1: no stop nowhere in stops.txt'],
    ['stop_times.txt', '25:10:30', '24:59:00', 'stop_times.txt, row 3: the times of trip one go back'],
    ['stop_times.txt', '25:10:30', '25:70:30', 'stop_times.txt, row 3: "25:70:30", "": no times (H:MM:SS)'],
    ['stop_times.txt', '25:10:30', '', 'stop_times.txt, row 3: trip one has no time at its last call'],
    ['stop_times.txt', ',70', ',x', 'stop_times.txt, row 3: stop_sequence "x" is none'],
    ['stops.txt', '9.1820', '', 'stops.txt, row 2: stop b is nowhere (45.4680, )'],
    ['stops.txt', '"Duomo, ""M1"""', '"Duomo', 'stops.txt, line 2: a quotation mark never ends'],
    ['stops.txt', 'stop_lon', 'lon', 'stops.txt: has no column "stop_lon"'],
    ['routes.txt', ',1,0', ',1,tram', 'routes.txt, row 1: route_type "tram" is none'],
    ['trips.txt', 'T1,s,one', 'T9,s,one', 'trips.txt, row 1: no route T9 in routes.txt'],
    ['trips.txt', 'T1,s,alone', 'T1,s,one', 'trips.txt, row 3: trip one is there already'],
    ['trips.txt', 'T1,s,one', 'T1,x,one', 'trips.txt, row 1: no service x in the calendars'],
    [
      'calendar_dates.txt',
      '20261125',
      '20261131',
      'calendar_dates.txt, row 1: "20261131" is no day (yyyymmdd)',
    ],
    [
      'calendar_dates.txt',
      ',1\n',
      ',3\n',
      'calendar_dates.txt, row 1: exception_type "3" is neither 1 nor 2',
    ],
  ] as const)('says what is wrong in %s: %s → %s', (file, from, to, words) => {
    expect(spoilt(file, from, to)).toThrow(new FeedFault(words));
  });

  it('says which file is missing', () => {
    expect(() => parseGtfsStatic({})).toThrow(new FeedFault('stops.txt: is missing'));
    expect(() => parseGtfsStatic({ ...small, 'calendar_dates.txt': undefined })).toThrow(
      /calendar.txt: is missing/,
    );
  });

  it('takes 10,000 mutated feeds with a fault or a timetable of finite figures', () => {
    const names = Object.keys(small) as (keyof GtfsFiles)[];
    let good = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(400),
        fc.nat(12),
        fc.oneof(
          fc.string({ maxLength: 6 }),
          fc.constantFrom('"', ',', '\n', '\r', '0', '-1', 'NaN', '1e9', ',,,'),
        ),
        (file, at, gone, put) => {
          const text = small[file] ?? '';
          const from = at % (text.length + 1);
          const mutated = text.slice(0, from) + put + text.slice(from + gone);
          try {
            const s = parseGtfsStatic({ ...small, [file]: mutated });
            good++;
            expect([...s.shapeEastM, ...s.shapeNorthM, ...s.callAlongM].every(Number.isFinite)).toBe(true);
          } catch (error) {
            if (!(error instanceof FeedFault)) throw error;
          }
        },
      ),
      { numRuns: 10_000 },
    );
    expect(good).toBeGreaterThan(500);
  });
});
