// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { decimal } from './attributes';
import { type CsvRow, readCsv, requireColumns } from './csv';
import { DamagedFileError, InputError } from './found-file';

async function read(content: string | Uint8Array, options?: { delimiter?: string }): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(fileInMemory('a.csv', content), options)) rows.push(row);
  return rows;
}

describe('readCsv', () => {
  it('reads the style of the portal: semicolons, decimal commas, windows-1252', async () => {
    const bytes = Buffer.from('NIL;Località;LAT\r\nDUOMO;Citt\u00e0 \u0080;45,46\r\n', 'latin1');
    const [row] = await read(bytes);
    expect(row).toEqual({ row: 1, values: { NIL: 'DUOMO', Località: 'Città €', LAT: '45,46' } });
    expect(decimal(row?.values.LAT ?? '')).toBe(45.46);
  });

  it('reads commas, tabs, a byte order mark, quoted delimiters and line breaks', async () => {
    expect(await read('\uFEFFa,b\n"1,5","x ""y""\nz"\n')).toEqual([
      { row: 1, values: { a: '1,5', b: 'x "y"\nz' } },
    ]);
    expect(await read('a\tb\n1\t2')).toEqual([{ row: 1, values: { a: '1', b: '2' } }]);
    expect(await read('"a;b",c\n1,2')).toEqual([{ row: 1, values: { 'a;b': '1', c: '2' } }]);
    expect(await read('a b\n1 2', { delimiter: ' ' })).toEqual([{ row: 1, values: { a: '1', b: '2' } }]);
  });

  it('shows rows with too few or too many cells as ragged, and skips blank lines', async () => {
    const rows = await read('a;b;c\n1;2\n\n1;2;3;4\n1;2;3\n');
    expect(rows).toEqual([
      { row: 1, values: { a: '1', b: '2', c: '' }, ragged: ['1', '2'] },
      { row: 2, values: { a: '1', b: '2', c: '3' }, ragged: ['1', '2', '3', '4'] },
      { row: 3, values: { a: '1', b: '2', c: '3' } },
    ]);
  });

  it('takes the first of two columns of one name', async () => {
    expect((await read('a,a\n1,2'))[0]?.values).toEqual({ a: '1' });
  });

  it('names an endless quotation mark and an absent header', async () => {
    await expect(read('a,b\n"1,2\n3,4')).rejects.toThrow(/^a\.csv: line \d: a quotation mark never ends/);
    await expect(read('a,b\n"1,2\n3,4')).rejects.toBeInstanceOf(DamagedFileError);
    await expect(read('')).rejects.not.toBeInstanceOf(DamagedFileError);
    await expect(read('')).rejects.toThrow('a.csv: has no header row');
  });

  it('names absent columns', () => {
    expect(() => requireColumns('a.csv', { NIL: '1' }, ['NIL', 'ANNO'])).toThrow(
      'a.csv: has no column "ANNO"; its columns: NIL',
    );
  });

  it('gives rows or an InputError for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[ab,;"\n]*$/)), async (text) => {
        try {
          for (const { values } of await read(text))
            for (const value of Object.values(values)) expect(typeof value).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
