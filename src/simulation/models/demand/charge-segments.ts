// SPDX-License-Identifier: EUPL-1.2
/** Who enters Area C, half-hour by half-hour, and what each of them pays. Pure. */
import type { AreaCharge, ChargeParameters, ChargeSegment } from './charge-response';
import { HALF_HOURS } from './departure-choice';

/** What the calibration finds: see `validation/area-c/calibration.ts`. */
export interface FittedResponse extends Omit<ChargeParameters, 'nest'> {
  /** Share of entries made by private cars that would pay, at 7:30, 10:00 and 19:30; straight between, level outside. */
  readonly privateMorning: number;
  readonly privateMidday: number;
  readonly privateEvening: number;
}

/** What one price in one city cannot tell and is assumed, with a range ({@link ASSUMED}). */
export interface AssumedResponse {
  /** Spread (log-normal) of private travellers' value of time. */
  readonly sigma: number;
  readonly driveShare: number;
  readonly nest: number;
  /** Of entries that are no paying private cars: residents' and commercial ones; the rest is exempt. */
  readonly residentPart: number;
  readonly commercialPart: number;
  /** Of the full price: what an entry costs a resident, and a commercial vehicle. */
  readonly residentPrice: number;
  readonly commercialPrice: number;
  /** Of the entries in charged hours that remain, those that pay. */
  readonly payingShare: number;
}

export type ChargeDraw = FittedResponse & AssumedResponse;

/**
 * Middle and range of what is assumed. Sigma: 0.5 within commuting (common practice), wider over
 * all purposes. Nest: 0.5–0.7 of the literature. Residents paid €2 after 40 free entries a year, of full
 * 5: nothing to two fifths; service vehicles 3 or 5 of 5. Paying share: 49 % (AMAT, first months of 2012).
 * Drive share and the parts of residents and commerce: assumptions without a source.
 */
export const ASSUMED: Readonly<Record<keyof AssumedResponse, readonly [low: number, high: number]>> = {
  sigma: [0.5, 1],
  driveShare: [0.3, 0.7],
  nest: [0.5, 0.7],
  residentPart: [0.1, 0.25],
  commercialPart: [0.12, 0.35],
  residentPrice: [0, 0.4],
  commercialPrice: [0.6, 1],
  payingShare: [0.46, 0.52],
};

/** Median values of time, €/h: commuting 10, business 22–25 (common practice, no estimate from Milan). */
const PRIVATE_EUR_H = 10;
const COMMERCIAL_EUR_H = 23.5;
const COMMERCIAL_SIGMA = 0.5;

export const SEGMENT_IDS = ['private', 'commercial', 'resident', 'exempt'] as const;
export type SegmentId = (typeof SEGMENT_IDS)[number];

/** The segments in the order of SEGMENT_IDS. */
export function segmentsOf(draw: ChargeDraw): (ChargeSegment & { readonly id: SegmentId })[] {
  const { driveShare, sigma, commercialPart, residentPart } = draw;
  const own = Float64Array.from({ length: HALF_HOURS }, (_, h) => privateShare(draw, h));
  const part = (of: number) => own.map((share) => (1 - share) * of);
  return [
    { id: 'private', share: own, medianEurH: PRIVATE_EUR_H, sigma, driveShare },
    {
      id: 'commercial',
      share: part(commercialPart),
      medianEurH: COMMERCIAL_EUR_H,
      sigma: COMMERCIAL_SIGMA,
      driveShare,
    },
    { id: 'resident', share: part(residentPart), medianEurH: PRIVATE_EUR_H, sigma, driveShare },
    {
      id: 'exempt',
      share: part(1 - commercialPart - residentPart),
      medianEurH: PRIVATE_EUR_H,
      sigma,
      driveShare,
    },
  ];
}

function privateShare(draw: ChargeDraw, halfHour: number): number {
  const [morning, midday, evening] = [15, 20, 39];
  if (halfHour <= morning) return draw.privateMorning;
  if (halfHour >= evening) return draw.privateEvening;
  const between = (from: number, to: number, a: number, b: number) =>
    a + ((b - a) * (halfHour - from)) / (to - from);
  return halfHour < midday
    ? between(morning, midday, draw.privateMorning, draw.privateMidday)
    : between(midday, evening, draw.privateMidday, draw.privateEvening);
}

/** Area C at a full price, € of 2012: what each segment pays. Monday to Friday 7:30–19:30 unless told otherwise. */
export function areaCCharge(draw: ChargeDraw, fullEur: number, fromMin = 450, toMin = 1170): AreaCharge {
  const priceEur: Record<SegmentId, number> = {
    private: fullEur,
    commercial: fullEur * draw.commercialPrice,
    resident: fullEur * draw.residentPrice,
    exempt: 0,
  };
  return { fromMin, toMin, priceEur };
}
