// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { PALETTE } from '../palette';
import { sunLight } from './sun-light';

const at = (elevationDeg: number, look: 'light' | 'dark' = 'light') =>
  sunLight({ elevationDeg, azimuthDeg: 180 }, look);

describe('the light of the sun', () => {
  it('of a high day leaves the colours as they are, and comes from where the sun stands', () => {
    const { scene, direct, lit } = at(60);
    expect(direct).toBe(1);
    expect(lit[0]).toBe(1);
    expect(lit[2]).toBeGreaterThan(0.98);
    expect(scene).toMatchObject({ night: 0, haze: PALETTE.light.haze, sky: PALETTE.light.sky });
    // cos 60° to the south, sin 60° up.
    expect(scene.towardsSun[1]).toBeCloseTo(-0.5, 9);
    expect(scene.towardsSun[2]).toBeCloseTo(0.866, 3);
  });

  it('casts no shadow once the sun is down, and the night is dark and blue', () => {
    const night = at(-20);
    expect(night.direct).toBe(0);
    expect(night.shade).toEqual([1, 1, 1]);
    expect(night.scene.sunlight).toEqual([0, 0, 0]);
    expect(night.scene.night).toBe(1);
    expect(night.lit[0]).toBeLessThan(0.5);
    expect(night.lit[2]).toBeGreaterThan(night.lit[0]);
    // The night look keeps most of its own: 1 − 0.58 · 0.35.
    expect(at(-20, 'dark').lit[0]).toBeCloseTo(0.797, 9);
    expect(at(-20, 'dark').scene.sky).toBe(PALETTE.dark.sky);
  });

  it('is warm when low, and grows all the way up', () => {
    const { sunlight } = at(4).scene;
    expect(sunlight[0]).toBeGreaterThan(1.5 * sunlight[2]);
    const heights = [-15, -8, -3, 0, 2, 5, 10, 20, 60].map((deg) => at(deg));
    for (let i = 1; i < heights.length; i++) {
      expect(heights[i]!.direct).toBeGreaterThanOrEqual(heights[i - 1]!.direct);
      expect(heights[i]!.scene.skylight[2] + heights[i]!.scene.sunlight[2]).toBeGreaterThanOrEqual(
        heights[i - 1]!.scene.skylight[2] + heights[i - 1]!.scene.sunlight[2] - 1e-9,
      );
    }
  });
});
