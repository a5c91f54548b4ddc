// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInside } from '../city/areas';
import { plane } from '../city/frames';
import { insideMask } from './grid-mask';

const place = { columns: 12, rows: 10, stepM: 2, westM: -5, southM: 3 };

it('a square has its cells, and a hole takes some away', () => {
  const square = [
    [-4, 4],
    [4, 4],
    [4, 12],
    [-4, 12],
  ] as const;
  // Middles at −5, −3, −1, 1, 3 … and 3, 5, 7, 9, 11 …
  const mask = insideMask(place, [square]);
  expect(mask.reduce((sum, one) => sum + one, 0)).toBe(16);
  const hole = [
    [-2, 6],
    [2, 6],
    [2, 10],
    [-2, 10],
  ] as const;
  expect(insideMask(place, [square, hole]).reduce((sum, one) => sum + one, 0)).toBe(12);
});

it('is what the rule for points says', () => {
  const corner = fc.tuple(
    fc.double({ min: -20, max: 30, noNaN: true }),
    fc.double({ min: -10, max: 40, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(corner, { minLength: 3, maxLength: 8 }), { maxLength: 3 }), (rings) => {
      const mask = insideMask(place, rings);
      const points = rings.map((ring) => ring.map(([x, y]) => plane(x, y)));
      for (let row = 0; row < place.rows; row++)
        for (let column = 0; column < place.columns; column++) {
          const at = plane(place.westM + 2 * column, place.southM + 2 * row);
          expect(mask[row * place.columns + column]).toBe(isInside(at, points) ? 1 : 0);
        }
    }),
  );
});
