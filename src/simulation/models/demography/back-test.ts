// SPDX-License-Identifier: EUPL-1.2
/** How good a forecast would have been: made with what was known then, held to what came, beside two that know nothing. Pure. */
import { estimateOf } from '../../../impact/estimate';
import { DemographyError, sum } from './cohort-component';
import { type CityOutlook, type DistrictStart, forecast } from './forecast';
import { AGES } from './schedules';

/** One district's forecast and what came. */
export interface DistrictBackTest {
  readonly id: number;
  readonly actual: number;
  /** Median of the draws, and the ends of their 80 % interval. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As many as at the begin; and as many as the balance of the last known year adds each year. */
  readonly constant: number;
  readonly linear: number;
}

export interface BackTest {
  readonly districts: readonly DistrictBackTest[];
  readonly city: Omit<DistrictBackTest, 'id'>;
  /** Median and mean of the districts' absolute errors, as shares of what came. */
  readonly medianError: Readonly<Record<'forecast' | 'constant' | 'linear', number>>;
  readonly meanError: Readonly<Record<'forecast' | 'constant' | 'linear', number>>;
  /** Share of the districts whose actual count lies within the interval. */
  readonly coverage: number;
}

/**
 * @param actual persons that were counted `years` later, by district, none of them 0.
 * @throws DemographyError as {@link forecast}; counts of other districts.
 */
export function backTest(
  districts: readonly DistrictStart[],
  outlook: CityOutlook,
  actual: readonly number[],
  { years, draws, random }: { readonly years: number; readonly draws: number; readonly random: () => number },
): BackTest {
  if (actual.length !== districts.length || !actual.every((persons) => persons > 0))
    throw new DemographyError(
      'actual',
      `${actual.length} counts of ${districts.length} districts, or one of nobody`,
    );
  const { groups } = forecast(districts, outlook, { years, draws, random, groups: [[0, AGES - 1]] });
  const drawn = districts.map((_, district) =>
    Float64Array.from(
      { length: draws },
      (_, draw) => groups[(draw * (years + 1) + years) * districts.length + district] as number,
    ),
  );
  const row = (of: readonly DistrictStart[], persons: Float64Array, came: number) => {
    const before = of.reduce((all, { population }) => all + sum(population), 0);
    const yearly = of.reduce((all, d) => all + d.births - d.deaths + d.arrivals - d.departures, 0);
    const { value, low, high } = estimateOf(persons);
    return {
      actual: came,
      value,
      low,
      high,
      constant: before,
      linear: Math.max(0, before + years * yearly),
    };
  };
  const rows = districts.map((district, i) => ({
    id: district.id,
    ...row([district], drawn[i] as Float64Array, actual[i] as number),
  }));
  const whole = Float64Array.from({ length: draws }, (_, draw) =>
    drawn.reduce((all, persons) => all + (persons[draw] as number), 0),
  );
  const errors = (of: (one: DistrictBackTest) => number) =>
    Float64Array.from(rows, (one) => Math.abs(of(one) - one.actual) / one.actual).sort();
  const byMethod = (tell: (errors: Float64Array) => number) => ({
    forecast: tell(errors(({ value }) => value)),
    constant: tell(errors(({ constant }) => constant)),
    linear: tell(errors(({ linear }) => linear)),
  });
  return {
    districts: rows,
    city: row(
      districts,
      whole,
      actual.reduce((all, persons) => all + persons, 0),
    ),
    medianError: byMethod(medianOf),
    meanError: byMethod((all) => all.reduce((total, one) => total + one, 0) / all.length),
    coverage: rows.filter(({ actual: came, low, high }) => came >= low && came <= high).length / rows.length,
  };
}

function medianOf(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
