// SPDX-License-Identifier: EUPL-1.2
/**
 * Curves of diesel vans (light commercial vehicles under 3.5 t) and four-stroke motorcycles under 250 cm³.
 * Facts of the EMEP/EEA guidebook 2013 as updated in September 2014, chapter 1.A.3.b.i-iv: tables 3-62 and 3-63
 * (vans to Euro 4: the curve of Euro 1 and what later classes take off it), its annex (vans of Euro 5, 6, "6c")
 * and the tables of L-category vehicles. Read from a public transcription (pollemission). Pure.
 */
import { annexRational } from './car-curves';
import type { FactorCurve, PolynomialCurve, PowersCurve, RationalCurve } from './hot-exhaust';

const VAN = { minKmH: 10, maxKmH: 110 } as const;
const MOTORCYCLE = { minKmH: 10, maxKmH: 100 } as const;

const vanQuadratic = (alpha: number, beta: number, gamma: number, reduction = 0): RationalCurve => ({
  form: 'rational',
  alpha,
  beta,
  gamma,
  eta: 1,
  reduction,
  ...VAN,
});
const powers = (coefficients: PowersCurve['coefficients']): PowersCurve => ({
  form: 'powers',
  coefficients,
  ...VAN,
});
const motorcycle = (coefficients: PolynomialCurve['coefficients']): PolynomialCurve => ({
  form: 'polynomial',
  coefficients,
  ...MOTORCYCLE,
});

/** g/km */
export const VAN_NOX = {
  euro2: vanQuadratic(24.1e-5, -0.03181, 2.0247),
  euro3: vanQuadratic(24.1e-5, -0.03181, 2.0247, 0.16),
  euro4: vanQuadratic(24.1e-5, -0.03181, 2.0247, 0.32),
  euro5: annexRational(
    [
      5.13964310564997e-1, -1.44045615457233e-2, -8.5517178196268e-3, 5.68278208347079e-5,
      4.30258112883159e-5, 3.43040791757506,
    ],
    VAN,
  ),
  euro6: annexRational(
    [
      1.83151183286289e-1, -1.44601695037324e-2, -3.07057962776523e-3, 5.71467904466929e-5,
      1.53909090018264e-5, 1.226777180674,
    ],
    VAN,
  ),
  euro6d: annexRational(
    [
      9.70700827871402e-2, -1.44601740044966e-2, -1.62740617693447e-3, 5.71468043699909e-5,
      8.15716981889983e-6, 6.50192049572977e-1,
    ],
    VAN,
  ),
} as const satisfies Record<string, FactorCurve>;

/** g/km */
export const VAN_PM = {
  euro2: vanQuadratic(4.5e-5, -0.004885, 0.1932),
  euro3: vanQuadratic(4.5e-5, -0.004885, 0.1932, 0.33),
  euro4: vanQuadratic(4.5e-5, -0.004885, 0.1932, 0.65),
  euro5: powers([2.79348007833062e-14, 5.0522506539708, 1.54717075251915e-2, -7.04447980108452e-1]),
  /** The annex's Equation 12: 1 / (cV² + bV + a). */
  euro6: {
    form: 'rational',
    gamma: 1,
    epsilon: -2.03548454116083e-1,
    zeta: 3.14295962514057e1,
    eta: 6.34865106704373e1,
    ...VAN,
  },
} as const satisfies Record<string, FactorCurve>;

/** Grams of fuel per km. */
export const VAN_FUEL = {
  euro2to4: vanQuadratic(0.0198, -2.506, 137.42),
  euro5: powers([3.94837976252035e2, -4.96137741232603e-1, 1.48840685428499e-3, 2.16870603425205]),
  euro6: powers([1.26454210765215e-3, 2.18849662535353, 3.78560929069532e2, -4.96520239494513e-1]),
  euro6d: powers([3.67204078143516e2, -4.96520228841925e-1, 1.22660743815452e-3, 2.18849635128224]),
} as const satisfies Record<string, FactorCurve>;

/** g/km */
export const MOTORCYCLE_NOX = {
  euro0: motorcycle([-4.6e-10, 1.37e-7, -1.54e-5, 8.23e-4, -1.7e-2, 3.48e-1]),
  euro1: motorcycle([-7.08e-10, 2.1e-7, -2.35e-5, 1.24e-3, -2.63e-2, 4.37e-1]),
  euro2: motorcycle([-3.89e-10, 1.14e-7, -1.28e-5, 7.34e-4, -1.9e-2, 4.01e-1]),
  euro3: motorcycle([-1.95e-10, 6.01e-8, -6.86e-6, 4.08e-4, -1.09e-2, 3.19e-1]),
} as const satisfies Record<string, FactorCurve>;

/** g/km */
export const MOTORCYCLE_PM = {
  euro0to1: motorcycle([0, 0, 0, 0, 0, 2e-2]),
  euro2to3: motorcycle([0, 0, 0, 0, 0, 5e-3]),
} as const satisfies Record<string, FactorCurve>;

/** Grams of fuel per km. */
export const MOTORCYCLE_FUEL = {
  euro0: motorcycle([-4.68e-8, 1.5e-5, -1.89e-3, 1.21e-1, -3.86, 75.7]),
  euro1: motorcycle([-3.84e-8, 1.23e-5, -1.55e-3, 9.91e-2, -3.17, 62.3]),
  euro2to3: motorcycle([-3.42e-8, 1.11e-5, -1.43e-3, 9.27e-2, -3.05, 59.3]),
} as const satisfies Record<string, FactorCurve>;
