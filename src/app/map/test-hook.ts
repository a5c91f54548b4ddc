// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { TilesState } from '../../layers/solid/building-tiles-plugin';
import type { CityLayer } from '../../layers/solid/city-layer';
import { loadedBuildings } from '../../stream/building-tables';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';
import type { TileBoard } from './tile-board';

/** What tests and benches read from the page (`window.__gemello`); nothing in the app does. */
export interface TestHook {
  readonly map: MapLibreMap;
  readonly city: CityLayer | null;
  readonly store: typeof useStore;
  /** Frames drawn since this map was made. */
  renderCount: number;
  readonly tiles: () => TilesState;
  /** Building tiles whose attributes are at hand. */
  readonly tables: () => number;
  /** Changes to what the map shows of an answer that are still being made. */
  impactChanges: number;
  /** Changes to what the map colours and filters that are still being made. */
  askChanges: number;
  /** Parts of the living city that are on their way to the scene. */
  livingComing: number;
  /** The second view; null: there is one map. */
  second: (Pick<TestHook, 'map' | 'city' | 'tiles'> & { renderCount: number }) | null;
  /** How long the latest frame's bringing up to date of the living layers took, milliseconds. */
  livingMs: number;
}

declare global {
  interface Window {
    __gemello?: TestHook;
  }
}

export function connectTestHook(
  { map, city }: Pick<MapSession, 'map' | 'city'>,
  board: TileBoard,
): () => void {
  const hook: TestHook = {
    map,
    city,
    store: useStore,
    renderCount: 0,
    tiles: () => board.state,
    tables: () => loadedBuildings.size,
    impactChanges: 0,
    askChanges: 0,
    livingComing: 0,
    second: null,
    livingMs: 0,
  };
  const count = () => {
    hook.renderCount++;
  };
  map.on('render', count);
  window.__gemello = hook;
  return () => map.off('render', count);
}
