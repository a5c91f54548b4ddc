// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../../../city/columns';
import { type EntryDay, entriesOf, parseEntries } from './entries';
import { daysOf, meanProfile, sumOf, weekday, withoutSchool } from './windows';

const HEADER = 'year;month;day;timeIndex;totale;areac';
const date = (year: number, month: number, day: number): EntryDay => ({
  year,
  month,
  day,
  vehicles: new Float64Array(48).fill(100),
  charged: new Uint8Array(48),
});

describe('entries by half-hour', () => {
  it('are read by day, with what was not counted missing', () => {
    const days = parseEntries(
      `${HEADER}\r\n2012;01;02;07:30;10;1\r\n2012;01;01;23:30;7;0\r\n2012;01;02;08:00;;1\r\n2012;03;25;;;\r\n`,
      'x.csv',
    );
    expect(days.map(({ month, day }) => [month, day])).toEqual([
      [1, 1],
      [1, 2],
      [3, 25],
    ]);
    expect([days[0]?.vehicles[47], days[1]?.vehicles[15], days[1]?.vehicles[16]]).toEqual([
      7,
      10,
      Number.NaN,
    ]);
    expect([days[1]?.charged[15], days[1]?.charged[14]]).toEqual([1, 0]);
    expect(days[2]?.vehicles.every(Number.isNaN)).toBe(true);
  });

  it.each([
    ['2012;01;01;00:10;1;0', 'x.csv, row 1: time "00:10" is no half-hour'],
    ['2012;01;01;00:00;1', 'x.csv, row 1: "2012;01;01;00:00;1" has not 6 cells'],
    ['2012;01;01;24:30;1;0', 'x.csv, row 1: half-hour 49 is not 0 to 47'],
    ['2012;01;32;00:00;1;0', 'x.csv, row 1: 2012-1-32 is no date'],
    ['2012;01;01;00:00;-1;0', 'x.csv, row 1: -1 vehicles'],
    ['2012;01;01;00:00;many;0', 'x.csv, row 1: "many" is no number of vehicles'],
    ['2012;01;01;00:00;1;0\n2012;01;01;00:00;1;0', 'x.csv, row 2: the half-hour comes twice'],
  ])('refuses %s', (rows, message) => {
    expect(() => parseEntries(`${HEADER}\n${rows}`, 'x.csv')).toThrow(message);
  });

  it('of 2016, with another header, are refused', () =>
    expect(() => parseEntries('year;month;day;hour;totale;areac\n', 'y.csv')).toThrow(
      'y.csv: the header is "year;month;day;hour;totale;areac"',
    ));

  it('of a table without a column says which', () => {
    const table: ColumnTable = { id: 'area-c-entries', rows: 0, columns: [] };
    expect(() => entriesOf(table)).toThrow('area-c-entries has no column year');
  });
});

describe('windows', () => {
  it('know the day of the week and of the school year', () => {
    expect(
      [date(2012, 1, 16), date(2012, 2, 29), date(2012, 9, 16), date(2023, 10, 30)].map(weekday),
    ).toEqual([0, 2, 6, 0]);
    expect(
      [date(2012, 6, 8), date(2012, 6, 11), date(2012, 9, 11), date(2012, 9, 12)].map(withoutSchool),
    ).toEqual([false, true, true, false]);
  });

  it('hold complete working days only, and those without the charge where it was lifted', () => {
    const days = [7, 9, 10, 11].map((day) => date(2012, 1, day));
    days[2]!.vehicles[3] = Number.NaN;
    days[3]!.charged[15] = 1;
    expect(daysOf(days, 'before').map(({ day }) => day)).toEqual([9]);
    expect(sumOf(meanProfile(daysOf(days, 'before')))).toBeCloseTo(2400, 9);
    expect(() => daysOf(days, 'reactivated')).toThrow('from 17/9 to 28/9');
  });
});
