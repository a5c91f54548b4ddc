// SPDX-License-Identifier: EUPL-1.2
import { type CityJsonObject, openCityJson } from '../../src/formats/cityjson';
import { crsOf } from '../../src/formats/crs';
import { type FoundFile, InputError, type StatementLog } from './found-file';

/**
 * City objects of a CityJSON 1.1 or 2.0 file (1.0 too), each with the surfaces of its best level of
 * detail, in WGS 84. States CRS and date of the model.
 *
 * @throws InputError where it is no CityJSON, has no reference system or an unknown one, or another
 * version.
 */
export async function* readCityJson(file: FoundFile, log?: StatementLog): AsyncGenerator<CityJsonObject> {
  const { referenceSystem, day, objects } = openCityJson(file.name, await file.json());
  if (referenceSystem === undefined)
    throw new InputError(
      file.name,
      'has no metadata.referenceSystem, so its coordinate reference system is not known',
    );
  const crs = crsOf(referenceSystem, file.name);
  log?.states?.({ crs: crs.id, ...(day ? { vintage: day } : {}) });
  yield* objects(crs.toLonLat);
}
