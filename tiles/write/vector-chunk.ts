// SPDX-License-Identifier: EUPL-1.2
/** The part of vector tiling that runs on a thread: the features of one square into its encoded tiles. */
import { gzipSync } from 'node:zlib';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Geometry, Position } from 'geojson';
import { lonLat, lonLatToMercator } from '../../src/city/frames';
import { type PackedFeatures, type TileFeature, unpackFeatures } from './packed-features';
import type { Done } from './pool';

export const EXTENT = 4096;
/** Tile units around a tile that its features reach into, so that wide lines have no seams. */
export const BUFFER = 64;
/** Douglas–Peucker tolerance below the finest zoom, tile units: 3/8 of a CSS pixel. */
const TOLERANCE = 3;
/** Areas that would cover less, in tile units² (1 CSS pixel is 8 × 8), are left out below the finest zoom. */
const SMALLEST_AREA = 2 * 64;

export interface ChunkInput {
  readonly features: PackedFeatures;
  /** The square, as a tile. */
  readonly root: readonly [z: number, x: number, y: number];
  /** Zooms to make tiles of, root.z ≤ from ≤ to. */
  readonly from: number;
  readonly to: number;
  /** The finest zoom of the archive: nothing is simplified or left out there. */
  readonly finest: number;
}
export interface EncodedTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Gzipped MVT 2.1. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All non-empty tiles of a square. */
export function encodeChunk(input: ChunkInput): Done<EncodedTile[]> {
  const features = unpackFeatures(input.features);
  const visibleFrom = features.map((f) => Math.max(f.minZoom, zoomOfArea(f.geometry, input.finest)));
  const indexes = indexByLayer(features, visibleFrom, input);
  const tiles: EncodedTile[] = [];
  for (let z = input.from; z <= input.to; z++) {
    const span = 1 << (z - input.root[0]);
    for (let y = input.root[2] * span; y < (input.root[2] + 1) * span; y++)
      for (let x = input.root[1] * span; x < (input.root[1] + 1) * span; x++) {
        const bytes = encodeTile(indexes, features, visibleFrom, z, x, y);
        if (bytes) tiles.push({ z, x, y, bytes });
      }
  }
  return { value: tiles, transfer: tiles.map((t) => t.bytes.buffer) };
}

function indexByLayer(
  features: readonly TileFeature[],
  visibleFrom: readonly number[],
  { to, finest }: ChunkInput,
): Map<string, GeoJSONVT> {
  const byLayer = new Map<string, GeoJSON.Feature[]>();
  features.forEach((feature, id) => {
    if ((visibleFrom[id] as number) > to) return;
    const own = byLayer.get(feature.layer) ?? [];
    own.push({ type: 'Feature', id, geometry: feature.geometry, properties: null });
    byLayer.set(feature.layer, own);
  });
  const options = {
    maxZoom: finest,
    indexMaxZoom: 0,
    tolerance: TOLERANCE,
    extent: EXTENT,
    buffer: BUFFER,
  };
  return new Map(
    [...byLayer].map(([layer, own]) => [
      layer,
      new GeoJSONVT({ type: 'FeatureCollection', features: own }, options),
    ]),
  );
}

function encodeTile(
  indexes: ReadonlyMap<string, GeoJSONVT>,
  features: readonly TileFeature[],
  visibleFrom: readonly number[],
  z: number,
  x: number,
  y: number,
): Uint8Array<ArrayBuffer> | undefined {
  const layers: Record<string, GeoJSONVTTile> = {};
  for (const [layer, index] of indexes) {
    const tile = index.getTile(z, x, y);
    if (!tile) continue;
    const kept: GeoJSONVTTile['features'] = [];
    for (const found of tile.features) {
      const number = found.id as number;
      if ((visibleFrom[number] as number) > z) continue;
      const geometry = withoutRepeats(found.type, found.geometry);
      if (geometry.length === 0) continue;
      const tags = (features[number] as TileFeature).properties;
      const id = typeof tags.id === 'number' ? tags.id : undefined;
      kept.push({ type: found.type, tags, id, geometry } as GeoJSONVTTile['features'][number]);
    }
    if (kept.length > 0) layers[layer] = { ...tile, features: kept };
  }
  if (Object.keys(layers).length === 0) return undefined;
  const encoded = gzipSync(fromGeojsonVt(layers, { version: 2, extent: EXTENT }), { level: 9 });
  return new Uint8Array(encoded);
}

type Pairs = [number, number][];

/** Rounding to tile units lets vertices coincide: repeated ones, empty lines and flat rings are left out. */
function withoutRepeats(type: 1 | 2 | 3, geometry: Pairs | Pairs[]): Pairs | Pairs[] {
  if (type === 1) return geometry;
  const kept: Pairs[] = [];
  let outerKept = false;
  for (const line of geometry as Pairs[]) {
    const clean = line.filter((p, i) => i === 0 || p[0] !== line[i - 1]?.[0] || p[1] !== line[i - 1]?.[1]);
    if (type === 2) {
      if (clean.length > 1) kept.push(clean);
      continue;
    }
    // Outer rings turn one way (positive here), holes the other; a hole goes with its outer ring.
    const doubled = doubledArea(clean);
    if (line === geometry[0] || doubled > 0) outerKept = doubled !== 0;
    if (doubled !== 0 && outerKept) kept.push(clean);
  }
  return kept;
}

function doubledArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j] as Position, ring[i] as Position];
    sum += (a[0] as number) * (b[1] as number) - (b[0] as number) * (a[1] as number);
  }
  return sum;
}

/** The lowest zoom at which an area covers {@link SMALLEST_AREA}; 0 for points and lines. */
function zoomOfArea(geometry: Geometry, finest: number): number {
  if (geometry.type !== 'MultiPolygon') return 0;
  let world = 0;
  for (const [outer] of geometry.coordinates)
    if (outer)
      world += Math.abs(
        doubledArea(outer.map(([lon, lat]) => [...lonLatToMercator(lonLat(lon as number, lat as number))])) /
          2,
      );
  for (let z = 0; z < finest; z++) if (world * (EXTENT * 2 ** z) ** 2 >= SMALLEST_AREA) return z;
  return finest;
}
