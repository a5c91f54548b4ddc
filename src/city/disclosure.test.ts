// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { endsWithoutFew, partsToldBesideSum } from './disclosure';

it('an end of an interval that is of few is moved outward, whichever its sign', () => {
  expect(endsWithoutFew({ low: 2, high: 9 })).toEqual({ low: 0, high: 9 });
  expect(endsWithoutFew({ low: 0, high: 3 })).toEqual({ low: 0, high: 5 });
  expect(endsWithoutFew({ low: -3, high: -1 })).toEqual({ low: -5, high: 0 });
  expect(endsWithoutFew({ low: 5, high: 12 })).toEqual({ low: 5, high: 12 });
  expect(endsWithoutFew({ low: Number.NaN, high: Number.NaN })).toEqual({
    low: Number.NaN,
    high: Number.NaN,
  });
});

it('a part is not told where it or the rest is few, nor the next smallest with it', () => {
  const none = Number.NaN;
  // Three of 100; 97 of 100 leave three; of the others the sum would tell nothing more.
  expect([...partsToldBesideSum([100, 100, 100, 100], [3, 97, 40, 50])]).toEqual([0, 0, 1, 1]);
  // One alone: the city's sum would tell it without the next.
  expect([...partsToldBesideSum([100, 100, 100, 100], [3, 60, 40, 50])]).toEqual([0, 1, 0, 1]);
  // All of them, but for what rounding leaves; nobody of them.
  expect([...partsToldBesideSum([100, 100], [99.999, 0])]).toEqual([1, 1]);
  // Of whom nothing is told no part is, and with it the next smallest is withheld.
  expect([...partsToldBesideSum([none, 100, 100], [30, 40, 50])]).toEqual([0, 0, 1]);
  expect([...partsToldBesideSum([100, 100], [none, 40])]).toEqual([0, 1]);
});
