// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spearmanRho } from './rank-correlation';

describe('the correlation of ranks', () => {
  it('is the one worked by hand: Σd² = 32 of 5 pairs is 1 − 6·32/120', () => {
    const pairs = [
      [1, 4],
      [2, 5],
      [3, 1],
      [4, 3],
      [5, 2],
    ] as const;
    // d: −3, −3, 2, 1, 3: Σd² = 9 + 9 + 4 + 1 + 9 = 32.
    expect(spearmanRho(pairs)).toBeCloseTo(1 - (6 * 32) / (5 * 24), 12);
  });

  it('is 1 where both rise, however, −1 where one falls, and shares ranks', () => {
    expect(
      spearmanRho([
        [1, 10],
        [2, 1000],
        [3, 1001],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      spearmanRho([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toBeCloseTo(-1, 12);
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 of √(4.5 · 5).
    expect(
      spearmanRho([
        [1, 1],
        [2, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('is not a number where nothing changes', () => {
    expect(spearmanRho([])).toBeNaN();
    expect(
      spearmanRho([
        [1, 2],
        [1, 3],
      ]),
    ).toBeNaN();
  });

  it('is between −1 and 1, and the same for both orders', () => {
    const pair = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2 }), (pairs) => {
        const rho = spearmanRho(pairs);
        if (Number.isNaN(rho)) return;
        expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearmanRho(pairs.map(([x, y]) => [y, x]))).toBeCloseTo(rho, 12);
      }),
    );
  });
});
