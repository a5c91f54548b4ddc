// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open } from 'node:fs/promises';
import { PMTiles, type RangeResponse, SharedPromiseCache, type Source } from 'pmtiles';

/** A PMTiles file on disk, read by ranges. */
class FileSource implements Source {
  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}
  getKey(): string {
    return this.path;
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await this.file.read(buffer, 0, length, offset);
    return { data: buffer.buffer.slice(0, bytesRead) };
  }
}

export interface VectorTile {
  readonly bytes: Buffer;
  /** The tile's bytes are gzip, as stored. */
  readonly gzip: boolean;
}

/**
 * An open archive that hands out single tiles. Kiosks cannot keep byte ranges in their
 * cache, so tiles leave the server one by one, compressed as they are stored.
 */
export class VectorArchive {
  private constructor(
    private readonly archive: PMTiles,
    private readonly file: FileHandle,
  ) {}

  /** Opens a PMTiles v3 file. Throws where it is none. */
  static async open(path: string): Promise<VectorArchive> {
    const file = await open(path, 'r');
    try {
      const asStored = async (data: ArrayBuffer) => data;
      const archive = new PMTiles(new FileSource(path, file), new SharedPromiseCache(200), asStored);
      await archive.getHeader();
      return new VectorArchive(archive, file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The tile, or undefined where the archive has none. */
  async tile(z: number, x: number, y: number): Promise<VectorTile | undefined> {
    const [header, tile] = await Promise.all([this.archive.getHeader(), this.archive.getZxy(z, x, y)]);
    // PMTiles v3: compression 2 is gzip.
    return tile && { bytes: Buffer.from(tile.data), gzip: header.tileCompression === 2 };
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
