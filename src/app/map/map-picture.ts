// SPDX-License-Identifier: EUPL-1.2
/** A picture of the map as it stands, for those who know nothing of the map. */
import type { Map as MapLibreMap } from 'maplibre-gl';

let take: (() => Promise<HTMLCanvasElement>) | null = null;

/** The map's pixels on a canvas of their own. Rejects where there is no map. */
export function mapPicture(): Promise<HTMLCanvasElement> {
  return take ? take() : Promise.reject(new Error('no map on the screen'));
}

/** Offers a map; returns how to withdraw it. */
export function offerPicture(map: MapLibreMap): () => void {
  const own = () =>
    new Promise<HTMLCanvasElement>((resolve) => {
      // The buffer can be read only in the frame that drew it.
      map.once('render', () => {
        const from = map.getCanvas();
        const copy = document.createElement('canvas');
        [copy.width, copy.height] = [from.width, from.height];
        copy.getContext('2d')?.drawImage(from, 0, 0);
        resolve(copy);
      });
      map.triggerRepaint();
    });
  take = own;
  return () => {
    if (take === own) take = null;
  };
}
