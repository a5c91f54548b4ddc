// SPDX-License-Identifier: EUPL-1.2
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Catalogue } from '../../city/catalogue';
import { ICON_SHAPES, iconImage } from '../../layers/ground/icons';
import { firstAboveBuildings, groundStyle } from '../../layers/ground/style';
import { LAYERS } from '../../layers/index';
import type { Layer } from '../../layers/layer';
import { CityLayer } from '../../layers/solid/city-layer';
import type { StateView } from '../state/comparison';
import { tellFault } from '../state/fault';
import { useStore } from '../state/store';
import type { Graphics } from './graphics';
import { connectKeyboard } from './keyboard';
import { connectLayers, layerVisible } from './layer-sync';
import { connectQuality } from './quality';
import { drawnLevel, qualitySettings } from './quality-ladder';
import { connectTestHook } from './test-hook';
import { connectTiles, groundIsAll, TileBoard } from './tile-board';
import { connectView } from './view-sync';

setWorkerUrl(workerUrl);

const MIN_ZOOM = 9.5;
const MAX_ZOOM = 20;
const MAX_PITCH_DEG = 83;

/** The map with all that keeps it and the store in step. */
export interface MapSession {
  readonly map: MapLibreMap;
  /** Null where the city has no buildings. */
  readonly city: CityLayer | null;
  /** Acts once the style is there, at once where it is; what is still on its way of the tiles does not matter. */
  readonly whenStyled: (act: () => void) => void;
  /** What this map shows: the store, or a second view's reading of it (state/comparison.ts). */
  readonly state: StateView;
  /** The first view's; only it speaks for the page: what has loaded, what is drawn. */
  readonly isFirst: boolean;
  close(): void;
}

/** What a part of the map is given. */
export type MapPart = Omit<MapSession, 'close'>;

/**
 * Makes the map in `container` from what the store says: view, layers, look, selection. `lost` is
 * called when the WebGL context is gone: the caller closes the session and opens another, which
 * stands where this one stood.
 */
export function openMap(container: HTMLElement, graphics: Graphics, lost: () => void): MapSession {
  const { catalogue, cityUrl } = cityOf(useStore);
  const board = new TileBoard();
  const session = makeMap(container, graphics, useStore, board);
  const { map, city } = session;
  return closable(session, lost, [
    connectView(map, city),
    connectTiles(map, city, board),
    connectLayers(session, catalogue),
    connectKeyboard(map),
    connectQuality(session, graphics),
    connectOverlay(map, board),
    connectScenario(session, catalogue, cityUrl),
    connectTestHook(session, board),
    connectLater(session, board, catalogue, cityUrl, graphics),
  ]);
}

/** The city that a map is of. Throws where the catalogue has not come yet. */
export function cityOf(state: StateView): { readonly catalogue: Catalogue; readonly cityUrl: string } {
  const { catalogue, cityUrl } = state.getState();
  if (!catalogue) throw new Error('the map is opened after the catalogue has come');
  return { catalogue, cityUrl };
}

/** The bare map of a view, with the buildings on it. */
export function makeMap(
  container: HTMLElement,
  graphics: Graphics,
  state: StateView,
  board: TileBoard,
): MapPart {
  const { catalogue, cityUrl } = cityOf(state);
  const { view, look } = state.getState();
  const settings = qualitySettings(drawnLevel(state.getState()));
  const map = new MapLibreMap({
    container,
    style: groundStyle(catalogue, cityUrl, look, (id) => layerVisible(id, state)),
    center: [view.at[0], view.at[1]],
    zoom: view.zoom,
    pitch: view.pitchDeg,
    bearing: view.bearingDeg,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: MAX_PITCH_DEG,
    pixelRatio: Math.min(devicePixelRatio, settings.pixelRatio),
    canvasContextAttributes: {
      antialias: settings.antialias && !graphics.software,
      powerPreference: 'high-performance',
    },
    // Sources and licences are shown by the studio, from the catalogue.
    attributionControl: false,
    refreshExpiredTiles: false,
    // On the processor every frame counts: names appear at once.
    fadeDuration: graphics.software ? 0 : 200,
  });
  for (const shape of ICON_SHAPES) {
    const add = () =>
      map.hasImage(shape) || map.addImage(shape, iconImage(shape), { sdf: true, pixelRatio: 2 });
    map.once('style.load', add);
  }
  const { buildings } = catalogue.files;
  const city = buildings
    ? new CityLayer({
        anchor: catalogue.city.centre,
        tileset: cityUrl + buildings.tileset,
        buildings: buildings.count,
        look,
        rich: settings.rich,
        errorTarget: settings.errorTarget,
        capBytes: settings.capBytes,
        onState: (state) => board.solid(state),
      })
    : null;
  if (city) map.once('style.load', () => map.addLayer(city, firstAboveBuildings(catalogue, look)));
  return { map, city, whenStyled: styled(map), state, isFirst: state === useStore };
}

/** A session that ends what was connected, and then the map. */
export function closable(
  session: MapPart,
  lost: () => void,
  disconnect: readonly (() => void)[],
): MapSession {
  const { map, city } = session;
  const onLost = () => lost();
  map.on('webglcontextlost', onLost);
  return {
    ...session,
    close() {
      map.off('webglcontextlost', onLost);
      for (const stop of disconnect) stop();
      // map.remove() alone does not take a custom layer down.
      if (city && map.style && map.getLayer(city.id)) map.removeLayer(city.id);
      map.remove();
    },
  };
}

function styled(map: MapLibreMap): MapSession['whenStyled'] {
  let ready = false;
  const waiting: (() => void)[] = [];
  map.once('style.load', () => {
    ready = true;
    for (const act of waiting.splice(0)) act();
  });
  return (act) => (ready ? act() : void waiting.push(act));
}

/**
 * Brings, once the city is drawn or somebody cannot wait for it, what one does with it (once-drawn.ts);
 * only then the store hears that it is drawn. What does not come is asked for again by the next click or key.
 */
function connectLater(
  session: MapPart,
  board: TileBoard,
  catalogue: Catalogue,
  cityUrl: string,
  graphics: Graphics,
): () => void {
  const { map, city } = session;
  const canvas = map.getCanvas();
  let [closed, asked] = [false, false];
  let end = () => {};
  const bring = async () => {
    if (asked || closed) return;
    asked = true;
    try {
      const { connectOnceDrawn } = await import('./once-drawn');
      if (!closed) end = connectOnceDrawn(session, catalogue, cityUrl, graphics);
    } catch (error) {
      asked = false;
      tellFault(error);
    }
  };
  const drawn = () => bring().then(() => closed || useStore.getState().set({ cityDrawn: true }));
  void board.firstBuilding.then(drawn);
  const onIdle = () => {
    if (
      !groundIsAll(board.state, city !== null && layerVisible('buildings'), useStore.getState().quality.level)
    )
      return;
    map.off('idle', onIdle);
    void drawn();
  };
  map.on('idle', onIdle);
  canvas.addEventListener('pointerdown', bring);
  canvas.addEventListener('keydown', bring);
  return () => {
    closed = true;
    map.off('idle', onIdle);
    canvas.removeEventListener('pointerdown', bring);
    canvas.removeEventListener('keydown', bring);
    end();
  };
}

/** What measures act on comes with their panel. */
function connectScenario(session: MapPart, catalogue: Catalogue, cityUrl: string): () => void {
  let stop = () => {};
  let asked = false;
  let closed = false;
  const ask = () => {
    if (asked || !useStore.getState().scenarioOpen) return;
    asked = true;
    void import('./draw').then(({ connectDraw }) => {
      if (!closed) stop = connectDraw(session, catalogue, cityUrl);
    });
  };
  ask();
  const stopStore = useStore.subscribe(ask);
  return () => {
    closed = true;
    stopStore();
    stop();
  };
}

/** deck.gl comes once the first building stands, and only if a layer is drawn with it. */
function connectOverlay(map: MapLibreMap, board: TileBoard): () => void {
  const wanted = (LAYERS as readonly Layer[]).some(
    (layer) => layer.kind === 'overlay' && layerVisible(layer.id),
  );
  let closed = false;
  if (wanted)
    void board.firstBuilding.then(async () => {
      const { loadOverlay } = await import('../../layers/overlay/overlay');
      const overlay = await loadOverlay();
      if (!closed) map.addControl(overlay.control);
    });
  return () => {
    closed = true;
  };
}
