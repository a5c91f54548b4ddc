// SPDX-License-Identifier: EUPL-1.2
/** Figures that a person reads at a glance. */

/** Steps of a ruler, the widest first, within one power of ten. */
const STEPS = [5, 2, 1] as const;
/** Powers of ten that are tried: a number has no more digits. */
const DEPTH = 15;

/**
 * The roundest number of low < x ≤ high: on the ruler with the widest step that has one there, the one
 * nearest to `wish`. Zero is the roundest of all. Where `whole` is set, a whole number; `high` where there is none.
 */
export function roundest(low: number, high: number, wish = (low + high) / 2, whole = false): number {
  if (!(low < high)) return high;
  if (low < 0 && high >= 0) return 0;
  const top = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  for (let power = top; power >= (whole ? 0 : top - DEPTH); power--)
    for (const step of STEPS) {
      const found = onRuler(low, high, wish, step, power);
      if (found !== null) return found;
    }
  return high;
}

/** The multiple of step · 10^power nearest to `wish` within low < x ≤ high; null where there is none. */
function onRuler(low: number, high: number, wish: number, step: number, power: number): number | null {
  const unit = Number(`${step}e${power}`);
  const first = Math.floor(low / unit) + 1;
  const last = Math.floor(high / unit);
  if (first > last) return null;
  const at = Math.min(last, Math.max(first, Math.round(wish / unit)));
  // Through text: 3 · 0.1 is no round figure.
  const value = Number((at * unit).toPrecision(15));
  return value > low && value <= high ? value : null;
}
