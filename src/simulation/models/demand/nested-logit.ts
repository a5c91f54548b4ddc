// SPDX-License-Identifier: EUPL-1.2
/** Choice of mode about observed shares: incremental (pivot-point) nested logit. Pure. */
import { exp, log } from '../../../city/exact-math';
import { DemandError, MODE_NESTS, MODES, modeRow } from './modes';

const CAR = modeRow('car');

/**
 * Two levels: P'ₖ follows from Pₖ and the change Δcₖ of its generalised cost by
 * ΔIₙ = λ · ln Σ_{k∈n} P(k|n) · exp(−θ·Δcₖ/λ), P'ₙ ∝ Pₙ · exp(ΔIₙ), P'(k|n) ∝ P(k|n) · exp(−θ·Δcₖ/λ)
 * (Kumar 1980; Ortúzar & Willumsen, Modelling Transport, pivot-point modelling). A mode with no base
 * share has none afterwards. Nothing is allocated per cell.
 */
export class NestedLogit {
  readonly #nests: readonly Int32Array[];
  readonly #weight: Float64Array;

  /**
   * @param thetaPerMin of the choice between nests, per minute.
   * @param scale λ of every nest, 0–1; 1: multinomial logit.
   * @throws DemandError where theta is not positive or scale not above 0 and at most 1.
   */
  constructor(
    readonly thetaPerMin: number,
    readonly scale: number,
  ) {
    if (!(thetaPerMin > 0 && Number.isFinite(thetaPerMin)))
      throw new DemandError('nested logit', `theta is ${thetaPerMin}`);
    if (!(scale > 0 && scale <= 1)) throw new DemandError('nested logit', `nest scale is ${scale}`);
    this.#nests = MODE_NESTS.map((nest) => Int32Array.from(nest, modeRow));
    this.#weight = new Float64Array(MODES.length);
  }

  /**
   * Shares after the costs changed by `deltaCostMin`; `offset`: where the cell begins in `base` and `out`.
   * No change gives back the base, bit by bit.
   */
  sharesAfter(base: Float64Array, deltaCostMin: Float64Array, out: Float64Array, offset = 0): void {
    if (unchanged(base, deltaCostMin, offset)) {
      if (out !== base) for (let k = 0; k < MODES.length; k++) out[offset + k] = base[offset + k] as number;
      return;
    }
    let sum = 0;
    for (const nest of this.#nests) {
      const weight = this.#weigh(nest, base, deltaCostMin, offset);
      sum += weight;
    }
    if (!(sum > 0)) throw new DemandError('mode choice', 'no mode is left');
    for (let k = 0; k < MODES.length; k++) out[offset + k] = (this.#weight[k] as number) / sum;
  }

  /**
   * Change of the utility of everything but the car, no dimension. The car against all the rest is then a
   * binary pivot logit: P'/(1 − P') = P/(1 − P) · exp(−θ·Δc − this).
   */
  othersLogsum(base: Float64Array, deltaCostMin: Float64Array, offset = 0): number {
    if (unchanged(base, deltaCostMin, offset, CAR)) return 0;
    let [before, after] = [0, 0];
    for (const nest of this.#nests) {
      if (nest[0] === CAR) continue;
      after += this.#weigh(nest, base, deltaCostMin, offset);
      for (const k of nest) before += base[offset + k] as number;
    }
    return before > 0 ? log(after / before) : 0;
  }

  /** Pₙ·exp(ΔIₙ), and each member's part of it into `#weight`. */
  #weigh(nest: Int32Array, base: Float64Array, deltaCostMin: Float64Array, offset: number): number {
    const lambda = nest.length > 1 ? this.scale : 1;
    let [before, moved] = [0, 0];
    for (const k of nest) {
      const share = base[offset + k] as number;
      before += share;
      // The change of a mode that nobody uses may be none at all (no way before or after).
      const part = share > 0 ? share * exp((-this.thetaPerMin * (deltaCostMin[k] as number)) / lambda) : 0;
      this.#weight[k] = part;
      moved += part;
    }
    if (!(moved > 0) || lambda === 1) return moved;
    const weight = before * exp(lambda * log(moved / before));
    for (const k of nest) this.#weight[k] = ((this.#weight[k] as number) / moved) * weight;
    return weight;
  }
}

function unchanged(base: Float64Array, deltaCostMin: Float64Array, offset: number, except = -1): boolean {
  for (let k = 0; k < MODES.length; k++)
    if (k !== except && deltaCostMin[k] !== 0 && (base[offset + k] as number) > 0) return false;
  return true;
}
