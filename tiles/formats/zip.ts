// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { ByteSource } from './folder';
import { DamagedFileError, InputError } from './found-file';
import { gunzipAll, gunzipFirst } from './gzip';

const MAX_ENTRIES = 500;
const MAX_TOTAL_BYTES = 200 * 1024 * 1024;
/** Of the whole archive; a deflate bomb reaches 1000, blank .dbf fields less than 100. */
const MAX_RATIO = 100;
/** Under this size no ratio is suspicious. */
const RATIO_FROM_BYTES = 5 * 1024 * 1024;

/**
 * Inner files of a zip by name, unpacked one at a time when asked for, gzipped ones twice. Nothing
 * is written to disk.
 *
 * @throws InputError where a name leads out of the archive (`../`, absolute), where it holds more
 * than 500 files, expands to more than 200 MB or more than 100 times, is encrypted or damaged.
 */
export async function openZip(path: string, name: string): Promise<Map<string, ByteSource>> {
  const entries = new Map<string, ByteSource>();
  const archive = await open(path, name);
  try {
    let total = 0;
    let packed = 0;
    let count = 0;
    for await (const entry of archive.eachEntry()) {
      if (++count > MAX_ENTRIES) throw new InputError(name, `more than ${MAX_ENTRIES} files in the archive`);
      total += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (total > MAX_TOTAL_BYTES) throw tooLarge(name);
      if (isHidden(entry.fileName)) continue;
      if (entry.isEncrypted()) throw new InputError(`${name}!${entry.fileName}`, 'is encrypted');
      entries.set(entry.fileName, entrySource(path, name, entry));
    }
    if (total > RATIO_FROM_BYTES && total > packed * MAX_RATIO)
      throw new InputError(name, `expands to more than ${MAX_RATIO} times its size`);
  } catch (error) {
    throw worded(error, name);
  } finally {
    archive.close();
  }
  return entries;
}

const isHidden = (inner: string) =>
  inner.endsWith('/') || inner.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

async function open(path: string, name: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false });
  } catch (error) {
    throw worded(error, name);
  }
}

function worded(error: unknown, name: string): InputError {
  if (error instanceof InputError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/invalid relative path|absolute path/.test(message))
    return new InputError(name, `a file name leads out of the archive (${message})`);
  const fault = `cannot be read as a zip: ${message}`;
  // What a newer reader could read is not damaged.
  return /not supported|unsupported/.test(message)
    ? new InputError(name, fault)
    : new DamagedFileError(name, fault);
}

const tooLarge = (name: string) =>
  new InputError(
    name,
    `expands to more than ${MAX_TOTAL_BYTES / 1024 / 1024} MB: if it can be trusted, unpack it into the folder`,
  );

function entrySource(path: string, name: string, entry: yauzl.Entry): ByteSource {
  const inner = `${name}!${entry.fileName}`;
  const read = async (upTo: number): Promise<Uint8Array> => {
    const archive = await open(path, name);
    const parts: Uint8Array[] = [];
    let total = 0;
    try {
      // yauzl stops with an error where more comes out than the directory states.
      const stream = await archive.openReadStreamPromise(entry);
      for await (const part of stream) {
        parts.push(part);
        total += part.length;
        if (total >= upTo) break;
      }
    } catch (error) {
      throw worded(error, inner);
    } finally {
      archive.close();
    }
    return Buffer.concat(parts);
  };
  const all = () => read(Number.POSITIVE_INFINITY);
  if (!/\.gz$/i.test(entry.fileName)) return { all, first: read };
  return {
    all: async () => gunzipAll(inner, Readable.from([await all()]), MAX_TOTAL_BYTES, () => tooLarge(inner)),
    // Packed bytes are hardly ever more than what they hold: twice as many are enough.
    first: async (length) => gunzipFirst(Readable.from([await read(2 * length)]), length),
  };
}
