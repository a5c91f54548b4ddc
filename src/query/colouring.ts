// SPDX-License-Identifier: EUPL-1.2
/** How the rows of a table are coloured by one of its attributes. */

export const METHODS = ['quantile', 'equal', 'natural'] as const;
/** How a classed legend finds its breaks: equally full, equally wide, or natural breaks (Fisher–Jenks). */
export type Method = (typeof METHODS)[number];

export type Scale =
  | { readonly kind: 'classed'; readonly method: Method; readonly classes: number }
  /** Breaks by hand, ascending: a value belongs to class `n` where it reaches `n` of them. */
  | { readonly kind: 'classed'; readonly method: 'manual'; readonly breaks: readonly number[] }
  | { readonly kind: 'continuous' }
  | { readonly kind: 'categories' };

export const PALETTES = {
  sequential: ['viridis', 'cividis', 'blues'],
  diverging: ['purple-orange', 'blue-red'],
  qualitative: ['okabe-ito'],
} as const;
export type PaletteKind = keyof typeof PALETTES;
export type PaletteId = (typeof PALETTES)[PaletteKind][number];

export interface Colouring {
  readonly attribute: string;
  readonly scale: Scale;
  readonly palette: PaletteId;
  /** From the other end. */
  readonly reversed?: boolean;
}

export const LEAST_CLASSES = 2;
export const MOST_CLASSES = 9;
