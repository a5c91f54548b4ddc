// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, Position } from 'geojson';
import { type Crs, crsOf } from './crs';
import { encodingOfCpg, readDbf } from './dbf';
import { DamagedFileError, InputError } from './fault';
import { ringsToAreas } from './rings';
import { textDecoder } from './text-encoding';

/** The parts of a shapefile; `name` is that of the .shp. */
export interface ShapefileParts {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | undefined;
  readonly prj?: Uint8Array | undefined;
  readonly cpg?: Uint8Array | undefined;
  /** Encoding of the attributes where there is no `.cpg`, a WHATWG label. */
  readonly encoding?: string | undefined;
}

export interface ShapeRecords {
  /** Null where there is no `.prj`. */
  readonly crs: Crs | null;
  /** In the file's own coordinates; null where a record has none. */
  readonly shapes: readonly (Geometry | null)[];
  /** Null for a record deleted in the `.dbf`. */
  readonly records: ReturnType<typeof readDbf>;
}

/**
 * Shapes and attributes of a shapefile (points, lines, polygons; heights and measures are left out).
 *
 * @throws InputError where there is no `.dbf` or an unknown CRS.
 * @throws DamagedFileError where a part is truncated or damaged.
 */
export function readShapeRecords({ name, shp, dbf, prj, cpg, encoding }: ShapefileParts): ShapeRecords {
  if (!dbf)
    throw new InputError(name, 'has no .dbf beside it, so its attributes are missing', undefined, 'no-dbf');
  const text = textDecoder() as (bytes: Uint8Array) => string;
  const crs = prj ? crsOf(text(prj), name.replace(/\.shp$/i, '.prj')) : null;
  const records = readDbf(name.replace(/\.shp$/i, '.dbf'), dbf, cpg ? encodingOfCpg(text(cpg)) : encoding);
  const shapes = shapesOf(name, shp);
  if (shapes.length !== records.length)
    throw new InputError(
      name,
      `has ${shapes.length} shapes, but its .dbf ${records.length} records: they do not belong together`,
      undefined,
      'damaged',
    );
  return { crs, shapes, records };
}

function shapesOf(file: string, bytes: Uint8Array): (Geometry | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== 9994) throw new DamagedFileError(file, 'is not a shapefile');
  const length = view.getInt32(24) * 2;
  if (length > bytes.length)
    throw new DamagedFileError(file, `truncated: its header states ${length} bytes, it has ${bytes.length}`);
  const shapes: (Geometry | null)[] = [];
  for (let at = 100; at + 12 <= length; ) {
    const size = view.getInt32(at + 4) * 2;
    if (size < 4 || at + 8 + size > length) throw damaged(file, shapes.length + 1);
    const record = new DataView(bytes.buffer, bytes.byteOffset + at + 8, size);
    shapes.push(shapeOf(file, record, shapes.length + 1));
    at += 8 + size;
  }
  return shapes;
}

const damaged = (file: string, row: number) => new DamagedFileError(file, 'damaged record', row);

function shapeOf(file: string, record: DataView, row: number): Geometry | null {
  const type = record.getInt32(0, true);
  if (type === 0) return null;
  // 11–18 carry heights and 21–28 measures after the same beginning.
  const plain = type > 20 ? type - 20 : type > 10 ? type - 10 : type;
  try {
    if (plain === 1) return { type: 'Point', coordinates: positionAt(record, 4) };
    if (plain === 8)
      return { type: 'MultiPoint', coordinates: positions(record, 40, 0, record.getInt32(36, true)) };
    if (plain === 3) {
      const lines = parts(record);
      return lines.length === 1
        ? { type: 'LineString', coordinates: lines[0] as Position[] }
        : { type: 'MultiLineString', coordinates: lines };
    }
    if (plain === 5) return ringsToAreas(parts(record));
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file, row);
    throw error;
  }
  throw new InputError(file, `shape type ${type} is not read (only points, lines and polygons)`, row);
}

function parts(record: DataView): Position[][] {
  const partCount = record.getInt32(36, true);
  const pointCount = record.getInt32(40, true);
  const firstPoint = 44 + partCount * 4;
  if (partCount < 0 || pointCount < 0 || firstPoint + pointCount * 16 > record.byteLength)
    throw new RangeError();
  const lines: Position[][] = [];
  for (let i = 0; i < partCount; i++) {
    const from = record.getInt32(44 + i * 4, true);
    const to = i + 1 < partCount ? record.getInt32(48 + i * 4, true) : pointCount;
    if (from < 0 || to < from || to > pointCount) throw new RangeError();
    if (to > from) lines.push(positions(record, firstPoint, from, to));
  }
  return lines;
}

function positions(record: DataView, firstPoint: number, from: number, to: number): Position[] {
  if (to < from || firstPoint + to * 16 > record.byteLength) throw new RangeError();
  const out: Position[] = [];
  for (let i = from; i < to; i++) out.push(positionAt(record, firstPoint + i * 16));
  return out;
}

const positionAt = (record: DataView, at: number): Position => [
  record.getFloat64(at, true),
  record.getFloat64(at + 8, true),
];
