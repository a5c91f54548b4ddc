// SPDX-License-Identifier: EUPL-1.2
/** The parameters of the response to a charge, from January to June 2012 and nothing later. Pure. */
import { exp, log } from '../../../../city/exact-math';
import { seeded } from '../../../../city/seeded';
import { respond } from '../../demand/charge-response';
import {
  ASSUMED,
  type AssumedResponse,
  areaCCharge,
  type ChargeDraw,
  type FittedResponse,
  segmentsOf,
} from '../../demand/charge-segments';
import { normalQuantile } from '../../demand/charge-value-of-time';
import { HALF_HOURS } from '../../demand/departure-choice';
import type { EntryDay } from './entries';
import { leastSquares } from './least-squares';
import { byWeek, fitSeason, type Season, seasonFactor } from './season';
import { CHARGED_FROM, CHARGED_UNTIL, daysOf, meanProfile, sumOf } from './windows';

/** What the model is to give: mean entries by half-hour, and season factors of the charged hours since `before`. */
export interface Targets {
  readonly before: Float64Array;
  readonly start: Float64Array;
  readonly startSeason: number;
  readonly settled: Float64Array;
  readonly settledSeason: number;
}

export const PRICE_2012_EUR = 5;

/** Half-hours of the start that are fitted: 6:00–23:00. The night moves with the weather, not with the charge. */
const FITTED = [12, 46] as const;
const HALF_HOURS_FITTED = FITTED[1] - FITTED[0] + CHARGED_UNTIL - CHARGED_FROM;
/** A half-hour's misfit and the paying share's that weigh the same. */
const VEHICLES = 150;
const PAYING = 0.03;

export interface Calibration {
  readonly draw: ChargeDraw;
  /** Root mean square error over the half-hours fitted, vehicles. */
  readonly rmse: number;
}

/**
 * Least squares (Levenberg–Marquardt, in logarithms and log-odds) of six parameters on the half-hour
 * profile of the start (16 January–29 February, 34 half-hours) and of the charged hours of March–June (24),
 * both about the free week of 9–13 January, and on the share of entries that pay.
 */
export function calibrate(targets: Targets, assumed: AssumedResponse): Calibration {
  const misfit = (x: Float64Array): Float64Array =>
    Float64Array.from([
      ...misfitOf(targets, { ...fittedOf(x), ...assumed }),
      ...Array.from(x, (value, k) => (value - (PRIOR[k] as number)) / (PRIOR_SPREAD[k] as number)),
    ]);
  const { parameters } = leastSquares(misfit, Float64Array.from(PRIOR));
  const counted = misfit(parameters).subarray(0, HALF_HOURS_FITTED);
  const square = counted.reduce((sum, residual) => sum + residual * residual, 0) / counted.length;
  return { draw: { ...fittedOf(parameters), ...assumed }, rmse: VEHICLES * Math.sqrt(square) };
}

/**
 * ln θ, ln of the morning's and evening's schedule, log-odds of the three shares: where the search begins, and
 * a weak pull (each weighs as one half-hour) that keeps a parameter on which a draw says nothing from running away.
 */
const PRIOR = [log(0.04), 0, 0, 0, 0, 0];
const PRIOR_SPREAD = [2, 1, 1, 2, 2, 2];

function fittedOf(x: Float64Array): FittedResponse {
  const [theta, early, late, morning, midday, evening] = x as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const share = (odds: number) => 1 / (1 + exp(-odds));
  return {
    thetaPerMin: exp(theta),
    morningSchedule: exp(early),
    eveningSchedule: exp(late),
    privateMorning: share(morning),
    privateMidday: share(midday),
    privateEvening: share(evening),
  };
}

function misfitOf(targets: Targets, draw: ChargeDraw): Float64Array {
  const { total, bySegment } = respond(
    targets.before,
    segmentsOf(draw),
    areaCCharge(draw, PRICE_2012_EUR),
    draw,
  );
  const misfits: number[] = [];
  for (let h = FITTED[0]; h < FITTED[1]; h++) {
    const season = h >= CHARGED_FROM && h < CHARGED_UNTIL ? targets.startSeason : 1;
    misfits.push(((total[h] as number) * season - (targets.start[h] as number)) / VEHICLES);
  }
  for (let h = CHARGED_FROM; h < CHARGED_UNTIL; h++)
    misfits.push(((total[h] as number) * targets.settledSeason - (targets.settled[h] as number)) / VEHICLES);
  const [own, commercial] = bySegment as [Float64Array, Float64Array];
  misfits.push(((sumOf(own) + sumOf(commercial)) / sumOf(total) - draw.payingShare) / PAYING);
  return Float64Array.from(misfits);
}

/** The windows' means, and season factors by the coefficients of {@link fitSeason}. */
export function targetsOf(days: readonly EntryDay[], coefficients: Float64Array): Targets {
  const [before, start, settled] = (['before', 'start', 'settled'] as const).map((name) =>
    daysOf(days, name),
  ) as [EntryDay[], EntryDay[], EntryDay[]];
  return {
    before: meanProfile(before),
    start: meanProfile(start),
    startSeason: seasonFactor(coefficients, before, start),
    settled: meanProfile(settled),
    settledSeason: seasonFactor(coefficients, before, settled),
  };
}

/** Middles of what is assumed. */
export function middleAssumed(): AssumedResponse {
  return mapAssumed(([low, high]) => (low + high) / 2);
}

/** The calibration with nothing drawn. */
export function centralCalibration(days: readonly EntryDay[]): Calibration {
  return calibrate(targetsOf(days, fitSeason(days).coefficients), middleAssumed());
}

/**
 * Draws of the parameters: each is a calibration of its own, with the assumed ones uniform in their ranges,
 * the weeks of both later windows drawn with replacement (block bootstrap), the charged hours of the free week
 * moved by the spread of weeks, and the season's coefficients drawn from their covariance.
 */
export function drawnCalibrations(days: readonly EntryDay[], count: number): Calibration[] {
  const season = fitSeason(days);
  return Array.from({ length: count }, (_, index) => {
    const random = seeded(`area-c-calibration-${index}`);
    const assumed = mapAssumed(([low, high]) => low + (high - low) * random());
    const targets = targetsOf(days, drawnCoefficients(season, random));
    const level = exp(season.weekSpread * normal(random));
    const [start, settled] = (['start', 'settled'] as const).map((name) =>
      resampled(daysOf(days, name), random),
    ) as [Float64Array, Float64Array];
    const { startSeason, settledSeason } = targets;
    return calibrate(
      { ...targets, start, startSeason: startSeason * level, settled, settledSeason: settledSeason * level },
      assumed,
    );
  });
}

function mapAssumed(choose: (range: readonly [number, number]) => number): AssumedResponse {
  const entries = Object.entries(ASSUMED).map(([key, range]) => [key, choose(range)]);
  return Object.fromEntries(entries) as AssumedResponse;
}

/** Coefficients of the season, drawn from their covariance. */
export function drawnCoefficients(
  { coefficients, covarianceRoot }: Season,
  random: () => number,
): Float64Array {
  const z = coefficients.map(() => normal(random));
  return coefficients.map((value, i) => {
    const row = covarianceRoot[i] as Float64Array;
    return row.reduce((sum, root, k) => sum + root * (z[k] as number), value);
  });
}

export const normal = (random: () => number): number =>
  normalQuantile(Math.min(Math.max(random(), 1e-9), 1 - 1e-9));

function resampled(days: readonly EntryDay[], random: () => number): Float64Array {
  const weeks = byWeek(days.map((day) => ({ day })));
  const drawn = weeks.flatMap(() => weeks[Math.floor(random() * weeks.length)] ?? []);
  return drawn.length > 0 ? meanProfile(drawn.map(({ day }) => day)) : new Float64Array(HALF_HOURS);
}
