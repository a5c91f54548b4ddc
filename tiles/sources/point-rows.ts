// SPDX-License-Identifier: EUPL-1.2
/** Rows with one point each, from the three ways in which portals publish them. */
import { type LonLat, lonLat } from '../../src/city/frames';
import type { Feature } from '../../src/formats/feature';
import { decimal, number } from '../formats/attributes';
import { type CsvRow, readCsv, requireColumns } from '../formats/csv';
import { type FoundFile, InputError } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { checkPoint, isRejected } from '../formats/geometry';
import type { Origin } from '../themes/rows';
import type { DropReason } from './reasons';
import type { RowLog } from './source';

export interface PointRow {
  readonly origin: Origin;
  readonly values: Readonly<Record<string, unknown>>;
  /** Absent: there is no usable position, and `unplaced` says why. */
  readonly at?: LonLat;
  readonly unplaced?: { readonly reason: DropReason; readonly detail: string };
}
export type PlacedRow = PointRow & { readonly at: LonLat };

/** The transit network of a city reaches its neighbours: about 20 km. */
export const NETWORK_MARGIN_DEG = 0.25;
/** Services belong to the city itself: its bounds already have a margin. */
const CITY_ONLY_DEG = 0;

/** Features of a GeoJSON file. `marginDeg`: how far around the place a point may lie. */
export async function* geoJsonPoints(
  file: FoundFile,
  log: RowLog,
  marginDeg = CITY_ONLY_DEG,
): AsyncGenerator<PointRow> {
  yield* featurePoints(file, log, readGeoJson(file), marginDeg);
}

/** Features of any reader. */
export async function* featurePoints(
  file: FoundFile,
  log: RowLog,
  features: AsyncIterable<Feature>,
  marginDeg = CITY_ONLY_DEG,
): AsyncGenerator<PointRow> {
  for await (const { geometry, properties } of features) {
    const origin = { file: file.name, row: log.row() };
    const checked = checkPoint(geometry, log.place, marginDeg);
    if (isRejected(checked)) yield { origin, values: properties, unplaced: checked };
    else yield { origin, values: properties, at: pointOf(checked.geometry.coordinates) };
  }
}

/**
 * Rows of a CSV with coordinates in two columns, decimal comma or point. Ragged rows are dropped.
 *
 * @throws InputError where a column is missing.
 */
export async function* csvPoints(
  file: FoundFile,
  log: RowLog,
  columns: { lon: string; lat: string; needed?: readonly string[]; marginDeg?: number },
): AsyncGenerator<PointRow> {
  for await (const { origin, values } of csvRows(file, log, [
    columns.lon,
    columns.lat,
    ...(columns.needed ?? []),
  ]))
    yield placed(origin, values, values[columns.lon], values[columns.lat], log, columns.marginDeg);
}

/** Rows of a CSV that need these columns. Ragged rows are dropped. */
export async function* csvRows(
  file: FoundFile,
  log: RowLog,
  needed: readonly string[],
): AsyncGenerator<{ origin: Origin; values: Record<string, string> }> {
  for await (const read of readCsv(file)) {
    const row = log.row();
    if (row === 1) requireColumns(file.name, read.values, needed);
    if (read.ragged) log.drop('ragged-row', row, raggedDetail(read));
    else yield { origin: { file: file.name, row }, values: read.values };
  }
}
const raggedDetail = ({ values, ragged }: CsvRow) =>
  `${ragged?.length} cells where the header has ${Object.keys(values).length}`;

/**
 * Records of a JSON list, or of the list under `data`, with coordinates under two keys.
 *
 * @throws InputError where there is no list of records.
 */
export async function* recordPoints(
  file: FoundFile,
  log: RowLog,
  keys: { lon: string; lat: string },
): AsyncGenerator<PointRow> {
  for (const { origin, values } of await records(file, log))
    yield placed(origin, values, values[keys.lon], values[keys.lat], log);
}

/**
 * Records of a JSON list, or of the list under `data`; what is no record is dropped.
 *
 * @throws InputError where there is no list of records.
 */
export async function records(
  file: FoundFile,
  log: RowLog,
): Promise<{ origin: Origin; values: Record<string, unknown> }[]> {
  const json = await file.json();
  const list = Array.isArray(json) ? json : (json as { data?: unknown } | null)?.data;
  if (!Array.isArray(list)) throw new InputError(file.name, 'is JSON but holds no list of records');
  const found: { origin: Origin; values: Record<string, unknown> }[] = [];
  for (const item of list) {
    const row = log.row();
    if (item && typeof item === 'object' && !Array.isArray(item))
      found.push({ origin: { file: file.name, row }, values: item as Record<string, unknown> });
    else log.drop('bad-value', row, 'is no record');
  }
  return found;
}

/** Rows with a usable position; the others are dropped for their reason. */
export async function* placedOnly(log: RowLog, rows: AsyncIterable<PointRow>): AsyncGenerator<PlacedRow> {
  for await (const row of rows)
    if (row.at) yield row as PlacedRow;
    else if (row.unplaced) log.drop(row.unplaced.reason, row.origin.row, row.unplaced.detail);
}

function placed(
  origin: Origin,
  values: Readonly<Record<string, unknown>>,
  lon: unknown,
  lat: unknown,
  log: RowLog,
  marginDeg = CITY_ONLY_DEG,
): PointRow {
  const coordinates = [lon, lat].map((value) => (typeof value === 'string' ? decimal(value) : number(value)));
  if ([lon, lat].every((value) => value === undefined || value === null || value === ''))
    return { origin, values, unplaced: { reason: 'no-geometry', detail: 'no coordinates' } };
  if (coordinates.includes(undefined))
    return { origin, values, unplaced: { reason: 'bad-coordinates', detail: `"${lon}", "${lat}"` } };
  const checked = checkPoint({ type: 'Point', coordinates: coordinates as number[] }, log.place, marginDeg);
  return isRejected(checked)
    ? { origin, values, unplaced: checked }
    : { origin, values, at: pointOf(checked.geometry.coordinates) };
}

const pointOf = (position: readonly number[]) => lonLat(position[0] as number, position[1] as number);
