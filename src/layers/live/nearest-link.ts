// SPDX-License-Identifier: EUPL-1.2
/** Which street is at a place of the ground. Pure. */
import type { Plane } from '../../city/frames';
import type { RibbonRoads } from '../impact/ribbon-geometry';

/**
 * The link nearest to a place; of the two of a street the one on whose right-hand side it is.
 * @param wanted which links count
 * @returns null where none is within `reachM`
 */
export function nearestLink(
  roads: RibbonRoads,
  [east, north]: Plane,
  reachM: number,
  wanted: (link: number) => boolean,
): number | null {
  let [best, found, bestRight] = [reachM, -1, false];
  for (let link = 0; link < roads.links; link++) {
    const start = roads.shapeStart[link] as number;
    const end = start + (roads.shapeCount[link] as number) - 1;
    for (let row = start; row < end; row++) {
      const [ax, ay] = [roads.shapeEastM[row] as number, roads.shapeNorthM[row] as number];
      // Most of the city is far away.
      if (Math.abs(ax - east) > 2000 || Math.abs(ay - north) > 2000) continue;
      const [dx, dy] = [
        (roads.shapeEastM[row + 1] as number) - ax,
        (roads.shapeNorthM[row + 1] as number) - ay,
      ];
      const [px, py] = [east - ax, north - ay];
      const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      const offM = Math.hypot(px - share * dx, py - share * dy);
      const right = px * dy - py * dx > 0;
      // The two ways of a street have the same line.
      const nearer = offM < best - 0.01 || (offM < best + 0.01 && right && !bestRight);
      if (!nearer || !wanted(link)) continue;
      [best, found, bestRight] = [Math.min(best, offM), link, right];
    }
  }
  return found < 0 ? null : found;
}
