// SPDX-License-Identifier: EUPL-1.2
/**
 * Curves of passenger cars by Euro class. Facts of the EMEP/EEA air pollutant emission inventory guidebook,
 * chapter 1.A.3.b.i-iv (© European Environment Agency, free with attribution):
 * - NOx and PM in g/km: edition 2013 as updated in September 2014, tables 3-41, 3-42 and 3-47 (Euro 1–4,
 *   engines of 1.4–2.0 l) and its annex (Euro 5, 6; the annex's "Euro 6c" is 6d here); Euro 0 is ECE 15/04
 *   (petrol) and Conventional (diesel);
 * - energy in MJ/km: edition 2019, Appendix 4, pollutant "EC"; terms under 1e-8 left out.
 * Read from public transcriptions (pollemission, STEEP); NOx and PM of Euro 1–6 are tested against published
 * values. The vintage is before the diesel affair: see `parameters.ts` for what is done about it. Pure.
 */
import type { BandsCurve, FactorCurve, LogisticCurve, PolynomialCurve, RationalCurve } from './hot-exhaust';

const CAR = { minKmH: 10, maxKmH: 130 } as const;

/** The annex's Equation 1, in its own order: (a + cV + eV² + f/V) / (1 + bV + dV²). */
export function annexRational(
  [a, b, c, d, e, f]: readonly [number, number, number, number, number, number],
  range: { readonly minKmH: number; readonly maxKmH: number } = CAR,
): RationalCurve {
  return { form: 'rational', gamma: a, zeta: b, beta: c, epsilon: d, alpha: e, delta: f, eta: 1, ...range };
}

const quadratic = (alpha: number, beta: number, gamma: number): RationalCurve => ({
  form: 'rational',
  alpha,
  beta,
  gamma,
  eta: 1,
  ...CAR,
});

/** Appendix 4 of 2019, in its own order: Alpha, Beta, Gamma, Delta, Epsilon, Zita, Hta. */
const energy = (
  [alpha, beta, gamma, delta, epsilon, zeta, eta]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  minKmH: number = CAR.minKmH,
): RationalCurve => ({
  form: 'rational',
  alpha,
  beta,
  gamma,
  delta,
  epsilon,
  zeta,
  eta,
  minKmH,
  maxKmH: CAR.maxKmH,
});

const polynomial = (coefficients: PolynomialCurve['coefficients']): PolynomialCurve => ({
  form: 'polynomial',
  coefficients,
  ...CAR,
});
const bands = (urban: number, rural: number, motorway: number): BandsCurve => ({
  form: 'bands',
  urban,
  rural,
  motorway,
  ...CAR,
});
const logistic = (coefficients: LogisticCurve['coefficients']): LogisticCurve => ({
  form: 'logistic',
  coefficients,
  ...CAR,
});

/** g/km */
export const PETROL_NOX = {
  euro0: quadratic(0.000074, 0.013, 1.484),
  euro1: annexRational([5.25e-1, 0, -1e-2, 0, 9.36e-5, 0]),
  euro2: annexRational([2.84e-1, -2.34e-2, -8.69e-3, 4.43e-4, 1.14e-4, 0]),
  euro3: annexRational([9.29e-2, -1.22e-2, -1.49e-3, 3.97e-5, 6.53e-6, 0]),
  euro4: annexRational([1.06e-1, 0, -1.58e-3, 0, 7.1e-6, 0]),
  euro5: annexRational([
    1.89162423721929e-1, 1.57150642277298, 8.15475056795118e-2, 2.73277584653183e-2, -2.48891758871523e-4,
    -2.68467236498228e-1,
  ]),
  euro6: annexRational([
    4.74232144011732e-1, 5.62174646182347, 3.4057776316908e-1, 8.37628818222108e-2, -1.51582670291725e-3,
    -1.19108669518198,
  ]),
  euro6d: annexRational([
    9.99236129183522e14, 1.8865868425908e16, 1.31430743764587e15, 2.89572294577997e14, -6.33838617434322e12,
    -4.03332790479349e15,
  ]),
} as const satisfies Record<string, FactorCurve>;

/** g/km; all of it finer than 2.5 µm. Euro 0 counts as Euro 1: the guidebook's curves begin there. */
export const PETROL_PM = {
  euro1to2: bands(3.22e-3, 1.84e-3, 1.9e-3),
  euro3to4: bands(1.28e-3, 8.36e-4, 1.19e-3),
  euro5: polynomial([
    1.44418691469204e-13, 1.16177379697994e-10, -3.37041793322551e-8, 3.114143374502e-6, -1.25293028719836e-4,
    3.2983012276569e-3,
  ]),
  euro6: polynomial([
    2.31327071341798e-13, 1.25693087482587e-11, -1.10033255634716e-8, 1.23469539655306e-6,
    -6.28705400358073e-5, 2.72190890884376e-3,
  ]),
  euro6d: polynomial([
    2.64986801719733e-13, -4.06851383377971e-11, 1.55060977398201e-9, 1.42696163912663e-7,
    -2.50418652340275e-5, 2.45445166744323e-3,
  ]),
} as const satisfies Record<string, FactorCurve>;

/** g/km */
export const DIESEL_NOX = {
  euro0: quadratic(0.000101, -0.014, 0.918),
  euro1: annexRational([3.1, 1.41e-1, -6.18e-3, -5.03e-4, 4.22e-4, 0]),
  euro2: annexRational([2.4, 7.67e-2, -1.16e-2, -5e-4, 1.2e-4, 0]),
  euro3: annexRational([2.82, 1.98e-1, 6.69e-2, -1.43e-3, -4.63e-4, 0]),
  euro4: annexRational([1.11, 0, -2.02e-2, 0, 1.48e-4, 0]),
  euro5: annexRational([
    9.45951726803471e-1, 4.26427180715127e-3, -1.13814672152656e-2, -5.15046309611901e-5, 6.67136017103076e-5,
    1.92360814937222,
  ]),
  euro6: annexRational([
    4.35878739216399e-1, 1.0043458209809e-2, -5.38678917114701e-3, -1.02361228021439e-4, 2.90466371398504e-5,
    -4.60704413796774e-1,
  ]),
  euro6d: annexRational([
    2.32969684699398e-1, 1.00434525476731e-2, -2.87914721497244e-3, -1.02361178032669e-4, 1.55249385683433e-5,
    -2.46238574993582e-1,
  ]),
} as const satisfies Record<string, FactorCurve>;

/** g/km; all of it finer than 2.5 µm */
export const DIESEL_PM = {
  euro0: quadratic(0.000058, -0.0086, 0.45),
  euro1: annexRational([1.14e-1, 0, -2.33e-3, 0, 2.26e-5, 0]),
  euro2: annexRational([8.66e-2, 0, -1.42e-3, 0, 1.06e-5, 0]),
  euro3: annexRational([5.15e-2, 0, -8.8e-4, 0, 8.12e-6, 0]),
  euro4: annexRational([4.5e-2, 0, -5.39e-4, 0, 3.48e-6, 0]),
  euro5: logistic([
    1.16704392923839e-3, 1.06122773565105e1, -6.48363073978964, 5.67498081980885e-1, 1.22605453342893e-2,
  ]),
  euro6: annexRational([
    -1.2096678477246e18, 1.62962988369783e20, 1.78579673699442e18, 2.89348021465935e19, 1.16718439340665e16,
    4.08870518286192e18,
  ]),
} as const satisfies Record<string, FactorCurve>;

/** MJ/km: petrol, hybrid, LPG and CNG of the segment Small, diesel of Medium (the same as its Small). */
export const ENERGY = {
  petrolEuro0: energy([
    -0.0005633139087297, 0.0987171656571153, 1.93699186813715, -18.6256908014546, -0.000554151643094,
    0.090557402496698, -0.647744034932044,
  ]),
  petrolEuro1: energy([
    0, 0.0748169603286574, 12.1983738788344, 0, -0.0010575765380685, 0.188785442606132, 1.46276146344821,
  ]),
  petrolEuro2: energy([
    0.0012058890063839, -0.0476767169682851, 17.5002225972279, 0, -0.0009632190631868, 0.205599107111266,
    1.92643812638002,
  ]),
  petrolEuro3: energy([
    0.0004824870970817, 0.0404481579668006, 16.3956381803513, 0, -0.000998406406991, 0.204982554356429,
    2.20886373229186,
  ]),
  petrolEuro4On: energy([
    0.0047973873956361, -0.253329624090869, 20.9516093226689, 0, 0.0008008825094374, 0.0913287072165368,
    3.51264258525147,
  ]),
  dieselEuro0: energy([0.0091414900384217, -1.36077608857653, 77.3690009401841, 0, 0, 0, 15.293677811758]),
  dieselEuro1: energy([
    0.0010417536474994, -0.0206281221529099, 15.9129604003612, 0, -0.0008167653308994, 0.173401598642991,
    2.57654678520054,
  ]),
  dieselEuro2: energy([
    0.0018305917374239, -0.0902829066077024, 19.7264835081915, 0, -0.0005489430023775, 0.161759535612697,
    3.24818344604577,
  ]),
  dieselEuro3On: energy([
    -0.0012991106306903, 0.221624989207713, 16.4359146120605, 0, -0.001844679283149, 0.292347275962134,
    2.37716402519569,
  ]),
  fullHybrid: energy(
    [0.0740440903534094, -7.30535339607198, 941.028573053369, 0, 0, 0, 565.721885530079],
    20,
  ),
  lpg: energy([0.0026607627049695, -0.341834097528984, 27.5776967889375, 0, 0, 0, 7.93639669523039]),
  cng: energy([
    0.0008225905877866, 0.0342590000934355, 16.3564836524711, 0, -0.0005310715336814, 0.147280971891826,
    2.1500871809034,
  ]),
} as const satisfies Record<string, FactorCurve>;
