// SPDX-License-Identifier: EUPL-1.2
/** Which tiles a renderer of 3D Tiles shows from a camera: by frustum and screen-space error, as the standard has it. */
import { Frustum, Matrix4, PerspectiveCamera, Vector3 } from 'three';
import { enuToEcef, type LonLat, MAPLIBRE_EARTH_RADIUS_M } from '../src/city/frames';

export interface TileJson {
  readonly transform?: number[];
  readonly boundingVolume: { readonly box: number[] };
  readonly geometricError: number;
  readonly content?: { readonly uri: string };
  readonly children?: readonly TileJson[];
}

export interface View {
  readonly centre: LonLat;
  readonly zoom: number;
  readonly pitchDeg: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of error that are accepted. */
  readonly errorTarget: number;
}

/** The first view of the budgets: the district around the Duomo. */
export const DISTRICT: Omit<View, 'centre'> = {
  zoom: 14.6,
  pitchDeg: 60,
  widthPx: 1280,
  heightPx: 720,
  errorTarget: 16,
};
/** The whole city. */
export const OVERVIEW: Omit<View, 'centre'> = { ...DISTRICT, zoom: 12.3, pitchDeg: 50 };

/** MapLibre's vertical field of view, degrees. */
const FIELD_OF_VIEW_DEG = 36.86989764584402;
const TILE_PX = 512;

/** Content addresses of the tiles shown once everything has loaded. */
export function visibleTiles(root: TileJson, view: View): string[] {
  const camera = cameraOf(view);
  const toView = new Matrix4().fromArray(enuToEcef(view.centre)).invert();
  const frustum = new Frustum().setFromProjectionMatrix(
    new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
  );
  const pxPerRatio = view.heightPx / (2 * Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360));
  const shown: string[] = [];
  const visit = (tile: TileJson, parent: Matrix4): void => {
    const matrix = tile.transform ? parent.clone().multiply(new Matrix4().fromArray(tile.transform)) : parent;
    const box = new BoxInView(tile.boundingVolume.box, matrix);
    if (!box.meets(frustum)) return;
    const errorPx = (tile.geometricError * pxPerRatio) / Math.max(box.distance(camera.position), 1e-3);
    if (tile.children && errorPx > view.errorTarget) for (const child of tile.children) visit(child, matrix);
    else if (tile.content) shown.push(tile.content.uri);
  };
  visit(root, toView);
  return shown;
}

/** The map's camera in metres about the view's centre: x east, y north, z up, looking north. */
function cameraOf({ centre, zoom, pitchDeg, widthPx, heightPx }: View): PerspectiveCamera {
  const parallelM = 2 * Math.PI * MAPLIBRE_EARTH_RADIUS_M * Math.cos((centre[1] * Math.PI) / 180);
  const distanceM =
    ((heightPx / 2 / Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360)) * parallelM) / (TILE_PX * 2 ** zoom);
  const pitch = (pitchDeg * Math.PI) / 180;
  const heightM = distanceM * Math.cos(pitch);
  // Where the upper edge of the screen meets the ground, as MapLibre's far plane.
  const farM = heightM / Math.cos(Math.min(pitch + (FIELD_OF_VIEW_DEG * Math.PI) / 360, 1.55));
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG, widthPx / heightPx, heightM / 50, farM * 1.01);
  camera.position.set(0, -distanceM * Math.sin(pitch), heightM);
  camera.up.set(0, 0, 1);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  camera.updateProjectionMatrix();
  return camera;
}

class BoxInView {
  readonly #centre: Vector3;
  readonly #axes: readonly Vector3[];

  constructor(box: readonly number[], matrix: Matrix4) {
    this.#centre = new Vector3().fromArray(box, 0).applyMatrix4(matrix);
    const turn = matrix.clone().setPosition(0, 0, 0);
    this.#axes = [3, 6, 9].map((i) => new Vector3().fromArray(box, i).applyMatrix4(turn));
  }

  meets(frustum: Frustum): boolean {
    return frustum.planes.every((plane) => {
      const reach = this.#axes.reduce((sum, axis) => sum + Math.abs(plane.normal.dot(axis)), 0);
      return plane.distanceToPoint(this.#centre) > -reach;
    });
  }

  distance(from: Vector3): number {
    const offset = from.clone().sub(this.#centre);
    return Math.hypot(
      ...this.#axes.map((axis) => {
        const half = axis.length();
        return Math.max(0, Math.abs(offset.dot(axis)) / half - half);
      }),
    );
  }
}
