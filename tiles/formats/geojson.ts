// SPDX-License-Identifier: EUPL-1.2
import type { Geometry } from 'geojson';
import { type Crs, crsOf, WGS84 } from './crs';
import { expectDegrees, type Feature, toLonLat } from './feature';
import { type FoundFile, InputError, type StatementLog } from './found-file';
import { jsonLine, parseJsonLines } from './json';

export type { Feature } from './feature';

interface ReadOptions {
  /** CRS of a file that does not say; without it WGS 84 (RFC 7946). */
  readonly defaultCrs?: string;
  /** Is told the CRS. */
  readonly log?: StatementLog;
}

const SIMPLE_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Whether it has the form of a geometry; what its coordinates hold is for geometry.ts to check. */
function isGeometry(value: unknown): value is Geometry {
  const { type, coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
  if (type === 'GeometryCollection') return Array.isArray(geometries) && geometries.every(isGeometry);
  return SIMPLE_TYPES.includes(type as string) && Array.isArray(coordinates);
}

/**
 * Features of a GeoJSON file: a FeatureCollection, one Feature, or one Feature a line. The `crs`
 * member of the older GeoJSON is honoured. Geometry is not checked here (see geometry.ts): a row
 * whose geometry is not even an object of a known type has `geometry: null`.
 *
 * @throws DamagedFileError where the file is truncated or no JSON. @throws InputError where it is no
 * GeoJSON, in an unknown CRS, or in metres while it declares degrees.
 */
export async function* readGeoJson(file: FoundFile, options: ReadOptions = {}): AsyncGenerator<Feature> {
  const { features, crsText } = (await isLineDelimited(file))
    ? { features: parseJsonLines(file.name, await file.text()), crsText: undefined }
    : featuresOf(file.name, await file.json());
  const named = crsText ?? options.defaultCrs;
  const crs = named === undefined ? WGS84 : crsOf(named, file.name);
  const geometryOf = (feature: unknown) => {
    const geometry = (feature as { geometry?: unknown } | null)?.geometry;
    return isGeometry(geometry) ? geometry : null;
  };
  expectDegrees(file.name, crs, mapped(features, geometryOf));
  options.log?.states?.({ crs: crs.id });
  let row = 0;
  for (const feature of features) yield readFeature(feature, ++row, geometryOf(feature), crs);
}

function* mapped<A, B>(items: Iterable<A>, each: (item: A) => B): Generator<B> {
  for (const item of items) yield each(item);
}

function readFeature(feature: unknown, row: number, geometry: Geometry | null, crs: Crs): Feature {
  const { id, properties } = (feature ?? {}) as { id?: unknown; properties?: unknown };
  return {
    row,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    geometry: geometry && !crs.isWgs84 ? toLonLat(geometry, crs) : geometry,
    properties:
      properties && typeof properties === 'object' && !Array.isArray(properties)
        ? (properties as Record<string, unknown>)
        : {},
  };
}

function featuresOf(file: string, json: unknown): { features: unknown[]; crsText?: string } {
  const top = json as { type?: unknown; features?: unknown; crs?: unknown } | null;
  if (top?.type === 'Feature') return { features: [top] };
  if (top?.type !== 'FeatureCollection' || !Array.isArray(top.features))
    throw new InputError(file, 'is JSON but not GeoJSON: neither a FeatureCollection nor a Feature');
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

/**
 * Whether the first line is a whole Feature, with more after it. Told by the head; the whole text is
 * looked at only where the head is one line of something that is no collection: a single feature may
 * be larger than a head.
 */
async function isLineDelimited(file: FoundFile): Promise<boolean> {
  const head = await file.head();
  if (head.includes('\n')) return beginsWithFeature(head);
  if (!jsonLine(head).startsWith('{') || /"FeatureCollection"/.test(head)) return false;
  return beginsWithFeature(await file.text());
}

function beginsWithFeature(text: string): boolean {
  const end = text.indexOf('\n');
  const first = jsonLine(text.slice(0, Math.max(end, 0)));
  if (!/^\{.*\}$/.test(first) || text.slice(end).trim() === '') return false;
  try {
    return JSON.parse(first)?.type === 'Feature';
  } catch {
    return false;
  }
}
