// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huffShares, type ShoppingCity, tripsToShops } from './huff';

/**
 * Two places of 100 and 60 trips, three shops of 1000, 400 and 100 m². From the first they are 10, 5 and 2
 * minutes away, from the second 5, 10 and 20. With exponents 1 and 2 the pulls are
 * 1000/100 = 10, 400/25 = 16, 100/4 = 25: shares 10/51, 16/51, 25/51;
 * 1000/25 = 40, 400/100 = 4, 100/400 = 0.25: shares 40/44.25, 4/44.25, 0.25/44.25.
 */
const TOWN: ShoppingCity = {
  trips: Float64Array.from([100, 60]),
  size: Float64Array.from([1000, 400, 100]),
  minutes: Float64Array.from([10, 5, 5, 10, 2, 20]),
};
const USUAL = { sizeExponent: 1, distanceExponent: 2 };

describe('three shops by hand', () => {
  it('shares and trips', () => {
    const shares = huffShares(TOWN, USUAL);
    [10 / 51, 40 / 44.25, 16 / 51, 4 / 44.25, 25 / 51, 0.25 / 44.25].forEach((share, cell) => {
      expect(shares[cell]).toBeCloseTo(share, 12);
    });
    const [first, second, third] = tripsToShops(TOWN, USUAL);
    expect(first).toBeCloseTo(1000 / 51 + 2400 / 44.25, 9);
    expect(second).toBeCloseTo(1600 / 51 + 240 / 44.25, 9);
    expect(third).toBeCloseTo(2500 / 51 + 15 / 44.25, 9);
  });

  it('where the way does not count, size alone does', () => {
    const shares = huffShares(TOWN, { sizeExponent: 1, distanceExponent: 0 });
    [1000, 400, 100].forEach((m2, shop) => {
      for (const place of [0, 1]) expect(shares[2 * shop + place]).toBeCloseTo(m2 / 1500, 12);
    });
  });

  it('a minute is the nearest that anything is, and what cannot be reached is not gone to', () => {
    const minutes = Float64Array.from([0, 5, 1, 10, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const shares = huffShares({ ...TOWN, minutes }, USUAL);
    expect(shares[0]).toBeCloseTo(1000 / 1400, 12);
    expect([shares[4], shares[5]]).toEqual([0, 0]);
  });

  it('names what cannot be', () => {
    const minutes = Float64Array.from([10, 5, 5, 10, 2, -1]);
    expect(() => huffShares({ ...TOWN, minutes }, USUAL)).toThrow('way 6: is -1');
    expect(() => huffShares({ ...TOWN, size: new Float64Array(2) }, USUAL)).toThrow('2 places and 2 shops');
    expect(() => huffShares(TOWN, { ...USUAL, distanceExponent: Number.NaN })).toThrow(
      'distanceExponent: is NaN',
    );
  });
});

describe('whatever the town', () => {
  const town = fc
    .record({ places: fc.integer({ min: 1, max: 6 }), shops: fc.integer({ min: 2, max: 6 }) })
    .chain(({ places, shops }) => {
      const column = (length: number, least: number, most: number) =>
        fc
          .array(fc.integer({ min: least, max: most }), { minLength: length, maxLength: length })
          .map((cells) => Float64Array.from(cells));
      return fc.record({
        trips: column(places, 0, 1000),
        size: column(shops, 1, 5000),
        minutes: column(places * shops, 0, 60),
      });
    });

  it('every trip goes somewhere, and one only', () => {
    fc.assert(
      fc.property(town, (it) => {
        const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
        expect(sum(tripsToShops(it, USUAL))).toBeCloseTo(sum(it.trips), 6);
      }),
    );
  });

  it('a closure leaves the others as they stood to each other', () => {
    fc.assert(
      fc.property(town, (it) => {
        const places = it.trips.length;
        const before = huffShares(it, USUAL);
        const after = huffShares({ ...it, size: it.size.with(0, 0) }, USUAL);
        for (let place = 0; place < places; place++) {
          const [a, b] = [places + place, (it.size.length - 1) * places + place];
          expect((after[a] as number) * (before[b] as number)).toBeCloseTo(
            (after[b] as number) * (before[a] as number),
            12,
          );
          expect(after[place]).toBe(0);
        }
      }),
    );
  });

  it('a larger shop draws no fewer, the others no more', () => {
    fc.assert(
      fc.property(town, (it) => {
        const before = tripsToShops(it, USUAL);
        const after = tripsToShops({ ...it, size: it.size.with(0, 2 * (it.size[0] as number)) }, USUAL);
        for (const [shop, trips] of before.entries())
          if (shop === 0) expect(after[shop] as number).toBeGreaterThanOrEqual(trips - 1e-9);
          else expect(after[shop] as number).toBeLessThanOrEqual(trips + 1e-9);
      }),
    );
  });
});
