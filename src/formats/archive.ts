// SPDX-License-Identifier: EUPL-1.2
/**
 * What is in a zip or a gzip, unpacked in memory by fflate piece by piece with every byte counted: what
 * an archive states of itself is not believed. Names of entries are words to show, never paths.
 */
import { Gunzip, Inflate } from 'fflate';
import { DamagedFileError, InputError } from './fault';
import { LIMITS } from './limits';
import { textDecoder } from './text-encoding';

/** Packed bytes given to the unpacker at a time: they become 16 MB at the very most. */
const PIECE = 16 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

export interface ZipEntry {
  /** As written, with its folders. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: Uint8Array;
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Bytes unpacked so far of one file that somebody gave. */
export class UnpackBudget {
  #out = 0;
  constructor(
    private readonly file: string,
    private readonly packed: number,
  ) {}
  /** @throws InputError over 200 MB, or over 100 times the size of the file. */
  spend(bytes: number): void {
    this.#out += bytes;
    const mb = LIMITS.unpackedBytes / 1024 / 1024;
    if (this.#out > LIMITS.unpackedBytes)
      throw new InputError(this.file, `unpacks to more than ${mb} MB`, undefined, 'zip-size', { mb });
    if (this.#out > LIMITS.ratioFromBytes && this.#out > LIMITS.ratio * this.packed)
      throw new InputError(
        this.file,
        `unpacks to more than ${LIMITS.ratio} times its size`,
        undefined,
        'zip-ratio',
        { ratio: LIMITS.ratio },
      );
  }
}

/**
 * Entries of a zip by its directory, those of folders and of systems (`.DS_Store`, `__MACOSX`) left out.
 *
 * @throws InputError over 500 entries. @throws DamagedFileError where it has no sound directory.
 */
export function zipEntries(file: string, bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) throw damaged(file, 'has no directory');
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries)
    throw new InputError(file, `holds more than ${LIMITS.entries} files`, undefined, 'zip-entries', {
      most: LIMITS.entries,
    });
  const text = textDecoder() as (bytes: Uint8Array) => string;
  const entries: ZipEntry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged(file, 'its directory is damaged');
      const nameLength = view.getUint16(at + 28, true);
      const local = view.getUint32(at + 42, true);
      if (view.getUint32(local, true) !== LOCAL_ENTRY) throw damaged(file, 'its directory is damaged');
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const size = view.getUint32(at + 20, true);
      if (start + size > bytes.length) throw damaged(file, 'is cut short');
      const name = text(bytes.subarray(at + 46, at + 46 + nameLength));
      if (!isHidden(name))
        entries.push({
          name,
          method: view.getUint16(at + 10, true),
          encrypted: (view.getUint16(at + 8, true) & 1) === 1,
          packed: bytes.subarray(start, start + size),
        });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file, 'is cut short');
    throw error;
  }
  return entries;
}

/** Searched from the end: a comment of up to 64 kB may follow. */
function endOfDirectory(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

const isHidden = (name: string) =>
  name.endsWith('/') || name.split(/[/\\]/).some((part) => part === '__MACOSX' || /^\.[^.]/.test(part));

/**
 * The bytes of an entry. `tick` is called now and then.
 *
 * @throws InputError where it is encrypted, or unpacks to more than the budget allows.
 * @throws DamagedFileError where it cannot be unpacked.
 */
export function unzipped(file: string, entry: ZipEntry, budget: UnpackBudget, tick: () => void): Uint8Array {
  const name = `${file}: ${entry.name}`;
  if (entry.encrypted) throw new InputError(name, 'is encrypted', undefined, 'zip-encrypted');
  if (entry.method === 0) {
    budget.spend(entry.packed.length);
    return entry.packed;
  }
  if (entry.method !== 8) throw damaged(name, `is packed by method ${entry.method}, which is not read`);
  return unpack(name, entry.packed, budget, tick, (onData) => new Inflate(onData));
}

/** What a gzip holds. Throws as {@link unzipped}. */
export function gunzipped(
  file: string,
  bytes: Uint8Array,
  budget: UnpackBudget,
  tick: () => void,
): Uint8Array {
  return unpack(file, bytes, budget, tick, (onData) => new Gunzip(onData));
}

type OnData = (data: Uint8Array, final: boolean) => void;

function unpack(
  name: string,
  packed: Uint8Array,
  budget: UnpackBudget,
  tick: () => void,
  unpacker: (onData: OnData) => { push(chunk: Uint8Array, final?: boolean): void },
): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const stream = unpacker((data) => {
    budget.spend(data.length);
    total += data.length;
    parts.push(data);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      tick();
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damaged(name, `cannot be unpacked: ${(error as Error).message}`);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const damaged = (file: string, fault: string) => new DamagedFileError(file, fault, undefined, 'zip-damaged');
