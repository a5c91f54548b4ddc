// SPDX-License-Identifier: EUPL-1.2
/** Colours as numbers. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green, blue, 0–255, of a colour written #rrggbb. */
export function bytesOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** #rrggbb of red, green, blue, 0–255. */
export function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
