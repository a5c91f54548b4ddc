// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { csvRowsOf } from './csv';
import { FeedFault } from './feed';
import { bytesMessage, textMessage } from './fixtures/messages';

const read = (text: string) => csvRowsOf(textMessage(text));

describe('tables of text', () => {
  it('reads separators, quotes, line ends, short rows and empty lines', () => {
    expect(read('\uFEFFa;b;c\r\n1;"x;""y""\n z";3\r\n\r\n4;5')).toEqual([
      { a: '1', b: 'x;"y"\n z', c: '3' },
      { a: '4', b: '5', c: '' },
    ]);
    expect(read('a,b\n1,2\n')).toEqual([{ a: '1', b: '2' }]);
    expect(read('a\tb\n1,5\t')).toEqual([{ a: '1,5', b: '' }]);
    expect(read('a;b\n"open;2\n3;4')).toEqual([{ a: 'open;2\n3;4', b: '' }]);
  });

  it('reads Windows-1252 where it is no UTF-8', () => {
    const bytes = Uint8Array.from([...'a;b\nCitt'].map((c) => c.charCodeAt(0)).concat([0xe0, 0x3b, 0x80]));
    expect(csvRowsOf(bytesMessage(bytes))).toEqual([{ a: 'Città', b: '€' }]);
  });

  it('faults what has no header', () => {
    for (const text of ['', 'one', ';\n1;2', `${'a;'.repeat(600)}\n1`])
      expect(() => read(text)).toThrow(FeedFault);
  });
});
