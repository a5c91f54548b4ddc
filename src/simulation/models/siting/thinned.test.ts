// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from './thinned';

const places = (at: readonly (readonly [number, number])[]) => ({
  count: at.length,
  eastM: Float64Array.from(at, ([east]) => east),
  northM: Float64Array.from(at, ([, north]) => north),
});

describe('many places told by fewer', () => {
  it('squares of 250 m, the heaviest of each', () => {
    // Two in the first square, one in the next east of it, one north.
    const four = places([
      [10, 10],
      [240, 200],
      [260, 10],
      [10, 251],
    ]);
    const { places: kept, standsFor } = thinned(four, Float64Array.from([1, 5, 2, 0]), 3);
    expect(Array.from(kept)).toEqual([1, 2, 3]);
    expect(Array.from(standsFor)).toEqual([0, 0, 1, 2]);
  });

  it('all of them where they are no more, and one where one is asked for', () => {
    const two = places([
      [0, 0],
      [9000, 9000],
    ]);
    expect(Array.from(thinned(two, new Float64Array(2), 2).places)).toEqual([0, 1]);
    expect(thinned(two, Float64Array.from([1, 2]), 1)).toEqual({
      places: Int32Array.from([1]),
      standsFor: Int32Array.from([0, 0]),
    });
    expect(() => thinned(two, new Float64Array(2), 0)).toThrow('0 places cannot stand for 2');
  });

  it('never more than asked for, and every place is stood for by one of its square', () => {
    const metres = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (at, most) => {
          const { places: kept, standsFor } = thinned(places(at), new Float64Array(at.length), most);
          expect(kept.length).toBeLessThanOrEqual(most);
          expect(new Set(kept).size).toBe(kept.length);
          expect(standsFor.length).toBe(at.length);
          expect(new Set(standsFor).size).toBe(kept.length);
        },
      ),
    );
  });
});
