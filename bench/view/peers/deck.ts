// SPDX-License-Identifier: EUPL-1.2
/** Peer: deck.gl's Tile3DLayer on the same ground and the same tileset, as its documentation sets it up. */
import { Tile3DLayer } from '@deck.gl/geo-layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { ERROR_PX } from '../cameras';
import { jump, openMap } from './map';

interface Tileset {
  memoryAdjustedScreenSpaceError: number;
  isLoaded(): boolean;
  tiles: { contentAvailable: boolean }[];
}

const { map, city } = await openMap();
let tileset: Tileset | undefined;
let arrived = false;
const layer = new Tile3DLayer({
  id: 'buildings',
  data: `${city}buildings/tileset.json`,
  loader: Tiles3DLoader,
  loadOptions: { core: { worker: false }, worker: false },
  onTilesetLoad: (loaded) => {
    tileset = loaded as unknown as Tileset;
    tileset.memoryAdjustedScreenSpaceError = ERROR_PX;
    wake();
  },
  onTileLoad: () => {
    arrived = true;
  },
});
/** While the map rests the layer asks for no tile: a turn too small to see wakes it. */
function wake(): void {
  if (arrived) return;
  map.setBearing(map.getBearing() + 0.001);
  setTimeout(wake, 50);
}
const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
map.once('idle', () => {
  map.addControl(overlay);
  overlay.setProps({ layers: [layer] });
});
map.on('render', () => {
  if (arrived && window.bench.firstBuildingMs === null) window.bench.firstBuildingMs = performance.now();
});
window.bench = {
  setCamera: (camera) => map.jumpTo(jump(camera)),
  turn: (bearingDeg) => map.setBearing(bearingDeg),
  settled: () =>
    window.bench.firstBuildingMs !== null && (tileset?.isLoaded() ?? false) && map.areTilesLoaded(),
  firstBuildingMs: null,
};
