// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeColumn } from './attribute';
import { bytesOf } from './colour';
import type { Colouring } from './colouring';
import { countsOf, fits, legendOf, rowColours } from './legend';
import { MOST_CATEGORIES, paletteColours, SPECIAL } from './palettes';

const years: AttributeColumn = {
  attribute: { id: 'year', kind: 'number', unit: '1' },
  values: Float64Array.of(1890, 1920, 1944, 1945, 1960, Number.NaN, 2001),
};
const byHand: Colouring = {
  attribute: 'year',
  scale: { kind: 'classed', method: 'manual', breaks: [1945, 1920, 1990, Number.NaN, 1945] },
  palette: 'viridis',
};

describe('a classed legend', () => {
  const legend = legendOf(byHand, years, 'light')!;
  it('puts a value that reaches a break into the class above', () => {
    expect(legend.breaks).toEqual([1920, 1945, 1990]);
    expect([...legend.slots]).toEqual([0, 1, 1, 2, 2, 4, 3]);
    expect(legend.classes.map(({ colour: _, ...rest }) => rest)).toEqual([
      { kind: 'range', from: null, to: 1920 },
      { kind: 'range', from: 1920, to: 1945 },
      { kind: 'range', from: 1945, to: 1990 },
      { kind: 'range', from: 1990, to: null },
      { kind: 'unknown' },
      { kind: 'withheld' },
    ]);
  });
  it('counts its rows, all or those that are meant', () => {
    expect(countsOf(legend)).toEqual([1, 2, 2, 1, 1, 0]);
    expect(countsOf(legend, Uint8Array.of(1, 0, 1, 0, 0, 1, 1))).toEqual([1, 1, 0, 1, 1, 0]);
  });
  it('colours each row as its class', () => {
    const bytes = rowColours(legend, 240);
    const colours = paletteColours('viridis', 4);
    expect(bytes).toHaveLength(28);
    expect([...bytes.subarray(0, 4)]).toEqual([...bytesOf(colours[0]!), 240]);
    expect([...bytes.subarray(12, 16)]).toEqual([...bytesOf(colours[2]!), 240]);
    expect([...bytes.subarray(20, 24)]).toEqual([...bytesOf(SPECIAL.light.unknown), 240]);
  });
  it('tells what is withheld from what is not known', () => {
    const withheld = { ...years, withheld: Uint8Array.of(0, 0, 0, 0, 0, 1, 0) };
    expect(legendOf(byHand, withheld, 'light')!.slots[5]).toBe(5);
  });
});

describe('a continuous legend', () => {
  it('goes evenly from end to end, and on in the colour of the end', () => {
    const column = { ...years, values: Float64Array.from({ length: 201 }, (_, i) => i) };
    const legend = legendOf(
      { attribute: 'year', scale: { kind: 'continuous' }, palette: 'cividis' },
      column,
      'dark',
    )!;
    expect(legend.ends).toEqual([0, 200]);
    expect([0, 100, 200].map((row) => legend.slots[row])).toEqual([0, 32, 63]);
    expect(legend.classes[0]!.colour).toBe('#00224e');
    expect(legend.classes[63]!.colour).toBe('#fee838');
    expect(countsOf(legend).reduce((a, b) => a + b)).toBe(201);
  });
});

describe('a legend of categories', () => {
  const codes = 'abcdefghijk'.split('');
  const column = (values: number[]): AttributeColumn => ({
    attribute: { id: 'use', kind: 'category', unit: '1', codes },
    values: Uint8Array.from(values),
  });
  const colouring: Colouring = { attribute: 'use', scale: { kind: 'categories' }, palette: 'okabe-ito' };
  it('gives the fullest the first colours', () => {
    const { classes, slots } = legendOf(colouring, column([2, 2, 2, 0, 0, 5, 255]), 'light')!;
    expect(classes.map((c) => ('code' in c ? c.code : c.kind))).toEqual([
      'c',
      'a',
      'f',
      'unknown',
      'withheld',
    ]);
    expect([...slots]).toEqual([0, 0, 0, 1, 1, 2, 3]);
  });
  it('tells the rest together, where there are more than colours', () => {
    const values = codes.flatMap((_, code) => Array<number>(code + 1).fill(code));
    const legend = legendOf(colouring, column(values), 'light')!;
    const named = legend.classes.filter(({ kind }) => kind === 'code');
    expect(named).toHaveLength(MOST_CATEGORIES);
    expect(legend.classes[MOST_CATEGORIES]).toMatchObject({ kind: 'other', codes: ['d', 'c', 'b', 'a'] });
    expect(countsOf(legend)[MOST_CATEGORIES]).toBe(1 + 2 + 3 + 4);
  });
});

describe('a colouring', () => {
  it('of numbers does not fit a category, nor either a text', () => {
    const category = { id: 'use', kind: 'category', unit: '1', codes: ['a'] } as const;
    expect(fits(byHand, category)).toBe(false);
    expect(fits({ ...byHand, palette: 'okabe-ito' }, years.attribute)).toBe(false);
    expect(fits(byHand, { id: 'name', kind: 'text', unit: '1' })).toBe(false);
    expect(legendOf(byHand, { attribute: category, values: [0] }, 'light')).toBeNull();
  });

  it('gives every row of any numbers one class', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double(), { maxLength: 50 }),
        fc.constantFrom('quantile', 'equal', 'natural'),
        fc.integer({ min: -3, max: 40 }),
        (values, method, classes) => {
          const column = { ...years, values: Float64Array.from(values) };
          const scale = { kind: 'classed', method, classes } as const;
          const legend = legendOf({ attribute: 'year', scale, palette: 'blues' }, column, 'light')!;
          expect(legend.classes.length).toBeLessThanOrEqual(11);
          for (const slot of legend.slots) expect(slot).toBeLessThan(legend.classes.length);
          expect(countsOf(legend).reduce((a, b) => a + b, 0)).toBe(values.length);
        },
      ),
    ));
});
