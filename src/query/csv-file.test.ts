// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, type CsvFlavour, csvParts, csvText } from './csv-file';

const read = (text: string, flavour: CsvFlavour): string[][] =>
  parse(text, { delimiter: flavour === 'excel' ? ';' : ',', bom: true, record_delimiter: '\r\n' });

describe('a table as CSV', () => {
  it('is written for an Italian Excel and for programs', () => {
    const rows = [
      ['Nome', 'Altezza (m)'],
      ['Pirelli; grattacielo', 127.1],
      ['a "b", c', -5.25],
      ['', null],
    ];
    expect(csvText(rows, 'excel')).toBe(
      '\ufeffNome;Altezza (m)\r\n"Pirelli; grattacielo";127,1\r\n"a ""b"", c";-5,25\r\n;\r\n',
    );
    expect(csvText(rows, 'data')).toBe(
      'Nome,Altezza (m)\r\nPirelli; grattacielo,127.1\r\n"a ""b"", c",-5.25\r\n,\r\n',
    );
  });

  it('says figures as they are: large ones whole, and nothing for what is no number', () => {
    expect(csvText([[181_670_000, 123_456_789.25, 0.1 + 0.2, 3, Number.NaN]], 'data')).toBe(
      '181670000,123456789.25,0.3,3,\r\n',
    );
  });

  it('makes no formula of a text, and leaves numbers that are texts', () => {
    const texts = ['=1+1', '+39 02', '-5,2', '-a', '@x', '\t=1', '＝1', '12', 'a=b', '-'];
    expect(read(csvText([texts], 'data'), 'data')).toEqual([
      ["'=1+1", "'+39 02", '-5,2', "'-a", "'@x", "'\t=1", "'＝1", '12', 'a=b', "'-"],
    ]);
  });

  it.each(['excel', 'data'] as const)('%s comes back as it went, whatever the texts', (flavour) => {
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(
      fc.string(),
      fc.constantFrom(';', ',', '"', 'è€😀', '\r\n', '\n', '=SUM(A1)', '-1'),
      fc.integer(),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
    );
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (wanted) => {
        const back = read(csvText(wanted, flavour), flavour);
        expect(back.length).toBe(wanted.length);
        for (const [i, row] of wanted.entries())
          for (const [j, value] of row.entries()) {
            const got = back[i]?.[j] ?? '';
            if (typeof value === 'number') {
              const number = Number(flavour === 'excel' ? got.replace(',', '.') : got);
              expect(Math.abs(number - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-11);
            } else if (got !== value) {
              expect(got).toBe(`'${value}`);
              expect(/^[=+\-@\t\r\n＝＋－＠]/.test(value ?? '')).toBe(true);
            }
          }
      }),
    );
  });

  it('can be interrupted, and says the same then', () => {
    const row = (n: number): CsvCell[] => [n, `r${n}`];
    let steps = 0;
    const work = csvParts(1000, row, 'data');
    let next = work.next();
    while (!next.done) {
      steps++;
      next = work.next();
    }
    expect(steps).toBeGreaterThanOrEqual(4);
    expect(next.value.join('')).toBe(
      csvText(
        Array.from({ length: 1000 }, (_, n) => row(n)),
        'data',
      ),
    );
  });
});
