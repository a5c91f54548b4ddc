// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSES, changeBreaks, changeClassOf, classOf, middleOf, round, valueBreaks } from './breaks';

describe('breaks of a map', () => {
  it.each([
    [0, 0],
    [1234, 1000],
    [1260, 1500],
    [0.034, 0.03],
    [-72, -80],
    [-68, -60],
    [9.6, 10],
  ])('round %s to %s', (value, rounded) => expect(round(value)).toBe(rounded));

  it('cut values into about equally full classes, leaving out zeros', () => {
    const flows = [...Array(600).keys()].map((i) => 2 * (i + 1));
    expect(valueBreaks([flows, [...Array(500).fill(0)]])).toEqual([200, 400, 600, 800, 1000]);
  });

  it('are the same whichever of before and after comes first', () => {
    const [before, after] = [
      [10, 20, 30, 40, 900],
      [15, 5, 70, 80],
    ];
    expect(valueBreaks([before, after])).toEqual(valueBreaks([after, before]));
  });

  // What few exceed is 100: 30 and 70 % of it, rounded.
  it('lie about zero for changes, and are none where nothing changes', () => {
    expect(changeBreaks([0, 0, 0])).toEqual([]);
    expect(changeBreaks([-100, 100, 50, 0, 20])).toEqual([-60, -30, 0, 0, 30, 60]);
  });

  it('put a value into its class, a lesser break outward', () => {
    const breaks = [-30, -8, 8, 30];
    expect([-31, -30, -9, -8, -7, 0, 7, 8, 29, 30].map((value) => classOf(value, breaks))).toEqual([
      0, 0, 1, 1, 2, 2, 2, 3, 3, 4,
    ]);
  });

  it('give a change the class of its side, however small, and the middle one to what is told as none alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter(Boolean), { minLength: 1 }),
        (values) => {
          const breaks = changeBreaks(values);
          const middle = middleOf(breaks);
          for (const value of values) {
            expect(changeClassOf(value, 'none', breaks)).toBe(middle);
            const at = changeClassOf(value, value < 0 ? 'less' : 'more', breaks);
            expect(Math.sign(at - middle)).toBe(Math.sign(value));
            expect(at).toBeLessThanOrEqual(breaks.length);
          }
        },
      ),
    );
  });

  it('ascend, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (values) => {
        const changes = changeBreaks(values);
        const sides = [changes.filter((at) => at < 0), changes.filter((at) => at > 0)];
        expect([0, 2]).toContain(changes.filter((at) => at === 0).length);
        for (const breaks of [valueBreaks([values]), ...sides]) {
          expect(breaks.length).toBeLessThanOrEqual(CLASSES);
          for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1]!);
        }
        expect(changes.length).toBeLessThanOrEqual(CLASSES);
      }),
    );
  });
});
