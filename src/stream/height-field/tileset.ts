// SPDX-License-Identifier: EUPL-1.2
/** Which tiles of the finest level stand in an area. Pure. */
import { enuOrigin, type LonLat, lonLat, M_PER_DEGREE } from '../../city/frames';

interface TileJson {
  readonly transform?: readonly number[];
  readonly boundingVolume: { readonly box?: readonly number[] };
  readonly content?: { readonly uri: string };
  readonly children?: readonly TileJson[];
}
export interface TilesetJson {
  readonly root: TileJson;
}

/** A tile of the finest level. */
export interface FineTile {
  /** Relative to the tileset. */
  readonly uri: string;
  /** Of its east-north-up frame. */
  readonly origin: LonLat;
  /** Degrees. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Boxes are in a tile's own frame, a little turned against degrees, and rounded. */
const PAD_M = 5;

/** All tiles without children, each with where it is; a tile without its own frame is passed over. */
export function fineTiles({ root }: TilesetJson): FineTile[] {
  const found: FineTile[] = [];
  const walk = (tile: TileJson, above: readonly number[]) => {
    const own = tile.transform ? multiplied(above, tile.transform) : above;
    const { children = [], content, boundingVolume } = tile;
    if (children.length === 0 && content && boundingVolume.box)
      found.push({
        uri: content.uri,
        origin: enuOrigin(own),
        ...boundsOf(enuOrigin(own), boundingVolume.box),
      });
    for (const child of children) walk(child, own);
  };
  walk(root, IDENTITY);
  return found;
}

/** Those of which any part lies within the bounds, degrees. */
export const tilesWithin = (
  tiles: readonly FineTile[],
  [west, south, east, north]: readonly [number, number, number, number],
): FineTile[] =>
  tiles.filter(
    (tile) => tile.west <= east && tile.east >= west && tile.south <= north && tile.north >= south,
  );

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

function boundsOf(origin: LonLat, box: readonly number[]): Omit<FineTile, 'uri' | 'origin'> {
  const [x, y, halfX, halfY] = [box[0] ?? 0, box[1] ?? 0, Math.abs(box[3] ?? 0), Math.abs(box[7] ?? 0)];
  const corner = (eastM: number, northM: number) =>
    lonLat(
      origin[0] + eastM / (M_PER_DEGREE * Math.cos((origin[1] * Math.PI) / 180)),
      origin[1] + northM / M_PER_DEGREE,
    );
  const [west, south] = corner(x - halfX - PAD_M, y - halfY - PAD_M);
  const [east, north] = corner(x + halfX + PAD_M, y + halfY + PAD_M);
  return { west, south, east, north };
}

/** Column-major 4×4. */
function multiplied(a: readonly number[], b: readonly number[]): number[] {
  return a.map((_, i) => {
    const [column, row] = [Math.floor(i / 4), i % 4];
    return [0, 1, 2, 3].reduce((sum, k) => sum + (a[4 * k + row] ?? 0) * (b[4 * column + k] ?? 0), 0);
  });
}

/** Those that a line over the ground passes through. */
export const tilesAlong = (tiles: readonly FineTile[], line: readonly LonLat[]): FineTile[] =>
  tiles.filter((tile) => line.slice(1).some((to, i) => passes(line[i] as LonLat, to, tile)));

/** Whether a straight line passes through a box: by its slabs. */
function passes(from: LonLat, to: LonLat, { west, south, east, north }: FineTile): boolean {
  let [enter, leave] = [0, 1];
  for (const [axis, least, most] of [
    [0, west, east],
    [1, south, north],
  ] as const) {
    const [start, step] = [from[axis], to[axis] - from[axis]];
    if (step === 0) {
      if (start < least || start > most) return false;
      continue;
    }
    const [a, b] = [(least - start) / step, (most - start) / step];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave;
}
