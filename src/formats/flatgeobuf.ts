// SPDX-License-Identifier: EUPL-1.2
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { crsOfCode, type StatedCrs, statedCrs } from './crs';
import { DamagedFileError, InputError } from './fault';
import { geometryOf, propertiesOf } from './geojson';
import { LIMITS } from './limits';
import { TableBuilder } from './table-builder';

export const isFlatGeobuf = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x66 && bytes[1] === 0x67 && bytes[2] === 0x62 && bytes[4] === 0x66;

/**
 * Rows of a FlatGeobuf file. A damaged one may keep the library busy for ever: whoever calls has a
 * deadline, and `tick` is called only where a feature has come.
 *
 * @throws InputError over the limits. @throws DamagedFileError where it is damaged.
 */
export async function readFlatGeobuf(
  file: string,
  bytes: Uint8Array,
  tick: () => void,
): Promise<StatedCrs & { builder: TableBuilder }> {
  const builder = new TableBuilder(file);
  const meta: { crs: { code: number; wkt: string | null } | null; rows: number } = { crs: null, rows: 0 };
  try {
    const features = deserialize(bytes, {
      headerMetaFn: (header) => {
        meta.crs = header.crs;
        meta.rows = header.featuresCount;
      },
    });
    for await (const feature of features) {
      if (meta.rows > LIMITS.rows) break;
      builder.add(geometryOf(feature), propertiesOf(feature));
      tick();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new DamagedFileError(file, `is damaged: ${(error as Error).message}`);
  }
  if (meta.rows > LIMITS.rows)
    throw new InputError(file, `has more than ${LIMITS.rows} rows`, undefined, 'too-many-rows', {
      most: LIMITS.rows,
    });
  const { crs } = meta;
  const known = crs && crsOfCode(crs.code);
  if (known) return { builder, crs: known, crsText: null };
  const said = crs && (crs.wkt || (crs.code > 0 ? `EPSG:${crs.code}` : null));
  return { builder, ...statedCrs(said || null) };
}
