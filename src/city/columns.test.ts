// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnIfAny, columnOf, decodeColumns, encodeColumns, valuesOf } from './columns';

const table = {
  id: 'street-links',
  rows: 3,
  columns: [
    { name: 'lanes', unit: '1', values: new Uint8Array([1, 2, 3]) },
    { name: 'lengthM', unit: 'm', values: new Float64Array([154.43501214282782, 0.1, -0]) },
    { name: 'class', unit: '1', values: new Uint16Array([0, 1, 0]), dictionary: ['primary', 'città'] },
  ],
};

describe('typed columns', () => {
  it('come back exactly, aligned to 8 bytes', () => {
    const bytes = encodeColumns(table);
    expect(decodeColumns(bytes)).toEqual(table);
    for (const c of decodeColumns(bytes).columns) expect(c.values.byteOffset % 8).toBe(0);
  });
  it('are found by name, and one that is missing is named', () => {
    expect([...valuesOf(table, 'lanes')]).toEqual([1, 2, 3]);
    expect(columnOf(table, 'class').dictionary).toEqual(['primary', 'città']);
    expect(columnIfAny(table, 'width')).toBeUndefined();
    expect(() => columnOf(table, 'width')).toThrow('street-links has no column width');
    expect(() => valuesOf(table, 'width')).toThrow('street-links has no column width');
  });
  it('can be read from the middle of a larger buffer', () => {
    const bytes = encodeColumns(table);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeColumns(shifted.subarray(3))).toEqual(table);
  });
  it('refuse a column of another length', () => {
    const short = { name: 'x', unit: 'm', values: new Float32Array(2) };
    expect(() => encodeColumns({ id: 't', rows: 3, columns: [short] })).toThrow(
      'column x has 2 values, the table 3 rows',
    );
  });
  it('say what is wrong with rubbish, by name, and never read past the end', () => {
    const bytes = encodeColumns(table);
    expect(() => decodeColumns(new Uint8Array(40), 'a.columns')).toThrow('a.columns: not a columns file');
    expect(() => decodeColumns(bytes.slice(0, bytes.length - 24), 'a.columns')).toThrow(
      'a.columns: column lengthM is truncated',
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const broken = bytes.slice();
        broken[at] = value;
        try {
          decodeColumns(broken, 'a.columns');
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect((error as Error).message).toMatch(/^a\.columns: /);
        }
      }),
      { numRuns: 500 },
    );
  });
});
