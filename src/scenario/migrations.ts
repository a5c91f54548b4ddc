// SPDX-License-Identifier: EUPL-1.2
/** Older scenario files made into those of today. */

import { FIRST_YEAR } from './scenario';

/** A parsed file of some version, nothing about it checked but that it is an object. */
export type OldFile = Readonly<Record<string, unknown>>;

/**
 * From version 1 to 2, from 2 to 3, …: one function a version, kept for ever. A change of the file's
 * form adds one here, and a file of the old version to `fixtures/`.
 */
export const MIGRATIONS: readonly ((file: OldFile) => OldFile)[] = [withYear, withNotes];

/** Version 2 says to which year people are forecast. */
function withYear(file: OldFile): OldFile {
  const gemello = file.gemello as Readonly<Record<string, unknown>>;
  return { ...file, gemello: { ...gemello, schemaVersion: 2, year: FIRST_YEAR } };
}

/** Version 3 may have notes on places beside its measures; before there were none. */
function withNotes(file: OldFile): OldFile {
  const gemello = file.gemello as Readonly<Record<string, unknown>>;
  return { ...file, gemello: { ...gemello, schemaVersion: 3 } };
}

/** Of the files written today. */
export const SCHEMA_VERSION = 1 + MIGRATIONS.length;

/** A file of version `from` (1 … the last) as the last version has it. */
export function migrated(file: OldFile, from: number, migrations = MIGRATIONS): OldFile {
  return migrations.slice(from - 1).reduce((older, migrate) => migrate(older), file);
}
