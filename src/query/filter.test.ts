// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Askable, AttributeColumn } from './attribute';
import { type Condition, matchesOf } from './filter';

const column = (
  id: string,
  kind: AttributeColumn['attribute']['kind'],
  values: AttributeColumn['values'],
  more: { codes?: string[]; labels?: string[] } = {},
): [string, AttributeColumn] => [
  id,
  {
    attribute: { id, kind, unit: '1', ...(more.codes && { codes: more.codes }) },
    values,
    ...(more.labels && { labels: more.labels }),
  },
];

const table: Askable = {
  rows: 5,
  columns: new Map([
    column('year', 'number', Float32Array.of(1930, 1945, Number.NaN, 1946, 1890)),
    column('storeys', 'number', Float32Array.of(6, 8, 9, 7, 5)),
    column('use', 'category', Uint8Array.of(0, 1, 1, 255, 0), {
      codes: ['home', 'work'],
      labels: ['Abitazione', 'Attività'],
    }),
    column('name', 'text', ['Caffè Zucca', '', 'Bar dell’Orso', 'Zucca e Orso', 'Ca’ Granda']),
  ]),
};
const rows = (...conditions: Condition[]): number[] => {
  const { mask, count } = matchesOf({ conditions }, table);
  const found = [...mask.keys()].filter((row) => mask[row] === 1);
  expect(found).toHaveLength(count);
  return found;
};

describe('a filter', () => {
  it('without conditions means all rows', () => expect(rows()).toEqual([0, 1, 2, 3, 4]));

  it('includes both ends of a range, and leaves out what is not known', () => {
    expect(rows({ attribute: 'year', kind: 'range', from: null, to: 1945 })).toEqual([0, 1, 4]);
    expect(rows({ attribute: 'year', kind: 'range', from: 1945, to: 1946 })).toEqual([1, 3]);
    expect(rows({ attribute: 'year', kind: 'range', from: null, to: null })).toEqual([0, 1, 3, 4]);
    expect(rows({ attribute: 'year', kind: 'range', from: 1946, to: 1945 })).toEqual([]);
  });

  it('asks for all conditions: before 1945 and more than five storeys', () =>
    expect(
      rows(
        { attribute: 'year', kind: 'range', from: null, to: 1944 },
        { attribute: 'storeys', kind: 'range', from: 6, to: null },
      ),
    ).toEqual([0]));

  it('finds codes, texts and numbers among others', () => {
    expect(rows({ attribute: 'use', kind: 'among', values: ['work', 'nonsense'] })).toEqual([1, 2]);
    expect(rows({ attribute: 'name', kind: 'among', values: ['Ca’ Granda', ''] })).toEqual([4]);
    expect(rows({ attribute: 'storeys', kind: 'among', values: ['8', '7'] })).toEqual([1, 3]);
    expect(rows({ attribute: 'use', kind: 'among', values: [] })).toEqual([]);
  });

  it('tells known from unknown', () => {
    expect(rows({ attribute: 'year', kind: 'known', known: false })).toEqual([2]);
    expect(rows({ attribute: 'use', kind: 'known', known: true })).toEqual([0, 1, 2, 4]);
    expect(rows({ attribute: 'name', kind: 'known', known: false })).toEqual([1]);
  });

  it('seeks words without accents or case, in one text or in any', () => {
    expect(rows({ attribute: 'name', kind: 'words', words: 'ZUCCA caffe' })).toEqual([0]);
    expect(rows({ attribute: 'use', kind: 'words', words: 'attivita' })).toEqual([1, 2]);
    expect(rows({ attribute: '*', kind: 'words', words: 'orso attivita' })).toEqual([2]);
    expect(rows({ attribute: '*', kind: 'words', words: '  ' })).toEqual([0, 1, 2, 3, 4]);
  });

  it('names what the table cannot be asked, and holds for no row', () =>
    expect(
      matchesOf({ conditions: [{ attribute: 'colour', kind: 'among', values: ['red'] }] }, table),
    ).toEqual({
      mask: new Uint8Array(5),
      count: 0,
      missing: ['colour'],
    }));

  it('does not find a range in texts', () =>
    expect(rows({ attribute: 'name', kind: 'range', from: null, to: null })).toEqual([]));

  it('agrees with one row after another, whatever the numbers', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double(), fc.integer({ min: 1800, max: 2030 })), { maxLength: 60 }),
        fc.option(fc.double({ noNaN: true })),
        fc.option(fc.integer({ min: 1800, max: 2030 })),
        (values, from, to) => {
          const { mask, count } = matchesOf(
            { conditions: [{ attribute: 'x', kind: 'range', from, to }] },
            { rows: values.length, columns: new Map([column('x', 'number', Float64Array.from(values))]) },
          );
          const wanted = values.map((v) =>
            !Number.isNaN(v) && (from === null || v >= from) && (to === null || v <= to) ? 1 : 0,
          );
          expect([...mask]).toEqual(wanted);
          expect(count).toBe(wanted.filter(Boolean).length);
        },
      ),
    ));
});
