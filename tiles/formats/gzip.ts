// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DamagedFileError, InputError } from './found-file';

/**
 * The bytes that a gzip holds, all of them.
 *
 * @throws DamagedFileError where it is cut or no gzip; what `tooLarge` makes, over `mostBytes`.
 */
export function gunzipAll(
  name: string,
  packed: Readable,
  mostBytes: number,
  tooLarge: () => InputError,
): Promise<Uint8Array> {
  return gunzip(packed, (total) => {
    if (total > mostBytes) throw tooLarge();
    return false;
  }).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof InputError) throw error;
    const fault = `cannot be unpacked: ${error.message}`;
    // Z_…: zlib's own; others are of the disk.
    throw /^Z_/.test(error.code ?? '') ? new DamagedFileError(name, fault) : new InputError(name, fault);
  });
}

/** At least the first `length` bytes, or as many as can be unpacked. */
export async function gunzipFirst(packed: Readable, length: number): Promise<Uint8Array> {
  return gunzip(packed, (total) => total >= length, true);
}

/** Unpacks until `isEnough`; of a damaged gzip what comes before the damage, where that will do. */
async function gunzip(
  packed: Readable,
  isEnough: (bytes: number) => boolean,
  beginningWillDo = false,
): Promise<Uint8Array> {
  const unpacker = createGunzip();
  const parts: Uint8Array[] = [];
  let total = 0;
  packed.on('error', (error) => unpacker.destroy(error));
  try {
    for await (const part of packed.pipe(unpacker)) {
      parts.push(part);
      total += part.length;
      if (isEnough(total)) break;
    }
  } catch (error) {
    if (!beginningWillDo) throw error;
  } finally {
    packed.destroy();
    unpacker.destroy();
  }
  return Buffer.concat(parts);
}
