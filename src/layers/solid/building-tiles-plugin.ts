// SPDX-License-Identifier: EUPL-1.2
import type { Tile } from '3d-tiles-renderer/core';
import type { TilesRenderer } from '3d-tiles-renderer/three';
import type { Camera, Object3D } from 'three';
import type { LonLat } from '../../city/frames';
import { loadedBuildings } from '../../stream/building-tables';
import { isOver, nextCapState, roomBytes, WITHIN_CAP } from '../../stream/byte-cap';
import { fetchWithRetry } from '../../stream/tile-retry';
import type { BuildingMaterial } from './building-material';
import { prepareMeshes, readTable } from './building-tile';
import { TilePlacer } from './tile-placer';

export interface TilesState {
  /** What there is is known: before, nothing loads because nothing was asked for. */
  readonly known: boolean;
  readonly loading: number;
  readonly loaded: number;
  readonly visible: number;
  /** Taken by the loaded tiles, as 3d-tiles-renderer reckons them. */
  readonly bytes: number;
  readonly failed: readonly { readonly name: string; readonly fault: string }[];
}

export const NO_TILES: TilesState = {
  known: false,
  loading: 0,
  loaded: 0,
  visible: 0,
  bytes: 0,
  failed: [],
};

export interface BuildingTilesOptions {
  readonly anchor: LonLat;
  readonly material: BuildingMaterial;
  /** Bytes that the loaded tiles may take, as they come; ids and facets of their corners are a fifth more. */
  readonly capBytes: number;
  /** Error in pixels that the quality asks for. */
  readonly errorTarget: number;
  readonly onState: (state: TilesState) => void;
}

/** 3d-tiles-renderer keeps more than its types say. */
type Inner = TilesRenderer & {
  readonly stats: Record<
    'queued' | 'downloading' | 'parsing' | 'loaded' | 'failed' | 'visible' | 'refused',
    number
  >;
  readonly lruCache: { readonly cachedBytes: number };
  dispatchEvent(event: { type: string }): void;
};

/** What is out of view leaves a full cache within a few of these; what is refused after them has no room. */
const CAP_TICK_MS = 120;
const CAP_PATIENCE = 3;
/** Share of what is too much that leaves the cache in one frame. */
const UNLOAD_SHARE = 0.25;

/**
 * Everything that makes a tileset the buildings of this city: where its tiles stand, what they are
 * drawn with, asking again for those that fail, and coming to rest under the byte cap.
 */
export class BuildingTilesPlugin {
  readonly name = 'BUILDING_TILES_PLUGIN';
  readonly #options: BuildingTilesOptions;
  readonly #placer: TilePlacer;
  readonly #failed = new Map<Tile | null, { name: string; fault: string }>();
  /** Tiles whose tables are with {@link loadedBuildings}. */
  readonly #loaded = new Set<Tile>();
  #tiles: Inner | null = null;
  #known = false;
  #second: Camera | null = null;
  #errorTarget: number;
  #capBytes: number;
  #cap = WITHIN_CAP;
  #moved = false;
  #still = 0;
  #bytesBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: BuildingTilesOptions) {
    this.#options = options;
    this.#errorTarget = options.errorTarget;
    this.#capBytes = options.capBytes;
    this.#placer = new TilePlacer(options.anchor);
  }

  // Called by 3d-tiles-renderer.
  init(tiles: TilesRenderer): void {
    this.#tiles = tiles as Inner;
    this.#placer.begin(tiles);
    tiles.addEventListener('load-model', this.#onModel);
    tiles.addEventListener('dispose-model', this.#onDispose);
    tiles.addEventListener('load-error', this.#onError);
    tiles.addEventListener('load-root-tileset', this.#onTileset);
    tiles.addEventListener('update-after', this.#onUpdated);
    this.#apply();
  }

  // Called by 3d-tiles-renderer.
  dispose(): void {
    clearTimeout(this.#timer);
    const tiles = this.#tiles;
    tiles?.removeEventListener('load-model', this.#onModel);
    tiles?.removeEventListener('dispose-model', this.#onDispose);
    tiles?.removeEventListener('load-error', this.#onError);
    tiles?.removeEventListener('load-root-tileset', this.#onTileset);
    tiles?.removeEventListener('update-after', this.#onUpdated);
    // The library takes plugins down before its tiles, so they are not heard of any more.
    for (const tile of this.#loaded) loadedBuildings.remove(tile);
    this.#loaded.clear();
    this.#tiles = null;
    this.#options.onState(NO_TILES);
  }

  // Called by 3d-tiles-renderer.
  fetchData(url: string, options: RequestInit): Promise<Response> {
    return fetchWithRetry(url, options);
  }

  // Called by 3d-tiles-renderer for each tile before its own preparation, parents first.
  preprocessNode(tile: Tile, _folder: string, parent: Tile | null): void {
    this.#placer.prepare(tile, parent);
  }

  setQuality(errorTarget: number, capBytes = this.#capBytes): void {
    this.#errorTarget = errorTarget;
    this.#capBytes = capBytes;
    this.#apply();
  }

  /** The view is another one: finer tiles may fit again. */
  moved(): void {
    this.#moved = true;
  }

  /** What the tiles that are seen stand in. */
  get group(): Object3D | null {
    return this.#tiles?.group ?? null;
  }

  /** Loads and shows what another camera sees too, as finely as so many pixels across ask for; null: none. */
  setSecondCamera(camera: Camera | null, sidePx = 1): void {
    const tiles = this.#tiles;
    if (!tiles) return;
    if (this.#second && this.#second !== camera) tiles.deleteCamera(this.#second);
    if (camera) {
      if (camera !== this.#second) tiles.setCamera(camera);
      tiles.setResolution(camera, sidePx, sidePx);
    }
    this.#second = camera;
    tiles.dispatchEvent({ type: 'needs-update' });
  }

  /** Asks again for every tile that was given up. */
  retry(): void {
    const tiles = this.#tiles;
    if (!tiles) return;
    for (const tile of this.#failed.keys()) if (tile) tiles.lruCache.remove(tile);
    // The library's own way to these tiles leads over others that it has not prepared, where it
    // throws. Leaving the cache has made them new; what remains for it is a tileset that failed.
    tiles.stats.failed = 0;
    tiles.resetFailedTiles();
    this.#failed.clear();
    this.#report();
    tiles.dispatchEvent({ type: 'needs-update' });
  }

  readonly #onModel = ({ scene, tile }: { scene: Object3D; tile: Tile }): void => {
    const tiles = this.#tiles;
    if (!tiles || !this.#placer.place(tile, scene)) return;
    const table = readTable(scene);
    for (const mesh of prepareMeshes(scene, table, this.#placer.group))
      mesh.material = this.#options.material;
    loadedBuildings.add(tile, table);
    this.#loaded.add(tile);
    this.#failed.delete(tile);
  };

  readonly #onDispose = ({ tile }: { tile: Tile }): void => {
    loadedBuildings.remove(tile);
    this.#loaded.delete(tile);
  };

  readonly #onTileset = (): void => {
    this.#known = true;
  };

  readonly #onError = ({
    tile,
    error,
    url,
  }: {
    tile: Tile | null;
    error: Error;
    url: string | URL;
  }): void => {
    const name = new URL(String(url), document.baseURI).pathname.split('/').slice(-2).join('/');
    this.#failed.set(tile, { name, fault: error.message });
    this.#known = true;
    this.#report();
  };

  readonly #onUpdated = (): void => {
    this.#report();
    const tiles = this.#tiles;
    if (!tiles) return;
    const { refused } = tiles.stats;
    const { cachedBytes } = tiles.lruCache;
    const over = isOver(this.#cap, { refused, cachedBytes, capBytes: this.#capBytes });
    if (over || this.#cap.swapping) this.#timer ??= setTimeout(this.#onTick, CAP_TICK_MS);
    else if (this.#moved) this.#step();
  };

  /** A full cache first gives up what is out of view; only when that is over is it judged. */
  readonly #onTick = (): void => {
    this.#timer = undefined;
    const tiles = this.#tiles;
    if (!tiles) return;
    const { queued, downloading, parsing } = tiles.stats;
    const bytes = tiles.lruCache.cachedBytes;
    const still = queued + downloading + parsing === 0 && bytes === this.#bytesBefore;
    this.#bytesBefore = bytes;
    this.#still = still ? this.#still + 1 : 0;
    if (this.#still >= CAP_PATIENCE) this.#step();
    tiles.dispatchEvent({ type: 'needs-update' });
  };

  #step(): void {
    const tiles = this.#tiles;
    if (!tiles) return;
    const next = nextCapState(this.#cap, {
      refused: tiles.stats.refused,
      cachedBytes: tiles.lruCache.cachedBytes,
      capBytes: this.#capBytes,
      moved: this.#moved,
    });
    this.#moved = false;
    this.#still = 0;
    if (next === this.#cap) return;
    this.#cap = next;
    this.#apply();
  }

  #apply(): void {
    const tiles = this.#tiles;
    if (!tiles) return;
    tiles.errorTarget = this.#errorTarget * this.#cap.coarseness;
    tiles.lruCache.maxBytesSize = roomBytes(this.#cap, this.#capBytes);
    tiles.lruCache.minBytesSize = this.#capBytes * 0.75;
    tiles.lruCache.unloadPercent = UNLOAD_SHARE;
    tiles.dispatchEvent({ type: 'needs-update' });
  }

  #report(): void {
    const stats = this.#tiles?.stats;
    if (!stats) return;
    this.#options.onState({
      known: this.#known,
      loading: stats.queued + stats.downloading + stats.parsing,
      loaded: stats.loaded,
      visible: stats.visible,
      bytes: this.#tiles?.lruCache.cachedBytes ?? 0,
      failed: [...this.#failed.values()],
    });
  }
}
