// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { TableBuilder } from '../formats/table-builder';
import { matchesOf } from '../query/filter';
import { legendOf } from '../query/legend';
import { askableOf, colourable, textsOf } from './askable';

/** 300 different words, so that the column is of texts; the first stands 5 times more, the second 3 times. */
function manyWords() {
  const builder = new TableBuilder('a');
  const words = Array.from({ length: 300 }, (_, i) => `Via numero ${i}`);
  for (const via of [...words, ...Array(5).fill(words[0]), ...Array(3).fill(words[1])])
    builder.add(null, { via, quota: 0.00125 });
  builder.add(null, { via: '', quota: null });
  return builder.build().table;
}

describe('what can be asked of one’s own data', () => {
  const table = manyWords();

  it('makes texts in pieces, the same as when they are asked for', () => {
    const work = textsOf(table);
    let step = work.next();
    while (!step.done) step = work.next();
    const made = step.value;
    expect([...made.keys()]).toEqual(['via']);
    expect(askableOf(table, made).columns.get('via')?.values).toBe(made.get('via'));
    expect(askableOf(table).columns.get('via')?.values).toEqual(made.get('via'));
    expect(made.get('via')?.slice(-2)).toEqual(['Via numero 1', '']);
  });

  it('colours by texts: the fullest have a colour, the rest one together, none is not known', () => {
    const column = askableOf(table).columns.get('via')!;
    expect(column.attribute.kind).toBe('text');
    const colouring = { attribute: 'via', scale: { kind: 'categories' }, palette: 'okabe-ito' } as const;
    expect(legendOf(colouring, column, 'light')).toBeNull();
    const legend = legendOf(colouring, colourable(column), 'light')!;
    expect(legend.classes.slice(0, 2)).toMatchObject([{ code: 'Via numero 0' }, { code: 'Via numero 1' }]);
    const kinds = legend.classes.map(({ kind }) => kind);
    const other = kinds.indexOf('other');
    expect(kinds.slice(other)).toEqual(['other', 'unknown', 'withheld']);
    expect(legend.slots[299]).toBe(other);
    expect(legend.slots[300]).toBe(0);
    expect(legend.slots[308]).toBe(kinds.indexOf('unknown'));
  });

  it('is filtered as any table is', () => {
    const words = { attribute: '*', kind: 'words', words: 'NUMERO 299' } as const;
    expect(matchesOf({ conditions: [words] }, askableOf(table)).count).toBe(1);
    const among = { attribute: 'via', kind: 'among', values: ['Via numero 1'] } as const;
    expect(matchesOf({ conditions: [among] }, askableOf(table)).count).toBe(4);
  });
});
