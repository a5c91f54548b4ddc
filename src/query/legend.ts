// SPDX-License-Identifier: EUPL-1.2
/** A colouring worked out on the values of a column: its legend, and the colour of every row. */
import type { Attribute, AttributeColumn } from './attribute';
import { classBreaks, classOf, continuousEnds, sortedKnown } from './breaks';
import { bytesOf } from './colour';
import { type Colouring, LEAST_CLASSES, MOST_CLASSES, type Scale } from './colouring';
import { isKnown } from './filter';
import { kindOfPalette, MOST_CATEGORIES, paletteColours, SPECIAL } from './palettes';

/** Colours that a continuous legend is drawn with. */
const STEPS = 64;

export type LegendClass =
  /** From (included) to (not included); null: open. */
  | { readonly kind: 'range'; readonly from: number | null; readonly to: number | null }
  /** A step of a continuous legend. */
  | { readonly kind: 'step'; readonly at: number }
  | { readonly kind: 'code'; readonly code: string }
  /** Codes that have no colour of their own. */
  | { readonly kind: 'other'; readonly codes: readonly string[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withheld' };

export interface Legend {
  readonly attribute: Attribute;
  readonly scale: Scale['kind'];
  readonly breaks: readonly number[];
  /** Of a continuous legend: what its two ends stand for. What lies beyond has their colour. */
  readonly ends: readonly [low: number, high: number] | null;
  /** In the order of the slots: those of the scale first, then `other`, `unknown`, `withheld`. */
  readonly classes: readonly (LegendClass & { readonly colour: string })[];
  /** The class of each row: a place in `classes`. */
  readonly slots: Uint8Array;
}

/** Whether a colouring makes sense of an attribute: words of a link may not. */
export function fits({ scale, palette }: Colouring, { kind }: Attribute): boolean {
  if (kind === 'text') return false;
  const qualitative = kindOfPalette(palette) === 'qualitative';
  return (kind === 'category') === (scale.kind === 'categories') && qualitative === (kind === 'category');
}

/**
 * Works a colouring out.
 * @param look of the screen: the greys of what is not known are its own
 * @returns null where the colouring does not fit the attribute
 */
export function legendOf(
  colouring: Colouring,
  column: AttributeColumn,
  look: 'light' | 'dark',
): Legend | null {
  if (!fits(colouring, column.attribute)) return null;
  const worked =
    colouring.scale.kind === 'categories' ? categories(colouring, column, look) : numbers(colouring, column);
  const specials = [
    { kind: 'unknown', colour: SPECIAL[look].unknown },
    { kind: 'withheld', colour: SPECIAL[look].withheld },
  ] as const;
  const { slotOf, classes } = worked;
  const rows = column.values.length;
  const slots = new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    slots[row] = isKnown(column, row)
      ? slotOf(column.values[row] as number)
      : classes.length + (column.withheld?.[row] ?? 0);
  return {
    attribute: column.attribute,
    scale: colouring.scale.kind,
    breaks: worked.breaks,
    ends: worked.ends,
    classes: [...classes, ...specials],
    slots,
  };
}

interface Worked {
  readonly classes: readonly (LegendClass & { readonly colour: string })[];
  readonly breaks: readonly number[];
  readonly ends: Legend['ends'];
  readonly slotOf: (value: number) => number;
}

function numbers({ scale, palette, reversed = false }: Colouring, { values }: AttributeColumn): Worked {
  const sorted = sortedOf(values as ArrayLike<number>);
  if (scale.kind === 'continuous') {
    const ends = continuousEnds(sorted);
    const [low, high] = ends;
    const colours = paletteColours(palette, STEPS, reversed);
    return {
      breaks: [],
      ends,
      classes: colours.map((colour, i) => ({
        kind: 'step',
        at: low + ((i + 0.5) / STEPS) * (high - low),
        colour,
      })),
      slotOf: (value) => Math.min(STEPS - 1, Math.max(0, Math.floor((STEPS * (value - low)) / (high - low)))),
    };
  }
  const breaks = breaksOf(scale, sorted);
  const colours = paletteColours(palette, breaks.length + 1, reversed);
  return {
    breaks,
    ends: null,
    classes: colours.map((colour, i) => ({
      kind: 'range',
      from: breaks[i - 1] ?? null,
      to: breaks[i] ?? null,
      colour,
    })),
    slotOf: (value) => classOf(value, breaks),
  };
}

/** Of breaks by hand those that ascend, as many as there can be classes. */
function breaksOf(scale: Scale, sorted: Float64Array): readonly number[] {
  if (scale.kind !== 'classed') return [];
  if (scale.method !== 'manual')
    return classBreaks(sorted, scale.method, Math.min(MOST_CLASSES, Math.max(LEAST_CLASSES, scale.classes)));
  return [...new Set(scale.breaks.filter(Number.isFinite))].sort((a, b) => a - b).slice(0, MOST_CLASSES - 1);
}

/** The fullest categories have a colour of their own. */
function categories(
  { palette, reversed = false }: Colouring,
  column: AttributeColumn,
  look: 'light' | 'dark',
): Worked {
  const codes = column.attribute.codes ?? [];
  const counts = codes.map(() => 0);
  for (let row = 0; row < column.values.length; row++) {
    const code = column.values[row] as number;
    if (code < counts.length) counts[code] = (counts[code] as number) + 1;
  }
  const present = [...codes.keys()].filter((code) => (counts[code] as number) > 0);
  const fullest = present.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  // One more needs no heap of one.
  const own = fullest.length <= MOST_CATEGORIES ? fullest : fullest.slice(0, MOST_CATEGORIES);
  const rest = fullest.slice(own.length);
  const colours = paletteColours(palette, own.length, reversed);
  const slots = new Map(own.map((code, slot) => [code, slot]));
  const named = own.map((code, i) => ({
    kind: 'code' as const,
    code: codes[code] as string,
    colour: colours[i] as string,
  }));
  const heap = {
    kind: 'other' as const,
    codes: rest.map((code) => codes[code] as string),
    colour: SPECIAL[look].other,
  };
  return {
    breaks: [],
    ends: null,
    classes: rest.length > 0 ? [...named, heap] : named,
    slotOf: (code) => slots.get(code) ?? own.length,
  };
}

const sortings = new WeakMap<object, Float64Array>();

/** Each column is sorted once. */
export function sortedOf(values: ArrayLike<number>): Float64Array {
  let known = sortings.get(values);
  if (!known) sortings.set(values, (known = sortedKnown(values)));
  return known;
}

/** Rows of each class; those of `mask` alone where it is given. */
export function countsOf({ classes, slots }: Legend, mask: Uint8Array | null = null): number[] {
  const counts = classes.map(() => 0);
  for (let row = 0; row < slots.length; row++)
    if (!mask || mask[row] === 1) counts[slots[row] as number] = (counts[slots[row] as number] as number) + 1;
  return counts;
}

/**
 * Four bytes a row: red, green, blue and `strength` (0–255).
 * @returns as long as four times the rows
 */
export function rowColours({ classes, slots }: Legend, strength: number): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(slots.length);
  const bytes = new Uint8Array(words.buffer);
  const texels = new Uint8Array(4 * classes.length);
  classes.forEach(({ colour }, i) => {
    texels.set([...bytesOf(colour), strength], 4 * i);
  });
  const byClass = new Uint32Array(texels.buffer);
  for (let row = 0; row < words.length; row++) words[row] = byClass[slots[row] as number] as number;
  return bytes;
}
