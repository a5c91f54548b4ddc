// SPDX-License-Identifier: EUPL-1.2
import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';
import { NO_TILES, type TilesState } from '../../layers/solid/building-tiles-plugin';
import type { CityLayer } from '../../layers/solid/city-layer';
import { retryDelayMs } from '../../stream/tile-retry';
import { type QualityLevel, type TileProgress, useStore } from '../state/store';

/** Nobody may be there to press the button: what was given up is asked for again this often, and when the network is back. */
const RETRY_EVERY_MS = 5 * 60_000;
/** The store hears of tiles at most this often. */
const WRITE_EVERY_MS = 250;

/** Tiles on their way, there, and given up, of buildings and ground together. */
export class TileBoard {
  /** Settles when the first building is drawn. */
  readonly firstBuilding: Promise<void>;
  #state = NO_TILES;
  #ground: TileProgress['failed'] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: () => void = () => {};
  #seen: () => void = () => {};
  #first = true;
  #closed = false;

  /** @param tells whether the store is to hear of it: a second view loads what the first does */
  constructor(tells = true) {
    this.#closed = !tells;
    this.#first = tells;
    this.firstBuilding = new Promise((resolve) => {
      this.#seen = resolve;
    });
  }

  get state(): TilesState {
    return this.#state;
  }

  solid(state: TilesState): void {
    if (this.#first && state.visible > 0) {
      this.#first = false;
      performance.mark('gemello:first-building');
      this.#seen();
    }
    this.#state = state;
    this.#write();
  }

  ground(failed: TileProgress['failed']): void {
    this.#ground = failed;
    this.#write();
  }

  onRetry(retry: () => void): void {
    this.#retry = retry;
    this.#write();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #write(): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { loading, loaded, failed } = this.#state;
      const next = { loading, loaded, failed: [...failed, ...this.#ground], retry: this.#retry };
      const { tiles, set } = useStore.getState();
      if (!same(tiles, next)) set({ tiles: next });
    }, WRITE_EVERY_MS);
  }
}

function same(a: TileProgress, b: TileProgress): boolean {
  const names = (progress: TileProgress) =>
    progress.failed.map(({ name, fault }) => `${name} ${fault}`).join('\n');
  return a.loading === b.loading && a.loaded === b.loaded && a.retry === b.retry && names(a) === names(b);
}

/** Whether a ground that is drawn is all there is to wait for: no building is to come, or none stands here. */
export function groundIsAll(
  { known, loading }: Pick<TilesState, 'known' | 'loading'>,
  buildingsShown: boolean,
  level: QualityLevel,
): boolean {
  return !buildingsShown || level === 'plan' || (known && loading === 0);
}

interface GroundTile {
  readonly tileID: { readonly canonical: { readonly z: number; readonly x: number; readonly y: number } };
}

/** Asks again for ground tiles that fail, and names those that are given up. */
export function connectTiles(map: MapLibreMap, city: CityLayer | null, board: TileBoard): () => void {
  const failures = new Map<string, number>();
  const givenUp = new Map<string, { name: string; fault: string; again: () => void }>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const tell = () => board.ground([...givenUp.values()].map(({ name, fault }) => ({ name, fault })));

  const onError = (event: ErrorEvent & { sourceId?: string; tile?: GroundTile }) => {
    const { error, sourceId, tile } = event;
    if (!sourceId || !tile) {
      console.error(error);
      return;
    }
    const { z, x, y } = tile.tileID.canonical;
    const name = `${sourceId}/${z}/${x}/${y}`;
    const count = (failures.get(name) ?? 0) + 1;
    failures.set(name, count);
    const again = () => map.refreshTiles(sourceId, [{ z, x, y }]);
    const delayMs = retryDelayMs(count, Number((error as { status?: unknown }).status ?? 0));
    if (delayMs === null) {
      givenUp.set(name, { name, fault: error.message, again });
      tell();
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      again();
    }, delayMs);
    timers.add(timer);
  };
  const onData = (event: { dataType?: string; sourceId?: string; tile?: unknown }) => {
    const { sourceId, tile } = event;
    if (!sourceId || !tile || failures.size === 0) return;
    const { z, x, y } = (tile as GroundTile).tileID.canonical;
    const name = `${sourceId}/${z}/${x}/${y}`;
    if (failures.delete(name) && givenUp.delete(name)) tell();
  };
  map.on('error', onError);
  map.on('sourcedata', onData);
  const retry = () => {
    const again = [...givenUp.values()];
    givenUp.clear();
    failures.clear();
    tell();
    for (const tile of again) tile.again();
    city?.retry();
  };
  board.onRetry(retry);
  const retryFailed = () => {
    if (givenUp.size + board.state.failed.length > 0) retry();
  };
  addEventListener('online', retryFailed);
  const slowly = setInterval(retryFailed, RETRY_EVERY_MS);
  return () => {
    removeEventListener('online', retryFailed);
    clearInterval(slowly);
    map.off('error', onError);
    map.off('sourcedata', onData);
    for (const timer of timers) clearTimeout(timer);
    board.close();
  };
}
