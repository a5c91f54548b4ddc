// SPDX-License-Identifier: EUPL-1.2
/**
 * Writer of PMTiles v3 archives (github.com/protomaps/PMTiles, spec/v3/spec.md): clustered along the
 * Hilbert curve, equal tiles stored once, runs of them one entry, leaf directories where the root
 * would not fit into the first 16 kB.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Bounds } from '../../src/city/place';

export interface ArchiveTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Gzipped MVT. */
  readonly bytes: Uint8Array;
}
export interface ArchiveInfo {
  readonly name: string;
  readonly attribution: string;
  readonly bounds: Bounds;
  readonly centre: readonly [lonDeg: number, latDeg: number, zoom: number];
  readonly vectorLayers: readonly {
    readonly id: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly minzoom: number;
    readonly maxzoom: number;
  }[];
}
/** `runLength` 0: a leaf directory. Offsets are from the start of the tile data, or of the leaves. */
interface Entry {
  tileId: number;
  offset: number;
  length: number;
  runLength: number;
}

const HEADER_BYTES = 127;
/** Header and root directory are read in one request of 16 kB. */
const MAX_ROOT_BYTES = 16384 - HEADER_BYTES;
const GZIP = 2;
const MVT = 1;

/** An archive of gzipped vector tiles. @throws Error where there is no tile, or two at one address. */
export function pmtilesArchive(tiles: readonly ArchiveTile[], info: ArchiveInfo): Uint8Array {
  if (tiles.length === 0) throw new Error('an archive needs at least one tile');
  const { entries, contents } = entriesOf(tiles);
  const { root, leaves } = directories(entries);
  const metadata = gzipSync(
    JSON.stringify({ name: info.name, attribution: info.attribution, vector_layers: info.vectorLayers }),
  );
  const dataBytes = contents.reduce((sum, c) => sum + c.length, 0);
  const rootAt = HEADER_BYTES;
  const metadataAt = rootAt + root.length;
  const leavesAt = metadataAt + metadata.length;
  const dataAt = leavesAt + leaves.length;
  const out = new Uint8Array(dataAt + dataBytes);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, 3);
  const counts = [tiles.length, entries.length, contents.length];
  const sections = [rootAt, root.length, metadataAt, metadata.length, leavesAt, leaves.length];
  [...sections, dataAt, dataBytes, ...counts].forEach((n, i) => {
    view.setBigUint64(8 + 8 * i, BigInt(n), true);
  });
  const zooms = tiles.map((t) => t.z);
  const lowest = zooms.reduce((a, b) => Math.min(a, b));
  const highest = zooms.reduce((a, b) => Math.max(a, b));
  [1, GZIP, GZIP, MVT, lowest, highest].forEach((n, i) => {
    view.setUint8(96 + i, n);
  });
  info.bounds.forEach((degrees, i) => {
    view.setInt32(102 + 4 * i, Math.round(degrees * 1e7), true);
  });
  const [lon, lat, zoom] = info.centre;
  view.setUint8(118, Math.min(Math.max(zoom, lowest), highest));
  view.setInt32(119, Math.round(lon * 1e7), true);
  view.setInt32(123, Math.round(lat * 1e7), true);
  out.set(root, rootAt);
  out.set(metadata, metadataAt);
  out.set(leaves, leavesAt);
  let at = dataAt;
  for (const content of contents) {
    out.set(content, at);
    at += content.length;
  }
  return out;
}

/** Entries in order of tile id, and the distinct tile contents in order of first use. */
function entriesOf(tiles: readonly ArchiveTile[]): { entries: Entry[]; contents: Uint8Array[] } {
  const numbered = tiles.map((tile) => ({ id: hilbertId(tile.z, tile.x, tile.y), bytes: tile.bytes }));
  numbered.sort((a, b) => a.id - b.id);
  const seen = new Map<string, number>();
  const contents: Uint8Array[] = [];
  const entries: Entry[] = [];
  let end = 0;
  for (const { id, bytes } of numbered) {
    const hash = createHash('sha256').update(bytes).digest('base64');
    let offset = seen.get(hash);
    if (offset === undefined) {
      offset = end;
      seen.set(hash, offset);
      contents.push(bytes);
      end += bytes.length;
    }
    const last = entries.at(-1);
    if (last && last.tileId + last.runLength > id) throw new Error(`two tiles at one address (id ${id})`);
    if (last && last.tileId + last.runLength === id && last.offset === offset) last.runLength++;
    else entries.push({ tileId: id, offset, length: bytes.length, runLength: 1 });
  }
  return { entries, contents };
}

function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = directory(entries);
  if (whole.length <= MAX_ROOT_BYTES) return { root: whole, leaves: new Uint8Array(0) };
  for (let size = 4096; ; size *= 2) {
    const parts: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const part = directory(entries.slice(i, i + size));
      const tileId = (entries[i] as Entry).tileId;
      pointers.push({ tileId, offset, length: part.length, runLength: 0 });
      parts.push(part);
      offset += part.length;
    }
    const root = directory(pointers);
    if (root.length <= MAX_ROOT_BYTES) return { root, leaves: Buffer.concat(parts) };
  }
}

/** Column by column: id differences, run lengths, lengths, offsets (0: right after the one before). */
function directory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number) => {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };
  varint(entries.length);
  entries.forEach((e, i) => {
    varint(e.tileId - (entries[i - 1]?.tileId ?? 0));
  });
  for (const e of entries) varint(e.runLength);
  for (const e of entries) varint(e.length);
  entries.forEach((e, i) => {
    const before = entries[i - 1];
    varint(before && e.offset === before.offset + before.length ? 0 : e.offset + 1);
  });
  return gzipSync(Uint8Array.from(bytes), { level: 9 });
}

/** Position of a tile along the Hilbert curves of zoom 0, 1, 2 … laid end to end. */
export function hilbertId(z: number, x: number, y: number): number {
  if (z > 26) throw new Error(`zoom ${z} is beyond 26`);
  const side = 2 ** z;
  if (x < 0 || y < 0 || x >= side || y >= side) throw new Error(`no tile ${z}/${x}/${y}`);
  let id = (4 ** z - 1) / 3;
  let [tx, ty] = [x, y];
  for (let s = side / 2; s >= 1; s /= 2) {
    const rx = tx & s ? 1 : 0;
    const ry = ty & s ? 1 : 0;
    id += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) [tx, ty] = [s - 1 - (tx & (s - 1)), s - 1 - (ty & (s - 1))];
      else [tx, ty] = [tx & (s - 1), ty & (s - 1)];
      [tx, ty] = [ty, tx];
    } else [tx, ty] = [tx & (s - 1), ty & (s - 1)];
  }
  return id;
}
