// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, Position } from 'geojson';
import { crsOf } from './crs';
import { encodingOfCpg, readDbf } from './dbf';
import { expectDegrees, type Feature, toLonLat } from './feature';
import { DamagedFileError, type FoundFile, InputError, type StatementLog } from './found-file';
import { ringsToAreas } from './rings';

interface ReadOptions {
  /** CRS of a shapefile without `.prj`. */
  readonly crs?: string;
  /** Encoding of the attributes where there is no `.cpg`, a WHATWG label. */
  readonly encoding?: string;
  /** Is told the CRS. */
  readonly log?: StatementLog;
}

/**
 * Features of a shapefile (points, lines, polygons; heights and measures are left out), with the
 * attributes of the `.dbf`, in WGS 84. Records deleted in the `.dbf` are not there.
 *
 * @throws InputError where there is no `.dbf`, no `.prj` and no `crs` given, or an unknown CRS.
 * @throws DamagedFileError where a part is truncated or damaged.
 */
export async function* readShapefile(file: FoundFile, options: ReadOptions = {}): AsyncGenerator<Feature> {
  const dbf = file.sibling('.dbf');
  if (!dbf) throw new InputError(file.name, 'has no .dbf beside it, so its attributes are missing');
  const prj = file.sibling('.prj');
  const crsText = prj ? await prj.text() : options.crs;
  if (crsText === undefined)
    throw new InputError(
      file.name,
      'has no .prj beside it, so its coordinate reference system is not known: add the .prj of the delivery',
    );
  const crs = crsOf(crsText, prj?.name ?? file.name);
  const cpg = file.sibling('.cpg');
  const records = await readDbf(dbf, cpg ? encodingOfCpg(await cpg.text()) : options.encoding);
  const shapes = shapesOf(file.name, await file.bytes());
  if (shapes.length !== records.length)
    throw new InputError(
      file.name,
      `has ${shapes.length} shapes, but its .dbf ${records.length} records: they do not belong together`,
    );
  expectDegrees(file.name, crs, shapes);
  options.log?.states?.({ crs: crs.id });
  for (let i = 0; i < shapes.length; i++) {
    const [shape, properties] = [shapes[i] ?? null, records[i]];
    if (properties)
      yield { row: i + 1, geometry: shape && !crs.isWgs84 ? toLonLat(shape, crs) : shape, properties };
  }
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
