// SPDX-License-Identifier: EUPL-1.2
/**
 * A file found under the folder that is being built from, and a file inside a zip.
 * Reading is lazy and remembered, so that several sources can look at one file.
 */
export interface FoundFile {
  /** As the user would say it: relative to the folder, and `archive.zip!inner.shp` inside a zip. */
  readonly name: string;
  /** File name alone, lower case, without `.gz`: what sources recognise. */
  readonly baseName: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** First 64 kB as text (UTF-8), for recognition: cheap, also of a gzipped file. */
  readonly head: () => Promise<string>;
  /** The whole file as text; `encoding` a WHATWG label, default: UTF-8, or windows-1252 where it is not valid UTF-8. */
  readonly text: (encoding?: string) => Promise<string>;
  /** Parsed JSON. Throws a {@link DamagedFileError} naming the file where it is truncated or no JSON. */
  readonly json: () => Promise<unknown>;
  /** A file beside it with another ending (`.dbf`, `.prj`, `.cpg`), or undefined. */
  readonly sibling: (ending: string) => FoundFile | undefined;
  /** The file of this name (lower case, without `.gz`) in the same folder or zip, or undefined. */
  readonly beside: (baseName: string) => FoundFile | undefined;
}

/** What a file says of its data as a whole. */
export interface Stated {
  /** Date of the data, "2026-07-14". */
  readonly vintage?: string;
  /** In which its coordinates are read, "EPSG:6707". */
  readonly crs?: string;
}

/** Whoever reads a file may want to know what it states. */
export interface StatementLog {
  states?(stated: Stated): void;
}

export { DamagedFileError, InputError } from '../../src/formats/fault';
