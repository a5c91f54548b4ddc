// SPDX-License-Identifier: EUPL-1.2
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Catalogue } from '../../city/catalogue';
import { ICON_SHAPES, iconImage } from '../../layers/ground/icons';
import { firstAboveBuildings, groundStyle } from '../../layers/ground/style';
import { LAYERS } from '../../layers/index';
import type { Layer } from '../../layers/layer';
import { CityLayer } from '../../layers/solid/city-layer';
import { tellFault } from '../state/fault';
import { useStore } from '../state/store';
import type { Graphics } from './graphics';
import { connectKeyboard } from './keyboard';
import { connectLayers, layerVisible } from './layer-sync';
import { connectQuality } from './quality';
import { qualitySettings } from './quality-ladder';
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
  close(): void;
}

/**
 * Makes the map in `container` from what the store says: view, layers, look, selection. `lost` is
 * called when the WebGL context is gone: the caller closes the session and opens another, which
 * stands where this one stood.
 */
export function openMap(container: HTMLElement, graphics: Graphics, lost: () => void): MapSession {
  const { catalogue, cityUrl, view, look, quality } = useStore.getState();
  if (!catalogue) throw new Error('the map is opened after the catalogue has come');
  const settings = qualitySettings(quality.level);
  const map = new MapLibreMap({
    container,
    style: groundStyle(catalogue, cityUrl, look, (id) => layerVisible(id)),
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
  const board = new TileBoard();
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

  const session = { map, city, whenStyled: styled(map) };
  const disconnect = [
    connectView(map, city),
    connectTiles(map, city, board),
    connectLayers(session, catalogue),
    connectKeyboard(map),
    connectQuality(session, graphics),
    connectOverlay(map, board),
    connectScenario(session, catalogue, cityUrl),
    connectTestHook(session, board),
  ];
  disconnect.push(connectLater(session, board, catalogue, cityUrl, graphics));
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
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
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
function connectScenario(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
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
