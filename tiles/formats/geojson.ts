// SPDX-License-Identifier: EUPL-1.2
import type { Geometry } from 'geojson';
import { type Crs, crsOf, WGS84 } from '../../src/formats/crs';
import { expectDegrees, type Feature, toLonLat } from '../../src/formats/feature';
import { beginsWithFeature, featuresOf, geometryOf, propertiesOf } from '../../src/formats/geojson';
import { jsonLine, parseJsonLines } from '../../src/formats/json';
import type { FoundFile, StatementLog } from './found-file';

export type { Feature } from '../../src/formats/feature';

interface ReadOptions {
  /** CRS of a file that does not say; without it WGS 84 (RFC 7946). */
  readonly defaultCrs?: string;
  /** Is told the CRS. */
  readonly log?: StatementLog;
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
  expectDegrees(file.name, crs, mapped(features, geometryOf));
  options.log?.states?.({ crs: crs.id });
  let row = 0;
  for (const feature of features) yield readFeature(feature, ++row, geometryOf(feature), crs);
}

function* mapped<A, B>(items: Iterable<A>, each: (item: A) => B): Generator<B> {
  for (const item of items) yield each(item);
}

function readFeature(feature: unknown, row: number, geometry: Geometry | null, crs: Crs): Feature {
  const { id } = (feature ?? {}) as { id?: unknown };
  return {
    row,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    geometry: geometry && !crs.isWgs84 ? toLonLat(geometry, crs) : geometry,
    properties: propertiesOf(feature),
  };
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
