// SPDX-License-Identifier: EUPL-1.2
/** How long districts keep growing apart from their city, as their past shows. Pure. */
import { DemographyError } from './cohort-component';

export interface Balances {
  /** Share of a district's own growth that is left a year later. */
  readonly persistence: number;
  /** Standard deviation of what it does by itself in a year, per 1,000. */
  readonly shockPer1000: number;
}

/**
 * First autocorrelation of the districts' yearly growth apart from the city's, pooled over all (an AR(1) without a
 * mean), and the spread of what it leaves. Large and small districts count alike but for those of nobody.
 * @param series by district: persons or households in successive years.
 * @throws DemographyError: fewer than three years, or series that are not equally long.
 */
export function balancesOf(series: readonly (readonly number[])[]): Balances {
  const years = series[0]?.length ?? 0;
  if (years < 3) throw new DemographyError('series', `of ${years} years`);
  if (series.some((one) => one.length !== years)) throw new DemographyError('series', 'are not equally long');
  if (series.flat().some((count) => !(count >= 0)))
    throw new DemographyError('series', 'a count is no number');
  const totals = Array.from({ length: years }, (_, year) =>
    series.reduce((sum, one) => sum + (one[year] as number), 0),
  );
  const growth = (counts: readonly number[]) =>
    counts.slice(1).map((now, year) => 1000 * (now / (counts[year] as number) - 1));
  const ofCity = growth(totals);
  const apart = series
    .filter((one) => one.every((count) => count > 0))
    .map((one) => growth(one).map((rate, year) => rate - (ofCity[year] as number)));
  let [together, alone] = [0, 0];
  for (const one of apart)
    for (let year = 1; year < one.length; year++) {
      together += (one[year] as number) * (one[year - 1] as number);
      alone += (one[year - 1] as number) ** 2;
    }
  const persistence = alone > 0 ? Math.min(1, Math.max(0, together / alone)) : 0;
  const left = apart.flatMap((one) =>
    one.slice(1).map((rate, year) => rate - persistence * (one[year] as number)),
  );
  // By the median, so that one quarter that was built anew does not make all the others uncertain.
  const sorted = left.map(Math.abs).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { persistence, shockPer1000: middle / 0.6745 };
}
