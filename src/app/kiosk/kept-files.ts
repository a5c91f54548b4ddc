// SPDX-License-Identifier: EUPL-1.2
/** Which files of the city a kiosk keeps, so that it can start without network. Pure. */
import type { Catalogue } from '../../city/catalogue';
import { tiledBounds } from '../../layers/ground/style';

/** So many tiles of the ground are kept at most: deeper levels of a larger city only where one was. */
const MOST_GROUND_TILES = 2500;
/** So many parts of the buildings; of more, the finest only where one was. */
const MOST_SOLID_TILES = 2500;

/** What of a tile of 3D Tiles matters here. */
export interface TileNode {
  readonly content?: { readonly uri?: string };
  readonly children?: readonly TileNode[];
}

/** Addresses of the ground's tiles, the coarsest level first, level by level while there is room. */
export function groundTiles(catalogue: Catalogue, cityUrl: string, most = MOST_GROUND_TILES): string[] {
  const { ground } = catalogue.files;
  if (!ground) return [];
  const [west, south, east, north] = tiledBounds(catalogue);
  const kept: string[] = [];
  for (let z = ground.minZoom; z <= ground.maxZoom; z++) {
    const [fromX, toX] = [columnOf(west, z), columnOf(east, z)];
    const [fromY, toY] = [rowOf(north, z), rowOf(south, z)];
    if (kept.length + (toX - fromX + 1) * (toY - fromY + 1) > most) break;
    for (let x = fromX; x <= toX; x++)
      for (let y = fromY; y <= toY; y++) kept.push(`${cityUrl}ground/${z}/${x}/${y}.mvt`);
  }
  return kept;
}

const columnOf = (lonDeg: number, z: number): number => Math.floor(((lonDeg + 180) / 360) * 2 ** z);
function rowOf(latDeg: number, z: number): number {
  const lat = (latDeg * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2) * 2 ** z);
}

/** Addresses of the parts of a tileset: all of them, or all but the finest where they are too many. */
export function solidTiles(root: TileNode, tilesetUrl: string, most = MOST_SOLID_TILES): string[] {
  const all: { readonly url: string; readonly isFinest: boolean }[] = [];
  const walk = ({ content, children = [] }: TileNode): void => {
    if (content?.uri)
      all.push({ url: new URL(content.uri, tilesetUrl).href, isFinest: children.length === 0 });
    for (const child of children) walk(child);
  };
  walk(root);
  return all.filter(({ isFinest }) => all.length <= most || !isFinest).map(({ url }) => url);
}
