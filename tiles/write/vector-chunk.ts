// SPDX-License-Identifier: EUPL-1.2
/** The part of vector tiling that runs on a thread: the features of one square into its encoded tiles. */
import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { Geometry, Position } from 'geojson';
import { lonLat, lonLatToMercator } from '../../src/city/frames';
import { encodeMvt, type MvtFeature, type Pair } from './mvt';
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

/**
 * All non-empty tiles of a square. The square is the whole world of the tiling: geojson-vt then has
 * no thirteen coarser levels to make on the way to it.
 */
export function encodeChunk(input: ChunkInput): Done<EncodedTile[]> {
  const [rootZ, rootX, rootY] = input.root;
  const scale = 2 ** rootZ;
  const features = unpackFeatures(input.features, (lonDeg, latDeg) => {
    const [x, y] = lonLatToMercator(lonLat(lonDeg, latDeg));
    return [x * scale - rootX, y * scale - rootY];
  });
  const visibleFrom = features.map((f) =>
    Math.max(f.minZoom, rootZ + zoomOfArea(f.geometry, input.finest - rootZ)),
  );
  const indexes = indexByLayer(features, visibleFrom, input);
  const tiles: EncodedTile[] = [];
  for (let z = input.from - rootZ; z <= input.to - rootZ; z++)
    for (let y = 0; y < 2 ** z; y++)
      for (let x = 0; x < 2 ** z; x++) {
        const bytes = encodeTile(indexes, features, visibleFrom, [z, x, y], rootZ);
        if (bytes) tiles.push({ z: rootZ + z, x: rootX * 2 ** z + x, y: rootY * 2 ** z + y, bytes });
      }
  return { value: tiles, transfer: tiles.map((t) => t.bytes.buffer) };
}

function indexByLayer(
  features: readonly TileFeature[],
  visibleFrom: readonly number[],
  { root, to, finest }: ChunkInput,
): Map<string, GeoJSONVT> {
  const byLayer = new Map<string, GeoJSON.Feature[]>();
  features.forEach((feature, id) => {
    if ((visibleFrom[id] as number) > to) return;
    const own = byLayer.get(feature.layer) ?? [];
    own.push({ type: 'Feature', id, geometry: feature.geometry, properties: null });
    byLayer.set(feature.layer, own);
  });
  const options = {
    maxZoom: finest - root[0],
    indexMaxZoom: 0,
    tolerance: TOLERANCE,
    extent: EXTENT,
    buffer: BUFFER,
    coordinates: 'unitSquare',
    wrap: false,
  } as const;
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
  [z, x, y]: readonly [number, number, number],
  rootZ: number,
): Uint8Array<ArrayBuffer> | undefined {
  const layers = new Map<string, MvtFeature[]>();
  for (const [layer, index] of indexes) {
    const tile = index.getTile(z, x, y);
    if (!tile) continue;
    const kept: MvtFeature[] = [];
    for (const found of tile.features) {
      const number = found.id as number;
      if ((visibleFrom[number] as number) > rootZ + z) continue;
      const geometry = withoutRepeats(found.type, found.geometry);
      if (geometry.length === 0) continue;
      const { properties } = features[number] as TileFeature;
      kept.push({ type: found.type, geometry, properties });
    }
    if (kept.length > 0) layers.set(layer, kept);
  }
  if (layers.size === 0) return undefined;
  return new Uint8Array(gzipSync(encodeMvt(layers, EXTENT), { level: 6 }));
}

type Pairs = readonly Pair[];

/** Rounding to tile units lets vertices coincide: repeated ones, empty lines and flat rings are left out. */
function withoutRepeats(type: 1 | 2 | 3, geometry: Pairs | readonly Pairs[]): MvtFeature['geometry'] {
  if (type === 1) return geometry;
  const kept: Pairs[] = [];
  let outerKept = false;
  for (const line of geometry as Pairs[]) {
    const clean = distinct(line);
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

function distinct(line: Pairs): Pairs {
  const clean: Pair[] = [];
  let last: Pair | undefined;
  for (const at of line) {
    if (last && at[0] === last[0] && at[1] === last[1]) continue;
    clean.push(at);
    last = at;
  }
  return clean;
}

function doubledArea(ring: readonly (Position | Pair)[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j] as Pair;
    const b = ring[i] as Pair;
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** The lowest zoom below the root at which an area covers {@link SMALLEST_AREA}; 0 for points and lines. */
function zoomOfArea(geometry: Geometry, finest: number): number {
  if (geometry.type !== 'MultiPolygon') return 0;
  let doubled = 0;
  for (const [outer] of geometry.coordinates) doubled += outer ? Math.abs(doubledArea(outer)) : 0;
  for (let z = 0; z < finest; z++) if ((doubled / 2) * (EXTENT * 2 ** z) ** 2 >= SMALLEST_AREA) return z;
  return finest;
}
