// SPDX-License-Identifier: EUPL-1.2
/** Tables that would tell of few persons are not handed out, whoever built them. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decodeColumns } from '../city/columns';
import { AUDITED, type Leak, leaksOf } from '../city/disclosure-audit';

/** The address of an input table, whole or compressed. */
const INPUT = /^\/city\/(tiles\/[^/]+\/inputs\/([^/.]+)\.columns(?:\.\w+)*)$/;
/** How a file is read whose name ends so; by any other name it is a table as it stands, or is not handed out. */
const READ_BY_END: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  '.br': brotliDecompressSync,
  '.gz': gunzipSync,
};
/** In place of a file the server hands out one of these beside it, or alone. */
const BESIDE = ['', ...Object.keys(READ_BY_END)];

export class DisclosureGuard {
  /** By file: a build never changes. */
  readonly #asked = new Map<string, Promise<readonly Leak[]>>();

  constructor(private readonly cityDir: string) {}

  /**
   * What a file of the city gives away, as it lies there or in whatever form it may be handed out; nothing of a file
   * that is no table of persons, or is not there. Rejects where it cannot be read as a table.
   */
  async leaksAt(url: string): Promise<readonly Leak[]> {
    const [, file, table] = INPUT.exec(pathOf(url)) ?? [];
    if (file === undefined || table === undefined || !AUDITED.includes(table)) return [];
    const all = await Promise.all(BESIDE.map((end) => this.#leaksIn(`${file}${end}`)));
    return all.flat();
  }

  #leaksIn(file: string): Promise<readonly Leak[]> {
    let asked = this.#asked.get(file);
    if (!asked) this.#asked.set(file, (asked = this.#leaksOf(file)));
    return asked;
  }

  async #leaksOf(file: string): Promise<readonly Leak[]> {
    try {
      return leaksOf(decodeColumns(unpacked(await readFile(join(this.cityDir, file)), file), file));
    } catch (error) {
      this.#asked.delete(file);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** Whatever it is packed in, from the outermost. */
function unpacked(bytes: Uint8Array, file: string): Uint8Array {
  const end = posix.extname(file);
  const read = READ_BY_END[end];
  return read ? unpacked(read(bytes), file.slice(0, -end.length)) : bytes;
}

/** Without the query, with what was escaped in it written out, and no detours. */
function pathOf(url: string): string {
  const path = url.split('?')[0] as string;
  try {
    return posix.normalize(decodeURIComponent(path));
  } catch {
    return path;
  }
}
