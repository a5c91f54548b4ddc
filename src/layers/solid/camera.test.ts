// SPDX-License-Identifier: EUPL-1.2
import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { lonLat, lonLatToMercator, lonLatToScene } from '../../city/frames';
import { MapCamera } from './camera';

const ANCHOR = lonLat(9.19186, 45.46416);
const ZOOM = 15;
/** MapLibre's own two matrices for a map 900 px high, pitched by 60°, over the anchor. */
function frame() {
  const worldPx = 512 * 2 ** ZOOM;
  const away = 900 / 2 / Math.tan((36.87 * Math.PI) / 360);
  const top = 10 * Math.tan((36.87 * Math.PI) / 360);
  const projection = new Matrix4().makePerspective(-top, top, top, -top, 10, 20000);
  const [x, y] = lonLatToMercator(ANCHOR);
  const main = projection
    .clone()
    .multiply(new Matrix4().makeTranslation(0, 0, -away))
    .multiply(new Matrix4().makeRotationX(-Math.PI / 3))
    .multiply(new Matrix4().makeScale(1, -1, 1))
    .multiply(new Matrix4().makeTranslation(-x * worldPx, -y * worldPx, 0))
    .multiply(new Matrix4().makeScale(worldPx, worldPx, worldPx));
  return { projection, main };
}

describe('the camera', () => {
  const { projection, main } = frame();
  const camera = new MapCamera(ANCHOR);
  camera.follow(
    { projectionMatrix: projection.elements, defaultProjectionData: { mainMatrix: main.elements } },
    ZOOM,
  );

  it('puts a place of the scene where the map puts it', () => {
    for (const at of [ANCHOR, lonLat(9.2, 45.46), lonLat(9.185, 45.47)]) {
      const [x, y] = lonLatToMercator(at);
      const onMap = new Vector3(x, y, 0).applyMatrix4(main);
      const inScene = new Vector3(...(lonLatToScene(ANCHOR, at) as unknown as [number, number, number]));
      const drawn = inScene.applyMatrix4(camera.matrixWorldInverse).applyMatrix4(camera.projectionMatrix);
      expect(drawn.x).toBeCloseTo(onMap.x, 9);
      expect(drawn.y).toBeCloseTo(onMap.y, 9);
      expect(drawn.z).toBeCloseTo(onMap.z, 9);
    }
  });

  it('stands in metres: 60° from straight down, as far as the map says', () => {
    // 1350 px from the middle of the view; at this zoom and latitude a pixel is 1.6734 m.
    const metresPerPx = (2 * Math.PI * 6371008.8 * Math.cos((45.46416 * Math.PI) / 180)) / (512 * 2 ** ZOOM);
    expect(metresPerPx).toBeCloseTo(1.6734, 3);
    expect(camera.position.length()).toBeCloseTo(1350 * metresPerPx, 0);
    expect(camera.position.z).toBeCloseTo(camera.position.length() / 2, 3);
    expect(camera.position.y).toBeLessThan(0);
    expect(camera.near).toBeCloseTo(10 * metresPerPx, 3);
    expect(camera.far / (20000 * metresPerPx)).toBeCloseTo(1, 6);
  });
});
