// SPDX-License-Identifier: EUPL-1.2
/** Who will live where, year by year, as it is shown. */
import { isSmall } from '../city/disclosure';
import type { People } from '../city/people';
import { FIRST_SEED } from '../city/seeded';
import { type Estimate, type EstimateColumn, estimateOf } from '../impact/estimate';
import { type BySex, SEXES } from './models/demography/cohort-component';
import { AGE_GROUPS, forecastPeople, type PeopleForecast } from './models/demography/people-forecast';
import { PERSON_GROUPS, type PersonGroup, type ToldPersons, toldPersons } from './models/people/told-persons';
import { LAST_YEAR, POPULATION_GROUPS, type PopulationAnswer, type PopulationGroup } from './people-protocol';

/** Where the classes of the pyramids begin: five years, the last open. */
export const PYRAMID_FROM: readonly number[] = Array.from({ length: 18 }, (_, i) => 5 * i);

export interface PopulationOptions {
  readonly toYear?: number;
  readonly draws?: number;
  readonly seed?: string;
}

/**
 * The forecast of {@link forecastPeople} by district, group and year: medians of the draws with their 80 % intervals,
 * and those of the city, which is the sum of its told districts in each draw. Counts of 1 to 4 persons are not told
 * (NaN), nor what would give them away beside the other groups of the district and the city's sums
 * ({@link toldPersons}); nor is a district's pyramid of a year that would ({@link mayTellPyramid}).
 * @param districts their ids, by row.
 * @throws DemographyError as {@link forecastPeople}; RangeError where `districts` are not those of `people`.
 */
export function populationAnswer(
  people: People,
  districts: readonly number[],
  { toYear = LAST_YEAR, draws = 200, seed = FIRST_SEED }: PopulationOptions = {},
): PopulationAnswer {
  if (districts.length !== people.register.last.total.length)
    throw new RangeError(
      `${districts.length} districts, the register has ${people.register.last.total.length}`,
    );
  return populationOf(forecastPeople(people, { toYear, draws, seed }), districts);
}

/**
 * The same of a forecast that has been made.
 * @throws RangeError where `districts` are not those of the forecast.
 */
export function populationOf(found: PeopleForecast, districts: readonly number[]): PopulationAnswer {
  if (districts.length !== found.districts)
    throw new RangeError(`${districts.length} districts, the forecast has ${found.districts}`);
  const byDistrict = byGroup<EstimateColumn[]>(() => []);
  const city = byGroup<Estimate[]>(() => []);
  const cells = districts.length * SEXES.length * PYRAMID_FROM.length;
  const pyramids = new Float32Array(found.years * cells);
  for (let at = 0; at < found.years; at++) {
    const told = toldPersons(found, found.firstYear + at);
    for (const group of POPULATION_GROUPS) {
      byDistrict[group].push(told.columns[group]);
      city[group].push(cityIn(found, at, PERSON_GROUPS[group]));
    }
    pyramids.set(pyramidsOf(found, at, told), at * cells);
  }
  return {
    kind: 'population',
    firstYear: found.firstYear,
    years: found.years,
    districts,
    byDistrict,
    city,
    pyramids,
    ageFrom: PYRAMID_FROM,
  };
}

const byGroup = <T>(of: () => T) =>
  Object.fromEntries(POPULATION_GROUPS.map((group) => [group, of()])) as Record<PopulationGroup, T>;

/** Persons of some parts in all districts that are told. */
function cityIn(
  { groups, years, districts, draws }: PeopleForecast,
  at: number,
  parts: readonly number[],
): Estimate {
  const drawn = Float64Array.from({ length: draws }, (_, draw) => {
    let all = 0;
    for (let district = 0; district < districts; district++) {
      const from = ((draw * years + at) * districts + district) * AGE_GROUPS.length;
      let persons = 0;
      for (const part of parts) persons += groups[from + part] as number;
      all += persons;
    }
    return all;
  });
  return estimateOf(drawn);
}

/** Women, then men, of each district in a year. */
function pyramidsOf({ central, districts }: PeopleForecast, at: number, told: ToldPersons): Float32Array {
  const cells = SEXES.length * PYRAMID_FROM.length;
  const pyramids = new Float32Array(districts * cells).fill(Number.NaN);
  central[at]?.forEach((pyramid, district) => {
    if (!mayTellPyramid(pyramid, district, told)) return;
    const classes = SEXES.flatMap((sex) =>
      PYRAMID_FROM.map((from, i) => personsIn(pyramid[sex], from, PYRAMID_FROM[i + 1])),
    );
    pyramids.set(classes, district * cells);
  });
  return pyramids;
}

const personsIn = (ages: Float64Array, from: number, before?: number): number =>
  ages.subarray(from, before).reduce((all, persons) => all + persons, 0);

/** Where a class of the pyramids or a group of children begins, and their end: 0 to 2, 3 and 4, 5, 6 to 9… */
const YOUNG_FROM = [0, 3, 5, 6, 10, 11, 14, 15, 18, 20] as const;
const CHILDREN = ['aged0to2', 'aged3to5', 'aged6to10', 'aged11to13'] as const;

/**
 * Not where a class of either sex is of 1 to 4 persons; nor where the classes together, which are everybody, those of 65
 * and of 80, tell a group that is withheld; nor where a group of children less a class is of so few.
 */
function mayTellPyramid(pyramid: BySex, district: number, { isTold }: ToldPersons): boolean {
  const told = (group: PersonGroup) => isTold(group, district);
  if (!(told('total') && told('aged65Plus') && told('aged80Plus'))) return false;
  // With either of them the classes tell the other.
  if (told('minors') !== told('aged18to64')) return false;
  if (
    SEXES.some((sex) =>
      PYRAMID_FROM.some((from, i) => isSmall(personsIn(pyramid[sex], from, PYRAMID_FROM[i + 1]))),
    )
  )
    return false;
  const both = (from: number, before: number) =>
    personsIn(pyramid.female, from, before) + personsIn(pyramid.male, from, before);
  return (
    !(CHILDREN.some(told) || told('minors')) ||
    !YOUNG_FROM.some(
      (from, i) => i + 1 < YOUNG_FROM.length && isSmall(both(from, YOUNG_FROM[i + 1] as number)),
    )
  );
}
