// SPDX-License-Identifier: EUPL-1.2
/** Where the classes of a legend begin and end. */
import type { Method } from './colouring';
import { lowerBound, naturalStarts } from './natural-breaks';
import { roundest } from './round-breaks';

/** A break may move by so much of the way to its neighbours to become a round figure. */
const SLACK = 0.12;

/** The values that are known, ascending. */
export function sortedKnown(values: ArrayLike<number>): Float64Array {
  const known = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value)) known[count++] = value;
  }
  return known.subarray(0, count).sort();
}

/**
 * Ascending breaks, as round as they can be: a value belongs to class `n` where it reaches `n` of them.
 * Fewer than `classes` − 1 where there are fewer distinct values. Natural breaks are rounded only so far that
 * every value keeps its class; the others may move by {@link SLACK} of the way to their neighbours. Those of
 * whole numbers are whole.
 * @param sorted ascending numbers, no NaN
 */
export function classBreaks(sorted: Float64Array, method: Method, classes: number): number[] {
  if (sorted.length === 0) return [];
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  if (least === most) return [];
  const whole = sorted.every(Number.isInteger);
  if (method === 'equal') {
    const width = (most - least) / classes;
    return settled(
      Array.from({ length: classes - 1 }, (_, i) => least + (i + 1) * width),
      least,
      most,
      whole,
    );
  }
  if (method === 'quantile') {
    const at = Array.from({ length: classes - 1 }, (_, i) => {
      return sorted[Math.round(((i + 1) * sorted.length) / classes)] as number;
    });
    return settled(
      [...new Set(at)].filter((value) => value > least),
      least,
      most,
      whole,
    );
  }
  return naturalStarts(sorted, classes).map((at) => {
    const [below, above] = [sorted[at - 1] as number, sorted[at] as number];
    return roundest(below, above, (below + above) / 2, whole);
  });
}

/** Breaks moved to round figures, kept apart from each other and from the ends. */
function settled(breaks: readonly number[], least: number, most: number, whole: boolean): number[] {
  const found: number[] = [];
  breaks.forEach((value, i) => {
    const below = SLACK * (value - (breaks[i - 1] ?? least));
    const above = SLACK * ((breaks[i + 1] ?? most) - value);
    const round = roundest(value - below, value + above, value, whole);
    const moved = whole ? Math.round(round) : round;
    if (moved > (found.at(-1) ?? least) && moved <= most) found.push(moved);
  });
  return found;
}

/** The class of a value: how many of the breaks it reaches. */
export function classOf(value: number, breaks: readonly number[]): number {
  let at = 0;
  while (at < breaks.length && value >= (breaks[at] as number)) at++;
  return at;
}

/**
 * Ends of a continuous legend: round figures at the shares 2 % and 98 % of the values, so that a few
 * far ones do not take all the colour. What lies beyond has the colour of the end.
 */
export function continuousEnds(sorted: Float64Array): readonly [low: number, high: number] {
  if (sorted.length === 0) return [0, 1];
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const [low, high] = at(0.02) < at(0.98) ? [at(0.02), at(0.98)] : [least, most];
  if (low === high) return [low, low + 1];
  const slack = SLACK * (high - low) * 0.5;
  return [roundest(low - slack, low + slack, low), roundest(high - slack, high + slack, high)];
}

/** Values in each class. */
export function classCounts(sorted: Float64Array, breaks: readonly number[]): number[] {
  const starts = [0, ...breaks.map((value) => lowerBound(sorted, value)), sorted.length];
  return starts.slice(1).map((end, i) => end - (starts[i] as number));
}
