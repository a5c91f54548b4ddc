// SPDX-License-Identifier: EUPL-1.2
/** Features as flat arrays: moved to a thread without copying a million small objects. */
import type { Geometry, Position } from 'geojson';

export interface TileFeature {
  readonly layer: string;
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** Lowest zoom at which it is in the tiles. */
  readonly minZoom: number;
}

export interface PackedFeatures {
  /** Layer names; `layerOf` points into them. */
  readonly layers: readonly string[];
  readonly layerOf: Uint8Array<ArrayBuffer>;
  readonly minZoom: Uint8Array<ArrayBuffer>;
  /** 1 points, 2 lines, 3 areas. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** By feature: points [n]; lines [lines, n…]; areas [polygons, (rings, n…)…]. */
  readonly shape: Uint32Array<ArrayBuffer>;
  /** Longitude, latitude of every vertex, degrees. */
  readonly coordinates: Float64Array<ArrayBuffer>;
  /** JSON: an array with the properties of each feature. */
  readonly properties: string;
}

/** @throws Error on a geometry that is no point, line or area: themes make none. */
export function packFeatures(features: Iterable<TileFeature>): PackedFeatures {
  const layers: string[] = [];
  const layerOf: number[] = [];
  const minZoom: number[] = [];
  const kind: number[] = [];
  const shape: number[] = [];
  const coordinates: number[] = [];
  const properties: string[] = [];
  const points = (line: readonly Position[]) => {
    shape.push(line.length);
    for (const at of line) coordinates.push(at[0] as number, at[1] as number);
  };
  const lines = (all: readonly (readonly Position[])[]) => {
    shape.push(all.length);
    all.forEach(points);
  };
  for (const { layer, geometry, properties: own, minZoom: from } of features) {
    if (!layers.includes(layer)) layers.push(layer);
    layerOf.push(layers.indexOf(layer));
    minZoom.push(from);
    properties.push(JSON.stringify(own));
    const g = geometry;
    kind.push(g.type.endsWith('Point') ? 1 : g.type.endsWith('LineString') ? 2 : 3);
    if (g.type === 'Point') points([g.coordinates]);
    else if (g.type === 'MultiPoint') points(g.coordinates);
    else if (g.type === 'LineString') lines([g.coordinates]);
    else if (g.type === 'MultiLineString') lines(g.coordinates);
    else if (g.type === 'Polygon' || g.type === 'MultiPolygon') {
      const polygons = g.type === 'Polygon' ? [g.coordinates] : g.coordinates;
      shape.push(polygons.length);
      polygons.forEach(lines);
    } else throw new Error(`${layer}: a ${g.type} cannot go into the vector tiles`);
  }
  return {
    layers,
    layerOf: new Uint8Array(layerOf),
    minZoom: new Uint8Array(minZoom),
    kind: new Uint8Array(kind),
    shape: new Uint32Array(shape),
    coordinates: new Float64Array(coordinates),
    properties: `[${properties.join(',')}]`,
  };
}

/** The buffers of packed features, to move them. */
export const buffersOf = (p: PackedFeatures): ArrayBuffer[] =>
  [p.layerOf, p.minZoom, p.kind, p.shape, p.coordinates].map((a) => a.buffer);

/** The features again, all as Multi… geometries, every vertex put through `project`. */
export function unpackFeatures(
  packed: PackedFeatures,
  project: (lonDeg: number, latDeg: number) => Position = (lonDeg, latDeg) => [lonDeg, latDeg],
): TileFeature[] {
  const properties = JSON.parse(packed.properties) as TileFeature['properties'][];
  let s = 0;
  let c = 0;
  const count = () => packed.shape[s++] as number;
  const points = (): Position[] => {
    const all: Position[] = [];
    for (let left = count(); left > 0; left--)
      all.push(project(packed.coordinates[c++] as number, packed.coordinates[c++] as number));
    return all;
  };
  const several = <T>(one: () => T): T[] => {
    const all: T[] = [];
    for (let left = count(); left > 0; left--) all.push(one());
    return all;
  };
  const lines = (): Position[][] => several(points);
  return properties.map((own, i): TileFeature => {
    const kind = packed.kind[i];
    const geometry: Geometry =
      kind === 1
        ? { type: 'MultiPoint', coordinates: points() }
        : kind === 2
          ? { type: 'MultiLineString', coordinates: lines() }
          : { type: 'MultiPolygon', coordinates: several(lines) };
    return {
      layer: packed.layers[packed.layerOf[i] as number] as string,
      geometry,
      properties: own,
      minZoom: packed.minZoom[i] as number,
    };
  });
}
