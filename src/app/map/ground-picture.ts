// SPDX-License-Identifier: EUPL-1.2
/** Pictures of cells that lie on the ground of the map. */
import type { CanvasSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';

export interface GroundPicture {
  /** Of its source and its layer. */
  readonly id: string;
  readonly picture: HTMLCanvasElement;
  readonly corners: { readonly southWest: LonLat; readonly northEast: LonLat };
  readonly opacity: number;
  /** The layer that it lies under. */
  readonly before: string;
}

export function addGroundPicture(
  map: MapLibreMap,
  { id, picture, corners, opacity, before }: GroundPicture,
): void {
  const [west, south] = corners.southWest;
  const [east, north] = corners.northEast;
  map.addSource(id, {
    type: 'canvas',
    canvas: picture,
    animate: false,
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  } as unknown as Parameters<MapLibreMap['addSource']>[1]);
  map.addLayer(
    {
      id,
      type: 'raster',
      source: id,
      paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0 },
    },
    map.getLayer(before) ? before : undefined,
  );
  (map.getSource(id) as CanvasSource | undefined)?.play?.();
  (map.getSource(id) as CanvasSource | undefined)?.pause?.();
}

export function removeGroundPicture(map: MapLibreMap, id: string): void {
  if (!map.style || !map.getSource(id)) return;
  map.removeLayer(id);
  map.removeSource(id);
}

/** Four bytes a pixel, by rows from the north. */
export function pictureOf(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  columns: number,
  rows: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [columns, rows];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('this browser draws no pictures');
  pen.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  return canvas;
}
