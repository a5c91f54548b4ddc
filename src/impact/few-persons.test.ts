// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { rowsOfMany } from './few-persons';

/** The same in each of four draws. */
const always = (...rows: number[]) => Array.from({ length: 4 }, () => Float64Array.from(rows));
const known = [true, true, true, true];

describe('of a field of persons', () => {
  it('all is told where nothing is few', () => {
    const field = { before: always(100, 50, 40, 0), after: always(120, 50, 40, 0), isShare: false };
    expect(rowsOfMany(field, known)).toEqual([true, true, true, true]);
  });

  it('a change of three is withheld, and the next smallest that the sum would tell it with', () => {
    const field = { before: always(100, 50, 40, 70), after: always(103, 60, 60, 70), isShare: false };
    expect(rowsOfMany(field, known)).toEqual([false, false, true, true]);
  });

  it('three that are left of a whole are withheld with the next smallest, before as after', () => {
    const wholes = { before: always(100, 100, 100, 100), after: always(100, 100, 100, 100) };
    const field = { before: always(97, 30, 40, 50), after: always(97, 30, 40, 50), isShare: false };
    expect(rowsOfMany({ ...field, wholes }, known)).toEqual([false, false, true, true]);
    expect(rowsOfMany(field, known)).toEqual([true, true, true, true]);
  });

  it('a share is of the persons that it is multiplied by', () => {
    const wholes = {
      before: always(100, 1000, 1000, Number.NaN),
      after: always(100, 1000, 1000, Number.NaN),
    };
    const share = {
      before: always(0.03, 0.03, 0.5, 0.5),
      after: always(0.03, 0.03, 0.5, 0.5),
      isShare: true,
    };
    // Three of 100, with 30 of 1,000; of the last nobody knows of how many.
    expect(rowsOfMany({ ...share, wholes }, known)).toEqual([false, false, true, false]);
    const moved = { ...share, after: always(0.03, 0.033, 0.6, 0.5) };
    expect(rowsOfMany({ ...moved, wholes }, known)[1]).toBe(false);
  });
});
