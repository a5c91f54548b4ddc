// SPDX-License-Identifier: EUPL-1.2
/** How much of the ground a map of shadows covers, and the sun as the camera that draws it. Pure. */
import { Matrix4, type OrthographicCamera, type PerspectiveCamera, Vector3 } from 'three';

/** A disc of the ground, metres in the scene. */
export interface ShadowArea {
  readonly xM: number;
  readonly yM: number;
  readonly radiusM: number;
}

/** What is farther than this many distances from the eye to the middle of the view is too small for its shade to be seen. */
const FAR_VIEWS = 2.5;
/** No building of the city is higher, metres. */
const HIGHEST_M = 260;
/** No shadow is followed farther than this towards the sun, metres. */
const LONGEST_M = 4000;

/**
 * The disc about the ground that is seen near by: its corners on the screen, those too far (or in the
 * sky) drawn in to {@link FAR_VIEWS}. `middleM`: from the eye to the middle of the view.
 */
export function seenArea(camera: PerspectiveCamera, middleM: number): ShadowArea {
  const toScene = new Matrix4().multiplyMatrices(camera.matrixWorld, camera.projectionMatrixInverse);
  const eye = camera.position;
  const far = FAR_VIEWS * middleM;
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].map((y) => {
      const ray = new Vector3(x, y, 1).applyMatrix4(toScene).sub(eye).normalize();
      const down = Math.max(-ray.z, 1e-6);
      const across = Math.hypot(ray.x, ray.y) || 1e-9;
      const reach = Math.min((eye.z / down) * across, far);
      return { x: eye.x + (ray.x / across) * reach, y: eye.y + (ray.y / across) * reach };
    }),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const xM = (Math.min(...xs) + Math.max(...xs)) / 2;
  const yM = (Math.min(...ys) + Math.max(...ys)) / 2;
  return { xM, yM, radiusM: Math.max(...corners.map(({ x, y }) => Math.hypot(x - xM, y - yM)), 20) };
}

/** How much larger an area is taken than what is seen: a small motion needs no other. */
const ROOM = 1.2;
/** An area is too coarse for what is seen once it is so much larger. */
const TOO_LARGE = 2;

/** The area to draw: the one there is as long as it covers what is seen and is not much too large. */
export function areaFor(seen: ShadowArea, now: ShadowArea | null): ShadowArea {
  if (now) {
    const covers = Math.hypot(seen.xM - now.xM, seen.yM - now.yM) + seen.radiusM <= now.radiusM;
    if (covers && now.radiusM <= TOO_LARGE * seen.radiusM) return now;
  }
  return { ...seen, radiusM: ROOM * seen.radiusM };
}

/**
 * Sets `camera` where the sun is: it sees all that stands on the area and all that may cast a shadow on
 * it. `towardsSun`: unit vector (east, north, up), above the horizon. Returns its depth in metres.
 */
export function placeSun(
  camera: OrthographicCamera,
  { xM, yM, radiusM }: ShadowArea,
  towardsSun: readonly [number, number, number],
): number {
  const [east, north, up] = towardsSun;
  const backM = Math.min(HIGHEST_M / Math.max(up, 0.01), LONGEST_M) + radiusM;
  // The plane of the ground within the disc is no deeper than this.
  const beyondM = radiusM + 10;
  camera.left = camera.bottom = -radiusM;
  camera.right = camera.top = radiusM;
  camera.near = 0;
  camera.far = backM + beyondM;
  camera.up.set(0, up > 0.99 ? 1 : 0, up > 0.99 ? 0 : 1);
  camera.position.set(xM + east * backM, yM + north * backM, up * backM);
  camera.lookAt(xM, yM, 0);
  camera.updateMatrixWorld(true);
  camera.updateProjectionMatrix();
  return camera.far;
}
