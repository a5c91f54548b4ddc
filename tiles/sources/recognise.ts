// SPDX-License-Identifier: EUPL-1.2
/** How sources know their files: by what the head of a file says, since portals change file names. */
import type { FoundFile } from '../formats/found-file';

/** Whether a JSON or GeoJSON file names all of these keys in its head. Does not throw. */
export async function hasJsonKeys(file: FoundFile, keys: readonly string[]): Promise<boolean> {
  if (!/\.(geo)?json$/.test(file.baseName)) return false;
  const head = await headOf(file);
  return keys.every((key) => head.includes(`"${key}"`));
}

/** Whether a CSV has all of these columns. Does not throw. */
export async function hasColumns(file: FoundFile, columns: readonly string[]): Promise<boolean> {
  const header = await columnsOf(file);
  return columns.every((column) => header.includes(column));
}

/** The columns of a CSV, none of another file. Does not throw. */
export async function columnsOf(file: FoundFile): Promise<string[]> {
  if (!/\.(csv|txt)$/.test(file.baseName)) return [];
  return ((await headOf(file)).replace(/^\uFEFF/, '').split(/\r?\n|\r/, 1)[0] ?? '')
    .split(/[;,\t|]/)
    .map((name) => name.trim().replace(/^"|"$/g, ''));
}

/** Whether a shapefile has all of these attributes (dBase cuts names to 10 characters). Does not throw. */
export async function hasAttributes(file: FoundFile, names: readonly string[]): Promise<boolean> {
  if (!file.baseName.endsWith('.shp')) return false;
  const dbf = file.sibling('.dbf');
  if (!dbf) return false;
  // Field names stand one every 32 bytes, ended by NUL.
  const head = await headOf(dbf);
  return names.every((name) => head.includes(`${name}\0`));
}

/** The head of a file, empty where it cannot be read. Does not throw. */
export async function headOf(file: FoundFile): Promise<string> {
  try {
    return await file.head();
  } catch {
    // A file that cannot be read is reported by whoever reads it whole.
    return '';
  }
}
