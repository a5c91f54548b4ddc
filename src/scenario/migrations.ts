// SPDX-License-Identifier: EUPL-1.2
/** Older scenario files made into those of today. */

/** A parsed file of some version, nothing about it checked but that it is an object. */
export type OldFile = Readonly<Record<string, unknown>>;

/**
 * From version 1 to 2, from 2 to 3, …: one function a version, kept for ever. None yet; the first
 * change of the file's form adds one here, and a file of the old version to `fixtures/`.
 */
export const MIGRATIONS: readonly ((file: OldFile) => OldFile)[] = [];

/** Of the files written today. */
export const SCHEMA_VERSION = 1 + MIGRATIONS.length;

/** A file of version `from` (1 … the last) as the last version has it. */
export function migrated(file: OldFile, from: number, migrations = MIGRATIONS): OldFile {
  return migrations.slice(from - 1).reduce((older, migrate) => migrate(older), file);
}
