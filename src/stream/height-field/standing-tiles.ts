// SPDX-License-Identifier: EUPL-1.2
/** What stands in an area, read from the building tiles of the finest level. For a worker: reading takes time. */
import type { LonLat } from '../../city/frames';
import { FlatFrame, type Standing } from '../../city/standing';
import { fetchJson, StreamError } from '../fetch-file';
import { fetchWithRetry } from '../tile-retry';
import { readTileTriangles, type TileTriangles } from './read-glb';
import { type FineTile, fineTiles, type TilesetJson, tilesAlong, tilesWithin } from './tileset';

/** Degrees: west, south, east, north. */
export type BoundsDeg = readonly [west: number, south: number, east: number, north: number];

/** Tiles on their way at once. */
const AT_ONCE = 6;

/**
 * Reads what stands within `where`: bounds, or a line over the ground. Corners are in the flat frame
 * about `origin`, exact to the 5 cm (across) and 10 cm (up) of the tiles; whole tiles come, so more than
 * what was asked for. Throws StreamError where a tile does not come.
 *
 * @param tileset address of the buildings' tileset.json
 * @param told hears how many of the tiles are there
 */
export async function readStanding(
  tileset: string,
  where: { readonly bounds: BoundsDeg } | { readonly line: readonly LonLat[] },
  origin: LonLat,
  told: (done: number, of: number) => void,
): Promise<Standing> {
  const all = fineTiles(await fetchJson<TilesetJson>(tileset));
  const tiles = 'bounds' in where ? tilesWithin(all, where.bounds) : tilesAlong(all, where.line);
  const frame = new FlatFrame(origin);
  const read: TileTriangles[] = [];
  let [next, done] = [0, 0];
  told(0, tiles.length);
  const lane = async () => {
    for (let i = next++; i < tiles.length; i = next++) {
      const tile = tiles[i] as FineTile;
      const url = new URL(tile.uri, tileset).href;
      const response = await fetchWithRetry(url);
      if (!response.ok) throw new StreamError(url, `the server answered ${response.status}`, response.status);
      read[i] = moved(
        await readTileTriangles(await response.arrayBuffer(), url),
        new FlatFrame(tile.origin),
        frame,
      );
      told(++done, tiles.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return joined(read);
}

/** From the tile's own frame to another: both are in proportion to degrees. */
function moved(tile: TileTriangles, own: FlatFrame, frame: FlatFrame): TileTriangles {
  const { corners } = tile;
  for (let i = 0; i < corners.length; i += 3) {
    const [x, y] = frame.to(own.from(corners[i] as number, corners[i + 1] as number));
    corners[i] = x;
    corners[i + 1] = y;
  }
  return tile;
}

function joined(tiles: readonly TileTriangles[]): Standing {
  const count = (of: (tile: TileTriangles) => number) => tiles.reduce((sum, tile) => sum + of(tile), 0);
  const corners = new Float32Array(count((tile) => tile.corners.length));
  const indices = new Uint32Array(count((tile) => tile.indices.length));
  const ids = new Uint32Array(count((tile) => tile.ids.length));
  let [corner, index] = [0, 0];
  for (const tile of tiles) {
    corners.set(tile.corners, 3 * corner);
    ids.set(tile.ids, corner);
    for (let i = 0; i < tile.indices.length; i++) indices[index + i] = (tile.indices[i] as number) + corner;
    corner += tile.ids.length;
    index += tile.indices.length;
  }
  return { corners, indices, ids };
}
