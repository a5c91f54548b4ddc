// SPDX-License-Identifier: EUPL-1.2
/** How much of somebody's file is read: what is over is refused with a word, before the memory is. */

const MB = 1024 * 1024;

export const LIMITS = {
  /** Of the file as it is given. */
  fileBytes: 50 * MB,
  /** Of all that is unpacked. */
  unpackedBytes: 200 * MB,
  /** Unpacked to packed; a deflate bomb reaches 1000. */
  ratio: 100,
  /** Under this size no ratio is suspicious. */
  ratioFromBytes: 5 * MB,
  entries: 500,
  /** XML is read into a tree of many times its size. */
  xmlBytes: 20 * MB,
  rows: 1_000_000,
  vertices: 1_000_000,
  columns: 200,
  /** UTF-8 of all texts of the table. */
  textBytes: 150 * MB,
  /** Of one cell; the rest is cut. */
  cellCharacters: 2000,
} as const;
