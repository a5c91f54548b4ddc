// SPDX-License-Identifier: EUPL-1.2
/** The model of the charge beside what was counted: the start that it was fitted to, and what it was not shown. Pure. */

import { seeded } from '../../../../city/seeded';
import { type Estimate, estimateOf } from '../../../../impact/estimate';
import { CALIBRATED_DRAWS, CALIBRATED_RMSE_VEHICLES } from '../../demand/charge-calibrated';
import { respond } from '../../demand/charge-response';
import { areaCCharge, type ChargeDraw, segmentsOf } from '../../demand/charge-segments';
import { HALF_HOURS } from '../../demand/departure-choice';
import { drawnCoefficients, normal, PRICE_2012_EUR } from './calibration';
import type { EntryDay } from './entries';
import { HEADLINE_DRAWS } from './headline-draws';
import { type HeadlineComparison, headlinesBeside } from './headlines';
import { drawnCircumstances, type PredictedChange, predict } from './predictions';
import { fitSeason, type Season, seasonFactor } from './season';
import { CHARGED_FROM, CHARGED_UNTIL, daysOf, meanProfile, sumOf } from './windows';

export interface HalfHourRow {
  /** 0 … 47; 15 is 7:30–8:00. */
  readonly halfHour: number;
  /** Mean vehicles a day. */
  readonly observedBefore: number;
  readonly observedAfter: number;
  readonly modelled: Estimate;
}

/** A change of a sum of entries against before, percent. */
export interface ChangePercent {
  readonly observed: number;
  readonly modelled: Estimate;
  /** Whether the 80 % interval holds what was observed. */
  readonly inside: boolean;
}

export interface ProfileComparison {
  readonly rows: readonly HalfHourRow[];
  /** 7:30–19:30, all vehicles. */
  readonly chargedHours: ChangePercent;
  /** The other hours of the day, all vehicles. */
  readonly otherHours: ChangePercent;
  /** Over the 48 half-hours, vehicles. */
  readonly rootMeanSquareError: number;
  /** What charged hours would have changed by anyway, by dawn traffic and schools; part of what is modelled. */
  readonly seasonPercent: number;
  readonly daysBefore: number;
  readonly daysAfter: number;
  /** Half-hours whose observed change exceeds 10 %, and those of them in which the model's has the other sign. */
  readonly changedHalfHours: readonly number[];
  readonly wrongDirection: readonly number[];
}

export interface AreaCValidation {
  /** Fitted: 16 January–29 February 2012 after 9–13 January. */
  readonly start: ProfileComparison;
  /** Predicted: 17–28 September 2012 after 3–14 September. */
  readonly suspension: ProfileComparison;
  readonly predictions: readonly HeadlineComparison[];
}

/**
 * The calibrated model beside the entries of 2012, without touching a parameter.
 * @param days entries by half-hour, see entries.ts; those of 2012 are used.
 * @throws EntriesError where a window has no complete working day.
 */
export function validateAreaC(days: readonly EntryDay[]): AreaCValidation {
  const season = fitSeason(days);
  const { start, drawn } = drawsOf(days, CALIBRATED_DRAWS, season);
  const [startCompared, suspension] = [
    compare(daysOf(days, 'before'), daysOf(days, 'start'), start, season),
    compare(
      daysOf(days, 'suspended'),
      daysOf(days, 'reactivated'),
      drawn.map(({ reactivated }) => reactivated),
      season,
    ),
  ];
  return {
    start: startCompared,
    suspension,
    predictions: headlinesBeside(
      percents(daysOf(days, 'before'), start, drawn),
      startCompared.chargedHours.observed,
      suspension.chargedHours.observed,
    ),
  };
}

/** The published changes beside the model's, for a city without entries by half-hour. */
export function validateHeadlines(): HeadlineComparison[] {
  return headlinesBeside(HEADLINE_DRAWS);
}

/** By draw: change at the start, of the suspension, of 2017 and of 2023, percent. */
export function percentsOf(days: readonly EntryDay[], draws: readonly ChargeDraw[]): number[][] {
  const { start, drawn } = drawsOf(days, draws, fitSeason(days));
  return percents(daysOf(days, 'before'), start, drawn);
}

function percents(
  before: readonly EntryDay[],
  start: readonly Float64Array[],
  drawn: readonly PredictedChange[],
): number[][] {
  const was = sumOf(meanProfile(before));
  return drawn.map(({ suspension, lpgAndDiesel2017, price2023 }, index) =>
    [sumOf(start[index] as Float64Array) / was - 1, suspension, lpgAndDiesel2017, price2023].map(
      (part) => 100 * part,
    ),
  );
}

function drawsOf(
  days: readonly EntryDay[],
  draws: readonly ChargeDraw[],
  season: Season,
): { start: Float64Array[]; drawn: PredictedChange[] } {
  return {
    start: startDraws(days, draws, season),
    drawn: draws.map((draw, index) => predict(days, drawnCircumstances(draw, season, index))),
  };
}

/** The start by every draw, with the season's factor on charged hours. */
function startDraws(days: readonly EntryDay[], draws: readonly ChargeDraw[], season: Season): Float64Array[] {
  const [before, start] = (['before', 'start'] as const).map((name) => daysOf(days, name)) as [
    EntryDay[],
    EntryDay[],
  ];
  const profile = meanProfile(before);
  return draws.map((draw, index) => {
    const factor = seasonFactor(drawnCoefficients(season, seeded(`area-c-start-${index}`)), before, start);
    const { total } = respond(profile, segmentsOf(draw), areaCCharge(draw, PRICE_2012_EUR), draw);
    return total.map((entries, h) => entries * (h >= CHARGED_FROM && h < CHARGED_UNTIL ? factor : 1));
  });
}

function compare(
  before: readonly EntryDay[],
  after: readonly EntryDay[],
  draws: readonly Float64Array[],
  season: Season,
): ProfileComparison {
  const [was, is] = [meanProfile(before), meanProfile(after)];
  const rows = Array.from({ length: HALF_HOURS }, (_, h): HalfHourRow => {
    const random = seeded(`area-c-half-hour-${h}`);
    const spread = halfHourSpread(before, after, was, h);
    // In pairs, so that noise widens the interval and leaves its middle alone.
    const modelled = draws.flatMap((profile) => {
      const noise = spread * normal(random);
      return [(profile[h] as number) + noise, (profile[h] as number) - noise];
    });
    return {
      halfHour: h,
      observedBefore: was[h] as number,
      observedAfter: is[h] as number,
      modelled: estimateOf(modelled),
    };
  });
  const square =
    rows.reduce((sum, row) => sum + (row.modelled.value - row.observedAfter) ** 2, 0) / HALF_HOURS;
  const changedHalfHours = rows
    .filter((row) => Math.abs(row.observedAfter / row.observedBefore - 1) > 0.1)
    .map(({ halfHour }) => halfHour);
  return {
    rows,
    chargedHours: change(was, is, draws, (profile) => sumOf(profile)),
    otherHours: change(was, is, draws, (profile) => sumOf(profile, 0, HALF_HOURS) - sumOf(profile)),
    rootMeanSquareError: Math.sqrt(square),
    seasonPercent: 100 * (seasonFactor(season.coefficients, before, after) - 1),
    daysBefore: before.length,
    daysAfter: after.length,
    changedHalfHours,
    wrongDirection: changedHalfHours.filter((h) => {
      const { observedBefore, observedAfter, modelled } = rows[h] as HalfHourRow;
      return !((observedAfter - observedBefore) * (modelled.value - observedBefore) > 0);
    }),
  };
}

/** Standard deviation of a half-hour's mean that no draw holds: what the fit misses, and days differing. */
function halfHourSpread(
  before: readonly EntryDay[],
  after: readonly EntryDay[],
  was: Float64Array,
  h: number,
): number {
  const misfit =
    (CALIBRATED_RMSE_VEHICLES ** 2 * (was[h] as number) * HALF_HOURS) / sumOf(was, 0, HALF_HOURS);
  return Math.sqrt(misfit + varianceOfMean(before, h) + varianceOfMean(after, h));
}

function varianceOfMean(days: readonly EntryDay[], h: number): number {
  const counts = days.map(({ vehicles }) => vehicles[h] as number);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const square = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return counts.length > 1 ? square / (counts.length - 1) / counts.length : 0;
}

function change(
  was: Float64Array,
  is: Float64Array,
  draws: readonly Float64Array[],
  sum: (profile: Float64Array) => number,
): ChangePercent {
  const percent = (profile: Float64Array) => 100 * (sum(profile) / sum(was) - 1);
  const observed = percent(is);
  const modelled = estimateOf(draws.map(percent));
  return { observed, modelled, inside: observed >= modelled.low && observed <= modelled.high };
}
