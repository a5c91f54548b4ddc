// SPDX-License-Identifier: EUPL-1.2
/** MapLibre with the product's own ground, for the peers that stand on it. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { ICON_SHAPES, iconImage } from '../../../src/layers/ground/icons';
import { groundStyle } from '../../../src/layers/ground/style';
import { LAYERS } from '../../../src/layers/index';
import { type BenchCamera, benchQuery, TREES } from '../cameras';

setWorkerUrl(workerUrl);

export async function openMap(): Promise<{ map: MapLibreMap; city: string }> {
  const { city, camera } = benchQuery();
  const catalogue = await (await fetch(`${city}catalogue.json`)).json();
  const map = new MapLibreMap({
    container: 'map',
    style: groundStyle(catalogue, new URL(city, location.href).href, 'light', visibleAtStart),
    ...jump(camera),
    maxPitch: 85,
    canvasContextAttributes: { antialias: false },
    attributionControl: false,
    fadeDuration: 0,
  });
  await new Promise((resolve) => map.once('style.load', resolve));
  for (const shape of ICON_SHAPES) map.addImage(shape, iconImage(shape), { sdf: true, pixelRatio: 2 });
  return { map, city };
}

/** The same ground as the product shows at first. */
function visibleAtStart(layerId: string): boolean {
  if (layerId === 'trees') return TREES;
  return LAYERS.find((layer) => layer.id === layerId)?.visibleAtStart ?? false;
}

export function jump(camera: BenchCamera) {
  return {
    center: [camera.at[0], camera.at[1]] as [number, number],
    zoom: camera.zoom,
    pitch: camera.pitchDeg,
    bearing: camera.bearingDeg,
  };
}
