// SPDX-License-Identifier: EUPL-1.2
import { VectorTile } from '@mapbox/vector-tile';
import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { PbfReader } from 'pbf';

/**
 * A vector tile of one layer made of the four below it, its corners at half the scale: for a view from
 * farther than the product has footprints. `below` has the tiles' bytes in the order of x, then y;
 * undefined where there is none.
 */
export function coarserTile(
  layerName: string,
  below: readonly (readonly [dx: 0 | 1, dy: 0 | 1, bytes: Uint8Array | undefined])[],
): Uint8Array {
  const features: unknown[] = [];
  let extent = 4096;
  for (const [dx, dy, bytes] of below) {
    const layer = bytes && new VectorTile(new PbfReader(bytes)).layers[layerName];
    if (!layer) continue;
    extent = layer.extent;
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i);
      const geometry = feature
        .loadGeometry()
        .map((ring) =>
          ring.map(({ x, y }) => [
            Math.round((x + dx * layer.extent) / 2),
            Math.round((y + dy * layer.extent) / 2),
          ]),
        );
      features.push({ type: feature.type, tags: feature.properties, geometry });
    }
  }
  const tile = { features } as unknown as GeoJSONVTTile;
  return fromGeojsonVt({ [layerName]: tile }, { version: 2, extent });
}
