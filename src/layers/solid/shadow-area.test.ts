// SPDX-License-Identifier: EUPL-1.2
import { OrthographicCamera, PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { sunDirection } from '../../city/sun';
import { areaFor, placeSun, seenArea } from './shadow-area';

/** Looks from a height to the north, so many degrees down from the horizon; 60° high and as wide. */
function cameraAt(heightM: number, downDeg: number): PerspectiveCamera {
  const camera = new PerspectiveCamera(60, 1, 1, 20_000);
  camera.up.set(0, 0, 1);
  camera.position.set(100, 200, heightM);
  const down = (downDeg * Math.PI) / 180;
  if (downDeg === 90) camera.up.set(0, 1, 0);
  camera.lookAt(100, 200 + Math.cos(down), heightM - Math.sin(down));
  camera.updateMatrixWorld(true);
  camera.updateProjectionMatrix();
  return camera;
}

describe('the ground that is seen', () => {
  it('from straight above is under the eye', () => {
    // 300 m up, 30° to each side: 173.2 m, and √2 times as far to a corner.
    const { xM, yM, radiusM } = seenArea(cameraAt(300, 90), 300);
    expect([xM, yM]).toEqual([expect.closeTo(100, 3), expect.closeTo(200, 3)]);
    expect(radiusM).toBeCloseTo(173.2 * Math.SQRT2, 0);
  });

  it('in the distance ends: no farther than so many distances to the middle of the view', () => {
    // Looks at 45°: the middle is 424 m away; the upper edge, at 15°, is 1120 m away and the corners are drawn in.
    const { xM, yM, radiusM } = seenArea(cameraAt(300, 45), 424);
    expect(xM).toBeCloseTo(100, 3);
    expect(yM - 200 + radiusM).toBeLessThan(2.5 * 424 + radiusM);
    const horizon = seenArea(cameraAt(300, 10), 1700);
    expect(horizon.radiusM).toBeLessThan(2.5 * 1700);
    expect(Number.isFinite(horizon.yM)).toBe(true);
    expect(yM).toBeGreaterThan(200);
  });
});

describe('the area that is drawn', () => {
  const seen = { xM: 0, yM: 0, radiusM: 100 };
  it('stays while it covers what is seen, and is not far too large', () => {
    const first = areaFor(seen, null);
    expect(first.radiusM).toBe(120);
    expect(areaFor({ ...seen, xM: 15 }, first)).toBe(first);
    expect(areaFor({ ...seen, xM: 25 }, first)).toEqual({ xM: 25, yM: 0, radiusM: 120 });
    expect(areaFor({ ...seen, radiusM: 61 }, first)).toBe(first);
    expect(areaFor({ ...seen, radiusM: 59 }, first)).toEqual({ ...seen, radiusM: expect.closeTo(70.8, 6) });
  });
});

describe('the sun as a camera', () => {
  const area = { xM: 500, yM: -300, radiusM: 200 };
  const seenBySun = (elevationDeg: number, azimuthDeg: number, at: Vector3) => {
    const camera = new OrthographicCamera();
    const depthM = placeSun(camera, area, sunDirection({ elevationDeg, azimuthDeg }));
    return { ...at.clone().project(camera), depthM, camera };
  };

  it('has the middle of the area in the middle of its map', () => {
    for (const [elevation, azimuth] of [
      [60, 180],
      [20, 100],
      [5, 290],
      [89.9, 0],
    ] as const) {
      const { x, y, z } = seenBySun(elevation, azimuth, new Vector3(500, -300, 0));
      expect([x, y]).toEqual([expect.closeTo(0, 5), expect.closeTo(0, 5)]);
      expect(Math.abs(z)).toBeLessThan(1);
    }
  });

  it('sees what stands on the edge of the area, and the top that throws its shadow into the middle', () => {
    for (const azimuth of [90, 180, 250]) {
      const towards = sunDirection({ elevationDeg: 30, azimuthDeg: azimuth });
      // 260 m high at 30°: its shadow is 450 m long.
      const top = new Vector3(500, -300, 0).addScaledVector(new Vector3(...towards), 260 / towards[2]);
      const found = seenBySun(30, azimuth, top);
      expect([found.x, found.y]).toEqual([expect.closeTo(0, 5), expect.closeTo(0, 5)]);
      expect(Math.abs(found.z)).toBeLessThanOrEqual(1);
      const foot = seenBySun(30, azimuth, new Vector3(500, -101, 0));
      expect(Math.max(Math.abs(foot.x), Math.abs(foot.y), Math.abs(foot.z))).toBeLessThanOrEqual(1);
    }
  });

  it('keeps its depth within what shadows are followed for, however low it stands', () => {
    // 4 km and the disc twice, and 10 m of room.
    expect(seenBySun(1, 180, new Vector3()).depthM).toBeLessThanOrEqual(4000 + 2 * 200 + 10);
    expect(seenBySun(60, 180, new Vector3()).depthM).toBeCloseTo(260 / Math.sin(Math.PI / 3) + 410, 3);
  });
});
