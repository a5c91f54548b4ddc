// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { formats } from '../../text/format';
import { ordinal, withRange, written } from './people-words';

const italian = formats('it');
const t = (() => '') as never;

describe('figures with their interval', () => {
  it('have no digit finer than the interval allows', () => {
    expect(written({ value: 361_234, low: 241_999, high: 489_111 }, 'persons', italian)).toEqual({
      value: '360.000',
      low: '240.000',
      high: '490.000',
    });
    expect(written({ value: 5.234, low: 4.11, high: 6.84 }, 'minutes', italian)).toEqual({
      value: '5,2',
      low: '4,1',
      high: '6,8',
    });
    // However narrow it is, three digits are enough.
    expect(written({ value: 12_345, low: 12_344, high: 12_346 }, 'persons', italian).value).toBe('12.300');
  });

  it('have whole persons, and stand with an interval that all draws agree on unless they were counted', () => {
    expect(written({ value: 50.6, low: 48.2, high: 53 }, 'persons', italian)).toEqual({
      value: '51',
      low: '48',
      high: '53',
    });
    const said = ((_: string, { value, low, high }: Record<string, string>) =>
      `${value} (${low}–${high})`) as never;
    const words = { t: said, format: italian };
    expect(withRange({ value: 0, low: 0, high: 0 }, 'share', words)).toBe('0,0% (0,0%–0,0%)');
    expect(withRange({ value: 1200, low: 1200, high: 1200 }, 'persons', words)).toBe('1.200');
  });

  it('are written out where they were counted, and as shares with their sign', () => {
    expect(written({ value: 12_345, low: 12_345, high: 12_345 }, 'persons', italian).value).toBe('12.345');
    expect(written({ value: 0.4812, low: 0.4, high: 0.55 }, 'change', italian)).toEqual({
      value: '+48,1%',
      low: '+40,0%',
      high: '+55,0%',
    });
    expect(written({ value: 0, low: 0, high: 0 }, 'change', italian).value).toBe('0,0%');
  });

  it('and ranks in both languages', () => {
    expect(ordinal(3, { t, format: italian })).toBe('3º');
    const english = { t, format: formats('en') };
    expect([1, 2, 3, 4, 11, 22].map((rank) => ordinal(rank, english))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '22nd',
    ]);
  });
});
