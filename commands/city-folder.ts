// SPDX-License-Identifier: EUPL-1.2
/** A built city as a folder on disk → what the models read of it. For commands, tests and benches. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Manifest } from '../src/city/catalogue';
import type { CityInputs } from '../src/city/city-inputs';
import { type ColumnTable, decodeColumns } from '../src/city/columns';
import type { InputTable } from '../src/city/inputs';
import { OPTIONAL_INPUTS, REQUIRED_INPUTS, readCityInputs } from '../src/simulation/read-inputs';

/** A folder that holds no city, or not a whole one. */
export class CityFolderError extends Error {
  override readonly name = 'CityFolderError';
}

/**
 * The inputs of the city that `npm run tiles` built into `dir`.
 * @throws CityFolderError where the folder holds no whole city: a file that is missing, damaged or
 *   not the one that the catalogue names (sha256).
 * @throws CityInputsError where the city lacks tables that the models need.
 */
export function readCityFolder(dir: string): CityInputs {
  const { catalogue, tables, hashes } = readTables(dir, [...REQUIRED_INPUTS, ...OPTIONAL_INPUTS]);
  return readCityInputs(tables, {
    cityId: catalogue.city.id,
    synthetic: catalogue.themes.some((theme) => theme.synthetic),
    hashes,
  });
}

/** Those of the input tables that the city in `dir` has, and their sha256. @throws CityFolderError */
export function readTables(
  dir: string,
  ids: readonly InputTable[],
): {
  readonly catalogue: Catalogue;
  readonly tables: ReadonlyMap<InputTable, ColumnTable>;
  readonly hashes: Readonly<Record<string, string>>;
} {
  const manifest = readJson<Manifest>(join(dir, 'manifest.json'));
  const folder = join(dir, String(manifest.path));
  const catalogue = readJson<Catalogue>(join(folder, 'catalogue.json'));
  const entries = catalogue.files.inputs.filter(({ id }) => ids.includes(id));
  const tables = new Map<InputTable, ColumnTable>();
  for (const { id, file, sha256 } of entries) tables.set(id, readTable(join(folder, file), sha256));
  return { catalogue, tables, hashes: Object.fromEntries(entries.map(({ id, sha256 }) => [id, sha256])) };
}

function readTable(path: string, sha256: string): ColumnTable {
  const bytes = bytesOf(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256)
    throw new CityFolderError(`${path}: not the file of the catalogue (sha256 ${found}, expected ${sha256})`);
  try {
    return decodeColumns(bytes, path);
  } catch (error) {
    throw new CityFolderError(error instanceof Error ? error.message : String(error));
  }
}

function readJson<T>(path: string): T {
  const bytes = bytesOf(path);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    throw new CityFolderError(`${path}: not JSON`);
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new CityFolderError(
      `${path}: cannot be read; is this a folder that npm run tiles built a city into?`,
    );
  }
}
