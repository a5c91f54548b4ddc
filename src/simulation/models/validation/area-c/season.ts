// SPDX-License-Identifier: EUPL-1.2
/** What traffic would have done anyway between two windows, told by hours that the charge does not touch. Pure. */
import { exp, log } from '../../../../city/exact-math';
import type { EntryDay } from './entries';
import { type LinearFit, linearFit } from './least-squares';
import { daysOf, sumOf, weekday, withoutSchool } from './windows';

/** 5:00–7:00: before the charge, and too early to be where its trips move to. */
const DAWN = [10, 14] as const;

export interface Season extends LinearFit {
  /** Spread of weeks about the fit, natural logarithm: what a window of n weeks is uncertain by is this over √n. */
  readonly weekSpread: number;
}

/**
 * Logarithm of the entries in charged hours by working day under an unchanged charge (30 January–29 June
 * 2012), by ordinary least squares on the day of the week, the logarithm of the entries at dawn (5:00–7:00)
 * and days without school. Weekends were tried instead and say nothing about working days.
 */
export function fitSeason(days: readonly EntryDay[]): Season {
  const of = daysOf(days, 'season');
  const fit = linearFit(
    of.map(regressors),
    of.map(({ vehicles }) => log(sumOf(vehicles))),
  );
  const weeks = byWeek(of.map((day, i) => ({ day, residual: fit.residuals[i] as number })));
  const means = weeks.map((week) => week.reduce((sum, { residual }) => sum + residual, 0) / week.length);
  const square = means.reduce((sum, mean) => sum + mean * mean, 0) / (means.length - 1);
  return { ...fit, weekSpread: Math.sqrt(square) };
}

/** What the charged hours' entries would be multiplied by from one window to another, the charge being the same. */
export function seasonFactor(
  coefficients: Float64Array,
  from: readonly EntryDay[],
  to: readonly EntryDay[],
): number {
  return exp(meanLog(coefficients, to) - meanLog(coefficients, from));
}

function meanLog(coefficients: Float64Array, days: readonly EntryDay[]): number {
  let sum = 0;
  for (const day of days)
    regressors(day).forEach((value, k) => {
      sum += (value * (coefficients[k] as number)) / days.length;
    });
  return sum;
}

const regressors = (day: EntryDay): number[] => [
  1,
  ...[1, 2, 3, 4].map((other) => (weekday(day) === other ? 1 : 0)),
  log(sumOf(day.vehicles, ...DAWN)),
  withoutSchool(day) ? 1 : 0,
];

/** Groups of the same week, in order of the days. */
export function byWeek<T extends { readonly day: EntryDay }>(rows: readonly T[]): T[][] {
  const weeks: T[][] = [];
  let before = 7;
  for (const row of rows) {
    const now = weekday(row.day);
    // Working days only: a new week begins where the weekday does not grow.
    if (now <= before) weeks.push([]);
    weeks.at(-1)?.push(row);
    before = now;
  }
  return weeks;
}
