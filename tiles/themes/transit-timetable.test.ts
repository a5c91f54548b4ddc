// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
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
import { busiestWeekday } from './transit-timetable';

/** A feed from its files to the tables of a city. */
async function built(changed: Partial<Record<keyof typeof GTFS_FEED, string>> = {}, more: TransitRow[] = []) {
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
      'stop_times.txt, row 24: trip ghost is not in trips',
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

  it('is none without a calendar, nor without times', async () => {
    const header = 'service_id,date,exception_type\r\n';
    const none = { 'calendar.txt': 'x\r\n', 'calendar_dates.txt': header };
    expect((await built(none)).tables.size).toBe(0);
    expect((await built({ 'stop_times.txt': 'x\r\n' })).tables.size).toBe(0);
  });
});

describe('the Wednesday that stands for the weekdays', () => {
  const week = { service_id: 'week', wednesday: '1', start_date: '20240429', end_date: '20240630' };
  const runs = new Map([
    ['week', 100],
    ['summer', 60],
  ]);

  it('is no holiday, and the first of equals', () => {
    expect(busiestWeekday([week], [], runs)).toBe('20240501');
    const holiday = { service_id: 'week', date: '20240501', exception_type: '2' };
    expect(busiestWeekday([week], [holiday], runs)).toBe('20240508');
  });

  it('may be known by exceptions alone, and may be none', () => {
    const day = (date: string) => ({ service_id: 'summer', date, exception_type: '1' });
    expect(busiestWeekday([], [day('20240709'), day('20240710')], runs)).toBe('20240710');
    expect(busiestWeekday([], [day('20240709')], runs)).toBeUndefined();
    expect(busiestWeekday([], [], runs)).toBeUndefined();
  });

  it('is a Wednesday, whatever the calendar', () => {
    const day = fc
      .date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2030-12-31T00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 4 }), (spans) => {
        const calendar = spans.map(([start_date, end_date]) => ({ ...week, start_date, end_date }));
        const found = busiestWeekday(calendar, [], runs);
        if (found === undefined) return;
        const [y, m, d] = [found.slice(0, 4), found.slice(4, 6), found.slice(6)];
        expect(new Date(`${y}-${m}-${d}T00:00Z`).getUTCDay()).toBe(3);
        expect(spans.some(([start, end]) => start <= found && found <= end)).toBe(true);
      }),
    );
  });
});
