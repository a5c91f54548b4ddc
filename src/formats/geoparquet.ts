// SPDX-License-Identifier: EUPL-1.2
import type { Geometry } from 'geojson';
import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { type StatedCrs, statedCrs, WGS84 } from './crs';
import { DamagedFileError, InputError } from './fault';
import { isGeometry } from './geojson';
import { LIMITS } from './limits';
import { TableBuilder } from './table-builder';

/** Rows read at a time: a row group may hold them all. */
const ROWS_AT_ONCE = 50_000;

export const isParquet = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x31;

interface GeoColumn {
  readonly encoding?: unknown;
  /** PROJJSON; null: not known; absent: longitude and latitude. */
  readonly crs?: unknown;
}

/**
 * Rows of a GeoParquet file (1.0 and 1.1 with WKB, and the native GEOMETRY type).
 *
 * @throws InputError where no column holds shapes, or over the limits.
 * @throws DamagedFileError where it is damaged or cut short.
 */
export async function readGeoParquet(
  file: string,
  bytes: Uint8Array,
  tick: () => void,
): Promise<StatedCrs & { builder: TableBuilder }> {
  const builder = new TableBuilder(file);
  try {
    const buffer = bytes.slice().buffer;
    const metadata = parquetMetadata(buffer);
    const rows = Number(metadata.num_rows);
    if (rows > LIMITS.rows)
      throw new InputError(file, `has more than ${LIMITS.rows} rows`, undefined, 'too-many-rows', {
        most: LIMITS.rows,
      });
    expectSize(file, metadata);
    const { column, ...stated } = geometryColumn(file, metadata);
    const source = {
      byteLength: buffer.byteLength,
      slice: (start: number, end?: number) => buffer.slice(start, end),
    };
    for (let rowStart = 0; rowStart < rows; rowStart += ROWS_AT_ONCE) {
      tick();
      const rowEnd = Math.min(rows, rowStart + ROWS_AT_ONCE);
      for (const row of await parquetReadObjects({ file: source, metadata, compressors, rowStart, rowEnd })) {
        const { [column]: shape, bbox: _, ...properties } = row;
        builder.add(isGeometry(shape) ? (shape as Geometry) : null, properties);
      }
    }
    return { builder, ...stated };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new DamagedFileError(file, `is damaged or cut short: ${(error as Error).message}`);
  }
}

/** What the file states of its unpacked size; where it lies, the deadline ends it. */
function expectSize(file: string, metadata: FileMetaData): void {
  const bytes = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  const mb = LIMITS.unpackedBytes / 1024 / 1024;
  if (bytes > LIMITS.unpackedBytes)
    throw new InputError(file, `unpacks to more than ${mb} MB`, undefined, 'zip-size', { mb });
}

function geometryColumn(file: string, metadata: FileMetaData): StatedCrs & { column: string } {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const geo = text
    ? (JSON.parse(text) as { primary_column?: unknown; columns?: Record<string, GeoColumn> })
    : null;
  const native = metadata.schema.find(({ logical_type }) =>
    ['GEOMETRY', 'GEOGRAPHY'].includes(logical_type?.type ?? ''),
  );
  const column = typeof geo?.primary_column === 'string' ? geo.primary_column : native?.name;
  if (column === undefined)
    throw new InputError(file, 'is Parquet without a column of shapes', undefined, 'no-geometry');
  const stated = geo?.columns?.[column];
  if (stated && 'crs' in stated) return { column, ...statedCrs(nameOf(stated.crs)) };
  const type = native?.name === column ? native.logical_type : undefined;
  const crs = type && 'crs' in type ? type.crs : undefined;
  return { column, ...(typeof crs === 'string' ? statedCrs(crs) : { crs: WGS84, crsText: null }) };
}

/** The authority's code of a PROJJSON, else its name; null where the file knows none. */
function nameOf(crs: unknown): string | null {
  if (crs === null || crs === undefined) return null;
  const { id, name } = crs as { id?: { authority?: unknown; code?: unknown }; name?: unknown };
  return id ? `${id.authority}:${id.code}` : String(name);
}
