// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callsAlong } from './call-projection';
import { decodeColumns, encodeColumns } from './columns';
import { type Plane, plane } from './frames';
import { buildSchedule, type ScheduleInput, type ScheduleRun } from './schedule-build';
import { servicesRunning, typicalDay } from './schedule-days';
import { readSchedule, scheduleTables } from './schedule-tables';

const at = (east: number, north: number): Plane => plane(500_000 + east, 5_030_000 + north);
const STOPS = [
  { id: 'a', name: 'Alfa', at: at(0, 10) },
  { id: 'b', name: 'Beta', at: at(300, -10) },
  { id: 'c', name: 'Gamma', at: at(400, 300) },
  { id: 'far', name: 'Lontano', at: at(200, 101) },
  { id: 'unused', name: 'Senza corse', at: at(0, 0) },
];
/** East 400 m, then north 300 m. */
const BEND = [at(0, 0), at(400, 0), at(400, 300)];
const WEEK = { id: 'week', weekdays: 0b0011111, fromDay: 20260101, toDay: 20261231, also: [], not: [] };
const SUNDAY = { id: 'sun', weekdays: 0b1000000, fromDay: 20260101, toDay: 20261231, also: [], not: [] };
const ABC = ['a', 'b', 'c'];

const run = (trip: string, change: Partial<ScheduleRun> = {}): ScheduleRun => ({
  trip,
  line: '1',
  mode: 'tram',
  route: 'T1',
  headsign: 'Gamma',
  stops: ABC,
  arrivalS: [28_790, 28_860, 28_950],
  departureS: [28_800, 28_880, 28_950],
  shape: BEND,
  service: 'week',
  ...change,
});
const later = (seconds: number): Partial<ScheduleRun> => ({
  arrivalS: [28_790 + seconds, 28_860 + seconds, 28_950 + seconds],
  departureS: [28_800 + seconds, 28_880 + seconds, 28_950 + seconds],
});
const input = (runs: ScheduleRun[]): ScheduleInput => ({ stops: STOPS, services: [WEEK, SUNDAY], runs });

test('calls lie along the shape, and times count from the departure', () => {
  const s = buildSchedule(input([run('t1')]));
  expect(s.stops.id).toEqual(ABC);
  expect([...s.callStop]).toEqual([0, 1, 2]);
  expect([...s.callAlongM]).toEqual([0, 300, 700]);
  expect([...s.shapeAlongM]).toEqual([0, 400, 700]);
  expect([...s.timeArrivalS]).toEqual([0, 60, 150]);
  expect([...s.timeDepartureS]).toEqual([0, 80, 150]);
  expect([...s.runDepartureS]).toEqual([28_800]);
});

test('equal times are one profile, equal stops and shape one pattern; runs go by departure', () => {
  const slow = { arrivalS: [0, 100, 200], departureS: [0, 100, 200] };
  const s = buildSchedule(
    input([
      run('t2', later(600)),
      run('t1'),
      run('slow', { ...slow, stops: [...ABC] }),
      run('back', { headsign: 'Alfa', stops: ['c', 'b', 'a'], shape: [...BEND].reverse() }),
    ]),
  );
  expect(s.patterns.count).toBe(2);
  expect(s.patterns.headsign).toEqual(['Gamma', 'Alfa']);
  expect([...s.profilePattern]).toEqual([0, 0, 1]);
  expect(s.runTrip).toEqual(['slow', 'back', 't1', 't2']);
  expect([...s.runProfile]).toEqual([1, 2, 0, 0]);
});

test('a path of another headsign shares its points', () => {
  const s = buildSchedule(input([run('t1'), run('t2', { headsign: 'Beta' })]));
  expect([...s.patterns.shapeStart]).toEqual([0, 0]);
  expect(s.shapeEastM).toHaveLength(3);
});

test('without a shape, or with a stop 101 m off it, the path is straight and that is said', () => {
  const told: string[] = [];
  const s = buildSchedule(
    input([run('none', { shape: null }), run('off', { stops: ['a', 'far', 'c'] })]),
    (pattern, first, why) => told.push(`${pattern} ${first.trip} ${why}`),
  );
  expect(told).toEqual(['0 none no-shape', '1 off stop-off-shape']);
  expect([...s.patterns.shapeStart]).toEqual([0, 3]);
  expect([...s.callAlongM].slice(0, 3)).toEqual(
    [0, Math.hypot(300, 20), Math.hypot(300, 20) + Math.hypot(100, 310)].map(Math.fround),
  );
  // At the stops themselves.
  expect([...s.shapeNorthM].slice(3)).toEqual([5_030_010, 5_030_101, 5_030_300]);
});

test('a loop ends at its end, and a path that passes a stop twice is read in the order ridden', () => {
  const loop = [at(0, 0), at(300, 0), at(300, 200), at(0, 200), at(0, 0)];
  expect(callsAlong(loop, [at(0, 0), at(300, 200), at(0, 0)])).toEqual([0, 500, 1000]);
  // Out and back over the same street: the second time by is the one after the end of it.
  const spur = [at(0, 0), at(200, 0), at(0, 0)];
  expect(callsAlong(spur, [at(50, 5), at(200, 0), at(50, -5)])).toEqual([50, 200, 350]);
});

test('two stops that lie the wrong way round are called at one place between them', () => {
  const [first, second] = callsAlong([at(0, 0), at(100, 0)], [at(60, 3), at(40, 3)]) as [number, number];
  expect(first).toBe(60);
  expect(second).toBe(60);
});

test('calls never go back, whatever the shape and stops', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 2, maxLength: 12 }),
      fc.array(place, { minLength: 2, maxLength: 8 }),
      (shape, stops) => {
        const calls = callsAlong(
          shape.map(([e, n]) => at(e, n)),
          stops.map(([e, n]) => at(e, n)),
        ) as number[];
        expect(calls).toHaveLength(stops.length);
        for (let i = 1; i < calls.length; i++)
          expect(calls[i]).toBeGreaterThanOrEqual(calls[i - 1] as number);
      },
    ),
  );
});

test.each([
  ['a stop that is not there', { stops: ['a', 'nowhere', 'c'] }, 'trip t: no stop nowhere'],
  ['a service that is not there', { service: 'x' }, 'trip t: no service x'],
  ['one call', { stops: ['a'], arrivalS: [0], departureS: [0] }, 'trip t: 1 stops, 1 arrivals'],
  ['times that go back', { arrivalS: [0, 50, 40], departureS: [0, 50, 60] }, 'go back at call 3'],
])('%s is a fault', (_, change, message) => {
  expect(() => buildSchedule(input([run('t', change)]))).toThrow(message);
});

test('tables hold the whole of it', () => {
  const services = [{ ...WEEK, also: [20260815, 20260816], not: [20261207] }, SUNDAY];
  const runs = [run('t1'), run('t2', later(90)), run('s', { service: 'sun', shape: null, headsign: '' })];
  const s = buildSchedule({ stops: STOPS, services, runs });
  const written = scheduleTables(s).map((table) => decodeColumns(encodeColumns(table)));
  expect(readSchedule(written)).toEqual(s);
  expect(readSchedule(scheduleTables(buildSchedule(input([]))))).toEqual(buildSchedule(input([])));
});

test('tables that lack something or point nowhere are refused', () => {
  const tables = scheduleTables(buildSchedule(input([run('t1')])));
  expect(() => readSchedule(tables.slice(1))).toThrow('schedule-stops is missing');
  const bent = tables.map((table) =>
    table.id === 'schedule-calls'
      ? {
          ...table,
          columns: table.columns.map((c) =>
            c.name === 'stop' ? { ...c, values: Uint32Array.of(0, 1, 9) } : c,
          ),
        }
      : table,
  );
  expect(() => readSchedule(bent)).toThrow('schedule-calls, row 2: points to no row');
});

test('a service runs on its weekdays, on days added, and not on those taken away', () => {
  // 2026-11-25 is a Wednesday, 2026-11-29 a Sunday.
  const services = [{ ...WEEK, also: [20261129, 20270103], not: [20261125] }, SUNDAY];
  const s = buildSchedule({ stops: STOPS, services, runs: [run('t1')] });
  const on = (day: number) => [...servicesRunning(s, day)];
  expect(on(20261124)).toEqual([0]);
  expect(on(20261125)).toEqual([]);
  expect(on(20261129)).toEqual([0, 1]);
  expect(on(20261128)).toEqual([]);
  expect(on(20270103)).toEqual([0]);
  expect(on(20270106)).toEqual([]);
});

test('the typical day is the one with most runs, the newest of equals', () => {
  const some = [run('t1'), run('t2', later(60)), run('s', { service: 'sun' })];
  const plain = buildSchedule(input(some));
  // 2026-12-30 is the last Wednesday of the year, 2026-12-27 its last Sunday.
  expect(typicalDay(plain, 3)).toBe(20261230);
  expect(typicalDay(plain, 7)).toBe(20261227);
  expect(typicalDay(plain, 6)).toBeNaN();
  const holidays = [
    { ...WEEK, not: [20261230, 20261223] },
    { ...SUNDAY, also: [20260610] },
  ];
  const s = buildSchedule({ stops: STOPS, services: holidays, runs: some });
  // Three runs on 2026-06-10, a Wednesday with an exception; two on others.
  expect(typicalDay(s, 3)).toBe(20260610);
  const without = buildSchedule({ stops: STOPS, services: [holidays[0] as typeof WEEK, SUNDAY], runs: some });
  expect(typicalDay(without, 3)).toBe(20261216);
});
