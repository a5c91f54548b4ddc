// SPDX-License-Identifier: EUPL-1.2
/** What is wrong with a file: in words for whoever builds a city, and as a code for a screen. */

/** Kinds of fault that a screen has words for (src/app/text), with the values that fill their holes. */
export const FAULT_CODES = [
  'empty',
  'too-large',
  'unknown-format',
  'damaged',
  'truncated',
  'zip-entries',
  'zip-size',
  'zip-ratio',
  'zip-encrypted',
  'zip-damaged',
  'zip-nothing',
  'zip-nested',
  'not-geojson',
  'csv-quote',
  'csv-header',
  'no-dbf',
  'no-crs',
  'unknown-crs',
  'metres',
  'xml-doctype',
  'xml-size',
  'no-rows',
  'no-places',
  'outside',
  'too-many-rows',
  'too-many-vertices',
  'too-many-columns',
  'too-deep',
  'too-much-text',
  'no-geometry',
  'version',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];
export type FaultValues = Readonly<Record<string, string | number>>;

/** Bad input, in words for its reader: which file, which row or feature, what is wrong. */
export class InputError extends Error {
  constructor(
    readonly file: string,
    readonly fault: string,
    readonly row?: number,
    /** For a screen; absent: only the words say it. */
    readonly code?: FaultCode,
    readonly values: FaultValues = {},
  ) {
    super(row === undefined ? `${file}: ${fault}` : `${file}, row ${row}: ${fault}`);
    this.name = 'InputError';
  }
}

/**
 * A fault of the bytes themselves (truncated, not of the format that the name says), not of what
 * they mean: the folder is not what its owner believes, so nothing is built from it.
 */
export class DamagedFileError extends InputError {}
