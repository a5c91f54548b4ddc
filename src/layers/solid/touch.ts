// SPDX-License-Identifier: EUPL-1.2
/** What of the buildings is under a point of the screen, and how far off the first one is. */
import { type Camera, type Intersection, type Raycaster, type Scene, Vector2, Vector3 } from 'three';
import { type LonLat, lonLatToScene, sceneToLonLat } from '../../city/frames';
import { buildingAt } from './building-tile';

/** A point of a building: its city-wide id, and metres above the ground. */
export interface Touched {
  readonly id: number;
  readonly at: LonLat;
  readonly heightM: number;
}

interface Touchable {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly canvas: Pick<HTMLCanvasElement, 'clientWidth' | 'clientHeight'>;
  readonly anchor: LonLat;
  /** What a ray goes through: air, and what is put away. */
  readonly isPassed: (hit: Intersection) => boolean;
}

export class Touch {
  constructor(
    private readonly raycaster: Raycaster,
    private readonly of: Touchable,
  ) {}

  /** Under a point of the canvas (CSS pixels); null: no building is the first thing there. */
  at(x: number, y: number): Touched | null {
    const { scene, camera, canvas, anchor, isPassed } = this.of;
    const ndc = new Vector2((x / canvas.clientWidth) * 2 - 1, 1 - (y / canvas.clientHeight) * 2);
    this.raycaster.setFromCamera(ndc, camera);
    const hit = this.raycaster.intersectObjects(scene.children, true).find((one) => !isPassed(one));
    const id = hit?.face ? buildingAt(hit.object, hit.face.a) : null;
    if (!hit || id === null) return null;
    const { point } = hit;
    return { id, at: sceneToLonLat(anchor, point.x, point.y), heightM: point.z };
  }

  /** As CityLayer.freeAhead. */
  freeAhead(from: LonLat, heightM: number, bearingDeg: number, mostM: number): number {
    const { scene, anchor } = this.of;
    const bearing = (bearingDeg * Math.PI) / 180;
    const way = new Vector3(Math.sin(bearing), Math.cos(bearing), 0);
    const { near, far } = this.raycaster;
    this.raycaster.set(new Vector3(...lonLatToScene(anchor, from, heightM)), way);
    this.raycaster.far = mostM;
    const hit = this.raycaster
      .intersectObjects(scene.children, true)
      .find(({ object, face }) => face && buildingAt(object, face.a) !== null);
    Object.assign(this.raycaster, { near, far });
    return hit?.distance ?? Number.POSITIVE_INFINITY;
  }
}
