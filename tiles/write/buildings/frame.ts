// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLat, lonLatToEcef } from '../../../src/city/frames';
import { type PackedBuildings, WORLD_UNITS_PER_STEP } from './packed';
import type { Range } from './quadtree';

/**
 * The local frame of a tile: metres east and north of `centre`, proportional to Mercator, so that
 * `enuToScene` puts every corner where MapLibre's ground has it, however large the tile. From true
 * east-north-up this differs by d² tan φ / R at a distance d: 4 cm in a leaf of 1 km.
 */
export interface TileFrame {
  readonly centre: LonLat;
  /** Steps of {@link PackedBuildings.points} at the centre, and metres of a step eastward and southward. */
  readonly centreSteps: readonly [x: number, y: number];
  readonly metresPerStep: readonly [x: number, y: number];
}

/** Frame of a range of buildings, about the middle of the box of their corners. */
export function frameOf(packed: PackedBuildings, { start, end }: Range): TileFrame {
  const first = packed.firstPoint[packed.firstRing[start] as number] as number;
  const last = packed.firstPoint[packed.firstRing[end] as number] as number;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = first; p < last; p++) {
    const x = packed.points[2 * p] as number;
    const y = packed.points[2 * p + 1] as number;
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return frameAbout(packed.origin, (minX + maxX) / 2, (minY + maxY) / 2);
}

/** Frame about a point given in steps from an origin (Mercator world units). */
export function frameAbout(origin: readonly [number, number], xSteps: number, ySteps: number): TileFrame {
  const centreSteps = [Math.round(xSteps), Math.round(ySteps)] as const;
  const centre = mercatorToLonLat(
    origin[0] + centreSteps[0] * WORLD_UNITS_PER_STEP,
    origin[1] + centreSteps[1] * WORLD_UNITS_PER_STEP,
  );
  return { centre, centreSteps, metresPerStep: metresPerStep(centre) };
}

function mercatorToLonLat(x: number, y: number): LonLat {
  return lonLat(x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI);
}

/** Mercator's scale along each axis of the ellipsoid: 2π N cos φ eastward, 2π M cos φ northward. */
function metresPerStep(at: LonLat): readonly [number, number] {
  const cos = Math.cos((at[1] * Math.PI) / 180);
  const [x, y] = lonLatToEcef(at);
  const parallelRadiusM = Math.hypot(x, y);
  const n = parallelRadiusM / cos;
  // M = N (1 - e²) / (1 - e² sin² φ), and 1 - e² sin² φ = (a / N)².
  const a = lonLatToEcef([0, 0])[0];
  const m = (n ** 3 * (1 - ECC2)) / a ** 2;
  const step = 2 * Math.PI * cos * WORLD_UNITS_PER_STEP;
  return [n * step, m * step];
}

/** First eccentricity squared of WGS 84 (NIMA TR8350.2). */
const ECC2 = 0.00669437999014;
