// SPDX-License-Identifier: EUPL-1.2
/** Values of time of a group of travellers: no two are in the same hurry. Pure. */
import { exp, log } from '../../../city/exact-math';

/**
 * Equally likely values of time, €/h, of a log-normal: `count` means of equal slices are stood for by
 * their middle quantiles (i + ½)/n.
 */
export function valuesOfTime(medianEurH: number, sigma: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    return medianEurH * exp(sigma * normalQuantile((i + 0.5) / count));
  });
}

/** Inverse of the standard normal distribution (Acklam's rational approximation, relative error under 1.2e-9). */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability must lie between 0 and 1, and is ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * log(p));
    return ratio(TAIL_OVER, TAIL_UNDER, q);
  }
  const q = p - 0.5;
  return q * ratio(OVER, UNDER, q * q);
}

const ratio = (over: readonly number[], under: readonly number[], x: number) =>
  horner(over, x) / (horner(under, x) * x + 1);
const horner = (terms: readonly number[], x: number) => terms.reduce((sum, term) => sum * x + term, 0);

const OVER = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const UNDER = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
];
const TAIL_OVER = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_UNDER = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
