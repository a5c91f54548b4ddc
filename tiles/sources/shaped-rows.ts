// SPDX-License-Identifier: EUPL-1.2
/** Rows with an area or lines each, checked; what cannot be used is dropped for its reason. */
import type { Geometry, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { Place } from '../../src/city/place';
import type { Feature } from '../../src/formats/feature';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { type Checked, checkArea, checkLines, isRejected, type Rejected } from '../formats/geometry';
import { readShapefile } from '../formats/shapefile';
import type { Origin } from '../themes/rows';
import type { RowLog } from './source';

export interface ShapedRow<G extends Geometry> {
  readonly origin: Origin;
  readonly geometry: G;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Features of a shapefile or a GeoJSON file, by its ending. */
export const featuresOf = (file: FoundFile, log: RowLog): AsyncIterable<Feature> =>
  file.baseName.endsWith('.shp') ? readShapefile(file, { log }) : readGeoJson(file, { log });

export const areaRows = (
  file: FoundFile,
  log: RowLog,
  features: AsyncIterable<Feature> = featuresOf(file, log),
): AsyncGenerator<ShapedRow<Polygon | MultiPolygon>> => checkedRows(file, log, features, checkArea);

export const lineRows = (
  file: FoundFile,
  log: RowLog,
  features: AsyncIterable<Feature> = featuresOf(file, log),
): AsyncGenerator<ShapedRow<LineString | MultiLineString>> => checkedRows(file, log, features, checkLines);

async function* checkedRows<G extends Geometry>(
  file: FoundFile,
  log: RowLog,
  features: AsyncIterable<Feature>,
  check: (geometry: Geometry | null, place: Place) => Checked<G> | Rejected,
): AsyncGenerator<ShapedRow<G>> {
  for await (const { geometry, properties } of features) {
    const row = log.row();
    const checked = check(geometry, log.place);
    if (isRejected(checked)) log.drop(checked.reason, row, checked.detail);
    else yield { origin: { file: file.name, row }, geometry: checked.geometry, values: properties };
  }
}
