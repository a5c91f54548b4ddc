// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { estimateOf } from './estimate';
import { unreachableSentences } from './unreachable';

const metric = (pairs: number[], vehH: number[]) => ({ pairs: estimateOf(pairs), vehH: estimateOf(vehH) });
const none = metric([0, 0, 0, 0], [0, 0, 0, 0]);
const some = metric([2, 2, 2, 2], [10, 11, 12, 13]);
const more = metric([4, 5, 5, 6], [20, 22, 24, 26]);
const when = (before: typeof some, after: typeof some) =>
  unreachableSentences({ unreachable: { before, after } }).map(({ when, pairs }) => [when, pairs.value]);

describe('zones without a way', () => {
  it('are spoken of where and when there are any', () => {
    expect(when(none, none)).toEqual([]);
    expect(when(none, some)).toEqual([['after', 2]]);
    expect(when(some, none)).toEqual([['before', 2]]);
    expect(when(some, more)).toEqual([
      ['before', 2],
      ['left', 5],
    ]);
    expect(when(more, some)).toEqual([
      ['before', 5],
      ['left', 2],
    ]);
  });

  it('are spoken of once where nothing of it changes', () =>
    expect(when(more, metric([4, 5, 5, 6], [30, 31, 32, 33]))).toEqual([['always', 5]]));

  it('of one draw of many count too: the interval may be all that tells of them', () => {
    const rare = metric([0, 0, 0, 3], [0, 0, 0, 9]);
    expect(rare.pairs.value).toBe(0);
    expect(when(none, rare)).toEqual([['after', 0]]);
  });
});
