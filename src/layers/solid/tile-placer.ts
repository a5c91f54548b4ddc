// SPDX-License-Identifier: EUPL-1.2
import type { Tile } from '3d-tiles-renderer/core';
import type { TilesRenderer } from '3d-tiles-renderer/three';
import { Matrix4, type Object3D } from 'three';
import type { LonLat } from '../../city/frames';
import { alignedBox, alignment, groupMatrix } from './tile-alignment';

/** Stands the tiles of one tileset where MapLibre has their ground (`tile-alignment.ts`). */
export class TilePlacer {
  readonly group: Matrix4;
  readonly #anchor: LonLat;
  readonly #transforms = new WeakMap<Tile, Matrix4>();

  constructor(anchor: LonLat) {
    this.#anchor = anchor;
    this.group = groupMatrix(anchor);
  }

  /** To be called once, before anything is loaded. */
  begin(tiles: TilesRenderer): void {
    tiles.group.matrixAutoUpdate = false;
    tiles.group.matrix.copy(this.group);
    tiles.group.updateMatrixWorld(true);
  }

  /** To be called for each tile before the library's own preparation, parents first. */
  prepare(tile: Tile, parent: Tile | null): void {
    const transform = new Matrix4();
    if (tile.transform) transform.fromArray(tile.transform);
    const above = parent && this.#transforms.get(parent);
    if (above) transform.premultiply(above);
    this.#transforms.set(tile, transform);
    const { box } = tile.boundingVolume;
    // A root in earth-centred coordinates has no frame to be aligned in; it holds its children anyway.
    if (box && transform.elements[12] !== 0)
      tile.boundingVolume.box = alignedBox(this.#anchor, this.group, transform, box);
  }

  /** Places what a tile holds; false for a tile that was never prepared. */
  place(tile: Tile, scene: Object3D): boolean {
    const transform = this.#transforms.get(tile);
    if (!transform) return false;
    scene.updateMatrix();
    scene.matrix.premultiply(alignment(this.#anchor, this.group, transform));
    scene.matrixAutoUpdate = false;
    scene.updateMatrixWorld(true);
    return true;
  }
}
