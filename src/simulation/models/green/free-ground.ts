// SPDX-License-Identifier: EUPL-1.2
/** Where something can be planted or opened: ground of the city without a building on it. Pure. */
import type { Rings } from '../../../city/areas';
import { FINE_M, fillSquares, type GreenRaster, squareAt } from './green-raster';
import type { Footprints } from './ground-cover';

/** By fine square: 1 where its middle lies under a footprint, laid as a square about its own middle. */
export function builtSquares(raster: GreenRaster, { count, eastM, northM, areaM2 }: Footprints): Uint8Array {
  const built = new Uint8Array(raster.district.length);
  for (let i = 0; i < count; i++) {
    const half = Math.sqrt(areaM2[i] as number) / 2;
    const [x, y] = [eastM[i] as number, northM[i] as number];
    for (let north = middleFrom(raster.southM, y - half); north <= y + half; north += FINE_M)
      for (let east = middleFrom(raster.westM, x - half); east <= x + half; east += FINE_M) {
        const square = squareAt(raster, east, north);
        if (square >= 0) built[square] = 1;
      }
  }
  return built;
}

/** First middle of a fine square from there on. */
const middleFrom = (originM: number, fromM: number) =>
  originM + (Math.ceil((fromM - originM) / FINE_M - 0.5) + 0.5) * FINE_M;

/** Fine squares inside rings: those of the city, and those of them that are not built on. */
export function squaresInside(
  raster: GreenRaster,
  built: Uint8Array,
  rings: Rings,
): { readonly all: number; readonly city: number; readonly free: number } {
  const found = { all: 0, city: 0, free: 0 };
  fillSquares(raster, rings, (square) => {
    found.all++;
    if ((raster.district[square] as number) < 0) return;
    found.city++;
    if (!built[square]) found.free++;
  });
  return found;
}

/** Share of what is drawn that is free ground of the city; 0 where no square's middle lies inside. */
export function freeShare(raster: GreenRaster, built: Uint8Array, rings: Rings): number {
  const { all, free } = squaresInside(raster, built, rings);
  return all > 0 ? free / all : 0;
}
