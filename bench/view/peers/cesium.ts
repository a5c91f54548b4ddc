// SPDX-License-Identifier: EUPL-1.2
/** Peer: CesiumJS with the same tileset, drawing only when something changes, and no base map to draw. */
import type * as CesiumModule from 'cesium';
import { type BenchCamera, benchQuery, ERROR_PX } from '../cameras';

declare const Cesium: typeof CesiumModule;
/** MapLibre's vertical field of view, and its distance from the centre in screen heights. */
const FOV_RAD = 0.6435011087932844;
const EARTH_CIRCUMFERENCE_M = 2 * Math.PI * 6371008.8;

const { city, camera: first } = benchQuery();
const viewer = new Cesium.Viewer('map', {
  baseLayer: false,
  requestRenderMode: true,
  maximumRenderTimeChange: Number.POSITIVE_INFINITY,
  msaaSamples: 1,
  animation: false,
  baseLayerPicker: false,
  fullscreenButton: false,
  geocoder: false,
  homeButton: false,
  infoBox: false,
  sceneModePicker: false,
  selectionIndicator: false,
  timeline: false,
  navigationHelpButton: false,
});
const { scene } = viewer;
let camera = first;
const tileset = await Cesium.Cesium3DTileset.fromUrl(`${city}buildings/tileset.json`, {
  maximumScreenSpaceError: ERROR_PX,
});
scene.primitives.add(tileset);
let arrived = false;
let settled = false;
tileset.tileLoad.addEventListener(() => {
  arrived = true;
  settled = false;
});
tileset.loadProgress.addEventListener((pending: number, processing: number) => {
  settled = pending + processing === 0;
});
scene.postRender.addEventListener(() => {
  if (arrived && window.bench.firstBuildingMs === null) window.bench.firstBuildingMs = performance.now();
});

function look(to: BenchCamera, bearingDeg: number): void {
  camera = to;
  const height = scene.canvas.clientHeight;
  const metresPerPixel =
    (EARTH_CIRCUMFERENCE_M * Math.cos((to.at[1] * Math.PI) / 180)) / (512 * 2 ** to.zoom);
  const aspect = scene.canvas.clientWidth / height;
  const frustum = viewer.camera.frustum as CesiumModule.PerspectiveFrustum;
  // Cesium's field of view is that of the wider side.
  frustum.fov = aspect > 1 ? 2 * Math.atan(Math.tan(FOV_RAD / 2) * aspect) : FOV_RAD;
  viewer.camera.lookAt(
    Cesium.Cartesian3.fromDegrees(to.at[0], to.at[1], 0),
    new Cesium.HeadingPitchRange(
      (bearingDeg * Math.PI) / 180,
      ((to.pitchDeg - 90) * Math.PI) / 180,
      1.5 * height * metresPerPixel,
    ),
  );
  scene.requestRender();
}
window.bench = {
  setCamera: (to) => look(to, to.bearingDeg),
  turn: (bearingDeg) => look(camera, bearingDeg),
  settled: () => window.bench.firstBuildingMs !== null && settled && tileset.tilesLoaded,
  firstBuildingMs: null,
};
look(first, first.bearingDeg);
