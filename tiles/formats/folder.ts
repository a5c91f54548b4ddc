// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../../src/formats/json';
import { textDecoder } from '../../src/formats/text-encoding';
import { type FoundFile, InputError } from './found-file';
import { gunzipAll, gunzipFirst } from './gzip';
import { openZip } from './zip';

const HEAD_BYTES = 64 * 1024;
/** A text longer than this does not fit one JavaScript string (2^29 - 24 characters). */
const MAX_FILE_BYTES = 500 * 1024 * 1024;
/** Of published bytes: their parsed form takes several times as much. */
const REMEMBERED_BYTES = 64 * 1024 * 1024;

/** How the bytes of one file are had: all of them, or its beginning. */
export interface ByteSource {
  /** Rejects with an InputError where it cannot be read or is too large. */
  readonly all: () => Promise<Uint8Array>;
  /** At least the first `length` bytes, or all where there are fewer. */
  readonly first: (length: number) => Promise<Uint8Array>;
}

/**
 * Every file under `dir`, recursively, sorted by name; a `.gz` is read as the file that it holds,
 * and a `.zip` as its inner files, named `archive.zip!inner.shp`. Hidden files are left out.
 *
 * @throws InputError where the folder is absent or empty, or a zip is damaged or unsafe (see zip.ts).
 */
export async function openFolder(dir: string): Promise<FoundFile[]> {
  const sources = new Map<string, ByteSource>();
  for (const path of await pathsUnder(dir)) {
    const full = join(dir, path);
    if (/\.zip$/i.test(path))
      for (const [inner, source] of await openZip(full, path)) sources.set(`${path}!${inner}`, source);
    else sources.set(path, diskSource(full, path));
  }
  if (sources.size === 0)
    throw new InputError(
      dir,
      'no files here. Looked for, also in sub-folders and gzipped: .geojson, .json, .shp with .dbf and .prj, .csv, .zip',
    );
  return filesOf(sources);
}

/** Files of one folder from their bytes: names are unique, siblings find each other. */
export function filesOf(sources: ReadonlyMap<string, ByteSource>): FoundFile[] {
  const memory = new Memory();
  const byKey = new Map<string, FoundFile>();
  const files = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, source]) => {
      const file = foundFile(name, source, memory, (key) => byKey.get(key));
      byKey.set(keyOf(name), file);
      return file;
    });
  return files;
}

const keyOf = (name: string) => name.toLowerCase().replace(/\.gz$/, '');

function foundFile(
  name: string,
  source: ByteSource,
  memory: Memory,
  find: (key: string) => FoundFile | undefined,
): FoundFile {
  let head: Promise<string> | undefined;
  const bytes = () => memory.remember(`${name} bytes`, source.all, (b) => b.length);
  const text = async (encoding?: string) => decodeText(name, await bytes(), encoding);
  return {
    name,
    baseName: keyOf(name).replace(/^.*[/!]/, ''),
    bytes,
    text,
    head: () => {
      head ??= source
        .first(HEAD_BYTES)
        .then((b) => new TextDecoder('utf-8').decode(b.subarray(0, HEAD_BYTES)));
      return head;
    },
    json: () => {
      let size = 0;
      const parse = async () => {
        const whole = await source.all();
        size = whole.length;
        return parseJson(name, decodeText(name, whole));
      };
      return memory.remember(`${name} json`, parse, () => size);
    },
    sibling: (ending) => find(keyOf(name).replace(/\.[^./!]*$/, '') + ending.toLowerCase()),
    beside: (baseName) => find(keyOf(name).replace(/[^/!]*$/, '') + baseName),
  };
}

function decodeText(name: string, bytes: Uint8Array, encoding?: string): string {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(name);
  const decode = textDecoder(encoding);
  if (!decode) throw new InputError(name, `unknown text encoding "${encoding}"`);
  const text = decode(bytes);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Keeps what was read last, so that several sources can look at one file, up to a cap in bytes. */
class Memory {
  readonly #kept = new Map<string, { value: Promise<unknown>; size: number }>();

  remember<T>(key: string, make: () => Promise<T>, sizeOf: (value: T) => number): Promise<T> {
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
      return found.value as Promise<T>;
    }
    const value = make();
    const entry = { value, size: 0 };
    this.#kept.set(key, entry);
    value.then(
      (v) => {
        entry.size = sizeOf(v);
        this.#forgetOldest();
      },
      () => this.#kept.delete(key),
    );
    return value;
  }

  /** The newest stays whatever its size. */
  #forgetOldest(): void {
    let total = 0;
    for (const { size } of this.#kept.values()) total += size;
    for (const [key, { size }] of this.#kept) {
      if (total <= REMEMBERED_BYTES || this.#kept.size === 1) return;
      this.#kept.delete(key);
      total -= size;
    }
  }
}

/** Relative paths with `/`. Links are followed, each folder once. */
async function pathsUnder(dir: string): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = async (relative: string): Promise<void> => {
    const real = await realpath(join(dir, relative));
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of await readdir(real)) {
      if (entry.startsWith('.') || entry === '__MACOSX') continue;
      const path = relative === '' ? entry : `${relative}/${entry}`;
      const kind = await stat(join(dir, path)).catch(() => undefined);
      if (kind?.isDirectory()) await walk(path);
      else if (kind?.isFile()) found.push(path);
    }
  };
  try {
    await walk('');
  } catch (error) {
    throw new InputError(dir, whyUnreadable((error as NodeJS.ErrnoException).code));
  }
  return found;
}

function diskSource(path: string, name: string): ByteSource {
  if (/\.gz$/i.test(path))
    return {
      all: () => gunzipAll(name, createReadStream(path), MAX_FILE_BYTES, () => tooLarge(name)),
      first: (length) => gunzipFirst(createReadStream(path), length),
    };
  return {
    all: async () => {
      const { size } = await stat(path);
      if (size > MAX_FILE_BYTES) throw tooLarge(name);
      return readFile(path);
    },
    first: async (length) => Buffer.concat(await createReadStream(path, { end: length - 1 }).toArray()),
  };
}

const tooLarge = (name: string) =>
  new InputError(name, `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB: split it into several files`);

function whyUnreadable(code: string | undefined): string {
  if (code === 'ENOENT') return 'does not exist';
  return code === 'ENOTDIR' ? 'is no folder' : `cannot be read as a folder (${code})`;
}
