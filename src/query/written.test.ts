// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colouring } from './colouring';
import type { Filter } from './filter';
import { readColouring, readFilter, writeColouring, writeFilter } from './written';

const filter: Filter = {
  others: 'faint',
  conditions: [
    { attribute: 'year', kind: 'range', from: null, to: 1944 },
    { attribute: 'storeys', kind: 'range', from: 6, to: null },
    { attribute: 'use', kind: 'among', values: ['school', 'a,b~c:d'] },
    { attribute: 'heightM', kind: 'known', known: true },
    { attribute: 'heightM', kind: 'known', known: false },
    { attribute: '*', kind: 'words', words: 'l’orso & altri (due)' },
  ],
};

describe('a link', () => {
  it('writes filters in few letters, and reads them as they were', () => {
    const written = writeFilter(filter);
    expect(written).toBe(
      'faint~year:..1944~storeys:6..~use:=school,a%2Cb%7ec%3Ad~heightM:?~heightM:!~%2a:*l%E2%80%99orso%20%26%20altri%20%28due%29',
    );
    expect(readFilter(written)).toEqual(filter);
    expect(readFilter(writeFilter({ conditions: [] }))).toEqual({ conditions: [], others: 'hidden' });
  });

  it.each<[string, Colouring]>([
    [
      'year~natural-5~viridis',
      { attribute: 'year', scale: { kind: 'classed', method: 'natural', classes: 5 }, palette: 'viridis' },
    ],
    [
      'year~at-1900,1945.5~cividis~r',
      {
        attribute: 'year',
        scale: { kind: 'classed', method: 'manual', breaks: [1900, 1945.5] },
        palette: 'cividis',
        reversed: true,
      },
    ],
    ['density~continuous~blues', { attribute: 'density', scale: { kind: 'continuous' }, palette: 'blues' }],
    ['use~categories~okabe-ito', { attribute: 'use', scale: { kind: 'categories' }, palette: 'okabe-ito' }],
  ])('writes a colouring: %s', (written, colouring) => {
    expect(writeColouring(colouring)).toBe(written);
    expect(readColouring(written)).toEqual(colouring);
  });

  it.each([
    '',
    'year',
    'year~natural-1~viridis',
    'year~natural-99~viridis',
    'year~at-3,1~viridis',
    'year~at-x~viridis',
    'year~natural-5~pink',
    '~continuous~blues',
  ])('passes over %j', (text) => expect(readColouring(text)).toBeNull());
  it('leaves out conditions that are none', () =>
    expect(readFilter('hidden~year:x..3~:1..~storeys:6..~%E0%A4%A~year:1..2..3')).toEqual({
      others: 'hidden',
      conditions: [{ attribute: 'storeys', kind: 'range', from: 6, to: null }],
    }));

  it('never throws, whatever the rubbish', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        readFilter(text);
        readFilter(`hidden~${text}`);
        readColouring(text);
      }),
    ));
  it('keeps a small number with all its digits', () => {
    const one: Filter = {
      others: 'hidden',
      conditions: [{ attribute: 'x', kind: 'range', from: 0.0000014451245298851955, to: null }],
    };
    expect(readFilter(writeFilter(one))).toEqual(one);
  });
  it('keeps every range', () =>
    fc.assert(
      fc.property(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), (from) => {
        const one: Filter = {
          others: 'hidden',
          conditions: [{ attribute: 'x', kind: 'range', from: from === null ? null : from + 0, to: null }],
        };
        expect(readFilter(writeFilter(one))).toEqual(one);
      }),
    ));
});
