// SPDX-License-Identifier: EUPL-1.2
/** Colours of the maps of an impact, after ColorBrewer (Brewer 2003): GnBu and PuOr, apart for colour-blind eyes. */
import type { Look } from '../layer';

interface ImpactColours {
  /** From little to much, six classes. */
  readonly values: readonly string[];
  /** Worse, from much to little; better, from little to much. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
  /** No change that the calculation can tell. */
  readonly none: string;
}

const COLOURS: Readonly<Record<Look, ImpactColours>> = {
  light: {
    values: ['#a5d9c1', '#6cc3c4', '#3fa2c8', '#2378b4', '#154f92', '#0a2a5e'],
    worse: ['#9a4a02', '#e07f12', '#f9b968'],
    better: ['#b7a8dc', '#7c68b4', '#432078'],
    none: '#bdb7ae',
  },
  dark: {
    values: ['#1f5670', '#23789a', '#2f9dbb', '#55bfc8', '#93dccb', '#e0f7d0'],
    worse: ['#ffb454', '#d07a1c', '#8f5618'],
    better: ['#5b4a92', '#8f7cd0', '#cfc2ff'],
    none: '#4f5762',
  },
};

/** What a map shows: values, or changes where more is better (`more`), worse (`less`) or neither. */
export type Scale = 'values' | 'more' | 'less' | 'none';

/**
 * One colour a class, in the order of the breaks (breaks.ts): one more than there are breaks.
 * Changes are coloured by better and worse, not by sign; where neither is better, less is as better is.
 */
export function classColours(scale: Scale, breaks: number, look: Look): readonly string[] {
  const { values, worse, better, none } = COLOURS[look];
  if (scale === 'values') return spread(values, breaks + 1);
  const side = breaks / 2;
  const [less, more] =
    scale === 'more'
      ? [worse.slice(0, side), better.slice(better.length - side)]
      : [[...better].reverse().slice(0, side), [...worse].reverse().slice(worse.length - side)];
  return [...less, none, ...more];
}

/** So many of the colours, the first and the last among them. */
function spread(colours: readonly string[], count: number): readonly string[] {
  if (count <= 1) return colours.slice(0, 1);
  return Array.from({ length: count }, (_, i) => {
    const at = Math.round((i * (colours.length - 1)) / (count - 1));
    return colours[Math.min(at, colours.length - 1)] as string;
  });
}
