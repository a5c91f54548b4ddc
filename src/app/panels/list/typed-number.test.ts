// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { parseNumber } from './typed-number';

describe('a typed number', () => {
  it.each([
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1.234', 1234],
    ['12.345.678,9', 12345678.9],
    ['−3', -3],
    [' 2 590 ', 2590],
    ['', null],
    ['1,2,3', 'wrong'],
    ['abc', 'wrong'],
    ['1e3', 'wrong'],
  ])('in Italian %s is %s', (typed, value) => expect(parseNumber(typed, 'it')).toBe(value));

  it.each([
    ['1.234', 1.234],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1,5', 1.5],
  ])('in English %s is %s', (typed, value) => expect(parseNumber(typed, 'en')).toBe(value));
});
