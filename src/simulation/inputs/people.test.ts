// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Column, ColumnTable } from '../../city/columns';
import type { InputTable } from '../../city/inputs';
import type { Grade, Range } from '../../city/people';
import { assumedPlaces, placesWith, roomsOf } from '../models/school-places/school-rooms';
import { peopleOf } from './people';
import { CityInputsError } from './tables';

type Values = readonly (number | string)[];
function columnOf(name: string, values: Values): Column {
  if (values.every((value) => typeof value === 'number'))
    return { name, unit: '1', values: Float64Array.from(values as number[]) };
  const dictionary = [...new Set(values as string[])];
  const numbers = Uint8Array.from(values as string[], (text) => dictionary.indexOf(text));
  return { name, unit: '1', values: numbers, dictionary };
}
const table = (id: InputTable, columns: Readonly<Record<string, Values>>): [InputTable, ColumnTable] => [
  id,
  {
    id,
    rows: Object.values(columns)[0]?.length ?? 0,
    columns: Object.entries(columns).map(([name, values]) => columnOf(name, values)),
  },
];

const ZONES = { districts: 2, id: Int32Array.of(5, 9, -1) };
const REGISTER = {
  zone: [5, 9, 9, 5, 77],
  year: [2011, 2011, 2024, 2024, 2024],
  total: [1000, 2000, 2100, 1100, 50],
  men: [400, 1000, 1000, 500, 20],
  women: [600, 1000, 1100, 600, 30],
  minors: [100, 300, 300, Number.NaN, 5],
  aged65Plus: [200, 500, 600, 300, 5],
  aged80Plus: [50, 100, 200, 100, 0],
  households: [500, 900, 1000, 600, 20],
  singleHouseholds: [200, 300, 400, 300, 5],
  aloneAged80Plus: [20, 30, 80, 50, 0],
  births: [10, 20, 15, 8, 1],
  deaths: [9, 18, 20, 11, 1],
  arrivals: [50, 60, 70, 80, 1],
  departures: [40, 50, 60, 70, 1],
};
const register = (changed: Readonly<Record<string, Values>> = {}) =>
  table('population', { ...REGISTER, ...changed });
const read = (...tables: readonly [InputTable, ColumnTable][]) => peopleOf(new Map(tables), ZONES);

describe('the register', () => {
  it('is that of the first and of the last year, by row of the districts', () => {
    const people = read(register())!;
    expect(people.register.first.year).toBe(2011);
    expect(Array.from(people.register.first.total)).toEqual([1000, 2000]);
    expect(people.register.last.year).toBe(2024);
    // 5 is the first row, though its figures come later; 77 is no district of these zones.
    expect(Array.from(people.register.last.total)).toEqual([1100, 2100]);
    expect(Array.from(people.register.last.minors)).toEqual([Number.NaN, 300]);
    expect(people.register.last.aloneAged80Plus[1]).toBe(80);
    expect([people.census, people.schools, people.services]).toEqual([null, [], []]);
  });

  it('of one year is the first and the last; a district without a row is not known', () => {
    const { first, last } = read(table('population', { zone: [9], year: [2024], total: [7] }))!.register;
    expect(first).toBe(last);
    expect(Array.from(last.total)).toEqual([Number.NaN, 7]);
    expect(Array.from(last.births)).toEqual([Number.NaN, Number.NaN]);
  });

  it('is needed', () => {
    expect(read()).toBeNull();
    expect(read(table('population', { zone: [], year: [] }))).toBeNull();
  });

  it.each([
    [{ men: [400, 1000, 1000, 500, 21.5] }, 'population, row 4: men and women make 51.5, total is 50'],
    [{ women: [600, 998, 1100, 600, 30] }, 'population, row 1: men and women make 1998, total is 2000'],
    [{ aged80Plus: [50, 100, 602, 100, 0] }, 'population, row 2: aged80Plus make 602, aged65Plus is 600'],
    [{ minors: [100, 300, 1600, 1, 5] }, 'population, row 2: minors and aged65Plus make 2200, total is 2100'],
    [
      { singleHouseholds: [502, 1, 1, 1, 1] },
      'population, row 0: singleHouseholds make 502, households is 500',
    ],
    [
      { aloneAged80Plus: [1, 1, 202, 1, 0] },
      'population, row 2: aloneAged80Plus make 202, aged80Plus is 200',
    ],
    [{ deaths: [9, -18, 20, 11, 1] }, 'population, row 1: deaths is -18'],
    [{ year: [2011, 2011, 2024, 2011, 2024] }, 'population, row 3: zone 5 has a row of 2011 already'],
    [{ year: [2011, Number.NaN, 2024, 2024, 2024] }, 'population, row 1: year NaN is none'],
  ])('%j is a fault: %s', (changed, message) => {
    expect(() => read(register(changed))).toThrow(new CityInputsError([], message));
  });

  it('may be rounded, and what is not disclosed makes no sum', () => {
    expect(read(register({ men: [400.5, 1000, 1000, 500, 20] }))).not.toBeNull();
    expect(read(register({ men: [Number.NaN, 1000, 1000, 500, 20] }))!.register.first.women[0]).toBe(600);
  });
});

describe('the census', () => {
  const pyramid = (changed: Readonly<Record<string, Values>> = {}) =>
    table('population-pyramid', {
      zone: [9, 9, 9, 9],
      sex: [0, 0, 1, 1],
      ageFrom: [0, 5, 5, 0],
      persons: [10, 11, 13, 12],
      ...changed,
    });

  it('has classes of men and women by district', () => {
    const { year, ageFrom, men, women } = read(register(), pyramid())!.census!;
    expect([year, ageFrom]).toEqual([2011, [0, 5]]);
    expect(Array.from(men)).toEqual([Number.NaN, Number.NaN, 10, 11]);
    expect(Array.from(women)).toEqual([Number.NaN, Number.NaN, 12, 13]);
  });

  it.each([
    [{ ageFrom: [0, -5, 5, 0] }, 'population-pyramid, row 1: ageFrom is -5'],
    [{ persons: [10, 11, -13, 12] }, 'population-pyramid, row 2: persons is -13'],
    [{ sex: [0, 0, 1, 2] }, 'population-pyramid, row 3: sex 2 is neither 0 (men) nor 1 (women)'],
    [{ ageFrom: [0, 5, 5, 5] }, 'population-pyramid, row 3: zone 9 has women from 5 already'],
    [{ ageFrom: [5, 10, 10, 5] }, 'population-pyramid: ages begin at 5, and nobody is younger'],
  ])('%j is a fault: %s', (changed, message) => {
    expect(() => read(register(), pyramid(changed))).toThrow(new CityInputsError([], message));
  });
});

describe('schools and services', () => {
  const services = (changed: Readonly<Record<string, Values>> = {}) =>
    table('services', {
      id: ['s1', 's2', 's3', 's4', 's5', 'p1', 'r1', 'r2', 's6', 's7'],
      class: [
        'school',
        'school',
        'school',
        'school',
        'school',
        'pharmacy',
        'nursing-home',
        'nursing-home',
        'school',
        'school',
      ],
      grade: ['primaria', 'primaria', 'secondaria-2', 'infanzia', 'primaria', '', '', '', 'primaria', ''],
      name: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'],
      eastM: [100, 200, 1, 400, Number.NaN, 500, 600, 700, 800, 1],
      northM: [1, 2, 1, 4, Number.NaN, 5, 6, 7, 8, 1],
      capacity: [278, Number.NaN, 900, Number.NaN, 100, Number.NaN, 140, Number.NaN, 50, 10],
      capacityUnit: ['pupils', '', 'pupils', '', 'pupils', '', 'beds', '', 'pupils', 'pupils'],
      zone: [5, 9, 5, 9, 0, 5, 9, 9, 77, 5],
      ...changed,
    });

  it('are those of a grade and of a kind that are modelled, with their places', () => {
    const people = read(register(), services())!;
    // 278 pupils are 56 a year: three classes of each of five years, 15 rooms.
    const places = { low: 278, value: 360, high: 405 };
    expect(people.schools.map(({ id, grade, district }) => [id, grade, district])).toEqual([
      ['s4', 'infanzia', 1],
      ['s1', 'primaria', 0],
      ['s2', 'primaria', 1],
    ]);
    expect(people.schools[1]).toEqual({
      id: 's1',
      name: 'A',
      grade: 'primaria',
      at: [100, 1],
      district: 0,
      pupils: 278,
      places,
    });
    // The only one known is the median and every percentile.
    expect(people.schools[2]).toMatchObject({
      pupils: Number.NaN,
      places: { low: 360, value: 360, high: 360 },
    });
    expect(people.schools[0]!.places).toEqual({ low: 54, value: 72, high: 87 });
    expect(people.services).toEqual([
      {
        id: 'p1',
        name: 'F',
        kind: 'pharmacy',
        at: [500, 5],
        district: 0,
        capacity: { low: 1, value: 1, high: 1 },
      },
      {
        id: 'r1',
        name: 'G',
        kind: 'nursing-home',
        at: [600, 6],
        district: 1,
        capacity: { low: 140, value: 140, high: 140 },
      },
      {
        id: 'r2',
        name: 'H',
        kind: 'nursing-home',
        at: [700, 7],
        district: 1,
        capacity: { low: 140, value: 140, high: 140 },
      },
    ]);
  });

  it('without a position, or in no district, are in no model, and are told', () => {
    expect(read(register(), services())!.unplaced).toEqual([
      { name: 'E', kind: 'primaria', why: 'no-position' },
      { name: 'I', kind: 'primaria', why: 'outside' },
    ]);
  });

  it('a table of before there were grades has no schools; of before there were ids it makes them', () => {
    const [id, { columns, rows }] = services();
    const old = { id, rows, columns: columns.filter(({ name }) => name !== 'grade' && name !== 'id') };
    const people = read(register(), [id, old])!;
    expect(people.schools).toEqual([]);
    expect(people.services.map((service) => service.id)).toEqual(['service-5', 'service-6', 'service-7']);
  });

  it('fewer than none, and one id twice, are faults', () => {
    const capacity = [278, Number.NaN, 900, Number.NaN, -1, Number.NaN, 140, Number.NaN, 50, 10];
    expect(() => read(register(), services({ capacity }))).toThrow('services, row 4: capacity is -1');
    const id = ['s1', 's1', 's3', 's4', 's5', 'p1', 'r1', 'r2', 's6', 's7'];
    expect(() => read(register(), services({ id }))).toThrow('services, row 1: id s1 is there already');
  });

  it('a family doctor has the patients of one, wherever he is', () => {
    const doctors = ['school', 'school', 'school', 'school', 'school', ...Array(5).fill('family-doctor')];
    const people = read(register(), services({ class: doctors }))!;
    expect(people.services.map(({ id, kind, district, capacity }) => [id, kind, district, capacity])).toEqual(
      [
        ['p1', 0],
        ['r1', 1],
        ['r2', 1],
        ['s7', 0],
      ].map(([id, district]) => [id, 'family-doctor', district, { low: 1200, value: 1500, high: 1800 }]),
    );
    expect(people.unplaced).toContainEqual({ name: 'I', kind: 'family-doctor', why: 'outside' });
  });

  it('beds that nobody states are assumed', () => {
    const capacity = [278, Number.NaN, 900, Number.NaN, 100, Number.NaN, Number.NaN, Number.NaN, 50, 10];
    const people = read(register(), services({ capacity }))!;
    expect(people.services[1]!.capacity).toEqual({ low: 48, value: 120, high: 211 });
  });
});

describe('places of a school', () => {
  it.each([
    // 52 a year are two classes of 26: ten rooms, two places kept free in each, at most 27.
    [260, 'primaria', 10, { low: 260, value: 260, high: 270 }],
    // 28 a year: the rule makes one class of 27 and leaves one over, who goes there all the same.
    [140, 'primaria', 10, { low: 140, value: 240, high: 270 }],
    // A class for each year, as full as one may be that is alone.
    [90, 'secondaria-1', 3, { low: 90, value: 90, high: 90 }],
    [60, 'secondaria-1', 3, { low: 60, value: 75, high: 90 }],
    // Too few for a class of each year: two rooms of several years.
    [20, 'primaria', 2, { low: 20, value: 48, high: 54 }],
    [0, 'primaria', 0, { low: 0, value: 0, high: 0 }],
  ] as const)('%i pupils of %s fill %i rooms', (pupils, grade, rooms, places) => {
    expect(roomsOf(pupils, grade)).toBe(rooms);
    expect(placesWith(pupils, grade)).toEqual(places);
  });

  it('are a range, and no fewer than the pupils, for every school', () => {
    const isRange = ({ low, value, high }: Range) => low <= value && value <= high;
    for (const grade of ['infanzia', 'primaria', 'secondaria-1'] as const satisfies readonly Grade[]) {
      expect(isRange(assumedPlaces(grade))).toBe(true);
      for (let pupils = 0; pupils <= 1200; pupils++) {
        const places = placesWith(pupils, grade);
        expect(isRange(places)).toBe(true);
        expect(places.low).toBe(pupils);
      }
    }
  });
});
