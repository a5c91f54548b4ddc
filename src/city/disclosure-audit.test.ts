// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from './columns';
import { leaksOf } from './disclosure-audit';
import { INPUT_TABLES } from './inputs';

/** Four districts of one year of which everything may be told. */
const DISTRICT = {
  year: 2024,
  total: 1000,
  men: 480,
  women: 520,
  minors: 150,
  aged65Plus: 250,
  aged80Plus: 80,
  foreigners: 200,
  households: 500,
  singleHouseholds: 230,
  aloneAged80Plus: 40,
  births: 8,
  deaths: 9,
  arrivals: 50,
  departures: 45,
};
type Count = keyof typeof DISTRICT;
const register = (
  change: (row: number, count: Count) => number | undefined = () => undefined,
): ColumnTable => ({
  id: 'population',
  rows: 4,
  columns: INPUT_TABLES.population.map((name) => ({
    name,
    unit: '1',
    values: Float32Array.from({ length: 4 }, (_, row) =>
      name === 'zone' ? row + 1 : (change(row, name) ?? DISTRICT[name]),
    ),
  })),
});
const table = (id: string, columns: Readonly<Record<string, readonly number[]>>): ColumnTable => ({
  id,
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: Object.entries(columns).map(([name, values]) => ({
    name,
    unit: '1',
    values: Float32Array.from(values),
  })),
});
const told = (of: ColumnTable) => leaksOf(of).map(({ column, row, kind }) => `${column} ${row} ${kind}`);

describe('a register', () => {
  it('that tells enough of everybody leaks nothing', () => expect(leaksOf(register())).toEqual([]));

  it('leaks a count from 1 to 4, wherever it was planted', () => {
    const counts = Object.keys(DISTRICT).filter((count) => count !== 'year') as Count[];
    fc.assert(
      fc.property(
        fc.constantFrom(...counts),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (count, row, few) => {
          const planted = register((at, name) => (at === row && name === count ? few : undefined));
          expect(told(planted)).toContain(`${count} ${row} small`);
        },
      ),
    );
  });

  it('leaks by subtraction in a row: 998 foreigners of 1,000', () =>
    expect(told(register((row, count) => (row === 2 && count === 'foreigners' ? 998 : undefined)))).toEqual([
      'foreigners 2 rest',
    ]));

  it('leaks what alone is withheld of its year, but not two', () => {
    const without = (...rows: number[]) =>
      register((row, count) => (rows.includes(row) && count === 'births' ? Number.NaN : undefined));
    expect(told(without(1))).toEqual(['births 1 alone']);
    expect(told(without(1, 3))).toEqual([]);
  });
});

describe('the census', () => {
  const pyramid = (persons: readonly number[]) =>
    table('population-pyramid', { zone: [1, 1, 2, 2, 3, 3], persons });

  it('has pyramids that are told whole or not at all, and more than one that is not', () => {
    const none = Number.NaN;
    expect(told(pyramid([10, 20, 30, 40, 50, 60]))).toEqual([]);
    expect(told(pyramid([none, none, none, none, 50, 60]))).toEqual([]);
    expect(told(pyramid([3, 20, 30, 40, 50, 60]))).toEqual(['persons 0 small']);
    expect(told(pyramid([none, 20, none, none, 50, 60]))).toEqual(['persons 1 rest']);
    expect(told(pyramid([none, none, 30, 40, 50, 60]))).toEqual(['persons 0 alone', 'persons 1 alone']);
  });

  it('has sections of which neither a count nor a difference tells of 1 to 4', () => {
    const sections = (aged65Plus: number, persons = 100) =>
      table('population-sections', {
        zone: [1, 1],
        persons: [persons, 200],
        households: [50, 90],
        aged65Plus: [aged65Plus, 40],
      });
    expect(told(sections(20))).toEqual([]);
    expect(told(sections(3))).toEqual(['aged65Plus 0 small']);
    expect(told(sections(98))).toEqual(['aged65Plus 0 rest']);
    expect(told(sections(Number.NaN))).toEqual(['aged65Plus 0 alone']);
    expect(told(sections(20, 52))).toEqual(['households 0 rest']);
  });
});

it('of a table without persons nothing is asked', () =>
  expect(leaksOf(table('services', { capacity: [1, 2, 3] }))).toEqual([]));
