// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { estimateAt, estimateColumn, estimateOf } from './estimate';

describe('a column of estimates', () => {
  const draws = [1, 2, 3, 4, 5].map((draw) => [draw, 10 * draw, -draw]);

  it('is by row what the draws of the row make', () => {
    const column = estimateColumn(draws);
    expect([...column.value]).toEqual([3, 30, -3]);
    // The 10th percentile of 10 to 50 is 14: 40 % of the way from the first to the second.
    expect(column.low[1]).toBeCloseTo(14, 5);
    expect(column.high[1]).toBeCloseTo(46, 5);
    expect(estimateAt(column, 0)).toEqual({
      ...estimateOf([1, 2, 3, 4, 5]),
      low: expect.closeTo(1.4, 5),
      high: expect.closeTo(4.6, 5),
    });
    expect(column.draws).toBe(5);
  });

  it('leaves rows untold that are not to be, and tells the others as before', () => {
    const withheld = draws.map(([a, , c]) => [a as number, Number.NaN, c as number]);
    const column = estimateColumn(withheld, Uint8Array.from([1, 0, 1]));
    expect([...column.value]).toEqual([3, Number.NaN, -3]);
    for (const values of [column.low, column.high, column.sameSign]) expect(values[1]).toBeNaN();
    expect([...column.sameSign]).toEqual([1, Number.NaN, 1]);
    // Numbers that are there are withheld too.
    expect([...estimateColumn(draws, [false, true, true]).value]).toEqual([Number.NaN, 30, -3]);
  });

  it('makes none of what is no number, and of columns of other lengths', () => {
    const bad = [...draws.slice(1), [1, Number.NaN, 1]];
    expect(() => estimateColumn(bad)).toThrow('draw 5 is NaN');
    expect(() => estimateColumn(bad, [1, 1, 0])).toThrow('draw 5 is NaN');
    expect(() => estimateColumn(draws, [1])).toThrow('1 rows are told of 3');
    expect(() => estimateColumn([[1], [1, 2], [1], [1]])).toThrow('not equally long');
    expect(() => estimateColumn(draws.slice(0, 3))).toThrow('3 draws make no interval');
  });
});
