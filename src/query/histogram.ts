// SPDX-License-Identifier: EUPL-1.2
/** How often the values of a column are how large. */

export interface Bin {
  /** Included. */
  readonly from: number;
  /** Not included, but in the last bin. */
  readonly to: number;
  readonly count: number;
  /** Of `count`, rows that are meant. */
  readonly kept: number;
}

/** Steps between round numbers. */
const STEPS = [1, 2, 2.5, 5, 10] as const;
const MOST_BINS = 24;
/** Of the greatest value, a step at least. */
const FINEST = 1e-9;

/** The round number, at least `least`, that a step may be; whole where the values are. */
export function roundStep(least: number, whole: boolean): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  // Less than a number can be.
  if (power === 0) return 1;
  const step = STEPS.map((factor) => factor * power).find((each) => each >= least * (1 - 1e-9)) ?? power * 10;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/**
 * Bins of equal width between round numbers, at most 24, of the values that are numbers. Empty where
 * none is. `kept`: 1 where a row is meant, null for all.
 */
export function histogram(values: ArrayLike<number>, kept: Uint8Array | null): readonly Bin[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let whole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    whole &&= Number.isInteger(value);
  }
  if (low > high) return [];
  // What differs by less than figures show is the same.
  const least = FINEST * Math.max(Math.abs(low), Math.abs(high));
  const step = roundStep(Math.max((high - low) / (MOST_BINS - 1), least), whole);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first, Math.ceil(high / step - 1e-9) - 1);
  const bins = Array.from({ length: last - first + 1 }, (_, i) => ({
    from: clean((first + i) * step),
    to: clean((first + i + 1) * step),
    count: 0,
    kept: 0,
  }));
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isFinite(value)) continue;
    const bin = bins[Math.min(bins.length - 1, Math.max(0, Math.floor(value / step + 1e-9) - first))];
    if (!bin) continue;
    bin.count++;
    if (!kept || kept[row] === 1) bin.kept++;
  }
  return bins;
}

/** 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
