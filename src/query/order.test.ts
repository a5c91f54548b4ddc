// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Askable, AttributeColumn } from './attribute';
import { atOnce, orderRows } from './order';

const compare = new Intl.Collator('it', { numeric: true }).compare;
const table = (rows: number, ...columns: AttributeColumn[]): Askable => ({
  rows,
  columns: new Map(columns.map((column) => [column.attribute.id, column])),
});
const order = (of: Askable, column: string | null, descending = false, kept: Uint8Array | null = null) => [
  ...atOnce(orderRows(of, kept, column === null ? null : { column, descending }, compare)),
];

const persons: AttributeColumn = {
  attribute: { id: 'persons', kind: 'number', unit: 'persons' },
  values: [120, Number.NaN, 30, Number.NaN, 0],
  withheld: Uint8Array.from([0, 0, 0, 1, 0]),
};

describe('the order of rows', () => {
  it('is that of the numbers: nought is one, then what is withheld, then what nobody knows', () => {
    const of = table(5, persons);
    expect(order(of, 'persons')).toEqual([4, 2, 0, 3, 1]);
    expect(order(of, 'persons', true)).toEqual([0, 2, 4, 3, 1]);
  });

  it('is that of the words as they are written, with numbers in them by their value', () => {
    const use = {
      attribute: { id: 'use', kind: 'category', unit: '1', codes: ['b', 'a'] },
      values: [0, 1, 9, 0],
      labels: ['alberghiero', 'residenziale'],
    } as const;
    const name = {
      attribute: { id: 'name', kind: 'text', unit: '1' },
      values: ['Via 10', 'Élite', '', 'via 9'],
    } as const;
    expect(order(table(4, use), 'use')).toEqual([0, 3, 1, 2]);
    expect(order(table(4, name), 'name')).toEqual([1, 3, 0, 2]);
    expect(order(table(4, name), 'name', true)).toEqual([0, 3, 1, 2]);
  });

  it('is as it was where nothing is sorted by, and leaves out what is not meant', () => {
    const of = table(5, persons);
    expect(order(of, null)).toEqual([0, 1, 2, 3, 4]);
    expect(order(of, 'toString')).toEqual([0, 1, 2, 3, 4]);
    expect(order(of, 'persons', false, Uint8Array.from([1, 1, 0, 0, 1]))).toEqual([4, 0, 1]);
  });

  it('is the one that a plain stable sort gives, whatever the numbers', () => {
    const values = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: Number.NaN }), {
      maxLength: 700,
    });
    fc.assert(
      fc.property(values, fc.boolean(), (wanted, descending) => {
        const of = table(wanted.length, {
          attribute: { id: 'x', kind: 'number', unit: '1' },
          values: wanted,
        });
        const rows = wanted.map((_, row) => row);
        const known = rows.filter((row) => !Number.isNaN(wanted[row]));
        known.sort((a, b) => (wanted[a]! - wanted[b]!) * (descending ? -1 : 1));
        expect(order(of, 'x', descending)).toEqual([
          ...known,
          ...rows.filter((row) => Number.isNaN(wanted[row])),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('is found in steps, none of which is long', () => {
    const rows = 60_000;
    const texts = Array.from({ length: rows }, (_, n) => `nome ${(n * 7919) % rows}`);
    const work = orderRows(
      table(rows, { attribute: { id: 'name', kind: 'text', unit: '1' }, values: texts }),
      null,
      { column: 'name', descending: false },
      compare,
    );
    let steps = 0;
    let next = work.next();
    while (!next.done) {
      steps++;
      next = work.next();
    }
    expect(steps).toBeGreaterThan(200);
    expect([...next.value.subarray(0, 3)].map((row) => texts[row])).toEqual(['nome 0', 'nome 1', 'nome 2']);
  });
});
