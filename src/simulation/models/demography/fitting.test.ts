// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { fitted, shrunkRatios } from './fitting';

describe('counts that are to add up', () => {
  // Deming and Stephan's case of two ways: rows of 40 and 60, columns of 30 and 70, from [[1, 1], [1, 3]].
  const seed = Float64Array.from([1, 1, 1, 3]);
  const margins = [
    { name: 'first row', cells: [0, 1], total: 40 },
    { name: 'second row', cells: [2, 3], total: 60 },
    { name: 'first column', cells: [0, 2], total: 30 },
    { name: 'second column', cells: [1, 3], total: 70 },
  ];

  it('do, and keep how they go together', () => {
    const { table, worstOff } = fitted(seed, margins);
    expect(worstOff).toBeLessThan(1e-9);
    for (const { cells, total } of margins)
      expect(cells.reduce((sum, cell) => sum + (table[cell] as number), 0)).toBeCloseTo(total, 6);
    // The odds ratio of the seed, 3, is the table's.
    const [a, b, c, d] = table as unknown as [number, number, number, number];
    expect((a * d) / (b * c)).toBeCloseTo(3, 6);
  });

  it('what is met already is left as it is', () => {
    const met = Float64Array.from([10, 30, 20, 40]);
    expect(Array.from(fitted(met, margins).table)).toEqual([10, 30, 20, 40]);
  });

  it('what contradicts itself is told', () => {
    const torn = [...margins.slice(0, 2), { name: 'all', cells: [0, 1, 2, 3], total: 120 }];
    expect(fitted(seed, torn).worstOff).toBeGreaterThan(0.01);
    expect(() => fitted(new Float64Array(4), margins)).toThrow('first row: is 40, and its cells are empty');
    expect(() => fitted(seed, [{ name: 'minors', cells: [0], total: -1 }])).toThrow('minors: is -1');
  });
});

describe('ratios of the few', () => {
  it('lean on those of all, the more the fewer they are', () => {
    // Four large areas at 0.5 and 1.5, two of one expected case each.
    const counted = Float64Array.from([500, 1500, 500, 1500, 3, 0]);
    const expected = Float64Array.from([1000, 1000, 1000, 1000, 1, 1]);
    const [large, , , , three, none] = shrunkRatios(counted, expected);
    expect(large).toBeCloseTo(0.5, 2);
    expect(three).toBeGreaterThan(1);
    expect(three).toBeLessThan(2);
    expect(none).toBeGreaterThan(0.5);
    expect(none).toBeLessThan(1);
  });

  it('are that of all where nothing but chance sets them apart', () => {
    const expected = new Float64Array(50).fill(100);
    const counted = expected.map((due, area) => due + (area % 2 ? 5 : -5));
    for (const ratio of shrunkRatios(counted, expected)) expect(ratio).toBe(1);
  });

  it('are nearer to the truth than the raw ones', () => {
    const random = seeded('ratios');
    const truth = Float64Array.from({ length: 88 }, () => 0.7 + 0.6 * random());
    const expected = truth.map(() => 3 + 60 * random());
    // Poisson by Knuth's product of uniforms.
    const counted = truth.map((ratio, area) => {
      const least = Math.exp(-ratio * (expected[area] as number));
      let count = -1;
      for (let product = 1; product > least; count++) product *= random();
      return count;
    });
    const off = (ratios: Float64Array) =>
      ratios.reduce((sum, one, area) => sum + (one - (truth[area] as number)) ** 2, 0);
    expect(off(shrunkRatios(counted, expected))).toBeLessThan(
      0.8 * off(counted.map((count, area) => count / (expected[area] as number))),
    );
  });

  it('lie between the raw ratio and that of all', () => {
    const area = fc.record({ counted: fc.nat({ max: 300 }), expected: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 30 }), (areas) => {
        const counted = Float64Array.from(areas, (one) => one.counted);
        const expected = Float64Array.from(areas, (one) => one.expected);
        fc.pre(counted.some((count) => count > 0));
        const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
        const mean = sum(counted) / sum(expected);
        for (const [i, ratio] of shrunkRatios(counted, expected).entries()) {
          const raw = (counted[i] as number) / (expected[i] as number);
          expect(ratio).toBeGreaterThanOrEqual(Math.min(raw, mean) - 1e-9);
          expect(ratio).toBeLessThanOrEqual(Math.max(raw, mean) + 1e-9);
        }
      }),
    );
  });
});
