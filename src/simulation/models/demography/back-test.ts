// SPDX-License-Identifier: EUPL-1.2
/** How good a forecast would have been: made with what was known then, held to what came, beside two that know nothing. Pure. */
import { type Estimate, estimateOf } from '../../../impact/estimate';
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
  /** By `ages` of the options. */
  readonly ages: readonly AgeError[];
  /** Share of the districts whose actual count lies within the interval. */
  readonly coverage: number;
}

/** Ages of which it is asked how far off they were, both ends included. */
export interface AgesHeld {
  readonly from: number;
  readonly to: number;
  /** Persons that were counted, by district; NaN or 0: not held to it. */
  readonly actual: readonly number[];
  /** Persons that were counted at the begin, by district: what one who knows nothing would say. */
  readonly before: readonly number[];
}

/** How far off the persons of some ages were, as shares of what came; NaN where none was counted. */
export interface AgeError {
  /** Median and mean of the districts' absolute errors. */
  readonly medianError: number;
  readonly meanError: number;
  /** Median of the errors of as many as at the begin. */
  readonly constantError: number;
  /** Of all districts together: above nought where more were forecast than came. */
  readonly together: number;
  /** All districts that are held to it: who was counted, and what was forecast; null where there is none. */
  readonly city: Readonly<Record<'actual' | 'value' | 'low' | 'high', number>> | null;
  /** Share of the districts whose count lies within the interval. */
  readonly coverage: number;
}

export interface BackTestOptions {
  readonly years: number;
  readonly draws: number;
  readonly random: () => number;
  readonly ages?: readonly AgesHeld[];
}

/**
 * @param actual persons that were counted `years` later, by district, none of them 0.
 * @throws DemographyError as {@link forecast}; counts of other districts.
 */
export function backTest(
  districts: readonly DistrictStart[],
  outlook: CityOutlook,
  actual: readonly number[],
  { years, draws, random, ages = [] }: BackTestOptions,
): BackTest {
  if (actual.length !== districts.length || !actual.every((persons) => persons > 0))
    throw new DemographyError(
      'actual',
      `${actual.length} counts of ${districts.length} districts, or one of nobody`,
    );
  const told = [[0, AGES - 1] as const, ...ages.map(({ from, to }) => [from, to] as const)];
  const { groups } = forecast(districts, outlook, { years, draws, random, groups: told });
  const drawnOf = (district: number, group: number) =>
    Float64Array.from({ length: draws }, (_, draw) => {
      const row = (draw * (years + 1) + years) * districts.length + district;
      return groups[row * told.length + group] as number;
    });
  const drawn = districts.map((_, district) => drawnOf(district, 0));
  const whole = sumOf(drawn);
  const came = actual.reduce((all, persons) => all + persons, 0);
  const rows = districts.map((district, i) => ({
    id: district.id,
    ...rowOf([district], drawn[i] as Float64Array, actual[i] as number, years),
  }));
  const errors = (of: (one: DistrictBackTest) => number) =>
    Float64Array.from(rows, (one) => Math.abs(of(one) - one.actual) / one.actual).sort();
  const byMethod = (tell: (errors: Float64Array) => number) => ({
    forecast: tell(errors(({ value }) => value)),
    constant: tell(errors(({ constant }) => constant)),
    linear: tell(errors(({ linear }) => linear)),
  });
  return {
    districts: rows,
    city: rowOf(districts, whole, came, years),
    medianError: byMethod(medianOf),
    meanError: byMethod((all) => all.reduce((total, one) => total + one, 0) / all.length),
    ages: ages.map((held, i) =>
      ageErrorOf(
        held,
        districts.map((_, district) => drawnOf(district, i + 1)),
      ),
    ),
    coverage:
      rows.filter(({ actual: counted, low, high }) => counted >= low && counted <= high).length / rows.length,
  };
}

function rowOf(
  of: readonly DistrictStart[],
  drawn: Float64Array,
  actual: number,
  years: number,
): Omit<DistrictBackTest, 'id'> {
  const constant = of.reduce((all, { population }) => all + sum(population), 0);
  const yearly = of.reduce((all, d) => all + d.births - d.deaths + d.arrivals - d.departures, 0);
  const { value, low, high } = estimateOf(drawn);
  return { actual, value, low, high, constant, linear: Math.max(0, constant + years * yearly) };
}

function ageErrorOf({ actual, before }: AgesHeld, drawn: readonly Float64Array[]): AgeError {
  const held = drawn
    .map((draws, district) => ({
      came: actual[district] as number,
      before: before[district] as number,
      draws,
      forecast: estimateOf(draws),
    }))
    .filter(({ came }) => came > 0);
  const off = (said: (one: (typeof held)[number]) => number) =>
    Float64Array.from(held, (one) => Math.abs(said(one) - one.came) / one.came).sort();
  const errors = off(({ forecast: { value } }) => value);
  const came = held.reduce((all, one) => all + one.came, 0);
  const value = held.reduce((all, one) => all + one.forecast.value, 0);
  const isWithin = (persons: number, { low, high }: Estimate) => persons >= low && persons <= high;
  return {
    medianError: medianOf(errors),
    meanError: errors.reduce((total, one) => total + one, 0) / errors.length,
    constantError: medianOf(off((one) => one.before)),
    together: value / came - 1,
    city: held.length > 0 ? cityOf(came, sumOf(held.map(({ draws }) => draws))) : null,
    coverage: held.filter((one) => isWithin(one.came, one.forecast)).length / held.length,
  };
}

function cityOf(actual: number, drawn: Float64Array): NonNullable<AgeError['city']> {
  const { value, low, high } = estimateOf(drawn);
  return { actual, value, low, high };
}

/** Of all columns together, draw by draw. */
const sumOf = (columns: readonly Float64Array[]): Float64Array =>
  Float64Array.from(columns[0] ?? [], (_, draw) =>
    columns.reduce((all, persons) => all + (persons[draw] as number), 0),
  );

function medianOf(sorted: Float64Array): number {
  if (sorted.length === 0) return Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
