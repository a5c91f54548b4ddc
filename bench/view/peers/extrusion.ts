// SPDX-License-Identifier: EUPL-1.2
/** Peer: MapLibre's own fill-extrusion of the same buildings, from the footprint tiles. */
import type { PointLike } from 'maplibre-gl';
import { benchQuery } from '../cameras';
import { jump, openMap } from './map';

const { map, city } = await openMap();
/** The product has footprints from zoom 13; farther away the bench makes them of those. */
const far = benchQuery().camera.zoom < 13;
map.addSource('extruded', {
  type: 'vector',
  tiles: [`${new URL(far ? '/coarser/' : `${city}footprints/`, location.href).href}{z}/{x}/{y}.mvt`],
  minzoom: far ? 12 : 13,
  maxzoom: far ? 12 : 15,
});
map.addLayer({
  id: 'buildings',
  type: 'fill-extrusion',
  source: 'extruded',
  'source-layer': 'building',
  paint: {
    'fill-extrusion-color': '#ddd6cc',
    'fill-extrusion-height': ['get', 'heightM'],
    'fill-extrusion-base': ['coalesce', ['get', 'minHeightM'], 0],
  },
});
map.on('render', () => {
  if (
    window.bench.firstBuildingMs === null &&
    map.queryRenderedFeatures(foreground(), { layers: ['buildings'] }).length > 0
  )
    window.bench.firstBuildingMs = performance.now();
});

/** The lower half of the screen: of one with sky in it MapLibre finds nothing. */
function foreground(): [PointLike, PointLike] {
  const { clientWidth, clientHeight } = map.getCanvas();
  return [
    [0, clientHeight / 2],
    [clientWidth, clientHeight],
  ];
}

window.bench = {
  setCamera: (camera) => map.jumpTo(jump(camera)),
  turn: (bearingDeg) => map.setBearing(bearingDeg),
  settled: () =>
    map.isSourceLoaded('extruded') && map.areTilesLoaded() && window.bench.firstBuildingMs !== null,
  firstBuildingMs: null,
};
