// SPDX-License-Identifier: EUPL-1.2
import { PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { hazeBottom } from './haze';

/** 100 m above the ground, 90° both ways: a ray at height y on the screen rises y upward for each 1 forward. */
const camera = new PerspectiveCamera(90, 1, 1, 1e4);
camera.position.z = 100;

describe('the strip of haze', () => {
  it('is the sky and the ground far off, level with the horizon', () => {
    // Looking level: the horizon is at 0, and ground 1000 m away is no lower than 0.1 × √3 below it.
    expect(hazeBottom(camera, 90, 1000)).toBeCloseTo(-0.1 * Math.sqrt(3), 10);
    expect(hazeBottom(camera, 90, 1e9)).toBeCloseTo(0, 6);
  });

  it('is nothing where all the ground is near', () => {
    // Straight down; and 45° down, where the top of the screen is the horizon.
    expect(hazeBottom(camera, 0, 1000)).toBeGreaterThan(1);
    expect(hazeBottom(camera, 45, 1e9)).toBeCloseTo(1, 6);
    expect(hazeBottom(camera, 40, 1e4)).toBeGreaterThan(1);
  });

  it('is the whole screen where the haze begins at the feet', () => {
    expect(hazeBottom(camera, 80, 50)).toBe(-1);
  });

  it('leaves out no pixel that has haze', () => {
    const mapLike = new PerspectiveCamera(36.87, 16 / 9, 1, 1e4);
    mapLike.position.z = 100;
    const [wide, high] = [mapLike.projectionMatrix.elements[0]!, mapLike.projectionMatrix.elements[5]!];
    expect(wide).toBeLessThan(high);
    for (const pitchDeg of [50, 60, 70, 80, 85])
      for (const fromM of [300, 1000, 5000]) {
        const bottom = hazeBottom(mapLike, pitchDeg, fromM);
        const [down, up] = [Math.cos((pitchDeg * Math.PI) / 180), Math.sin((pitchDeg * Math.PI) / 180)];
        for (let x = -1; x <= 1; x += 0.25)
          for (let y = -1; y < Math.min(bottom, 1); y += 0.05) {
            const sink = (down - (y / high) * up) / Math.hypot(x / wide, y / high, 1);
            expect(100 / sink).toBeLessThan(fromM);
          }
      }
  });
});
