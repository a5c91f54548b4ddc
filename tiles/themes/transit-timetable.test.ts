// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../src/city/columns';
import { INPUT_TABLES, type InputTable } from '../../src/city/inputs';
import { cleanTheme } from '../fixtures/clean-theme';
import { filesInMemory } from '../fixtures/files';
import { GTFS_FEED } from '../fixtures/gtfs-feed';
import { readSource } from '../fixtures/read-source';
import { SOURCES } from '../sources';
import type { Source } from '../sources/source';
import type { TransitRow } from './rows';
import { transit } from './transit';

/** A feed from its files to the tables of a city. */
async function built(changed: Record<string, string> = {}, more: TransitRow[] = []) {
  const files = filesInMemory({ ...GTFS_FEED, ...changed });
  const rows: Record<string, TransitRow[]> = { tables: more };
  for (const source of SOURCES.filter(({ theme }) => theme === 'transit') as Source<'transit'>[])
    rows[source.id] = (await readSource(source, files)).rows;
  const { inputs = [], dropped } = cleanTheme(transit, rows);
  const tables = new Map(inputs.map((table) => [table.id as InputTable, table]));
  for (const [id, { columns }] of tables)
    expect(columns.map(({ name }) => name)).toEqual([...INPUT_TABLES[id]]);
  return { tables, dropped };
}
const column = (table: ColumnTable | undefined, name: string) =>
  table?.columns.find((each) => each.name === name);
const numbers = (table: ColumnTable | undefined, name: string) => [...(column(table, name)?.values ?? [])];

/** "line stops headway" of each pattern. */
function patternsOf(tables: ReadonlyMap<InputTable, ColumnTable>): string[] {
  const patterns = tables.get('transit-patterns');
  const [line, name] = [column(patterns, 'line'), column(tables.get('transit-stops'), 'name')];
  const calls = numbers(tables.get('transit-calls'), 'stop');
  const [first, count, headway] = ['firstCall', 'calls', 'headwayMin'].map((each) => numbers(patterns, each));
  return numbers(patterns, 'line').map((of, row) => {
    const stops = calls.slice(first![row], first![row]! + count![row]!);
    const names = stops.map((stop) => name!.dictionary![name!.values[stop]!]!);
    return `${line!.dictionary![of]} ${names.map((each) => each[0]).join('')} ${headway![row]}`;
  });
}

const row = (text: string) => `${GTFS_FEED['stop_times.txt']}${text}\r\n`;
const origin = { file: 'tables.geojson', row: 1 };

describe('the timetable of a weekday morning', () => {
  it('has each sequence that is ridden in the hour, as often as it is', async () => {
    const { tables, dropped } = await built();
    // 8:06 and 8:24 half-way are two an hour; the way back and the short run are one each, the metro ten.
    expect(patternsOf(tables)).toEqual(['1 ABG 30', '1 GBA 60', '1 AB 60', 'M1 AG 6']);
    expect(dropped).toEqual([
      'other-hours, stop_times.txt, row 20: trip sunday, of service sunday',
      'other-hours, stop_times.txt, row 1: trip early',
      'other-hours, stop_times.txt, row 16: trip night',
    ]);
  });

  it('has the runs until eleven, call by call', async () => {
    const times = (await built()).tables.get('transit-times');
    // Three runs of three calls, one of three, one of two, ten of two.
    expect(times?.rows).toBe(34);
    expect(numbers(times, 'pattern').slice(0, 14)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2]);
    const at = (hours: number, minutes: number) => hours * 3600 + minutes * 60;
    expect(numbers(times, 'arrivalS').slice(0, 9)).toEqual([
      ...[at(8, 0), at(8, 6), at(8, 10)],
      ...[at(8, 20), at(8, 24), at(8, 30)],
      ...[at(9, 10), at(9, 15), at(9, 20)],
    ]);
    expect(numbers(times, 'departureS').slice(-4)).toEqual([at(8, 48), at(8, 52), at(8, 54), at(8, 58)]);
  });

  it('leaves the lines that it does not know to their tables of stops', async () => {
    const path = (line: string, stableId: string): TransitRow => ({
      ...{ origin, kind: 'route', stableId, mode: 'bus', line, editionYear: 2020 },
    });
    const calls = (path: string): TransitRow[] =>
      ['1', '2'].map((stop, order) => ({ origin, kind: 'call', path, stop: `amat-${stop}`, order }));
    const { tables } = await built({}, [path('1', 'p'), path('7', 'q'), ...calls('p'), ...calls('q')]);
    // A and B are so near to each other that the line counts as one that goes round.
    expect(patternsOf(tables).slice(3)).toEqual(['M1 AG 6', '7 AB NaN']);
  });

  it.each([
    [
      row('ghost,8:00:00,8:00:00,1,1\r\nghost,8:09:00,8:09:00,2,2'),
      'stop_times.txt, row 24: trip ghost is not in trips beside it',
    ],
    [
      GTFS_FEED['stop_times.txt'].replace('short,8:35:00,8:35:00,2', 'short,8:35:00,8:35:00,77'),
      'stop_times.txt, row 19: trip short calls at 77, which no table of stops places',
    ],
  ])('names file, row and fault of what is not known', async (stopTimes, message) => {
    const { dropped } = await built({ 'stop_times.txt': stopTimes });
    expect(dropped).toContain(`bad-value, ${message}`);
  });

  it('names the route that is not known', async () => {
    const { tables, dropped } = await built({
      'trips.txt': GTFS_FEED['trips.txt'].replace('M1,week,metro', 'ROMA-A,week,metro'),
    });
    expect(dropped).toContain(
      'bad-value, stop_times.txt, row 22: trip metro is of gtfs-ROMA-A, which is not in routes',
    );
    expect(patternsOf(tables)).toHaveLength(3);
  });

  it('has a sequence that nobody rides before nine, as often as over the three hours', async () => {
    const { tables } = await built({
      'stop_times.txt': GTFS_FEED['stop_times.txt']
        .replace('short,8:30:00,8:30', 'short,9:30:00,9:30')
        .replace('short,8:35:00,8:35', 'short,9:35:00,9:35'),
    });
    expect(patternsOf(tables)[2]).toBe('1 AB 180');
    const times = tables.get('transit-times');
    const [pattern, arrivalS] = [numbers(times, 'pattern'), numbers(times, 'arrivalS')];
    expect(arrivalS.filter((_, i) => pattern[i] === 2)).toEqual([34_200, 34_500]);
  });

  it('says which run calls at fewer than two stops that are known', async () => {
    const { tables, dropped } = await built({
      'stop_times.txt': GTFS_FEED['stop_times.txt'].replace(
        'short,8:35:00,8:35:00,2',
        'short,8:35:00,8:35:00,77',
      ),
    });
    expect(dropped).toContain(
      'bad-value, stop_times.txt, row 18: trip short has fewer than 2 calls at stops that a table places',
    );
    expect(patternsOf(tables)).toEqual(['1 ABG 30', '1 GBA 60', 'M1 AG 6']);
  });

  it('is none without a calendar, nor without times', async () => {
    const header = 'service_id,date,exception_type\r\n';
    const none = { 'calendar.txt': 'x\r\n', 'calendar_dates.txt': header };
    expect((await built(none)).tables.size).toBe(0);
    expect((await built({ 'stop_times.txt': 'x\r\n' })).tables.size).toBe(0);
  });
});

describe('of several feeds', () => {
  const ALONE = ['1 ABG 30', '1 GBA 60', '1 AB 60', 'M1 AG 6'];
  const under = (folder: string, change: (text: string) => string = (text) => text) =>
    Object.fromEntries(Object.entries(GTFS_FEED).map(([name, text]) => [`${folder}${name}`, change(text)]));
  const otherRuns = (dropped: string[]) => dropped.filter((each) => each.includes('gives way'));

  it.each(['copy/', 'feed.zip!', 'feed.zip!inner/'])('a copy in %s counts once', async (folder) => {
    const { tables, dropped } = await built(under(folder));
    expect(patternsOf(tables)).toEqual(ALONE);
    expect(tables.get('transit-times')?.rows).toBe(34);
    const ways = otherRuns(dropped);
    expect(ways).toHaveLength(9);
    expect(ways).toContain(
      `duplicate-id, stop_times.txt, row 1: trip early, whose feed gives way to that of ${folder}stop_times.txt`,
    );
  });

  it('of two editions the newer is used, whatever its runs are called', async () => {
    // A year later, with new ids of runs, and the runs of 8:20 and 8:30 left out.
    const newer = (text: string) =>
      text
        .replaceAll('2024', '2025')
        .replaceAll(/^(second|short),.*\r\n/gm, '')
        .replaceAll(/\b(early|first|back|late|night|metro)\b/g, '$1-25');
    const { tables, dropped } = await built(under('2025/', newer));
    expect(patternsOf(tables)).toEqual(['1 ABG 60', '1 GBA 60', 'M1 AG 6']);
    expect(otherRuns(dropped)).toHaveLength(9);
    expect(otherRuns(dropped)[0]).toBe(
      'older-edition, stop_times.txt, row 1: trip early, whose feed gives way to that of 2025/stop_times.txt',
    );
  });

  it('one without stops of Milan does not displace one that has them', async () => {
    const { 'rome/stops.txt': _, ...rome } = under('rome/', (text) => text.replaceAll('2024', '2025'));
    const { tables, dropped } = await built(rome);
    expect(patternsOf(tables)).toEqual(ALONE);
    expect(otherRuns(dropped)[0]).toMatch(/^same-as-better-source, rome\/stop_times\.txt, row 1: /);
  });

  it('those of different operators all count, each by its own calendar', async () => {
    const { tables, dropped } = await built({
      'b/routes.txt': 'route_id,agency_id,route_short_name,route_type\nB90,AMAT,90,3\n',
      'b/trips.txt': 'route_id,service_id,trip_id\nB90,week,x\nB90,sunday,y\n',
      // The same names of services, the other way round and of another year.
      'b/calendar.txt':
        'service_id,wednesday,start_date,end_date\nweek,0,20230101,20230131\nsunday,1,20230101,20230131\n',
      'b/stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${['x', 'y']
        .map((trip) => `${trip},8:00:00,8:00:00,1,1\n${trip},8:09:00,8:09:00,2,2\n`)
        .join('')}`,
    });
    expect(patternsOf(tables)).toEqual([...ALONE, '90 AB 60']);
    expect(otherRuns(dropped)).toEqual([]);
    expect(dropped).toContain('other-hours, b/stop_times.txt, row 1: trip x, of service week');
  });

  it('a table that is in a folder twice counts once', async () => {
    const again = Object.fromEntries(
      (['trips', 'frequencies', 'stop_times'] as const).map((name) => [
        `${name} (1).txt`,
        GTFS_FEED[`${name}.txt`],
      ]),
    );
    const { tables, dropped } = await built(again);
    expect(patternsOf(tables)).toEqual(ALONE);
    expect(dropped.filter((each) => each.startsWith('duplicate-id'))).toHaveLength(9 + 1 + 9);
    expect(dropped).toContain('duplicate-id, trips.txt, row 1: trip early again');
  });
});
