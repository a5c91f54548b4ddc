// SPDX-License-Identifier: EUPL-1.2
/** How far it is on foot from every home to the nearest park of a size. Pure. */
import { plane } from '../../../city/frames';
import type { WalkedStreets } from '../people/ways';
import type { EdgePoint } from '../walking/edge-finder';
import { entrancesOf } from '../walking/green';
import { walkFrom, walkTo } from '../walking/reach';
import { type GreenRaster, PARK, PARK_SIZES_M2, squareAt } from './green-raster';
import type { Points } from './tree-view';

/** Farther than this nobody asks: 300 m, and what the draws make of it. */
const FARTHEST_M = 400;
/** A home farther than this from every street is not reached. */
const SNAP_M = 150;

/** Where each home joins the streets; null: nowhere near. */
export const doorsOf = ({ count, eastM, northM }: Points, { finder }: WalkedStreets): (EdgePoint | null)[] =>
  Array.from({ length: count }, (_, home) =>
    finder.nearest(plane(eastM[home] as number, northM[home] as number), SNAP_M),
  );

/**
 * By size of {@link PARK_SIZES_M2}, then by home: metres along the streets to the nearest place where a street passes a
 * park (walking/green.ts), with the way from the house to the street; 0 inside a park, Infinity beyond 400 m.
 */
export function parkWalks(
  homes: Points,
  doors: readonly (EdgePoint | null)[],
  { graph, finder }: WalkedStreets,
  raster: GreenRaster,
): Float64Array[] {
  return PARK_SIZES_M2.map((leastM2, size) => {
    const large = raster.greens.filter((_, green) => (raster.parkM2[green] as number) >= leastM2);
    const reach = walkFrom(
      graph,
      large.flatMap((park) => entrancesOf(park, finder)),
      FARTHEST_M,
    );
    const bit = PARK[size] as number;
    return Float64Array.from(doors, (door, home) => {
      const square = squareAt(raster, homes.eastM[home] as number, homes.northM[home] as number);
      if (square >= 0 && ((raster.ground[square] as number) & bit) !== 0) return 0;
      return door ? walkTo(reach, door.edge, door.alongM).metres + door.awayM : Number.POSITIVE_INFINITY;
    });
  });
}
