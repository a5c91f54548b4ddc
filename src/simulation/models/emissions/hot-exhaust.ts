// SPDX-License-Identifier: EUPL-1.2
/**
 * Hot exhaust factors by mean speed, in the forms COPERT and the EMEP/EEA air pollutant emission
 * inventory guidebook (chapter 1.A.3.b.i-iv) publish them. Pure.
 */
import { exp, log, power } from '../../../city/exact-math';

/** V is the speed in km/h, clamped to [minKmH, maxKmH], where the curve was fitted. */
interface Fitted {
  readonly minKmH: number;
  readonly maxKmH: number;
  /** Share taken off the curve's value (the guidebook's RF), 0 when absent. */
  readonly reduction?: number;
}

/** (alpha V² + beta V + gamma + delta / V) / (epsilon V² + zeta V + eta) */
export interface RationalCurve extends Fitted {
  readonly form: 'rational';
  readonly alpha?: number;
  readonly beta?: number;
  readonly gamma: number;
  readonly delta?: number;
  readonly epsilon?: number;
  readonly zeta?: number;
  readonly eta: number;
}

/** The fifth-degree polynomial, highest power first. */
export interface PolynomialCurve extends Fitted {
  readonly form: 'polynomial';
  readonly coefficients: readonly [number, number, number, number, number, number];
}

/** a V^b + c V^d */
export interface PowersCurve extends Fitted {
  readonly form: 'powers';
  readonly coefficients: readonly [number, number, number, number];
}

/** a + b / (1 + exp(−c + d ln V + e V)) */
export interface LogisticCurve extends Fitted {
  readonly form: 'logistic';
  readonly coefficients: readonly [number, number, number, number, number];
}

/** One value up to 60 km/h (urban), one up to 90 (rural), one above (motorway). */
export interface BandsCurve extends Fitted {
  readonly form: 'bands';
  readonly urban: number;
  readonly rural: number;
  readonly motorway: number;
}

export type FactorCurve = RationalCurve | PolynomialCurve | PowersCurve | LogisticCurve | BandsCurve;

/**
 * The factor at a speed, in the curve's own unit (g/km or MJ/km).
 * A speed outside the curve's range counts as the nearest within it: there is no measurement beyond.
 * @param speedKmH mean speed, any number but NaN
 */
export function hotFactor(curve: FactorCurve, speedKmH: number): number {
  const v = Math.min(curve.maxKmH, Math.max(curve.minKmH, speedKmH));
  return valueAt(curve, v) * (1 - (curve.reduction ?? 0));
}

function valueAt(curve: FactorCurve, v: number): number {
  switch (curve.form) {
    case 'rational': {
      const { alpha = 0, beta = 0, gamma, delta = 0, epsilon = 0, zeta = 0, eta } = curve;
      return ((alpha * v + beta) * v + gamma + delta / v) / ((epsilon * v + zeta) * v + eta);
    }
    case 'polynomial': {
      const [a, b, c, d, e, f] = curve.coefficients;
      return ((((a * v + b) * v + c) * v + d) * v + e) * v + f;
    }
    case 'powers': {
      const [a, b, c, d] = curve.coefficients;
      return a * power(v, b) + c * power(v, d);
    }
    case 'logistic': {
      const [a, b, c, d, e] = curve.coefficients;
      return a + b / (1 + exp(-c + d * log(v) + e * v));
    }
    case 'bands':
      return v <= 60 ? curve.urban : v <= 90 ? curve.rural : curve.motorway;
  }
}
