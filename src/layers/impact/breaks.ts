// SPDX-License-Identifier: EUPL-1.2
/** Where the classes of a map begin and end: round figures, the same for before and after. */
import type { Direction } from '../../impact/certainty';

/** Classes of a map of values. */
export const CLASSES = 6;

/** So much of the values lies below the last break; what is beyond would stretch the scale for itself. */
const MOST = 0.96;
/** Figures that a person reads at a glance. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;
/** Breaks of either side of a map of changes, as shares of the change that few exceed. */
const CHANGE_SHARES = [0.3, 0.7] as const;

/** Smaller than any unit that is shown. */
const NOTHING = 1e-9;

/** The nearest round figure, of the same sign. */
export function round(value: number): number {
  if (!(Math.abs(value) > NOTHING)) return 0;
  const power = 10 ** Math.floor(Math.log10(Math.abs(value)));
  const digits = Math.abs(value) / power;
  let best: number = ROUND[0];
  for (const figure of ROUND) if (Math.abs(figure - digits) < Math.abs(best - digits)) best = figure;
  // Through text: 3 * 0.1 is no round figure.
  return Math.sign(value) * Number((best * power).toPrecision(3));
}

/**
 * Ascending breaks that cut the values that are not zero into about equally full classes: a value
 * belongs to class `n` where it reaches `n` of the breaks. Fewer where the values are few.
 */
export function valueBreaks(columns: readonly ArrayLike<number>[]): number[] {
  const values = sorted(columns.flatMap((column) => Array.from(column)).filter((value) => value !== 0));
  if (values.length === 0) return [];
  const breaks: number[] = [];
  for (let i = 1; i < CLASSES; i++) {
    const at = round(values[Math.floor((i / CLASSES) * MOST * values.length)] as number);
    if (at > (breaks.at(-1) ?? Number.NEGATIVE_INFINITY)) breaks.push(at);
  }
  return breaks;
}

/**
 * Symmetric breaks of a map of changes. The middle class lies between two breaks at nought: whoever is told to gain or
 * to lose, however little, has a colour of that side, so that the map greys as many as the sentence calls the same.
 * Empty where nothing changes.
 */
export function changeBreaks(changes: ArrayLike<number>): number[] {
  const sizes = sorted(
    Array.from(changes)
      .filter((value) => value !== 0)
      .map(Math.abs),
  );
  const most = sizes[Math.floor(MOST * (sizes.length - 1))];
  if (!most) return [];
  const sides = [...new Set(CHANGE_SHARES.map((share) => round(share * most)))].filter((at) => at > 0);
  return [...sides.map((at) => -at).reverse(), 0, 0, ...sides];
}

/** How many of the breaks a value reaches. On the lesser side of a map of changes, a break belongs outward. */
export function classOf(value: number, breaks: readonly number[]): number {
  let at = 0;
  for (const edge of breaks) if (edge < 0 ? value > edge : value >= edge) at++;
  return at;
}

/** The class of a change on a map with {@link changeBreaks}: the middle one where no change is told, and only there. */
export function changeClassOf(value: number, direction: Direction, breaks: readonly number[]): number {
  return direction === 'none' || value === 0 ? middleOf(breaks) : classOf(value, breaks);
}

/** The class of no change. */
export const middleOf = (breaks: readonly number[]): number => Math.floor(breaks.length / 2);

const sorted = (values: number[]): Float64Array => Float64Array.from(values).sort();
