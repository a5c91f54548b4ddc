// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from './seeded';

describe('seeded numbers', () => {
  it('are the same for the same seed and others for another', () => {
    const a = seeded('milano');
    const b = seeded('milano');
    const first = Array.from({ length: 5 }, a);
    expect(Array.from({ length: 5 }, b)).toEqual(first);
    expect(Array.from({ length: 5 }, seeded('milano2'))).not.toEqual(first);
  });
  it('are uniform in [0, 1): mean 1/2, variance 1/12, every tenth filled alike', () => {
    const random = seeded('u');
    const n = 100_000;
    const tenths = new Array(10).fill(0);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = random();
      sum += x;
      squares += x * x;
      tenths[Math.floor(x * 10)]++;
    }
    expect(sum / n).toBeCloseTo(0.5, 2);
    expect(squares / n - (sum / n) ** 2).toBeCloseTo(1 / 12, 2);
    for (const t of tenths) expect(Math.abs(t - n / 10)).toBeLessThan(500);
  });
});
