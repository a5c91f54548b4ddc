// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_STATED } from '../../src/city/catalogue';
import { filesInMemory } from '../fixtures/files';
import { GTFS_FEED } from '../fixtures/gtfs-feed';
import { readSource } from '../fixtures/read-source';
import { InputError } from '../formats/found-file';
import { gtfsCalendar, gtfsCalendarDates } from './gtfs-calendar';
import { gtfsFrequencies } from './gtfs-frequencies';
import { gtfsRoutes } from './gtfs-routes';
import { gtfsStopTimes } from './gtfs-stop-times';
import { gtfsStops } from './gtfs-stops';
import { gtfsTrips } from './gtfs-trips';
import { SOURCES } from './index';
import type { Source } from './source';

const read = (source: Source<'transit'>, name: string, content: string) =>
  readSource(source, filesInMemory({ [name]: content }));
const HEADER = 'trip_id,arrival_time,departure_time,stop_id,stop_sequence';
const times = (...rows: string[]) => read(gtfsStopTimes, 'stop_times.txt', [HEADER, ...rows].join('\n'));

describe('the tables of a timetable', () => {
  it('are known by their columns, each as one data set', async () => {
    for (const file of filesInMemory(GTFS_FEED)) {
      const known: string[] = [];
      for (const source of SOURCES) if (await source.recognises(file)) known.push(source.id);
      expect(known, file.name).toEqual([`gtfs-${file.name.replace('.txt', '').replaceAll('_', '-')}`]);
    }
  });

  it('say which runs are of which route and service, each once', async () => {
    const { rows, messages } = await read(
      gtfsTrips,
      'trips.txt',
      'route_id,service_id,trip_id\nT1,week,a\nT1,week,a\nT1,,b\n',
    );
    expect(rows).toEqual([
      { origin: { file: 'trips.txt', row: 1 }, kind: 'trip', trip: 'a', route: 'gtfs-T1', service: 'week' },
    ]);
    expect(messages).toEqual([
      'duplicate-id, row 2: trip a again',
      'bad-value, row 3: route_id, service_id or trip_id is empty',
    ]);
  });

  it('say on which days, and from when they hold', async () => {
    const files = filesInMemory(GTFS_FEED);
    const calendar = await readSource(gtfsCalendar, files);
    expect(calendar.rows.map((row) => row.kind === 'service' && row.values.service_id)).toEqual([
      'week',
      'sunday',
    ]);
    expect(calendar.stated).toEqual([{ vintage: '2024-04-29' }]);
    expect((await readSource(gtfsCalendarDates, files)).rows).toHaveLength(2);
    const header = 'service_id,wednesday,start_date,end_date\n';
    const wrong = await read(gtfsCalendar, 'c.txt', `${header}w,1,20241301,20241231\n,1,20240101,20240102\n`);
    expect(wrong.messages).toEqual([
      'bad-value, row 1: "20241301" is no day (yyyymmdd)',
      'bad-value, row 2: service_id is empty',
    ]);
    const dates = 'service_id,date,exception_type\nw,20240101,3\nw,soon,1\n';
    expect((await read(gtfsCalendarDates, 'd.txt', dates)).messages).toEqual([
      'bad-value, row 1: exception_type "3" is neither 1 nor 2',
      'bad-value, row 2: "soon" is no day (yyyymmdd)',
    ]);
  });

  const NO_INFO = 'feed_publisher_name\nx\n';
  it.each([
    ['that of the calendar', {}, '2024'],
    ['that of feed_info.txt before it', { 'feed_info.txt': 'feed_start_date\n20231211\n' }, '2023'],
    ['that of the calendar where feed_info.txt does not say', { 'feed_info.txt': NO_INFO }, '2024'],
    ['that of the exceptions where there is no calendar', { 'calendar.txt': 'x\n' }, '2024'],
    ['not known without', { 'calendar.txt': 'x\n', 'calendar_dates.txt': '' }, undefined],
  ])('have a year: %s', async (_, changed, year) => {
    const files = filesInMemory({ ...GTFS_FEED, ...changed });
    for (const source of [gtfsStops, gtfsRoutes]) {
      const { rows, stated } = await readSource<'transit'>(source, files);
      expect(stated).toEqual([{ vintage: year ?? NOT_STATED }]);
      const years = rows.map((row) => 'editionYear' in row && row.editionYear);
      expect(new Set(years)).toEqual(new Set([year !== undefined && Number(year)]));
    }
  });

  it('that the city made from its feed of 2019 are of that year, whatever lies beside them', async () => {
    const files = filesInMemory({
      'gtfs2019_stops.csv': GTFS_FEED['stops.txt'],
      'calendar.txt': GTFS_FEED['calendar.txt'],
    });
    const { rows, stated } = await readSource(gtfsStops, files);
    expect(stated).toEqual([{ vintage: '2019' }]);
    expect(rows[0]).toMatchObject({ editionYear: 2019, wholeNetwork: true });
  });

  it('of another operator do not say that other stops are gone', async () => {
    const [own] = (await readSource(gtfsStops, filesInMemory(GTFS_FEED))).rows;
    expect(own).toMatchObject({ editionYear: 2024, wholeNetwork: true });
    const routes = GTFS_FEED['routes.txt'].replaceAll('AMAT', 'RAIL');
    const [other] = (await readSource(gtfsStops, filesInMemory({ ...GTFS_FEED, 'routes.txt': routes }))).rows;
    expect(other).not.toHaveProperty('wholeNetwork');
  });

  it('say how often a run leaves', async () => {
    const header = 'trip_id,start_time,end_time,headway_secs\n';
    const { rows, messages } = await read(
      gtfsFrequencies,
      'f.txt',
      `${header}m,8:00:00,9:00:00,360\nm,9:00:00,8:00:00,60\nm,8:00:00,9:00:00,0\n`,
    );
    expect(rows).toMatchObject([{ kind: 'frequency', trip: 'm', fromS: 28800, toS: 32400, headwayS: 360 }]);
    expect(messages).toEqual([
      'bad-value, row 2: trip "m" from "9:00:00" to "8:00:00" every "60" s',
      'bad-value, row 3: trip "m" from "8:00:00" to "9:00:00" every "0" s',
    ]);
  });
});

describe('times at stops', () => {
  it('are the calls of a run in order, one not said halfway between its neighbours', async () => {
    const { rows, read: runs, dropped } = await readSource(gtfsStopTimes, filesInMemory(GTFS_FEED));
    expect([runs, rows.length, dropped]).toEqual([9, 9, {}]);
    const of = (trip: string) => rows.find((row) => row.kind === 'trip-times' && row.trip === trip);
    expect(of('first')).toEqual({
      origin: { file: 'stop_times.txt', row: 4 },
      kind: 'trip-times',
      trip: 'first',
      stops: ['1', '2', '3'],
      times: {
        arrivalS: Int32Array.of(28800, 29160, 29400),
        departureS: Int32Array.of(28800, 29160, 29400),
      },
      rows: Int32Array.of(5, 6, 4),
    });
    expect(of('back')).toMatchObject({
      stops: ['3', '2', '1'],
      times: { arrivalS: Int32Array.of(29400, 29700, 30000) },
    });
  });

  it('may be past midnight, and arrival and departure stand for each other', async () => {
    const { rows } = await times('a,24:59:00,25:00:00,x,1', 'a,25:10:00,,y,2');
    expect(rows).toMatchObject([
      { times: { arrivalS: Int32Array.of(89940, 90600), departureS: Int32Array.of(90000, 90600) } },
    ]);
  });

  it.each([
    [
      'goes back in time',
      'a,7:59:59,7:59:59,y,2',
      'row 2: trip a: arrives at 7:59:59, and left the stop before at 8:00:00',
    ],
    [
      'leaves before it arrives',
      'a,8:05:00,8:04:00,y,2',
      'row 2: trip a: leaves at 8:04:00, and arrives at 8:05:00',
    ],
    ['has no time', 'a,8:61:00,8:05:00,y,2', 'row 2: trip a: arrival_time "8:61:00" is not H:MM:SS'],
    ['has no order', 'a,8:05:00,8:05:00,y,two', 'row 2: trip a: stop_sequence "two" is no whole number'],
    ['has no stop', 'a,8:05:00,8:05:00,,2', 'row 2: trip a: stop_id is empty'],
    ['does not say when it ends', 'a,,,y,2', 'row 2: trip a: its first and last calls need times'],
    ['calls once', 'b,8:05:00,8:05:00,y,2', 'row 1: trip a: has one call, and needs 2'],
  ])('of a run that %s leave it out, naming row and fault', async (_, row, message) => {
    const { rows, messages } = await times('a,8:00:00,8:00:00,x,1', row);
    expect(rows).toEqual([]);
    expect(messages[0]).toBe(`bad-value, ${message}`);
  });

  it('without a column: the file, and which', async () => {
    const [file] = filesInMemory({ 'stop_times.txt': 'trip_id,stop_id,stop_sequence\na,x,1\n' });
    const rows = gtfsStopTimes.read(file!, {} as never) as AsyncIterable<unknown>;
    await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow(
      'stop_times.txt: has no column "arrival_time", "departure_time"',
    );
  });

  it.each([
    [';', '";"'],
    ['\t', '"\\t"'],
    ['|', '"|"'],
  ])('separated by other than commas: the file, and by what', async (separator, said) => {
    const content = `${HEADER}\na,8:00:00,8:00:00,x,1\n`.replaceAll(',', separator);
    await expect(read(gtfsStopTimes, 'stop_times.txt', content)).rejects.toThrow(
      `stop_times.txt: its columns are separated by ${said}, those of GTFS by ","`,
    );
  });

  it('come back as they were written, in whatever order their rows stand', async () => {
    const run = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 90 })), {
      minLength: 2,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (runs, dice) => {
          const written = runs.map((calls, trip) => {
            let now = 6 * 3600;
            return calls.map(([ride, halt], call) => {
              const arrivalS = now + ride;
              now = arrivalS + halt;
              return { trip: `t${trip}`, stop: `s${call}`, call, arrivalS, departureS: now };
            });
          });
          const rows = written.flat().map((row) => ({ row, key: dice.next().value }));
          rows.sort((a, b) => a.key - b.key);
          const clock = (s: number) =>
            `${Math.floor(s / 3600)}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
          const found = await times(
            ...rows.map(({ row }) =>
              [row.trip, clock(row.arrivalS), clock(row.departureS), row.stop, row.call].join(),
            ),
          );
          expect(found.messages).toEqual([]);
          for (const calls of written)
            expect(found.rows).toContainEqual(
              expect.objectContaining({
                trip: calls[0]!.trip,
                stops: calls.map(({ stop }) => stop),
                times: {
                  arrivalS: Int32Array.from(calls, ({ arrivalS }) => arrivalS),
                  departureS: Int32Array.from(calls, ({ departureS }) => departureS),
                },
              }),
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of rubbish are dropped or refused, and every run is accounted for', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('8:00:00', '8:30:00', 'a', '1', '2', ''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 6 }), { maxLength: 8 }),
        async (rows) => {
          try {
            const found = await times(...rows.map((cells) => cells.join()));
            expect(found.rows.length + found.messages.length).toBe(found.read);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
