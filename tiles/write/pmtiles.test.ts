// SPDX-License-Identifier: EUPL-1.2
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { PMTiles, type RangeResponse, type Source, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/city/seeded';
import { type ArchiveInfo, type ArchiveTile, hilbertId, pmtilesArchive } from './pmtiles';

class BytesSource implements Source {
  /** Bytes asked for, request by request. */
  readonly requests: [offset: number, length: number][] = [];
  constructor(private readonly bytes: Uint8Array) {}
  getKey = () => 'memory';
  getBytes = async (offset: number, length: number): Promise<RangeResponse> => {
    this.requests.push([offset, length]);
    return { data: this.bytes.slice(offset, offset + length).buffer as ArrayBuffer };
  };
}
const info: ArchiveInfo = {
  name: 'test',
  attribution: 'nobody',
  bounds: [9.02, 45.366, 9.298, 45.556],
  centre: [9.19186, 45.46416, 11],
  vectorLayers: [{ id: 'water', fields: { id: 'String' }, minzoom: 9, maxzoom: 15 }],
};
const tileOf = (z: number, x: number, y: number, text: string): ArchiveTile => ({
  z,
  x,
  y,
  bytes: gzipSync(text),
});
const textOf = async (archive: PMTiles, { z, x, y }: ArchiveTile) =>
  Buffer.from((await archive.getZxy(z, x, y))?.data ?? new ArrayBuffer(0)).toString();

describe('PMTiles writer', () => {
  it('numbers tiles along the Hilbert curve as the specification does', () => {
    expect([hilbertId(0, 0, 0), hilbertId(1, 0, 0), hilbertId(1, 0, 1), hilbertId(1, 1, 1)]).toEqual([
      0, 1, 2, 3,
    ]);
    expect(hilbertId(12, 3423, 1763)).toBe(19078479); // the example of the specification
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), fc.nat(), fc.nat(), (z, a, b) => {
        const [x, y] = [a % 2 ** z, b % 2 ** z];
        expect(hilbertId(z, x, y)).toBe(zxyToTileId(z, x, y));
      }),
    );
    expect(() => hilbertId(3, 8, 0)).toThrow(/no tile 3\/8\/0/);
  });

  it('writes header, metadata and tiles that the official reader reads', async () => {
    const tiles = [tileOf(10, 538, 366, 'b'), tileOf(9, 269, 183, 'a'), tileOf(10, 538, 367, 'b')];
    const archive = new PMTiles(new BytesSource(pmtilesArchive(tiles, info)));
    const header = await archive.getHeader();
    expect(header).toMatchObject({
      specVersion: 3,
      clustered: true,
      minZoom: 9,
      maxZoom: 10,
      centerZoom: 10,
    });
    expect(header).toMatchObject({ internalCompression: 2, tileCompression: 2, tileType: 1 });
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual(info.bounds);
    expect([header.centerLon, header.centerLat]).toEqual([9.19186, 45.46416]);
    expect([header.numAddressedTiles, header.numTileContents]).toEqual([3, 2]);
    expect(await archive.getMetadata()).toEqual({
      name: 'test',
      attribution: 'nobody',
      vector_layers: info.vectorLayers,
    });
    for (const tile of tiles) expect(await textOf(archive, tile)).toBe(gunzipSync(tile.bytes).toString());
    expect(await archive.getZxy(10, 539, 366)).toBeUndefined();
  });

  it('stores equal tiles once and runs of them as one entry', async () => {
    const tiles = Array.from({ length: 16 }, (_, i) => tileOf(2, i % 4, i >> 2, i === 5 ? 'other' : 'sea'));
    const archive = new PMTiles(new BytesSource(pmtilesArchive(tiles, info)));
    const header = await archive.getHeader();
    expect(header.numTileContents).toBe(2);
    expect(header.numTileEntries).toBe(3); // before, the other one, after
    expect(header.tileDataLength).toBe(gzipSync('sea').length + gzipSync('other').length);
    for (const tile of tiles)
      expect(await textOf(archive, tile)).toBe(tile.x === 1 && tile.y === 1 ? 'other' : 'sea');
  });

  it('makes leaf directories where the root would not fit, and every tile is found', {
    timeout: 60_000,
  }, async () => {
    // Contents and gaps of irregular length, so that the directory does not compress to nothing.
    const random = seeded('leaves');
    const texts = Array.from({ length: 21_000 }, (_, i) => {
      const words = Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.floor(random() * 1e9));
      return `${i}: ${words.join(' ')}`;
    });
    const tiles = texts.map((text, i) =>
      tileOf(15, 17_000 + (i % 150) * 3 + Math.floor(random() * 3), 11_000 + Math.floor(i / 150), text),
    );
    const source = new BytesSource(pmtilesArchive(tiles, info));
    const archive = new PMTiles(source);
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16384);
    expect(header.numAddressedTiles).toBe(21_000);
    let wrong = 0;
    for (const [i, tile] of tiles.entries()) if ((await textOf(archive, tile)) !== texts[i]) wrong++;
    expect(wrong).toBe(0);
    expect(source.requests[0]).toEqual([0, 16384]);
  });

  it('refuses no tiles, and two at one address', () => {
    expect(() => pmtilesArchive([], info)).toThrow(/at least one tile/);
    expect(() => pmtilesArchive([tileOf(3, 1, 1, 'a'), tileOf(3, 1, 1, 'b')], info)).toThrow(/two tiles/);
  });
});
