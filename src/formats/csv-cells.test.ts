// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells, delimiterOf } from './csv-cells';
import { DamagedFileError } from './fault';

const cells = (text: string, delimiter = ',') => [...csvCells('a.csv', text, delimiter)];

describe('csvCells', () => {
  it('reads bare, quoted and empty cells, at the end of the text too', () => {
    expect(cells('a,b\r\n"1,5","x ""y""\nz"\r\n,\n')).toEqual([
      ['a', 'b'],
      ['1,5', 'x "y"\nz'],
      ['', ''],
    ]);
    expect(cells('a,b,')).toEqual([['a', 'b', '']]);
    expect(cells('\n\na\r\rb')).toEqual([['a'], ['b']]);
    expect(cells('5" pipe,"7" tube,x')).toEqual([['5" pipe', '7 tube', 'x']]);
  });

  it('names the line of a quotation mark that never ends', () => {
    expect(() => cells('a,b\n"x\ny",2\n"z')).toThrow(/^a\.csv: line 4: a quotation mark never ends/);
    expect(() => cells(`"${'x'.repeat(1_000_100)}",2`)).toThrow(DamagedFileError);
  });

  it('gives back whatever was written by the rules', () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'é') }), {
            minLength: 1,
            maxLength: 4,
          }),
          { maxLength: 5 },
        ),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
          expect(cells(text, delimiter)).toEqual(rows);
        },
      ),
    );
  });

  it('guesses the delimiter by the header, quoted names aside', () => {
    expect(delimiterOf('a;b,c;d\n1,2,3,4,5')).toBe(';');
    expect(delimiterOf('"x;y;z",b\n')).toBe(',');
    expect(delimiterOf('a\tb')).toBe('\t');
  });
});
