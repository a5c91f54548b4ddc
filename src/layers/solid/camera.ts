// SPDX-License-Identifier: EUPL-1.2
import { Matrix4, PerspectiveCamera } from 'three';
import { type LonLat, lonLatToMercator, mercatorUnitsPerM } from '../../city/frames';

/** What MapLibre gives a custom layer at every frame, as far as the camera needs it. */
export interface MapFrame {
  readonly projectionMatrix: ArrayLike<number>;
  readonly defaultProjectionData: { readonly mainMatrix: ArrayLike<number> };
}

/** CSS pixels of the Mercator world at zoom 0. */
const WORLD_PX = 512;

/** Scene (metres about the anchor, y north) → MapLibre's Mercator world (0–1, y south). */
export function sceneToMercator(anchor: LonLat): Matrix4 {
  const s = mercatorUnitsPerM(anchor[1]);
  const [x, y] = lonLatToMercator(anchor);
  return new Matrix4().set(s, 0, 0, x, 0, -s, 0, y, 0, 0, s, 0, 0, 0, 0, 1);
}

/**
 * A three.js camera that sees what MapLibre sees. Its view space is in metres, so that distances,
 * light and level of detail are; all products are made in doubles before the GPU sees them.
 */
export class MapCamera extends PerspectiveCamera {
  readonly #toMercator: Matrix4;
  readonly #pxPerMAtZoom0: number;
  /** CSS pixels of a metre in the middle of the view. */
  pxPerM = 1;

  constructor(anchor: LonLat) {
    super();
    this.#toMercator = sceneToMercator(anchor);
    this.#pxPerMAtZoom0 = WORLD_PX * mercatorUnitsPerM(anchor[1]);
    this.matrixAutoUpdate = false;
    this.matrixWorldAutoUpdate = false;
    Object.assign(this, { manual: true });
  }

  /** The matrices come from the map: three.js must not make them again. */
  override updateMatrixWorld(): void {}
  override updateProjectionMatrix(): void {}

  follow(frame: MapFrame, zoom: number): void {
    const pxPerM = this.#pxPerMAtZoom0 * 2 ** zoom;
    this.pxPerM = pxPerM;
    const p = this.projectionMatrix.fromArray(Array.from(frame.projectionMatrix));
    // MapLibre's view space is in pixels; dividing its constant term makes it metres.
    p.elements[14] = (p.elements[14] ?? 0) / pxPerM;
    this.projectionMatrixInverse.copy(p).invert();
    this.matrixWorldInverse
      .fromArray(Array.from(frame.defaultProjectionData.mainMatrix))
      .multiply(this.#toMercator)
      .multiplyScalar(1 / pxPerM)
      .premultiply(this.projectionMatrixInverse);
    this.matrixWorld.copy(this.matrixWorldInverse).invert();
    this.matrix.copy(this.matrixWorld);
    this.position.setFromMatrixPosition(this.matrixWorld);
    const [a, b] = [p.elements[10] ?? 0, p.elements[14] ?? 0];
    this.near = b / (a - 1);
    this.far = b / (a + 1);
  }
}
