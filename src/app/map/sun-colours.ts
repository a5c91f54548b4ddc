// SPDX-License-Identifier: EUPL-1.2
/** Hours of sun in classes and colours: the same every day, so that days can be compared. Pure. */
import { bytesOf } from '../../query/colour';
import { paletteColours } from '../../query/palettes';
import { NOT_ASKED, PARTS_OF_HOUR, type SunRaster } from '../../survey/questions';

/** Where one class ends and the next begins, hours. */
export const SUN_BREAKS_H = [1, 2, 4, 6, 8, 10, 12] as const;
/** From little sun to much: dark to light, for every eye. */
export const SUN_COLOURS: readonly string[] = paletteColours('cividis', SUN_BREAKS_H.length + 1);

/** Class of a number of hours, from 0. */
export const sunClass = (hours: number): number => SUN_BREAKS_H.filter((end) => hours >= end).length;

/** Hours of a cell of a raster; null where it is outside. */
export const hoursOf = ({ parts }: SunRaster, cell: number): number | null => {
  const found = parts[cell] ?? NOT_ASKED;
  return found === NOT_ASKED ? null : found / PARTS_OF_HOUR;
};

/** Four bytes a cell, by rows from the south; clear outside. */
export function sunBytes(raster: SunRaster): Uint8Array<ArrayBuffer> {
  const colours = SUN_COLOURS.map((colour) => [...bytesOf(colour), 255]);
  const ofParts = Array.from({ length: NOT_ASKED }, (_, parts) => colours[sunClass(parts / PARTS_OF_HOUR)]);
  const bytes = new Uint8Array(4 * raster.parts.length);
  raster.parts.forEach((parts, cell) => {
    const colour = ofParts[parts];
    if (colour) bytes.set(colour, 4 * cell);
  });
  return bytes;
}

/** Shares of the cells inside that are of each class. */
export function classShares(raster: SunRaster): readonly number[] {
  const counts = SUN_COLOURS.map(() => 0);
  let all = 0;
  for (const parts of raster.parts) {
    if (parts === NOT_ASKED) continue;
    counts[sunClass(parts / PARTS_OF_HOUR)]!++;
    all++;
  }
  return counts.map((count) => (all === 0 ? 0 : count / all));
}
