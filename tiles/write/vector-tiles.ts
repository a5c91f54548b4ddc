// SPDX-License-Identifier: EUPL-1.2
/** Clean features → vector tiles (MVT) in a PMTiles archive. */
import type { Geometry } from 'geojson';
import type { VectorArchive } from '../../src/city/catalogue';
import { GROUND_LAYERS } from '../../src/city/ground';
import type { Place } from '../../src/city/place';
import type { CleanBuilding, GroundFeature } from '../themes/theme';
import {
  type FieldType,
  FOOTPRINTS_MIN_ZOOM,
  GROUND_ATTRIBUTES,
  GROUND_MIN_ZOOM,
  MAX_ZOOM,
  minZoomOf,
} from './ground-attributes';
import type { Output, Progress } from './output';
import { buffersOf, packFeatures, type TileFeature } from './packed-features';
import { pmtilesArchive } from './pmtiles';
import type { Pool, Work } from './pool';
import type { ChunkInput, EncodedTile } from './vector-chunk';
import { planSquares } from './vector-squares';

const encodeChunk: Work<ChunkInput, EncodedTile[]> = {
  module: new URL('./vector-chunk.ts', import.meta.url).href,
  name: 'encodeChunk',
};

export interface TilingContext {
  readonly place: Place;
  readonly output: Output;
  readonly pool: Pool;
  /** Lines of licence and attribution, for the archive's metadata. */
  readonly attribution: string;
}
export interface WrittenArchive {
  readonly archive: VectorArchive;
  /** The heaviest tile of each zoom, gzipped bytes. */
  readonly heaviest: readonly { z: number; x: number; y: number; bytes: number }[];
}
interface ArchiveForm {
  readonly path: string;
  readonly name: string;
  readonly minZoom: number;
  readonly layers: readonly { id: string; fields: Record<string, FieldType>; features: number }[];
}
/** Features that are made when they are asked for: a million of them need not be there at once. */
interface Features {
  readonly length: number;
  readonly geometryOf: (index: number) => Geometry;
  readonly minZoomOf: (index: number) => number;
  readonly at: (index: number) => TileFeature;
}

/** Writes `ground.pmtiles`: every layer of the ground, zooms 9–15. Undefined where there is no feature. */
export async function writeGround(
  features: readonly GroundFeature[],
  context: TilingContext,
  progress: Progress,
): Promise<WrittenArchive | undefined> {
  const counts = new Map<string, number>();
  for (const { layer } of features) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  const layers = GROUND_LAYERS.filter((id) => counts.has(id)).map((id) => ({
    id,
    fields: GROUND_ATTRIBUTES[id],
    features: counts.get(id) ?? 0,
  }));
  // Drawing order within a tile is the order of its features: one layer after the other.
  const ordered = layers.flatMap(({ id }) => features.filter((f) => f.layer === id));
  const of = (index: number) => ordered[index] as GroundFeature;
  const source: Features = {
    length: ordered.length,
    geometryOf: (index) => of(index).geometry,
    minZoomOf: (index) => minZoomOf(of(index)),
    at: (index) => ({
      layer: of(index).layer,
      geometry: of(index).geometry,
      properties: attributesOf(of(index)),
      minZoom: minZoomOf(of(index)),
    }),
  };
  const form = { path: 'ground.pmtiles', name: 'ground', minZoom: GROUND_MIN_ZOOM, layers };
  return writeArchive(form, source, context, progress);
}

/** Writes `footprints.pmtiles`: layer `building` with the city-wide number of each, zooms 13–15. */
export async function writeFootprints(
  buildings: readonly CleanBuilding[],
  numberOf: (index: number) => number,
  context: TilingContext,
  progress: Progress,
): Promise<WrittenArchive | undefined> {
  const of = (index: number) => buildings[index] as CleanBuilding;
  const source: Features = {
    length: buildings.length,
    geometryOf: (index) => of(index).footprint,
    minZoomOf: () => FOOTPRINTS_MIN_ZOOM,
    at: (index) => {
      const { footprint, heightM, minHeightM } = of(index);
      const properties = { id: numberOf(index), heightM: tenths(heightM), minHeightM: tenths(minHeightM) };
      return { layer: 'building', geometry: footprint, properties, minZoom: FOOTPRINTS_MIN_ZOOM };
    },
  };
  const fields = { id: 'Number', heightM: 'Number', minHeightM: 'Number' } as const;
  const layers = [{ id: 'building', fields, features: buildings.length }];
  const form = { path: 'footprints.pmtiles', name: 'footprints', minZoom: FOOTPRINTS_MIN_ZOOM, layers };
  return writeArchive(form, source, context, progress);
}

const tenths = (metres: number) => Math.round(metres * 10) / 10;

/** The attributes of `src/city/ground.ts` that the feature has. */
export function attributesOf({ layer, properties }: GroundFeature): TileFeature['properties'] {
  const own: Record<string, string | number | boolean> = {};
  for (const key of Object.keys(GROUND_ATTRIBUTES[layer])) {
    const value = (properties as unknown as Record<string, string | number | boolean | undefined>)[key];
    if (value !== undefined && value !== null && value !== '') own[key] = value;
  }
  return own;
}

async function writeArchive(
  form: ArchiveForm,
  features: Features,
  { place, output, pool, attribution }: TilingContext,
  progress: Progress,
): Promise<WrittenArchive | undefined> {
  if (features.length === 0) return undefined;
  const { jobs, bounds } = planSquares(
    Array.from({ length: features.length }, (_, index) => features.geometryOf(index)),
    features.minZoomOf,
    { lowest: form.minZoom, finest: MAX_ZOOM },
  );
  // The heaviest first, so that no thread is left alone with one at the end.
  const queue = [...jobs].sort((a, b) => b.members.length - a.members.length);
  const tiles: EncodedTile[] = [];
  let [begun, done] = [0, 0];
  const runner = async (): Promise<void> => {
    for (let job = queue[begun++]; job; job = queue[begun++]) {
      const { root, from, to, members } = job;
      const packed = packFeatures(members.map(features.at));
      const input = { features: packed, root, from, to, finest: MAX_ZOOM };
      tiles.push(...(await pool.run(encodeChunk, input, buffersOf(packed))));
      progress(`vector tiles: ${form.name}`, ++done, jobs.length);
    }
  };
  // One job more than threads is packed ahead, so that no thread waits and no memory is wasted.
  await Promise.all(Array.from({ length: pool.size + 1 }, runner));
  if (tiles.length === 0) return undefined;
  const used = tiles.reduce((low, t) => Math.min(low, t.z), MAX_ZOOM);
  const archive = pmtilesArchive(tiles, {
    name: `${place.name}: ${form.name}`,
    attribution,
    bounds,
    centre: [place.centre[0], place.centre[1], 11],
    vectorLayers: form.layers.map(({ id, fields }) => ({ id, fields, minzoom: used, maxzoom: MAX_ZOOM })),
  });
  await output.write(form.path, archive);
  return {
    archive: {
      pmtiles: form.path,
      minZoom: used,
      maxZoom: MAX_ZOOM,
      layers: form.layers.map(({ id, features }) => ({ id, features })),
    },
    heaviest: heaviestByZoom(tiles),
  };
}

function heaviestByZoom(tiles: readonly EncodedTile[]): WrittenArchive['heaviest'] {
  const by = new Map<number, { z: number; x: number; y: number; bytes: number }>();
  for (const { z, x, y, bytes } of tiles)
    if (bytes.length > (by.get(z)?.bytes ?? 0)) by.set(z, { z, x, y, bytes: bytes.length });
  return [...by.values()].sort((a, b) => a.z - b.z);
}
