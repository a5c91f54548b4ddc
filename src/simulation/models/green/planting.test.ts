// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import { treesAt } from './fixtures/small-green';
import { fullGrown, grownAreaShare, grownCrownM, grownShare, plantingOf } from './planting';

describe('a planted tree', () => {
  it('grows from the nursery to its full crown, slowly at both ends', () => {
    expect(grownShare(0, 25)).toBe(0);
    expect(grownShare(12.5, 25)).toBeCloseTo(0.5, 12);
    expect(grownShare(25, 25)).toBe(1);
    expect(grownShare(40, 25)).toBe(1);
    expect(grownCrownM(8, 0, 25)).toBe(1.5);
    expect(grownCrownM(8, 12.5, 25)).toBeCloseTo(4.75, 12);
    expect(grownCrownM(1, 3, 25)).toBe(1);
    const steps = Array.from({ length: 26 }, (_, year) => grownShare(year, 25));
    for (let year = 1; year <= 25; year++) expect(steps[year]).toBeGreaterThan(steps[year - 1] as number);
    expect(steps[1]!).toBeLessThan(steps[13]! - steps[12]!);
  });

  it('finds room only where none stands near, of the measure before it either', () => {
    const at = [plane(0, 0), plane(10, 0), plane(20, 0)];
    const standing = treesAt([11, 0, 5]);
    const once = plantingOf([{ at, crownM: 8, apartM: 6 }], standing);
    expect([...once.eastM]).toEqual([0, 20]);
    const twice = plantingOf(
      [
        { at, crownM: 8, apartM: 6 },
        { at: [plane(1, 0), plane(30, 0)], crownM: 4, apartM: 6 },
      ],
      standing,
    );
    expect([...twice.eastM]).toEqual([0, 20, 30]);
    expect([...twice.fullCrownM]).toEqual([8, 8, 4]);
    expect(fullGrown(twice).crownM[2]).toEqual(Float64Array.of(8, 8, 4));
  });

  it('covers less where it takes longer to grow', () => {
    const planting = plantingOf([{ at: [plane(0, 0)], crownM: 8, apartM: 6 }], treesAt());
    expect(grownAreaShare(planting, 0, 25)).toBeCloseTo((1.5 / 8) ** 2, 12);
    expect(grownAreaShare(planting, 10, 30)).toBeLessThan(grownAreaShare(planting, 10, 25));
    expect(grownAreaShare(planting, 30, 25)).toBe(1);
    expect(grownAreaShare(plantingOf([], treesAt()), 10, 25)).toBe(1);
  });
});
