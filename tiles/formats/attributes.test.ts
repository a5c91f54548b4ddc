// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  decimal,
  heightM,
  isFault,
  italianNumber,
  number,
  pythonList,
  storeys,
  text,
  year,
} from './attributes';

describe('heightM', () => {
  it.each([
    [13.2, 13.2],
    ['13.2', 13.2],
    ['13.2 m', 13.2],
    ['7 m', 7],
    ['7m', 7],
    ['87,5', 87.5],
    ['12 metri', 12],
    ["12'", 3.6576],
    ['12\'6"', 3.81],
    ['40 ft', 12.192],
    ['8;12', 12],
    [0, 0],
  ])('reads %j as %d m', (value, metres) => {
    expect(heightM(value)).toBeCloseTo(metres, 10);
  });

  it.each([[undefined], [null], [''], ['None'], ['nan'], [' - ']])('has nothing for %j', (value) => {
    expect(heightM(value)).toBeUndefined();
  });

  it.each([
    [-3, 'height -3 m is negative'],
    ['-3', 'height -3 m is negative'],
    [9999, 'height 9999 m is over 400 m'],
    ['alto', 'height "alto" is no number'],
    [Number.NaN, 'height "NaN" is no number'],
    [Number.POSITIVE_INFINITY, 'height "Infinity" is no number'],
    ['12 piani', 'height "12 piani" is no number'],
  ])('refuses %j', (value, fault) => {
    expect(heightM(value)).toEqual({ fault });
  });
});

describe('counts', () => {
  it.each([
    ['12.000', 12_000],
    [' 1.250 ', 1250],
    ['1.407.044', 1_407_044],
    ['12', 12],
    [12, 12],
    ['12.5', 12.5],
    ['1234.000', 1234],
    ['molti', undefined],
  ])('of %j are %j', (value, persons) => expect(count(value)).toBe(persons));
});

describe('numbers', () => {
  it('reads Italian and English separators', () => {
    expect(italianNumber('1.234,5')).toBe(1234.5);
    expect(italianNumber('1.234')).toBe(1234);
    expect(italianNumber('12.34')).toBeUndefined();
    expect(decimal('45,46')).toBe(45.46);
    expect(decimal('45.46')).toBe(45.46);
    expect(decimal('45,46,1')).toBeUndefined();
    expect(number('1.234,5')).toBe(1234.5);
    expect(number('1,234.5')).toBe(1234.5);
    expect(number('87,5')).toBe(87.5);
    expect(number('1e3')).toBe(1000);
    expect(number(' ')).toBeUndefined();
    expect(number('0x10')).toBeUndefined();
    expect(number(Number.NaN)).toBeUndefined();
  });
});

describe('storeys', () => {
  it('reads counts, takes the greater of two, refuses the impossible', () => {
    expect(storeys('3')).toBe(3);
    expect(storeys('0')).toBe(0);
    expect(storeys('2-3')).toBe(3);
    expect(storeys('2;5')).toBe(5);
    expect(storeys('2.5')).toBe(2.5);
    expect(storeys('')).toBeUndefined();
    expect(isFault(storeys('-1'))).toBe(true);
    expect(isFault(storeys('999'))).toBe(true);
    expect(isFault(storeys('tre'))).toBe(true);
  });
});

describe('lists, years, texts', () => {
  it('reads lists as Python and numpy print them', () => {
    expect(pythonList("['50' '30']")).toEqual(['50', '30']);
    expect(pythonList('[1, 2]')).toEqual(['1', '2']);
    expect(pythonList(`['Via Larga', "Via dell'Orso"]`)).toEqual(['Via Larga', "Via dell'Orso"]);
    expect(pythonList("['Via dell\\'Orso', None]")).toEqual(["Via dell'Orso"]);
    expect(pythonList(['2', '1'])).toEqual(['2', '1']);
    expect(pythonList('50')).toEqual(['50']);
    expect(pythonList(null)).toEqual([]);
    expect(pythonList('nan')).toEqual([]);
    expect(pythonList('[]')).toEqual([]);
  });

  it('finds the year in a date', () => {
    expect(year('16-12-2019')).toBe(2019);
    expect(year('2020-02-16')).toBe(2020);
    expect(year('~1890')).toBe(1890);
    expect(year(1968)).toBe(1968);
    expect(year('C19')).toBeUndefined();
    expect(year('12345')).toBeUndefined();
    expect(year(undefined)).toBeUndefined();
  });

  it('trims texts and knows words for nothing', () => {
    expect(text('  Via   Larga ')).toBe('Via Larga');
    expect(text('None')).toBeUndefined();
    for (const nothing of [' ', '_null', '_Null', 'NULL', 'N/D', 'n.d.', 'N/A', '-', '--', '–'])
      expect(text(nothing), nothing).toBeUndefined();
    expect(text('Nd')).toBe('Nd');
    expect(text('- 3')).toBe('- 3');
    expect(text(12)).toBe('12');
  });
});

it('gives finite numbers or nothing for any rubbish', () => {
  const rubbish = fc.oneof(fc.anything(), fc.string(), fc.double(), fc.stringMatching(/^[-\d.,'" mft;]*$/));
  fc.assert(
    fc.property(rubbish, (value) => {
      for (const parsed of [heightM(value), storeys(value), number(value), year(value)])
        if (parsed !== undefined && !isFault(parsed)) expect(Number.isFinite(parsed)).toBe(true);
      for (const item of pythonList(value)) expect(typeof item).toBe('string');
    }),
  );
});
