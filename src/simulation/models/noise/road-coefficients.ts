// SPDX-License-Identifier: EUPL-1.2
/**
 * The road source's coefficients of CNOSSOS-EU: Directive (EU) 2015/996, Annex, appendix F, as amended by
 * Delegated Directive (EU) 2021/1226 (tables F-1 to F-3; reference surface). Pure.
 */

/** Light vehicles, medium heavy (two axles), heavy, mopeds to 50 cm³, motorcycles above. */
export const NOISE_CATEGORIES = ['1', '2', '3', '4a', '4b'] as const;
export type NoiseCategory = (typeof NOISE_CATEGORIES)[number];

/** Octave bands that the method works in, Hz, and what A-weighting adds in each, dB (IEC 61672-1). */
export const OCTAVES_HZ = [63, 125, 250, 500, 1000, 2000, 4000, 8000] as const;
export const A_WEIGHTING_DB = [-26.2, -16.1, -8.6, -3.2, 0, 1.2, 1, -1.1] as const;

/** One category's levels and slopes by octave band, dB; what rolling lacks (two-wheelers) is left out. */
export interface CategoryCoefficients {
  /** A_R and B_R: rolling at 70 km/h, and by lg(v / 70). */
  readonly rolling?: { readonly a: readonly number[]; readonly b: readonly number[] };
  /** A_P and B_P: propulsion at 70 km/h, and by (v − 70) / 70. */
  readonly propulsion: { readonly a: readonly number[]; readonly b: readonly number[] };
  /** a and b of studded tyres (light vehicles only). */
  readonly studs?: { readonly a: readonly number[]; readonly b: readonly number[] };
  /** C_R and C_P near a junction with traffic lights and near a roundabout. */
  readonly junction: Readonly<
    Record<'crossing' | 'roundabout', { readonly cr: number; readonly cp: number }>
  >;
}
export type RoadCoefficients = Readonly<Record<NoiseCategory, CategoryCoefficients>>;

const LIGHT_JUNCTION = { crossing: { cr: -4.5, cp: 5.5 }, roundabout: { cr: -4.4, cp: 3.1 } } as const;
const HEAVY_JUNCTION = { crossing: { cr: -4, cp: 9 }, roundabout: { cr: -2.3, cp: 6.7 } } as const;
const NO_JUNCTION = { crossing: { cr: 0, cp: 0 }, roundabout: { cr: 0, cp: 0 } } as const;

export const ROAD_COEFFICIENTS_2021: RoadCoefficients = {
  '1': {
    rolling: {
      a: [83.1, 89.2, 87.7, 93.1, 100.1, 96.7, 86.8, 76.2],
      b: [30, 41.5, 38.9, 25.7, 32.5, 37.2, 39, 40],
    },
    propulsion: {
      a: [97.9, 92.5, 90.7, 87.2, 84.7, 88, 84.4, 77.1],
      b: [-1.3, 7.2, 7.7, 8, 8, 8, 8, 8],
    },
    studs: { a: [0, 0, 0, 2.6, 2.9, 1.5, 2.3, 9.2], b: [0, 0, 0, -3.1, -6.4, -14, -22.4, -11.4] },
    junction: LIGHT_JUNCTION,
  },
  '2': {
    rolling: {
      a: [88.7, 93.2, 95.7, 100.9, 101.7, 95.1, 87.8, 83.6],
      b: [30, 35.8, 32.6, 23.8, 30.1, 36.2, 38.3, 40.1],
    },
    propulsion: {
      a: [105.5, 100.2, 100.5, 98.7, 101, 97.8, 91.2, 85],
      b: [-1.9, 4.7, 6.4, 6.5, 6.5, 6.5, 6.5, 6.5],
    },
    junction: HEAVY_JUNCTION,
  },
  '3': {
    rolling: {
      a: [91.7, 96.2, 98.2, 104.9, 105.1, 98.5, 91.1, 85.6],
      b: [30, 33.5, 31.3, 25.4, 31.8, 37.1, 38.6, 40.6],
    },
    propulsion: {
      a: [108.8, 104.2, 103.5, 102.9, 102.6, 98.5, 93.8, 87.5],
      b: [0, 3, 4.6, 5, 5, 5, 5, 5],
    },
    junction: HEAVY_JUNCTION,
  },
  '4a': {
    propulsion: {
      a: [93, 93, 93.5, 95.3, 97.2, 100.4, 95.8, 90.9],
      b: [4.2, 7.4, 9.8, 11.6, 15.7, 18.9, 20.3, 20.6],
    },
    junction: NO_JUNCTION,
  },
  '4b': {
    propulsion: {
      a: [99.9, 101.9, 96.7, 94.4, 95.2, 94.7, 92.1, 88.6],
      b: [3.2, 5.9, 11.9, 11.6, 11.5, 12.6, 11.1, 12],
    },
    junction: NO_JUNCTION,
  },
};
