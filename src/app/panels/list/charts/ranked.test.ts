// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn } from '../../../../query/make-columns';
import { rankedRows } from './ranked';

describe('the first rows', () => {
  const column = numberColumn('x', [5, Number.NaN, 9, 1, 9]);
  it('are the highest or the lowest that are known and count', () => {
    expect(rankedRows(column, null, 3, false)).toEqual([2, 4, 0]);
    expect(rankedRows(column, null, 2, true)).toEqual([3, 0]);
    expect(rankedRows(column, Uint8Array.from([1, 1, 0, 1, 1]), 9, false)).toEqual([4, 0, 3]);
  });

  it('are those of a sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.nat(12), (values, count) => {
        const sorted = values
          .map((_, row) => row)
          .sort((a, b) => values[b]! - values[a]! || a - b)
          .slice(0, count);
        expect(rankedRows(numberColumn('x', values), null, count, false)).toEqual(sorted);
      }),
    );
  });
});
