// SPDX-License-Identifier: EUPL-1.2
/** A picture of the map as it stands, for those who know nothing of the map. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useStore } from '../state/store';

/** The size that a picture is asked for in is more than this machine draws at once. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Pixels of a picture. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

type Take = (size: PictureSize | null, signal?: AbortSignal) => Promise<HTMLCanvasElement>;
let take: Take | null = null;

/** The map's pixels on a canvas of their own. Rejects where there is no map. */
export function mapPicture(): Promise<HTMLCanvasElement> {
  return take ? take(null) : Promise.reject(new Error('no map on the screen'));
}

/**
 * The middle of the map in so many pixels, drawn anew in all of them. What the map shows on the page
 * keeps its place and size meanwhile. Rejects with TooLargeError where the graphics has no room for it,
 * with the signal's reason where it aborts.
 */
export function mapPictureOf(size: PictureSize, signal?: AbortSignal): Promise<HTMLCanvasElement> {
  return take ? take(size, signal) : Promise.reject(new Error('no map on the screen'));
}

const pictured = new WeakSet<MapLibreMap>();
/** Whether a picture of the map is being drawn in pixels of its own: nobody else changes them meanwhile. */
export const isPictured = (map: MapLibreMap): boolean => pictured.has(map);

/** What is not here after this time is left out of the picture. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 150;

/** Offers a map; returns how to withdraw it. */
export function offerPicture(map: MapLibreMap): () => void {
  const own: Take = async (size, signal) => {
    if (!size) return nextFrame(map, (from) => copied(from, { widthPx: from.width, heightPx: from.height }));
    const before = map.getPixelRatio();
    const { clientWidth, clientHeight } = map.getCanvas();
    const ratio = Math.max(size.widthPx / clientWidth, size.heightPx / clientHeight);
    pictured.add(map);
    try {
      map.setPixelRatio(ratio);
      // What there is no room for MapLibre makes smaller, without a word.
      if (map.getCanvas().width + 2 < ratio * clientWidth) throw new TooLargeError();
      await untilAllIsThere(map, signal);
      return await nextFrame(map, (from) => copied(from, size));
    } finally {
      pictured.delete(map);
      map.setPixelRatio(before);
    }
  };
  take = own;
  return () => {
    if (take === own) take = null;
  };
}

/** The buffer can be read only in the frame that drew it. */
function nextFrame<T>(map: MapLibreMap, read: (canvas: HTMLCanvasElement) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    map.once('render', () => {
      try {
        resolve(read(map.getCanvas()));
      } catch (error) {
        reject(error);
      }
    });
    map.triggerRepaint();
  });
}

/** Finer tiles are asked for in the frame that needs them, so it is looked twice. */
async function untilAllIsThere(map: MapLibreMap, signal?: AbortSignal): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  for (let there = 0; there < 2 && performance.now() < endMs; ) {
    await nextFrame(map, () => {});
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    signal?.throwIfAborted();
    there = map.areTilesLoaded() && useStore.getState().tiles.loading === 0 ? there + 1 : 0;
  }
}

/** The middle of a canvas in that shape and size. */
function copied(from: HTMLCanvasElement, { widthPx, heightPx }: PictureSize): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [widthPx, heightPx];
  const scale = Math.max(widthPx / from.width, heightPx / from.height);
  const [width, height] = [widthPx / scale, heightPx / scale];
  const [x, y] = [(from.width - width) / 2, (from.height - height) / 2];
  copy.getContext('2d')?.drawImage(from, x, y, width, height, 0, 0, widthPx, heightPx);
  return copy;
}
