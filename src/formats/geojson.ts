// SPDX-License-Identifier: EUPL-1.2
/** GeoJSON as it is written: its features, not yet read, and what it says of its coordinates. */
import type { Geometry } from 'geojson';
import { InputError } from './fault';
import { jsonLine } from './json';

const SIMPLE_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Whether it has the form of a geometry; what its coordinates hold is for geometry.ts to check. */
export function isGeometry(value: unknown): value is Geometry {
  const { type, coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
  if (type === 'GeometryCollection') return Array.isArray(geometries) && geometries.every(isGeometry);
  return SIMPLE_TYPES.includes(type as string) && Array.isArray(coordinates);
}

/** The geometry of something that should be a feature; null where it has none. */
export function geometryOf(feature: unknown): Geometry | null {
  const geometry = (feature as { geometry?: unknown } | null)?.geometry;
  return isGeometry(geometry) ? geometry : null;
}

/** The properties of something that should be a feature. */
export function propertiesOf(feature: unknown): Record<string, unknown> {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  return properties && typeof properties === 'object' && !Array.isArray(properties)
    ? (properties as Record<string, unknown>)
    : {};
}

/**
 * Features of a FeatureCollection or of one Feature, and the text of the `crs` member of the older
 * GeoJSON.
 *
 * @throws InputError where it is neither, or its CRS has no name.
 */
export function featuresOf(file: string, json: unknown): { features: unknown[]; crsText?: string } {
  const top = json as { type?: unknown; features?: unknown; crs?: unknown } | null;
  if (top?.type === 'Feature') return { features: [top] };
  if (top?.type !== 'FeatureCollection' || !Array.isArray(top.features))
    throw new InputError(
      file,
      'is JSON but not GeoJSON: neither a FeatureCollection nor a Feature',
      undefined,
      'not-geojson',
    );
  const crs = top.crs as
    | { type?: unknown; properties?: { name?: unknown; code?: unknown } }
    | null
    | undefined;
  if (crs === undefined || crs === null) return { features: top.features };
  const name = crs.properties?.name ?? crs.properties?.code;
  if (typeof name !== 'string' && typeof name !== 'number')
    throw new InputError(file, `unknown coordinate reference system ${JSON.stringify(crs).slice(0, 80)}`);
  return { features: top.features, crsText: String(name) };
}

/** Whether the first line of a text is a whole Feature, with more after it. */
export function beginsWithFeature(text: string): boolean {
  const end = text.indexOf('\n');
  const first = jsonLine(text.slice(0, Math.max(end, 0)));
  if (!/^\{.*\}$/.test(first) || text.slice(end).trim() === '') return false;
  try {
    return JSON.parse(first)?.type === 'Feature';
  } catch {
    return false;
  }
}
