// SPDX-License-Identifier: EUPL-1.2
/** Hours of sun in classes and colours: the same every day, so that days can be compared. Pure. */
import { bytesOf } from '../../query/colour';
import { paletteColours } from '../../query/palettes';
import type { SunRaster } from '../../survey/questions';

/** Where one class ends and the next begins, hours. */
export const SUN_BREAKS_H = [1, 2, 4, 6, 8, 10, 12] as const;
/** From little sun to much: dark to light, for every eye; no grey, which a map has of its own. */
export const SUN_COLOURS: readonly string[] = paletteColours('viridis', SUN_BREAKS_H.length + 1);

/** Class of a number of hours, from 0. */
export function sunClass(hours: number): number {
  const found = SUN_BREAKS_H.findIndex((end) => hours < end);
  return found < 0 ? SUN_BREAKS_H.length : found;
}

/**
 * Paints hours, which come by rows from the south, with the colours of their classes.
 * @param meant which cells are painted; the rest stay clear
 */
export function paintHours(
  hours: Float32Array,
  columns: number,
  meant: (cell: number) => boolean,
): Pick<SunRaster, 'pixels' | 'shares'> {
  const colours = SUN_COLOURS.map((colour) => [...bytesOf(colour), 255]);
  const counts = colours.map(() => 0);
  const pixels = new Uint8ClampedArray(4 * hours.length);
  const rows = hours.length / columns;
  let all = 0;
  for (let cell = 0; cell < hours.length; cell++) {
    if (!meant(cell)) continue;
    const found = sunClass(hours[cell] as number);
    const row = rows - 1 - Math.floor(cell / columns);
    pixels.set(colours[found] as number[], 4 * (row * columns + (cell % columns)));
    counts[found]!++;
    all++;
  }
  return { pixels, shares: counts.map((count) => (all === 0 ? 0 : count / all)) };
}
