// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Manifest } from '../../city/catalogue';
import { type ColumnTable, decodeColumns } from '../../city/columns';
import type { InputTable } from '../../city/inputs';

/** Those of the asked model inputs that the current build in `cityDir` has. */
export function readCityTables(
  cityDir: string,
  ids: readonly InputTable[],
): ReadonlyMap<InputTable, ColumnTable> {
  const manifest = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8')) as Manifest;
  const build = join(cityDir, manifest.path);
  const catalogue = JSON.parse(readFileSync(join(build, 'catalogue.json'), 'utf8')) as Catalogue;
  const wanted = catalogue.files.inputs.filter(({ id }) => ids.includes(id));
  return new Map(wanted.map(({ id, file }) => [id, decodeColumns(readFileSync(join(build, file)), file)]));
}
