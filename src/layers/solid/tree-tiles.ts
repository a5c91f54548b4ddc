// SPDX-License-Identifier: EUPL-1.2
import type { Tile } from '3d-tiles-renderer/core';
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin, UpdateOnChangePlugin } from '3d-tiles-renderer/three/plugins';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { type Camera, InstancedMesh, type Object3D } from 'three';
import type { LonLat } from '../../city/frames';
import { fetchWithRetry } from '../../stream/tile-retry';
import type { Look } from '../layer';
import type { Stage } from './stage';
import { TilePlacer } from './tile-placer';
import { TreeMaterials } from './tree-material';

/** The tileset is made for this error in pixels (catalogue.ts): trees come at about zoom 15.5. */
const ERROR_PX = 16;
const CAP_BYTES = 48 * 2 ** 20;

export interface TreeTilesOptions {
  readonly anchor: LonLat;
  readonly tileset: string;
  readonly stage: Stage;
  readonly look: Look;
  /** Asks the map for a frame. */
  readonly repaint: () => void;
  /** Tiles begin to be on their way, or are all there. */
  readonly onLoading: (loading: boolean) => void;
}

/** Trees as crowns on trunks, each tile's of one kind in one draw. */
export class TreeTiles {
  readonly #tiles: TilesRenderer;
  readonly #materials: TreeMaterials;
  readonly #options: TreeTilesOptions;
  readonly #placer: TilePlacer;
  #camera: Camera | null = null;
  #loading = false;

  constructor(options: TreeTilesOptions) {
    this.#options = options;
    this.#materials = new TreeMaterials(options.stage, options.look);
    this.#placer = new TilePlacer(options.anchor);
    const tiles = new TilesRenderer(options.tileset);
    tiles.errorTarget = ERROR_PX;
    tiles.lruCache.maxBytesSize = CAP_BYTES;
    tiles.lruCache.minBytesSize = CAP_BYTES / 2;
    tiles.registerPlugin(
      new GLTFExtensionsPlugin({ meshoptDecoder: MeshoptDecoder, rtc: false, autoDispose: false }),
    );
    tiles.registerPlugin(new UpdateOnChangePlugin());
    tiles.registerPlugin({
      name: 'TREE_TILES_PLUGIN',
      fetchData: (url: string, init: RequestInit) => fetchWithRetry(url, init),
      preprocessNode: (tile: Tile, _folder: string, parent: Tile | null) =>
        this.#placer.prepare(tile, parent),
    } as Parameters<TilesRenderer['registerPlugin']>[0]);
    this.#placer.begin(tiles);
    tiles.addEventListener('load-model', this.#onModel);
    tiles.addEventListener('dispose-model', this.#onDispose);
    tiles.addEventListener('needs-render', options.repaint);
    tiles.addEventListener('needs-update', options.repaint);
    tiles.addEventListener('tiles-load-start', this.#onStart);
    tiles.addEventListener('tiles-load-end', this.#onEnd);
    this.#tiles = tiles;
  }

  get group(): Object3D {
    return this.#tiles.group;
  }

  /** To be called before every frame; CSS pixels. */
  follow(camera: Camera, widthPx: number, heightPx: number): void {
    if (camera !== this.#camera) {
      if (this.#camera) this.#tiles.deleteCamera(this.#camera);
      this.#tiles.setCamera(camera);
      this.#camera = camera;
    }
    this.#tiles.setResolution(camera, widthPx, heightPx);
    this.#materials.setScale(((camera.projectionMatrix.elements[5] ?? 1) * heightPx) / 2);
    this.#tiles.update();
  }

  setLook(look: Look): void {
    this.#materials.setLook(look);
  }

  dispose(): void {
    this.#onEnd();
    this.#tiles.removeEventListener('needs-render', this.#options.repaint);
    this.#tiles.removeEventListener('needs-update', this.#options.repaint);
    this.#tiles.dispose();
    this.#materials.dispose();
  }

  readonly #onModel = ({ scene, tile }: { scene: Object3D; tile: Tile }): void => {
    if (!this.#placer.place(tile, scene)) return;
    scene.traverse((object) => {
      if (!(object instanceof InstancedMesh)) return;
      object.material = this.#materials.of(object.userData.group);
      // A tree is chosen on the ground, where it has its name.
      object.raycast = () => {};
    });
  };

  readonly #onDispose = ({ scene }: { scene: Object3D }): void => {
    scene.traverse((object) => {
      if (object instanceof InstancedMesh) object.dispose();
    });
  };

  readonly #onStart = (): void => {
    if (!this.#loading) this.#options.onLoading(true);
    this.#loading = true;
  };

  readonly #onEnd = (): void => {
    if (this.#loading) this.#options.onLoading(false);
    this.#loading = false;
  };
}
