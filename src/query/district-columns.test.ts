// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../city/columns';
import { DISTRICT } from '../city/fixtures/district-register';
import { INPUT_TABLES } from '../city/inputs';
import { registerColumns, registerYears } from './district-columns';

type Row = Partial<Record<(typeof INPUT_TABLES)['population'][number], number>>;
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
      { zone: 2, year: 2011, ...DISTRICT, aged80Plus: 1224 },
      { zone: 2, year: 2024, ...DISTRICT },
    ]);
    expect(of.years).toEqual({ newest: 2024, oldest: 2011 });
    expect(of.value('aged80Plus')).toBe(1500);
    expect(of.value('minorsCount')).toBe(3000);
    // 750 of 1,500.
    expect(of.value('aloneAged80PlusShare')).toBe(50);
  });

  it('say what is withheld, and nought where it is nought', () => {
    const of = made(
      [
        { zone: 2, year: 2024, ...DISTRICT, aloneAged80Plus: Number.NaN, births: 3, deaths: 0 },
        { zone: 3, year: 2024, ...DISTRICT, total: 4 },
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
    const row = fc.record(Object.fromEntries(Object.keys(DISTRICT).map((id) => [id, count])));
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
