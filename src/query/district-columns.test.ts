// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../city/columns';
import { INPUT_TABLES } from '../city/inputs';
import { registerColumns, registerYears } from './district-columns';

type Row = Partial<Record<(typeof INPUT_TABLES)['population'][number], number>>;
const BRERA: Row = {
  total: 18361,
  men: 8552,
  women: 9809,
  minors: 2583,
  aged65Plus: 4374,
  aged80Plus: 1566,
  foreigners: 3464,
  households: 10690,
  singleHouseholds: 6497,
  aloneAged80Plus: 832,
  births: 104,
  deaths: 144,
  arrivals: 810,
  departures: 473,
};
const register = (rows: readonly Row[]): ColumnTable => ({
  id: 'population',
  rows: rows.length,
  columns: INPUT_TABLES.population.map((name) => ({
    name,
    unit: '1',
    values: Float64Array.from(rows, (row) => row[name] ?? 0),
  })),
});
const made = (rows: readonly Row[], ids = [2]) => {
  const columns = registerColumns(register(rows), ids);
  const years = registerYears(register(rows));
  const of = new Map(columns.map((column) => [column.attribute.id, column]));
  return {
    years,
    value: (id: string, row = 0) => of.get(id)?.values[row],
    withheld: (id: string, row = 0) => of.get(id)?.withheld?.[row] === 1,
    ids: [...of.keys()],
  };
};

describe('columns of the districts', () => {
  it('are the newest register, with what is reckoned from it', () => {
    const of = made([
      { zone: 2, year: 2011, ...BRERA, aged80Plus: 1224 },
      { zone: 2, year: 2024, ...BRERA },
    ]);
    expect(of.years).toEqual({ newest: 2024, oldest: 2011 });
    expect(of.value('aged80Plus')).toBe(1566);
    expect(of.value('minorsCount')).toBe(2583);
    // 832 of 1,566.
    expect(of.value('aloneAged80PlusShare')).toBeCloseTo(53.129, 3);
  });

  it('say what is withheld, and nought where it is nought', () => {
    const of = made(
      [
        { zone: 2, year: 2024, ...BRERA, aloneAged80Plus: Number.NaN, births: 3, deaths: 0 },
        { zone: 3, year: 2024, ...BRERA, total: 4 },
      ],
      [2, 3, 9],
    );
    expect(of.withheld('aloneAged80PlusShare')).toBe(true);
    expect([of.value('births'), of.withheld('births')]).toEqual([Number.NaN, true]);
    expect([of.value('deaths'), of.withheld('deaths')]).toEqual([0, false]);
    expect([of.withheld('men', 1), of.withheld('aloneAged80PlusShare', 1)]).toEqual([true, true]);
    // Not in the register: not known, which is not withheld.
    expect([of.value('men', 2), of.withheld('men', 2)]).toEqual([Number.NaN, false]);
  });

  it('never tell of one to four, in a count or beside its whole', () => {
    const count = fc.integer({ min: 0, max: 40 });
    const row = fc.record(Object.fromEntries(Object.keys(BRERA).map((id) => [id, count])));
    fc.assert(
      fc.property(row, (counts: Row) => {
        const of = made([{ zone: 2, year: 2024, ...counts }]);
        const small = (n: unknown) => typeof n === 'number' && n > 0 && n < 5;
        for (const id of of.ids)
          if (id !== 'aloneAged80PlusShare') expect(small(of.value(id)), id).toBe(false);
        const rest = Number(counts.total) - Number(of.value('foreignersCount'));
        expect(small(rest)).toBe(false);
      }),
    );
  });

  it('are none where the register is empty', () => {
    expect(registerColumns(register([]), [2])).toEqual([]);
    expect(registerYears(null)).toBe(null);
  });
});
