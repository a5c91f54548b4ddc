// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mortonCode, mortonOrder } from './morton';
import { partition } from './quadtree';

const sumsOf = (costs: readonly number[]) =>
  Float64Array.from([0, ...costs.map((_, i) => costs.slice(0, i + 1).reduce((a, b) => a + b))]);
const starts = (ranges: readonly { start: number; end: number }[]) => ranges.map((r) => [r.start, r.end]);

describe('Morton order', () => {
  it('interleaves the bits, x lowest', () => {
    expect(mortonCode(0, 0)).toBe(0);
    expect(mortonCode(1, 0)).toBe(1);
    expect(mortonCode(0, 1)).toBe(2);
    expect(mortonCode(3, 5)).toBe(0b100111);
    expect(mortonCode(65535, 65535)).toBe(2 ** 32 - 1);
  });

  it('goes through the quarters of a square, equals in their own order', () => {
    const { order, codes, side } = mortonOrder([1, 0, 1, 0, 0], [1, 1, 0, 0, 0]);
    expect([...order]).toEqual([3, 4, 2, 1, 0]);
    expect(side).toBe(1);
    expect([...codes]).toEqual([...codes].sort((a, b) => a - b));
  });

  it('takes one point, and none', () => {
    expect([...mortonOrder([5], [7]).order]).toEqual([0]);
    expect([...mortonOrder([], []).order]).toEqual([]);
  });
});

describe('partition', () => {
  // Two in the first quarter, one in each of the others.
  const codes = Uint32Array.of(
    mortonCode(0, 0),
    mortonCode(9, 9),
    mortonCode(40000, 0),
    mortonCode(0, 40000),
    mortonCode(40000, 40000),
  );

  it('is one tile where all is within the budget', () => {
    const whole = { start: 0, end: 5 };
    expect(starts(partition(codes, sumsOf([1, 1, 1, 1, 1]), whole, { cost: 5, leastDepth: 0 }))).toEqual([
      [0, 5],
    ]);
  });

  it('cuts into quarters and joins small neighbours', () => {
    const whole = { start: 0, end: 5 };
    expect(starts(partition(codes, sumsOf([1, 1, 1, 1, 1]), whole, { cost: 2, leastDepth: 0 }))).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
    expect(starts(partition(codes, sumsOf([2, 2, 1, 1, 1]), whole, { cost: 3, leastDepth: 0 }))).toEqual([
      [0, 1],
      [1, 2],
      [2, 5],
    ]);
  });

  it('cuts what is too wide even where it costs little', () => {
    const whole = { start: 0, end: 5 };
    expect(starts(partition(codes, sumsOf([1, 1, 1, 1, 1]), whole, { cost: 9, leastDepth: 1 }))).toEqual([
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  it('halves what stands at one place', () => {
    const same = new Uint32Array(8).fill(77);
    const parts = partition(
      same,
      sumsOf(new Array(8).fill(1)),
      { start: 0, end: 8 },
      { cost: 3, leastDepth: 0 },
    );
    expect(starts(parts)).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 8],
    ]);
  });

  it('holds everything once, within the budget, whatever the points', () => {
    const point = fc.tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 5 }),
        (points, cost, leastDepth) => {
          const { order, codes: sorted } = mortonOrder(
            points.map((p) => p[0]),
            points.map((p) => p[1]),
          );
          const costs = Array.from(order, (i) => points[i]?.[2] ?? 0);
          const sums = sumsOf(costs);
          const parts = partition(sorted, sums, { start: 0, end: points.length }, { cost, leastDepth });
          expect(parts[0]?.start).toBe(0);
          expect(parts.at(-1)?.end).toBe(points.length);
          parts.forEach((part, i) => {
            expect(part.end).toBeGreaterThan(part.start);
            if (i > 0) expect(part.start).toBe(parts[i - 1]?.end);
            const total = (sums[part.end] as number) - (sums[part.start] as number);
            expect(total <= cost || part.end - part.start === 1).toBe(true);
          });
        },
      ),
    );
  });
});
