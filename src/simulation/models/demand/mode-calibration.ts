// SPDX-License-Identifier: EUPL-1.2
/** Mode constants under which the nested logit gives the shares that were observed. Pure. */
import { exp, log } from '../../../city/exact-math';
import { DemandError, modeRow } from './modes';

/** Modes of those who travel: MODES without `none`, in their order. */
export const TRAVEL_MODES = 5;
const [BICYCLE, WALK] = [modeRow('bicycle'), modeRow('walk')];
/** Shares are met to a hundredth of a point. */
const SHARE_TOLERANCE = 1e-4;
const MOST_ROUNDS = 200;

/** Trips that choose a mode: `costMin` is cells × TRAVEL_MODES, infinite where a mode is no choice. */
export interface ChoiceCells {
  readonly weight: Float64Array;
  readonly costMin: Float64Array;
}

/** A nested logit with absolute costs: shares of the modes by constants and generalised costs. */
export class ModeShares {
  readonly #weight: Float64Array;
  readonly #scale: number;
  /** exp(−θ·c), of the nest exp(−θ·c/λ); c above the cell's least. */
  readonly #likelihood: Float64Array;

  /** @throws DemandError where a cell has no mode at all. */
  constructor({ weight, costMin }: ChoiceCells, thetaPerMin: number, scale: number) {
    this.#weight = weight;
    this.#scale = scale;
    this.#likelihood = new Float64Array(costMin.length);
    for (let at = 0; at < costMin.length; at += TRAVEL_MODES) {
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < TRAVEL_MODES; k++) least = Math.min(least, costMin[at + k] as number);
      if (!Number.isFinite(least))
        throw new DemandError('mode choice', `trips of cell ${at / TRAVEL_MODES + 1} have no mode to go by`);
      for (let k = 0; k < TRAVEL_MODES; k++) {
        const utility = -thetaPerMin * ((costMin[at + k] as number) - least);
        this.#likelihood[at + k] = exp(k === BICYCLE || k === WALK ? utility / scale : utility);
      }
    }
  }

  /** Shares of every cell by mode, cells × TRAVEL_MODES, into `out`; returns those of all trips together. */
  shares(constants: Float64Array, out?: Float64Array): Float64Array {
    const likes = this.#likelihood;
    const lambda = this.#scale;
    const factor = constants.map((c, k) => exp(k === BICYCLE || k === WALK ? c / lambda : c));
    const total = new Float64Array(TRAVEL_MODES);
    const part = new Float64Array(TRAVEL_MODES);
    let all = 0;
    for (let cell = 0; cell < this.#weight.length; cell++) {
      const weight = this.#weight[cell] as number;
      if (weight === 0 && !out) continue;
      const at = cell * TRAVEL_MODES;
      for (let k = 0; k < TRAVEL_MODES; k++) part[k] = (factor[k] as number) * (likes[at + k] as number);
      const nest = (part[BICYCLE] as number) + (part[WALK] as number);
      // λ · ln(nest) is the nest's utility; divided by nest, what one unit of its members weighs.
      const perMember = nest > 0 ? exp((lambda - 1) * log(nest)) : 0;
      part[BICYCLE] = (part[BICYCLE] as number) * perMember;
      part[WALK] = (part[WALK] as number) * perMember;
      let sum = 0;
      for (let k = 0; k < TRAVEL_MODES; k++) sum += part[k] as number;
      for (let k = 0; k < TRAVEL_MODES; k++) {
        const share = (part[k] as number) / sum;
        total[k] = (total[k] as number) + weight * share;
        if (out) out[at + k] = share;
      }
      all += weight;
    }
    return all > 0 ? total.map((trips) => trips / all) : total;
  }

  /**
   * Constants (car: 0) under which all trips together have the shares aimed at, by adding the logarithm of
   * aimed over reached (Ortúzar & Willumsen; the Berry contraction) until they agree to 1e-4. A mode that
   * no cell has is left out, and the others share what is aimed at it.
   */
  calibrate(aim: Float64Array): Float64Array {
    const constants = new Float64Array(TRAVEL_MODES);
    const possible = this.#possible();
    let attainable = 0;
    for (let k = 0; k < TRAVEL_MODES; k++) if (possible[k]) attainable += aim[k] as number;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const reached = this.shares(constants);
      let worst = 0;
      for (let k = 0; k < TRAVEL_MODES; k++) {
        if (!possible[k]) continue;
        const wished = (aim[k] as number) / attainable;
        worst = Math.max(worst, Math.abs(wished - (reached[k] as number)));
        constants[k] = (constants[k] as number) + log(wished / (reached[k] as number));
      }
      if (worst <= SHARE_TOLERANCE) break;
    }
    const car = possible[0] ? (constants[0] as number) : 0;
    return constants.map((c, k) => (possible[k] ? c - car : 0));
  }

  #possible(): Uint8Array {
    const possible = new Uint8Array(TRAVEL_MODES);
    for (let cell = 0; cell < this.#weight.length; cell++) {
      if (this.#weight[cell] === 0) continue;
      for (let k = 0; k < TRAVEL_MODES; k++)
        if ((this.#likelihood[cell * TRAVEL_MODES + k] as number) > 0) possible[k] = 1;
    }
    return possible;
  }
}
