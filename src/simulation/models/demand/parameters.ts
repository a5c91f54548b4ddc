// SPDX-License-Identifier: EUPL-1.2
/** What the demand model takes for granted, with defaults and the range in which each may lie. */
import { DemandError, type Purpose } from './modes';

export interface DemandParameters {
  /** Of the choice of main mode, per minute of generalised cost. 0.04–0.08. */
  readonly thetaPerMin: number;
  /** Of the nest of bicycle and walking: 1 no nest, towards 0 all but the same mode. 0.5–0.7. */
  readonly nestScale: number;
  /** Medians. Commuting 7.5–11.5, other 5.5–8.5. */
  readonly valueOfTimeEurH: Readonly<Record<Purpose, number>>;
  /** All trips times this. 0.9–1.1. */
  readonly tripFactor: number;
  /** Of work trips that stay at home, so many come back as trips for other purposes. 0.1–0.3. */
  readonly rebound: number;
  /** What a minute of waiting feels like, in minutes in a vehicle; for the transit skims. 1.5–2.5. */
  readonly waitWeight: number;
  /** What a minute on foot feels like where walking is the main mode. 1–2. */
  readonly walkWeight: number;
}

/**
 * theta, nest scale, weights and values of time: common practice of mode choice models, no estimate from
 * Milan.
 */
export const DEFAULT_DEMAND_PARAMETERS: DemandParameters = {
  thetaPerMin: 0.05,
  nestScale: 0.6,
  valueOfTimeEurH: { work: 9.5, study: 7, other: 7 },
  tripFactor: 1,
  rebound: 0.2,
  waitWeight: 2,
  walkWeight: 1.5,
};

/** @throws DemandError where a parameter makes no sense, by its name. */
export function checkDemandParameters(parameters: DemandParameters): void {
  const positive = {
    thetaPerMin: parameters.thetaPerMin,
    nestScale: parameters.nestScale,
    tripFactor: parameters.tripFactor,
    waitWeight: parameters.waitWeight,
    walkWeight: parameters.walkWeight,
    'valueOfTimeEurH, work': parameters.valueOfTimeEurH.work,
    'valueOfTimeEurH, study': parameters.valueOfTimeEurH.study,
    'valueOfTimeEurH, other': parameters.valueOfTimeEurH.other,
  };
  for (const [name, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value)))
      throw new DemandError(`parameter ${name}`, `${value} is not more than 0`);
  if (parameters.nestScale > 1)
    throw new DemandError('parameter nestScale', `${parameters.nestScale} is more than 1`);
  const { rebound } = parameters;
  if (!(rebound >= 0 && rebound <= 1)) throw new DemandError('parameter rebound', `${rebound} is no share`);
}
