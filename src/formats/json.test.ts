// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from './fault';
import { parseJson } from './json';

const fault = (text: string): string => {
  try {
    parseJson('f.json', text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  throw new Error('was read');
};

describe('parseJson', () => {
  it('reads NaN and Infinity as null, but not inside texts', () => {
    expect(parseJson('f', '{"h": NaN, "x": [-Infinity, 1], "t": "NaN, Infinity"}')).toEqual({
      h: null,
      x: [null, 1],
      t: 'NaN, Infinity',
    });
  });

  it.each([
    ['{"a": [1, 2', 'f.json: truncated: the JSON breaks off at line 1, column 12'],
    ['{"a":\n "unfinis', 'f.json: truncated: the JSON breaks off at line 2, column 10'],
    ['{"a": 1,\n  b: 2}', 'f.json: not valid JSON at line 2, column 3, near "b: 2}"'],
    ['<html>no</html>', 'f.json: not valid JSON at line 1, column 1, near "<html>no</html>"'],
    ['{"a": 1} {"b": 2}', 'f.json: not valid JSON at line 1, column 10, near "{"b": 2}"'],
    [' \n', 'f.json: is empty'],
  ])('tells where %j breaks', (text, message) => {
    expect(fault(text)).toBe(message);
  });

  it('calls every proper beginning of a JSON object truncated', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const cut = 1 + (at % Math.max(1, text.length - 1));
        if (cut < text.length) expect(fault(text.slice(0, cut))).toContain('truncated');
      }),
    );
  });

  it('agrees with JSON.parse about any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          return;
        }
        expect(parseJson('f', text)).toEqual(expected);
      }),
    );
  });
});
