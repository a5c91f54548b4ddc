// SPDX-License-Identifier: EUPL-1.2
/**
 * Colours of legends, all of them apart for colour-blind eyes too (palettes.test.ts): viridis (van der Walt &
 * Smith 2015), cividis (Nuñez, Anderton & Renslow 2018), Blues, PuOr and RdBu (ColorBrewer, Brewer 2003),
 * Okabe & Ito 2008.
 */
import { bytesOf, hexOf, type Rgb } from './colour';
import { PALETTES, type PaletteId, type PaletteKind } from './colouring';

/** From little to much; near enough to each other that what lies between is a plain mean. */
const STOPS: Readonly<Record<PaletteId, readonly string[]>> = {
  viridis: [
    '#440154',
    '#482878',
    '#3e4a89',
    '#31688e',
    '#26828e',
    '#1f9e89',
    '#35b779',
    '#6ece58',
    '#b5de2b',
    '#fde725',
  ],
  cividis: [
    '#00224e',
    '#123570',
    '#3b496c',
    '#575d6d',
    '#707173',
    '#8a8678',
    '#a59c74',
    '#c3b369',
    '#e1cc55',
    '#fee838',
  ],
  blues: ['#deebf7', '#c6dbef', '#9ecae1', '#6baed6', '#4292c6', '#2171b5', '#08519c', '#08306b'],
  'purple-orange': [
    '#2d004b',
    '#542788',
    '#8073ac',
    '#b2abd2',
    '#d8daeb',
    '#f7f7f7',
    '#fee0b6',
    '#fdb863',
    '#e08214',
    '#b35806',
    '#7f3b08',
  ],
  'blue-red': [
    '#053061',
    '#2166ac',
    '#4393c3',
    '#92c5de',
    '#d1e5f0',
    '#f7f7f7',
    '#fddbc7',
    '#f4a582',
    '#d6604d',
    '#b2182b',
    '#67001f',
  ],
  // The fullest class first; without black, which is the colour of ink.
  'okabe-ito': ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442'],
};

/** Classes of a category that have a colour of their own; the rest are told together. */
export const MOST_CATEGORIES = STOPS['okabe-ito'].length;

export function kindOfPalette(id: PaletteId): PaletteKind {
  return (Object.keys(PALETTES) as PaletteKind[]).find((kind) =>
    (PALETTES[kind] as readonly string[]).includes(id),
  ) as PaletteKind;
}

/** So many colours of a palette, from its one end to the other; of categories the first so many. */
export function paletteColours(id: PaletteId, count: number, reversed = false): string[] {
  const stops = STOPS[id];
  const colours =
    kindOfPalette(id) === 'qualitative'
      ? stops.slice(0, count)
      : Array.from({ length: count }, (_, i) => hexOf(colourAt(stops, count < 2 ? 0.5 : i / (count - 1))));
  return reversed ? [...colours].reverse() : [...colours];
}

function colourAt(stops: readonly string[], share: number): Rgb {
  const at = share * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  const [from, to] = [bytesOf(stops[low] as string), bytesOf(stops[low + 1] as string)];
  const mean = (i: 0 | 1 | 2) => from[i] + (at - low) * (to[i] - from[i]);
  return [mean(0), mean(1), mean(2)];
}

export interface SpecialColours {
  /** Not known. */
  readonly unknown: string;
  /** Known and not published. */
  readonly withheld: string;
  /** Categories that have no colour of their own. */
  readonly other: string;
  /** Outside the filter. */
  readonly faint: string;
}

/** What is no class of the palette: greys, of lightnesses of their own. */
export const SPECIAL: Readonly<Record<'light' | 'dark', SpecialColours>> = {
  light: { unknown: '#dcd8d1', withheld: '#a89fa9', other: '#54504b', faint: '#ece9e3' },
  dark: { unknown: '#3b434e', withheld: '#6b6574', other: '#c8c4be', faint: '#262c34' },
};
