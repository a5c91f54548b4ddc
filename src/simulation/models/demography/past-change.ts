// SPDX-License-Identifier: EUPL-1.2
/** What a series did in the past, and how far a forecast that goes on like it may be off. Pure. */
import { exp, log } from '../../../city/exact-math';
import { type BySex, DemographyError, SEXES } from './cohort-component';

export interface PastChange {
  readonly perYear: number;
  /** Standard deviation of a year's change. */
  readonly step: number;
  /** Standard error of `perYear`. */
  readonly error: number;
}

/**
 * A random walk with drift, whose drift is known as well as its mean is: what Lee and Carter (1992, Journal of the
 * American Statistical Association 87, appendix B) take for their index of mortality.
 * @param values of successive years.
 * @param perYear where the drift is not the past's but somebody's forecast; changes are then held to that.
 * @throws DemographyError: fewer than three years.
 */
export function pastChange(values: readonly number[], perYear?: number): PastChange {
  const changes = values.slice(1).map((now, year) => now - (values[year] as number));
  if (changes.length < 2) throw new DemographyError('series', `of ${values.length} years`);
  const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
  const about = perYear ?? mean;
  const squares = changes.reduce((sum, one) => sum + (one - about) ** 2, 0);
  const step = Math.sqrt(squares / (perYear === undefined ? changes.length - 1 : changes.length));
  return { perYear: about, step, error: step / Math.sqrt(changes.length) };
}

/** Who was counted then, of ages from `from` to before `end`. */
export interface CountBefore {
  readonly from: number;
  readonly end: number;
  readonly persons: number;
}

/**
 * Who came less who went a year, as a share of the cohorts: those who are `years` older today are brought back by the
 * survival of each year and held to how many were counted then (reverse survival ratios; United Nations 1970, "Manual
 * VI: Methods of measuring internal migration"). The constant rate with which both agree.
 * @param survival of each of the years, the last first, as `survivalOf` gives it.
 * @param deathRatio of who dies in the city to who does by `survival`.
 * @throws DemographyError: nobody of those ages is there, or was counted.
 */
export function netMigrationSince(
  today: BySex,
  before: CountBefore,
  survival: readonly BySex[],
  deathRatio: number,
): number {
  const years = survival.length;
  let reversed = 0;
  for (const sex of SEXES)
    for (let age = before.from; age < before.end; age++) {
      let alive = 1;
      survival.forEach((ofYear, back) => {
        alive *= 1 - deathRatio * (1 - (ofYear[sex][age + years - back] as number));
      });
      reversed += (today[sex][age + years] as number) / alive;
    }
  if (!(reversed > 0 && before.persons > 0))
    throw new DemographyError('cohorts', `${before.persons} counted before, ${reversed} by who is left`);
  return exp(log(reversed / before.persons) / years) - 1;
}
