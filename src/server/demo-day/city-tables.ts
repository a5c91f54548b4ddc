// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Manifest } from '../../city/catalogue';
import { type ColumnTable, decodeColumns } from '../../city/columns';
import type { GroundLayer } from '../../city/ground';
import type { InputTable } from '../../city/inputs';

function buildOf(cityDir: string): { readonly build: string; readonly catalogue: Catalogue } {
  const manifest = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8')) as Manifest;
  const build = join(cityDir, manifest.path);
  return { build, catalogue: JSON.parse(readFileSync(join(build, 'catalogue.json'), 'utf8')) as Catalogue };
}

/** Whether the current build in `cityDir` has things of a ground layer, by their table. */
export function hasGround(cityDir: string, layer: GroundLayer): boolean {
  const { files } = buildOf(cityDir).catalogue;
  return (files.tables ?? []).some((table) => table.layer === layer && table.rows > 0);
}

/** Those of the asked model inputs that the current build in `cityDir` has. */
export function readCityTables(
  cityDir: string,
  ids: readonly InputTable[],
): ReadonlyMap<InputTable, ColumnTable> {
  const { build, catalogue } = buildOf(cityDir);
  const wanted = catalogue.files.inputs.filter(({ id }) => ids.includes(id));
  return new Map(wanted.map(({ id, file }) => [id, decodeColumns(readFileSync(join(build, file)), file)]));
}
