// SPDX-License-Identifier: EUPL-1.2
/** Who will live where, year by year, as it is shown. */
import { isSmall, toldBesideSum } from '../city/disclosure';
import type { People } from '../city/people';
import { type Estimate, type EstimateColumn, estimateColumn, estimateOf } from '../impact/estimate';
import { SEXES } from './models/demography/cohort-component';
import { AGE_GROUPS, forecastPeople, type PeopleForecast } from './models/demography/people-forecast';
import { LAST_YEAR, POPULATION_GROUPS, type PopulationAnswer, type PopulationGroup } from './people-protocol';

/** Rows of AGE_GROUPS that make a group. */
const PARTS: Readonly<Record<PopulationGroup, readonly number[]>> = {
  total: AGE_GROUPS.map((_, group) => group),
  aged0to2: [0],
  aged3to5: [1],
  aged6to10: [2],
  aged11to13: [3],
  minors: [0, 1, 2, 3, 4],
  aged18to64: [5],
  aged65Plus: [6, 7],
  aged80Plus: [7],
};
/** Where the classes of the pyramids begin: five years, the last open. */
export const PYRAMID_FROM: readonly number[] = Array.from({ length: 18 }, (_, i) => 5 * i);

export interface PopulationOptions {
  readonly toYear?: number;
  readonly draws?: number;
  readonly seed?: string;
}

/**
 * The forecast of {@link forecastPeople} by district, group and year: medians of the draws with their 80 % intervals,
 * and those of the city, which is the sum of its told districts in each draw. Counts of 1 to 4 persons are not told (NaN),
 * nor the smallest others beside them that the city's sum would give them away with; nor is a district's pyramid of a
 * year of which any class is so small.
 * @param districts their ids, by row.
 * @throws DemographyError as {@link forecastPeople}; RangeError where `districts` are not those of `people`.
 */
export function populationAnswer(
  people: People,
  districts: readonly number[],
  { toYear = LAST_YEAR, draws = 200, seed = 'population' }: PopulationOptions = {},
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
  const { draws } = found;
  if (districts.length !== found.districts)
    throw new RangeError(`${districts.length} districts, the forecast has ${found.districts}`);
  const byDistrict = {} as Record<PopulationGroup, EstimateColumn[]>;
  const city = {} as Record<PopulationGroup, Estimate[]>;
  const drawn = Array.from({ length: draws }, () => new Float64Array(districts.length));
  for (const group of POPULATION_GROUPS) {
    [byDistrict[group], city[group]] = [[], []];
    for (let year = 0; year < found.years; year++) {
      fill(drawn, found, year, PARTS[group]);
      byDistrict[group].push(disclosedColumn(drawn, found.told));
      city[group].push(estimateOf(drawn.map((persons) => persons.reduce((all, one) => all + one, 0))));
    }
  }
  return {
    kind: 'population',
    firstYear: found.firstYear,
    years: found.years,
    districts,
    byDistrict,
    city,
    pyramids: pyramidsOf(found),
    ageFrom: PYRAMID_FROM,
  };
}

/** Persons of some groups together in a year: by draw, by district. */
function fill(
  drawn: readonly Float64Array[],
  { groups, years, districts }: PeopleForecast,
  year: number,
  parts: readonly number[],
): void {
  drawn.forEach((persons, draw) => {
    for (let district = 0; district < districts; district++) {
      const from = ((draw * years + year) * districts + district) * AGE_GROUPS.length;
      let all = 0;
      for (const part of parts) all += groups[from + part]!;
      persons[district] = all;
    }
  });
}

/** Without districts that are not told, and without those that would tell, beside the city, that few are expected. */
function disclosedColumn(drawn: readonly Float64Array[], told: Uint8Array): EstimateColumn {
  const column = estimateColumn(drawn, told);
  return column.value.some((persons) => isSmall(persons))
    ? estimateColumn(drawn, toldBesideSum(column.value))
    : column;
}

/** Women, then men, of each district in each year. */
function pyramidsOf({ central, years, districts, told }: PeopleForecast): Float32Array {
  const cells = SEXES.length * PYRAMID_FROM.length;
  const pyramids = new Float32Array(years * districts * cells).fill(Number.NaN);
  central.forEach((ofYear, year) => {
    ofYear.forEach((pyramid, district) => {
      if (!told[district]) return;
      const classes = SEXES.flatMap((sex) =>
        PYRAMID_FROM.map((from, i) =>
          pyramid[sex].subarray(from, PYRAMID_FROM[i + 1]).reduce((all, persons) => all + persons, 0),
        ),
      );
      if (!classes.some((persons) => isSmall(persons)))
        pyramids.set(classes, (year * districts + district) * cells);
    });
  });
  return pyramids;
}
