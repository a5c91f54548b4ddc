// SPDX-License-Identifier: EUPL-1.2
/** How much of a green area lies in the shade of trees and buildings, by a grid of points. Pure. */
import { isInside, type Rings } from '../../../city/areas';
import { plane } from '../../../city/frames';
import type { SunPosition } from '../../../city/sun';

/** A thing that casts shade: an upright cylinder from the ground, or a flat disc that hangs at a height. */
export interface Shading {
  readonly eastM: number;
  readonly northM: number;
  readonly radiusM: number;
  /** Top of the cylinder, or height of the disc. */
  readonly heightM: number;
  readonly hangs: boolean;
}

/** Trees of unknown size: crowns as they are drawn, half as high again. */
const CROWN_M = 6;
const HEIGHT_PER_CROWN = 1.5;

/** A crown as a disc at the height of its middle. */
export function crownShade(eastM: number, northM: number, crownM: number, heightM: number): Shading {
  const crown = crownM > 0 ? crownM : CROWN_M;
  const height = heightM > 0 ? heightM : HEIGHT_PER_CROWN * crown;
  return { eastM, northM, radiusM: crown / 2, heightM: Math.max(0, height - crown / 2), hangs: true };
}

/** A building as a cylinder of its footprint's area. */
export function buildingShade(eastM: number, northM: number, areaM2: number, heightM: number): Shading {
  return { eastM, northM, radiusM: Math.sqrt(areaM2 / Math.PI), heightM, hangs: false };
}

/** Points of a large area are farther apart: so many at most are looked at. */
const FINE_M = 2;
const COARSE_M = 5;
const FINE_BELOW_M2 = 200_000;
/** Below this the sun's rays hardly cast a shade that one could name. */
export const LOWEST_DEG = 0.5;
/** No shade is followed farther. */
export const LONGEST_M = 600;

/** Shade of a thing as the ground has it, metres from its foot: no longer than {@link LONGEST_M}. */
export const shadeLengthM = (heightM: number, { elevationDeg }: SunPosition): number =>
  Math.min(LONGEST_M, heightM / Math.tan((elevationDeg * Math.PI) / 180));

/**
 * The share of the area inside the rings (even-odd rule) that the things shade on flat ground under a
 * clear sky, 0 … 1; null at night, and where the rings hold no point.
 */
export function shadedShare(
  rings: Rings,
  areaM2: number,
  things: readonly Shading[],
  sun: SunPosition,
): number | null {
  if (sun.elevationDeg < LOWEST_DEG) return null;
  const stepM = areaM2 < FINE_BELOW_M2 ? FINE_M : COARSE_M;
  const corners = rings.flat();
  const west = Math.min(...corners.map(([x]) => x)) + stepM / 2;
  const south = Math.min(...corners.map(([, y]) => y)) + stepM / 2;
  const columns = Math.ceil((Math.max(...corners.map(([x]) => x)) - west) / stepM) + 1;
  const rows = Math.ceil((Math.max(...corners.map(([, y]) => y)) - south) / stepM) + 1;
  if (!(columns > 0 && rows > 0)) return null;
  const shaded = new Uint8Array(columns * rows);
  const grid = { west, south, stepM, columns, rows, shaded };
  for (const thing of things) castShade(grid, thing, sun);
  let [inside, dark] = [0, 0];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!isInside(plane(west + column * stepM, south + row * stepM), rings)) continue;
      inside++;
      dark += shaded[row * columns + column] as number;
    }
  return inside === 0 ? null : dark / inside;
}

/** Points that are marked where they lie in the shade: `west` and `south` of the first one. */
export interface ShadeGrid {
  readonly west: number;
  readonly south: number;
  readonly stepM: number;
  readonly columns: number;
  readonly rows: number;
  readonly shaded: Uint8Array;
}

/** Marks the points in the shade of one thing: a disc where it hangs, else all from its foot to the end. */
export function castShade(
  { west, south, stepM, columns, rows, shaded }: ShadeGrid,
  thing: Shading,
  sun: SunPosition,
): void {
  const length = shadeLengthM(thing.heightM, sun);
  const azimuth = (sun.azimuthDeg * Math.PI) / 180;
  const endX = thing.eastM - length * Math.sin(azimuth);
  const endY = thing.northM - length * Math.cos(azimuth);
  const [fromX, fromY] = thing.hangs ? [endX, endY] : [thing.eastM, thing.northM];
  const { radiusM } = thing;
  const span = (from: number, to: number, origin: number, count: number): [number, number] => [
    Math.max(0, Math.ceil((Math.min(from, to) - radiusM - origin) / stepM)),
    Math.min(count - 1, Math.floor((Math.max(from, to) + radiusM - origin) / stepM)),
  ];
  const [firstColumn, lastColumn] = span(fromX, endX, west, columns);
  const [firstRow, lastRow] = span(fromY, endY, south, rows);
  const [dx, dy] = [endX - fromX, endY - fromY];
  const square = dx * dx + dy * dy;
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const [x, y] = [west + column * stepM - fromX, south + row * stepM - fromY];
      const t = square > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / square)) : 0;
      if (Math.hypot(x - t * dx, y - t * dy) <= radiusM) shaded[row * columns + column] = 1;
    }
}
