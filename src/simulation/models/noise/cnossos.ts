// SPDX-License-Identifier: EUPL-1.2
/**
 * Sound power of road traffic, CNOSSOS-EU (Directive (EU) 2015/996, Annex II, section 2.2). The source only:
 * nothing is propagated, so a level is of the street, never of a façade. Pure.
 */
import { exp, log } from '../../../city/exact-math';
import {
  A_WEIGHTING_DB,
  type CategoryCoefficients,
  NOISE_CATEGORIES,
  type NoiseCategory,
  OCTAVES_HZ,
  type RoadCoefficients,
} from './road-coefficients';

/** A road surface other than the reference: α by octave band and β, dB, by category. */
export type RoadSurface = Readonly<
  Record<NoiseCategory, { readonly alpha: readonly number[]; readonly beta: number }>
>;

/** What makes a source differ from the reference: flat, dry, 20 °C, steady speed, reference surface. */
export interface SourceConditions {
  readonly temperatureC?: number;
  readonly surface?: RoadSurface;
  /** Share of light vehicles on studded tyres and for how many months of the year. */
  readonly studs?: { readonly share: number; readonly months: number };
  readonly junction?: { readonly kind: 'crossing' | 'roundabout'; readonly distanceM: number };
  /** Rise of the road in the direction of travel, %. */
  readonly slopePercent?: number;
}

/** Speeds that the method covers, km/h; outside, the nearest counts. */
export const NOISE_SPEED_KMH = { min: 20, max: 130 } as const;
const REFERENCE_KMH = 70;

const lg = (x: number): number => log(x) / Math.LN10;
/** 10^(dB / 10) */
export const energyOf = (db: number): number => exp((db / 10) * Math.LN10);
export const decibelsOf = (energy: number): number => 10 * lg(energy);

/**
 * Sound power level of one vehicle in one octave band, dB re 1 pW.
 * @param octave number of the band in `OCTAVES_HZ`
 * @param speedKmH clamped to `NOISE_SPEED_KMH`
 */
export function vehiclePowerDb(
  coefficients: RoadCoefficients,
  category: NoiseCategory,
  octave: number,
  speedKmH: number,
  conditions: SourceConditions = {},
): number {
  const v = Math.min(NOISE_SPEED_KMH.max, Math.max(NOISE_SPEED_KMH.min, speedKmH));
  const row = coefficients[category];
  const { surface, junction, slopePercent = 0 } = conditions;
  const alpha = surface?.[category].alpha[octave] ?? 0;
  const near = junction ? Math.max(0, 1 - Math.abs(junction.distanceM) / 100) : 0;
  const propulsion =
    (row.propulsion.a[octave] as number) +
    ((row.propulsion.b[octave] as number) * (v - REFERENCE_KMH)) / REFERENCE_KMH +
    // A surface may dampen the engine's noise, never raise it.
    Math.min(0, alpha) +
    (junction ? row.junction[junction.kind].cp * near : 0) +
    slopeDb(category, v, slopePercent);
  if (!row.rolling) return propulsion;
  const rolling =
    (row.rolling.a[octave] as number) +
    ((row.rolling.b[octave] as number) + (surface?.[category].beta ?? 0)) * lg(v / REFERENCE_KMH) +
    alpha +
    (junction ? row.junction[junction.kind].cr * near : 0) +
    (category === '1' ? 0.08 : 0.04) * (20 - (conditions.temperatureC ?? 20)) +
    studsDb(row, octave, v, conditions.studs);
  return decibelsOf(energyOf(rolling) + energyOf(propulsion));
}

/** Studded tyres are worked out between 50 and 90 km/h, and by their share over the year. */
function studsDb(
  row: CategoryCoefficients,
  octave: number,
  v: number,
  studs: SourceConditions['studs'],
): number {
  if (!studs || !row.studs) return 0;
  const db =
    (row.studs.a[octave] as number) +
    (row.studs.b[octave] as number) * lg(Math.min(90, Math.max(50, v)) / REFERENCE_KMH);
  const share = (studs.share * studs.months) / 12;
  return decibelsOf(1 - share + share * energyOf(db));
}

/** Propulsion uphill and downhill, section 2.2.4 of the annex; slopes over 12 % count as 12 %. */
function slopeDb(category: NoiseCategory, v: number, slopePercent: number): number {
  const up = Math.min(12, slopePercent);
  const down = Math.min(12, -slopePercent);
  switch (category) {
    case '1':
      return down > 6 ? down - 6 : up > 2 ? ((v / 100) * (up - 2)) / 1.5 : 0;
    case '2':
      return down > 4 ? (((v - 20) / 100) * (down - 4)) / 0.7 : up > 0 ? (v / 100) * up : 0;
    case '3':
      return down > 4 ? (((v - 10) / 100) * (down - 4)) / 0.5 : up > 0 ? ((v / 100) * up) / 0.8 : 0;
    default:
      return 0;
  }
}

/** One category's traffic. */
export interface CategoryTraffic {
  readonly flowVehH: number;
  readonly speedKmH: number;
}

/**
 * Sound power level per metre of road in one octave band: L_W′ = L_W + 10 lg(Q / (1000 v)), summed over categories.
 * @returns dB re 1 pW per m; −Infinity where nothing drives
 */
export function lineSourceDb(
  coefficients: RoadCoefficients,
  traffic: Readonly<Partial<Record<NoiseCategory, CategoryTraffic>>>,
  octave: number,
  conditions: SourceConditions = {},
): number {
  let energy = 0;
  for (const category of NOISE_CATEGORIES) {
    const { flowVehH, speedKmH } = traffic[category] ?? { flowVehH: 0, speedKmH: 0 };
    if (flowVehH === 0) continue;
    const v = Math.min(NOISE_SPEED_KMH.max, Math.max(NOISE_SPEED_KMH.min, speedKmH));
    energy +=
      (energyOf(vehiclePowerDb(coefficients, category, octave, v, conditions)) * flowVehH) / (1000 * v);
  }
  return decibelsOf(energy);
}

/** The same over all octave bands, A-weighted: dB(A) re 1 pW per m. */
export function lineSourceDbA(
  coefficients: RoadCoefficients,
  traffic: Readonly<Partial<Record<NoiseCategory, CategoryTraffic>>>,
  conditions: SourceConditions = {},
): number {
  let energy = 0;
  for (let octave = 0; octave < OCTAVES_HZ.length; octave++)
    energy += energyOf(
      lineSourceDb(coefficients, traffic, octave, conditions) + (A_WEIGHTING_DB[octave] as number),
    );
  return decibelsOf(energy);
}
