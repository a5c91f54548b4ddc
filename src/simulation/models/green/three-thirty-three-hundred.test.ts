// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { ruleShares } from './three-thirty-three-hundred';

/** District 0: homes of 100, 60 and 40 persons; district 1: one of 10; district 2: none. */
const homes = {
  count: 4,
  district: Int32Array.of(0, 0, 0, 1),
  persons: Float64Array.of(100, 60, 40, 10),
  eastM: [0, 0, 0, 0],
  northM: [0, 0, 0, 0],
};
const figures = {
  thirdTreeM: Float64Array.of(10, 24, Number.POSITIVE_INFINITY, 29),
  parkM: [Float64Array.of(100, 299, 320, 0), Float64Array.of(301, 299, 320, Number.POSITIVE_INFINITY)],
};
const shares = (change: { viewM?: number; walkFactor?: number } = {}, canopy = [0.3, 0.29, 0.5]) =>
  ruleShares(homes, figures, Float64Array.from(canopy), { viewM: 25, walkFactor: 1, ...change });

describe('3-30-300', () => {
  it('by hand', () => {
    const { trees, park, smallPark, all, none } = shares();
    expect([...trees]).toEqual([160 / 200, 0, Number.NaN]);
    expect([...smallPark]).toEqual([160 / 200, 1, Number.NaN]);
    expect([...park]).toEqual([60 / 200, 0, Number.NaN]);
    // Only the 60 see trees and have a park of a hectare; the district is shaded enough.
    expect([...all]).toEqual([60 / 200, 0, Number.NaN]);
    // In the other one home has none of the three.
    expect([...none]).toEqual([0, 1, Number.NaN]);
  });

  it('has its limits at 25 m, 300 m and 30 % themselves', () => {
    expect(shares({ viewM: 24 }).trees[0]).toBe(160 / 200);
    expect(shares({ viewM: 23.9 }).trees[0]).toBe(100 / 200);
    expect(shares({ walkFactor: 300 / 301 }).park[0]).toBe(160 / 200);
    expect(shares({ walkFactor: 1.1 }).park[0]).toBe(0);
    expect(shares({}, [0.2999, 0.29, 0.5]).all[0]).toBe(0);
  });

  it('says nothing of all three where crowns are not known', () => {
    const { trees, all, none } = shares({}, [Number.NaN, 0.29, 0.5]);
    expect(trees[0]).toBe(0.8);
    expect([all[0], none[0]]).toEqual([Number.NaN, Number.NaN]);
  });
});
