// SPDX-License-Identifier: EUPL-1.2
/** A built city with more under way than Milan has: so many vehicles at once, and traffic on so many streets. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnTable, columnOf, decodeColumns, encodeColumns } from '../../src/city/columns';
import { plane } from '../../src/city/frames';
import type { TransitMode } from '../../src/city/ground';
import { buildSchedule, type ScheduleRun } from '../../src/city/schedule-build';
import { scheduleTables } from '../../src/city/schedule-tables';

/** Seconds after midnight at which `vehicles` are under way: the hour before the runs are all departed. */
export const CROWDED_AT_S = 8.5 * 3600;
/** As long as runs depart that are under way then: half an hour on and the longest run back. */
const DEPART_S = 3 * 3600;

/**
 * Copies a built city and gives it what the bench draws.
 * @param from folder of a built city
 * @param to folder that is written anew
 */
export function crowdedCity(from: string, to: string, vehicles: number, streets: number): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const { path } = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8')) as { path: string };
  const file = join(to, path, 'catalogue.json');
  const catalogue = JSON.parse(readFileSync(file, 'utf8'));
  const read = (id: string) => decodeColumns(readFileSync(join(to, path, `inputs/${id}.columns`)), id);
  const write = (table: ColumnTable) => {
    const bytes = encodeColumns(table);
    const entry = `inputs/${table.id}.columns`;
    for (const ending of ['', '.br', '.gz']) rmSync(join(to, path, entry + ending), { force: true });
    writeFileSync(join(to, path, entry), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    catalogue.files.inputs = catalogue.files.inputs.filter(({ id }: { id: string }) => id !== table.id);
    catalogue.files.inputs.push({ id: table.id, file: entry, rows: table.rows, sha256 });
  };
  for (const table of timetable(read, vehicles)) write(table);
  for (const table of traffic(read, streets)) write(table);
  for (const ending of ['.br', '.gz']) rmSync(file + ending, { force: true });
  writeFileSync(file, JSON.stringify(catalogue));
}

type Read = (id: string) => ColumnTable;

function timetable(read: Read, vehicles: number): ColumnTable[] {
  const [stopTable, patterns, calls] = [
    read('transit-stops'),
    read('transit-patterns'),
    read('transit-calls'),
  ];
  const stops = rows(stopTable).map((row) => ({
    id: `s${row}`,
    name: text(stopTable, 'name', row),
    at: plane(number(stopTable, 'eastM', row), number(stopTable, 'northM', row)),
  }));
  const shapes = rows(patterns).flatMap((row) => {
    const first = number(patterns, 'firstCall', row);
    const called = Array.from({ length: number(patterns, 'calls', row) }, (_, i) =>
      number(calls, 'stop', first + i),
    );
    if (called.length < 2) return [];
    const times = [0];
    for (let i = 1; i < called.length; i++) {
      const [a, b] = [stops[called[i - 1]!]!.at, stops[called[i]!]!.at];
      times.push(times[i - 1]! + Math.max(30, Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]) / SPEED_MS)));
    }
    return [{ row, ids: called.map((stop) => `s${stop}`), times }];
  });
  // A pattern has its running time over its headway on the way: the same headway for all.
  const headwayS = shapes.reduce((sum, { times }) => sum + times.at(-1)!, 0) / vehicles;
  const runs: ScheduleRun[] = shapes.flatMap(({ row, ids, times }) => {
    const lasts = times.at(-1)!;
    const count = Math.ceil((DEPART_S + lasts) / headwayS);
    return Array.from({ length: count }, (_, i) => {
      const departure = Math.round(CROWDED_AT_S + DEPART_S / 2 - i * headwayS);
      return departure < 0 ? null : departure;
    })
      .filter((departure) => departure !== null)
      .map((departure, i) => ({
        trip: `${row}-${i}`,
        line: text(patterns, 'line', row),
        mode: text(patterns, 'mode', row) as TransitMode,
        route: text(patterns, 'line', row),
        headsign: '',
        stops: ids,
        arrivalS: times.map((s) => s + departure),
        departureS: times.map((s) => s + departure),
        shape: null,
        service: 'daily',
      }));
  });
  const daily = { id: 'daily', weekdays: 127, fromDay: 20200101, toDay: 20991231, also: [], not: [] };
  return scheduleTables(buildSchedule({ stops, services: [daily], runs }));
}
const SPEED_MS = 6;

/** All streets of the city, not only the modelled ones, with a flow on the first of them. */
function traffic(read: Read, streets: number): ColumnTable[] {
  const links = read('street-links');
  if (links.rows < streets) throw new RangeError(`the city has ${links.rows} street links, not ${streets}`);
  const link = Uint32Array.from({ length: streets }, (_, i) => i);
  const names = Uint32Array.from(link, () => 0);
  const profile = text(read('typical-traffic'), 'profile', 0);
  return [
    { ...links, id: 'road-links' },
    { ...read('street-shapes'), id: 'road-shapes' },
    {
      id: 'typical-traffic',
      rows: streets,
      columns: [
        { name: 'link', unit: '1', values: link },
        { name: 'flowVehH', unit: 'veh/h', values: Float32Array.from(link, (i) => 300 + ((i * 619) % 1500)) },
        { name: 'capacityVehH', unit: 'veh/h', values: Float32Array.from(link, () => 1200) },
        { name: 'profile', unit: '1', values: names, dictionary: [profile] },
      ],
    },
  ];
}

const rows = (table: ColumnTable) => Array.from({ length: table.rows }, (_, row) => row);
const number = (table: ColumnTable, name: string, row: number) => columnOf(table, name).values[row] as number;
function text(table: ColumnTable, name: string, row: number): string {
  const { values, dictionary } = columnOf(table, name);
  return dictionary?.[values[row] as number] ?? String(values[row]);
}
