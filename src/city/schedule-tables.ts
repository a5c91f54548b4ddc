// SPDX-License-Identifier: EUPL-1.2
/** A schedule as the tables `schedule-*` of inputs.ts, and back. */
import { type Column, type ColumnTable, columnOf } from './columns';
import { TRANSIT_MODES, type TransitMode } from './ground';
import type { InputTable } from './inputs';
import type { Schedule } from './schedule';

type TableId = Extract<InputTable, `schedule-${string}`>;

/** The tables that a timetable is in (inputs.ts). */
export const SCHEDULE_TABLES = [
  'schedule-stops',
  'schedule-patterns',
  'schedule-calls',
  'schedule-shapes',
  'schedule-profiles',
  'schedule-times',
  'schedule-runs',
  'schedule-services',
  'schedule-exceptions',
] as const satisfies readonly InputTable[];

/** Every table, also those without rows. */
export function scheduleTables(s: Schedule): ColumnTable[] {
  const { patterns, stops, services } = s;
  const exceptions = services.flatMap(({ also, not }, service) => [
    ...also.map((day) => ({ service, day, runs: 1 })),
    ...not.map((day) => ({ service, day, runs: 0 })),
  ]);
  const calls = Uint32Array.from(
    { length: patterns.count },
    (_, p) => (patterns.firstCall[p + 1] as number) - (patterns.firstCall[p] as number),
  );
  return [
    table('schedule-stops', [
      texts('stop', stops.id),
      texts('name', stops.name),
      numbers('eastM', 'm', stops.eastM),
      numbers('northM', 'm', stops.northM),
    ]),
    table('schedule-patterns', [
      texts('line', patterns.line),
      {
        ...numbers(
          'mode',
          '1',
          Uint8Array.from(patterns.mode, (mode) => TRANSIT_MODES.indexOf(mode)),
        ),
        dictionary: TRANSIT_MODES,
      },
      texts('route', patterns.route),
      texts('headsign', patterns.headsign),
      numbers('firstCall', '1', patterns.firstCall.slice(0, patterns.count)),
      numbers('calls', '1', calls),
      numbers('shapeStart', '1', patterns.shapeStart),
      numbers('shapeCount', '1', patterns.shapeCount),
    ]),
    table('schedule-calls', [numbers('stop', '1', s.callStop), numbers('alongM', 'm', s.callAlongM)]),
    table('schedule-shapes', [
      numbers('eastM', 'm', s.shapeEastM),
      numbers('northM', 'm', s.shapeNorthM),
      numbers('alongM', 'm', s.shapeAlongM),
    ]),
    table('schedule-profiles', [
      numbers('pattern', '1', s.profilePattern),
      numbers('firstTime', '1', s.profileFirstTime),
    ]),
    table('schedule-times', [
      numbers('arrivalS', 's', s.timeArrivalS),
      numbers('departureS', 's', s.timeDepartureS),
    ]),
    table('schedule-runs', [
      numbers('profile', '1', s.runProfile),
      numbers('departureS', 's', s.runDepartureS),
      numbers('service', '1', s.runService),
      texts('trip', s.runTrip),
    ]),
    table('schedule-services', [
      numbers(
        'weekdays',
        '1',
        Uint8Array.from(services, ({ weekdays }) => weekdays),
      ),
      numbers(
        'fromDay',
        'yyyymmdd',
        Uint32Array.from(services, ({ fromDay }) => fromDay),
      ),
      numbers(
        'toDay',
        'yyyymmdd',
        Uint32Array.from(services, ({ toDay }) => toDay),
      ),
    ]),
    table('schedule-exceptions', [
      numbers(
        'service',
        '1',
        Uint16Array.from(exceptions, ({ service }) => service),
      ),
      numbers(
        'day',
        'yyyymmdd',
        Uint32Array.from(exceptions, ({ day }) => day),
      ),
      numbers(
        'runs',
        '1',
        Uint8Array.from(exceptions, ({ runs }) => runs),
      ),
    ]),
  ];
}

/**
 * The exact inverse of {@link scheduleTables}; other tables are passed over.
 * @throws Error where a table or column is missing, a column is of another type, or a row points nowhere.
 */
export function readSchedule(tables: readonly ColumnTable[]): Schedule {
  const of = (id: TableId) => tableOf(tables, id);
  const [stops, patterns, calls] = [of('schedule-stops'), of('schedule-patterns'), of('schedule-calls')];
  const [shapes, profiles] = [of('schedule-shapes'), of('schedule-profiles')];
  const [times, runs] = [of('schedule-times'), of('schedule-runs')];
  const schedule: Schedule = {
    stops: {
      id: textsOf(stops, 'stop'),
      name: textsOf(stops, 'name'),
      eastM: valuesOf(stops, 'eastM', Float64Array),
      northM: valuesOf(stops, 'northM', Float64Array),
    },
    patterns: {
      count: patterns.rows,
      line: textsOf(patterns, 'line'),
      mode: textsOf(patterns, 'mode') as TransitMode[],
      route: textsOf(patterns, 'route'),
      headsign: textsOf(patterns, 'headsign'),
      firstCall: withEnd(valuesOf(patterns, 'firstCall', Uint32Array), calls.rows),
      shapeStart: valuesOf(patterns, 'shapeStart', Uint32Array),
      shapeCount: valuesOf(patterns, 'shapeCount', Uint32Array),
    },
    callStop: valuesOf(calls, 'stop', Uint32Array),
    callAlongM: valuesOf(calls, 'alongM', Float32Array),
    shapeEastM: valuesOf(shapes, 'eastM', Float64Array),
    shapeNorthM: valuesOf(shapes, 'northM', Float64Array),
    shapeAlongM: valuesOf(shapes, 'alongM', Float32Array),
    profilePattern: valuesOf(profiles, 'pattern', Uint32Array),
    profileFirstTime: valuesOf(profiles, 'firstTime', Uint32Array),
    timeArrivalS: valuesOf(times, 'arrivalS', Uint32Array),
    timeDepartureS: valuesOf(times, 'departureS', Uint32Array),
    runProfile: valuesOf(runs, 'profile', Uint32Array),
    runDepartureS: valuesOf(runs, 'departureS', Uint32Array),
    runService: valuesOf(runs, 'service', Uint16Array),
    runTrip: textsOf(runs, 'trip'),
    services: servicesOf(of('schedule-services'), of('schedule-exceptions')),
  };
  checkRows(schedule);
  return schedule;
}

function withEnd(starts: Uint32Array, end: number): Uint32Array {
  const all = new Uint32Array(starts.length + 1);
  all.set(starts);
  all[starts.length] = end;
  return all;
}

function servicesOf(services: ColumnTable, exceptions: ColumnTable): Schedule['services'] {
  const also = Array.from({ length: services.rows }, (): number[] => []);
  const not = Array.from({ length: services.rows }, (): number[] => []);
  const service = valuesOf(exceptions, 'service', Uint16Array);
  const day = valuesOf(exceptions, 'day', Uint32Array);
  valuesOf(exceptions, 'runs', Uint8Array).forEach((runs, i) => {
    (runs === 1 ? also : not)[service[i] as number]?.push(day[i] as number);
  });
  const [fromDay, toDay] = [
    valuesOf(services, 'fromDay', Uint32Array),
    valuesOf(services, 'toDay', Uint32Array),
  ];
  return Array.from(valuesOf(services, 'weekdays', Uint8Array), (weekdays, row) => ({
    weekdays,
    fromDay: fromDay[row] as number,
    toDay: toDay[row] as number,
    also: also[row] as number[],
    not: not[row] as number[],
  }));
}

function checkRows(s: Schedule): void {
  const { count, firstCall, shapeStart, shapeCount } = s.patterns;
  const inside = (rows: ArrayLike<number>, length: number, what: string) => {
    for (let i = 0; i < rows.length; i++)
      if (!((rows[i] as number) < length)) throw new Error(`${what}, row ${i}: points to no row`);
  };
  inside(s.callStop, s.stops.id.length, 'schedule-calls');
  inside(s.profilePattern, count, 'schedule-profiles');
  inside(s.runProfile, s.profilePattern.length, 'schedule-runs');
  inside(s.runService, s.services.length, 'schedule-runs');
  for (let p = 0; p < count; p++) {
    const endOfShape = (shapeStart[p] as number) + (shapeCount[p] as number);
    const calls = (firstCall[p + 1] as number) - (firstCall[p] as number);
    if (!(calls >= 2) || shapeCount[p] === 0 || endOfShape > s.shapeEastM.length)
      throw new Error(`schedule-patterns, row ${p}: has no calls or no path`);
  }
  s.profilePattern.forEach((p, i) => {
    const calls = (firstCall[p + 1] as number) - (firstCall[p] as number);
    if ((s.profileFirstTime[i] as number) + calls > s.timeArrivalS.length)
      throw new Error(`schedule-profiles, row ${i}: lacks times`);
  });
}

const table = (id: TableId, columns: readonly Column[]): ColumnTable => ({
  id,
  rows: columns[0]?.values.length ?? 0,
  columns,
});
const numbers = (name: string, unit: string, values: Column['values']): Column => ({ name, unit, values });

/** The dictionary has each text once, in the order in which they come. */
function texts(name: string, values: readonly string[]): Column {
  const dictionary = [...new Set(values)];
  const place = new Map(dictionary.map((text, i) => [text, i]));
  return {
    name,
    unit: '1',
    values: Uint32Array.from(values, (text) => place.get(text) as number),
    dictionary,
  };
}

function tableOf(tables: readonly ColumnTable[], id: TableId): ColumnTable {
  const found = tables.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is missing`);
  return found;
}

function valuesOf<T extends Column['values']>(
  of: ColumnTable,
  name: string,
  type: { new (length: number): T; readonly name: string },
): T {
  const { values } = columnOf(of, name);
  if (!(values instanceof type)) throw new Error(`${of.id}: ${name} is no ${type.name}`);
  return values;
}

function textsOf(of: ColumnTable, name: string): string[] {
  const { values, dictionary } = columnOf(of, name);
  const texts = new Array<string>(values.length);
  for (let row = 0; row < values.length; row++) {
    const text = dictionary?.[values[row] as number];
    if (text === undefined) throw new Error(`${of.id}: ${name} has a text that is not in its dictionary`);
    texts[row] = text;
  }
  return texts;
}
