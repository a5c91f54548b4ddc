// SPDX-License-Identifier: EUPL-1.2
/** At what half-hour of the day trips leave, and where they move to when some hours get dearer. Pure. */
import { exp } from '../../../city/exact-math';

/** Half-hours of a day: number 15 is 7:30–8:00. */
export const HALF_HOURS = 48;
const HALF_HOUR_MIN = 30;

/** Minutes of travel that one minute before or after the preferred time is worth. */
export interface ScheduleDelay {
  readonly earlyRatio: number;
  readonly lateRatio: number;
}
/** To work in the morning (Small 1982). */
export const SMALL_1982: ScheduleDelay = { earlyRatio: 0.6, lateRatio: 2.4 };

/**
 * Weights of leaving at half-hour h for those who prefer t, at `t · 48 + h`: exp(−scale · penalty), over
 * all t made 1. The day is a circle, and a shift is taken the less painful way round.
 *
 * @param delayAt what a minute early or late is worth to those who prefer a half-hour.
 * @param scalePerMin utility of a minute.
 */
export function scheduleWeights(
  delayAt: (preferred: number) => ScheduleDelay,
  scalePerMin: number,
): Float64Array {
  const weights = new Float64Array(HALF_HOURS * HALF_HOURS);
  const sums = new Float64Array(HALF_HOURS);
  for (let t = 0; t < HALF_HOURS; t++) {
    const { earlyRatio, lateRatio } = delayAt(t);
    for (let h = 0; h < HALF_HOURS; h++) {
      const after = (h - t + HALF_HOURS) % HALF_HOURS;
      const penalty = Math.min(lateRatio * after, earlyRatio * (HALF_HOURS - after)) * HALF_HOUR_MIN;
      const weight = exp(-scalePerMin * penalty);
      weights[t * HALF_HOURS + h] = weight;
      sums[h] = (sums[h] as number) + weight;
    }
  }
  return weights.map((weight, cell) => weight / (sums[cell % HALF_HOURS] as number));
}

/**
 * Incremental (pivot-point) logit of the departure half-hour with schedule delay. Trips seen at half-hour
 * h are spread over preferred times t by the weights w(t, h) of {@link scheduleWeights}; then the share of
 * those who prefer t and leave at h is a logit, P₀(h|t) ∝ q(h)·w(t, h), whose constants hold the observed
 * profile q, and summed over t the profile comes back. A change of utility ln f(h) multiplies it:
 * P(h|t) ∝ P₀(h|t)·f(h).
 */
export class DepartureChoice {
  /** Trips by preferred half-hour. */
  readonly preferred = new Float64Array(HALF_HOURS);
  readonly #profile: Float64Array;
  readonly #weights: Float64Array;
  readonly #row = new Float64Array(HALF_HOURS);

  /** `profile`: trips by half-hour as observed, 48; `weights`: see {@link scheduleWeights}. */
  constructor(profile: Float64Array, weights: Float64Array) {
    this.#profile = profile;
    this.#weights = weights;
    this.#overHalfHours(profile, this.preferred);
  }

  /**
   * Σ_h P₀(h|t)·f(h) by preferred half-hour t, written to `into`: 1 where nothing changes. Its logarithm is
   * the change of the logsum.
   */
  inclusive(factor: Float64Array, into: Float64Array): void {
    for (let h = 0; h < HALF_HOURS; h++) this.#row[h] = (this.#profile[h] as number) * (factor[h] as number);
    this.#overHalfHours(this.#row, into);
    for (let t = 0; t < HALF_HOURS; t++) {
      const preferring = this.preferred[t] as number;
      into[t] = preferring > 0 ? (into[t] as number) / preferring : 1;
    }
  }

  /**
   * Adds to `into` the trips by half-hour that leave, `ratio(t) · P₀(h|t) · factor(h)` of those who prefer t:
   * ratio 1 / {@link inclusive} where all of them still travel.
   */
  load(factor: Float64Array, ratio: Float64Array, into: Float64Array): void {
    const sums = this.#row.fill(0);
    for (let t = 0; t < HALF_HOURS; t++) {
      const each = ratio[t] as number;
      for (let h = 0, cell = t * HALF_HOURS; h < HALF_HOURS; h++, cell++)
        sums[h] = (sums[h] as number) + each * (this.#weights[cell] as number);
    }
    for (let h = 0; h < HALF_HOURS; h++)
      into[h] =
        (into[h] as number) + (sums[h] as number) * (this.#profile[h] as number) * (factor[h] as number);
  }

  #overHalfHours(values: Float64Array, into: Float64Array): void {
    for (let t = 0; t < HALF_HOURS; t++) {
      let sum = 0;
      for (let h = 0, cell = t * HALF_HOURS; h < HALF_HOURS; h++, cell++)
        sum += (values[h] as number) * (this.#weights[cell] as number);
      into[t] = sum;
    }
  }
}
