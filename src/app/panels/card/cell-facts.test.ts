// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../../city/columns';
import { cellDay, cellOf, indexAt, isCell } from './cell-facts';

const numbers = (name: string, values: readonly number[]) => ({
  name,
  unit: '1',
  values: Float64Array.from(values),
});
const texts = (name: string, at: readonly number[], dictionary: readonly string[]) => ({
  name,
  unit: '1',
  values: Uint16Array.from(at),
  dictionary,
});
const cells: ColumnTable = {
  id: 'presence-cells',
  rows: 3,
  columns: [
    numbers('cell', [5060, 5061, 5062]),
    numbers('zone', [1, -1, 0]),
    texts('profile', [1, 0, 2], ['b', 'a', 'none']),
  ],
};
/** Of "b" one hour is told; of "a" Wednesday has 0.8 from 12 to 13 and 0.4 from 13 to 14, else 0.1. */
const hours = Array.from({ length: 168 }, (_, hour) => hour);
const week: ColumnTable = {
  id: 'week-profiles',
  rows: 169,
  columns: [
    texts('profile', [0, ...hours.map(() => 1)], ['b', 'a']),
    numbers('hour', [60, ...hours]),
    numbers('value', [1, ...hours.map((hour) => (hour === 60 ? 0.8 : hour === 61 ? 0.4 : 0.1))]),
  ],
};
const zones: ColumnTable = { id: 'zones', rows: 2, columns: [texts('name', [0, 1], ['Brera', 'Duomo'])] };
const tables = { cells, week, zones };

describe('a square of the grid of presence', () => {
  it('has its number, the district of its middle and its own week', () => {
    expect(isCell('cell/5060')).toBe(true);
    expect(isCell('7')).toBe(false);
    expect(cellOf(tables, 'cell/5060')).toMatchObject({ cell: 5060, district: 'Duomo' });
    expect(cellOf(tables, 'cell/5061')!.district).toBeNull();
    expect(cellOf({ ...tables, zones: null }, 'cell/5060')!.district).toBeNull();
    expect(cellOf(tables, 'cell/1')).toBeNull();
  });

  it('is an index of 100 at a moment, from the middle of an hour to that of the next', () => {
    const cell = cellOf(tables, 'cell/5060')!;
    expect(indexAt(cell, 3, 12.5 * 3600)).toBeCloseTo(80);
    expect(indexAt(cell, 3, 13 * 3600)).toBeCloseTo(60);
    expect(indexAt(cell, 2, 12.5 * 3600)).toBeCloseTo(10);
  });

  it('is not known where its week does not say, which is not nought', () => {
    expect(indexAt(cellOf(tables, 'cell/5061')!, 3, 12.5 * 3600)).toBeNull();
    expect(indexAt(cellOf(tables, 'cell/5062')!, 3, 0)).toBeNull();
  });

  it('has the curve of its day', () => {
    const { points, origin, simulated, unit } = cellDay(cellOf(tables, 'cell/5060')!, 3, false);
    expect({ origin, simulated, unit, length: points.length }).toEqual({
      origin: 'typical',
      simulated: false,
      unit: '1',
      length: 97,
    });
    expect(points[50]!.secondOfDay).toBe(45_000);
    expect(points[50]!.value).toBeCloseTo(80);
    expect(points[96]!.secondOfDay).toBe(86_400);
  });
});
