// SPDX-License-Identifier: EUPL-1.2
import { crsOf } from '../../src/formats/crs';
import { expectDegrees, type Feature, toLonLat } from '../../src/formats/feature';
import { readShapeRecords } from '../../src/formats/shapefile';
import { type FoundFile, InputError, type StatementLog } from './found-file';

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
  const prj = file.sibling('.prj');
  const dbf = file.sibling('.dbf');
  if (dbf && !prj && options.crs === undefined)
    throw new InputError(
      file.name,
      'has no .prj beside it, so its coordinate reference system is not known: add the .prj of the delivery',
    );
  const read = readShapeRecords({
    name: file.name,
    shp: await file.bytes(),
    dbf: await dbf?.bytes(),
    prj: await prj?.bytes(),
    cpg: await file.sibling('.cpg')?.bytes(),
    encoding: options.encoding,
  });
  const crs = read.crs ?? crsOf(options.crs as string, file.name);
  const { shapes, records } = read;
  expectDegrees(file.name, crs, shapes);
  options.log?.states?.({ crs: crs.id });
  for (let i = 0; i < shapes.length; i++) {
    const [shape, properties] = [shapes[i] ?? null, records[i]];
    if (properties)
      yield { row: i + 1, geometry: shape && !crs.isWgs84 ? toLonLat(shape, crs) : shape, properties };
  }
}
