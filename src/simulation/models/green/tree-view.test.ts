// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { treesAt } from './fixtures/small-green';
import { TreeIndex } from './tree-view';

it('is the third of those within reach, or none', () => {
  const index = new TreeIndex([treesAt([3, 4, 1], [0, 20, 1]), treesAt([-12, 0, 1])], 30);
  expect(index.kthNearestM(0, 0, 1)).toBe(5);
  expect(index.kthNearestM(0, 0, 2)).toBe(12);
  expect(index.kthNearestM(0, 0, 3)).toBe(20);
  expect(index.kthNearestM(0, 0, 4)).toBe(Number.POSITIVE_INFINITY);
  expect(index.kthNearestM(0, 45, 2)).toBe(Number.POSITIVE_INFINITY);
  expect(new TreeIndex([], 30).kthNearestM(0, 0, 1)).toBe(Number.POSITIVE_INFINITY);
});

it('is what looking at every tree finds', () => {
  const place = fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), place, (trees, [x, y]) => {
      const away = trees.map(([a, b]) => Math.sqrt((a - x) ** 2 + (b - y) ** 2)).sort((a, b) => a - b);
      const third = (away[2] ?? 99) <= 25 ? away[2] : Number.POSITIVE_INFINITY;
      const index = new TreeIndex([treesAt(...trees.map(([a, b]) => [a, b, 1] as const))], 25);
      expect(index.kthNearestM(x, y, 3)).toBe(third);
    }),
  );
});
