// SPDX-License-Identifier: EUPL-1.2
/** What sets a district apart from its city: how it bears, dies, is left and grows. Pure. */
import { type BySex, SEXES } from './cohort-component';
import { shrunkRatios } from './fitting';
import type { DistrictStart } from './forecast';
import { AGES } from './schedules';

/** Of an age no more leave in a year, however many a district lost. */
export const MOST_LEAVE = 0.9;

/** By age, what is the city's. */
export interface CityRates {
  /** As {@link survivalOf} gives it. */
  readonly survival: BySex;
  /** Births a year by a woman's age. */
  readonly fertility: Float64Array;
  /** How likely one moves, the sum of which is 1. */
  readonly moving: Float64Array;
}

export interface DistrictRates {
  /** By district: of the city's births and deaths, drawn towards all districts' where few are expected. */
  readonly birthRatio: Float64Array;
  readonly deathRatio: Float64Array;
  /** At [district * AGES + age]: the share that stays in a year. */
  readonly staying: Float64Array;
  /** By district: its growth in the year before per 1,000, apart from the city's. */
  readonly ownPer1000: Float64Array;
}

export function districtRates(districts: readonly DistrictStart[], city: CityRates): DistrictRates {
  const of = (count: (district: DistrictStart) => number) => Float64Array.from(districts, count);
  const persons = of(({ population }) => total(population.female) + total(population.male));
  const change = of((d) => d.births - d.deaths + d.arrivals - d.departures);
  const cityPer1000 = (1000 * total(change)) / total(persons);
  return {
    birthRatio: shrunkRatios(
      of(({ births }) => births),
      of(({ population }) => weighted(population.female, city.fertility)),
    ),
    deathRatio: shrunkRatios(
      of(({ deaths }) => deaths),
      of(({ population }) => dyingOf(population, city.survival)),
    ),
    staying: stayingOf(districts, city.moving),
    ownPer1000: change.map((more, i) =>
      (persons[i] as number) > 0 ? (1000 * more) / (persons[i] as number) - cityPer1000 : 0,
    ),
  };
}

function stayingOf(districts: readonly DistrictStart[], moving: Float64Array): Float64Array {
  const staying = new Float64Array(districts.length * AGES);
  districts.forEach(({ population, departures }, district) => {
    const standard = SEXES.reduce((sum, sex) => sum + weighted(population[sex], moving), 0);
    const ratio = standard > 0 ? departures / standard : 0;
    for (let age = 0; age < AGES; age++)
      staying[district * AGES + age] = 1 - Math.min(MOST_LEAVE, ratio * (moving[age] as number));
  });
  return staying;
}

/**
 * Of what ages those are who come: as likely to move as `moving` says, and at home where ages are as in the city. By
 * the likelihood alone there were as many of a hundred years as of sixty among them.
 * @returns shares by age, the sum of which is 1; `moving` itself where nobody lives in the city.
 */
export function comingOf(pyramids: readonly BySex[], moving: Float64Array): Float64Array {
  const coming = moving.map((likely, age) =>
    pyramids.reduce(
      (sum, { female, male }) => sum + likely * ((female[age] as number) + (male[age] as number)),
      0,
    ),
  );
  const all = total(coming);
  return all > 0 ? coming.map((persons) => persons / all) : moving;
}

export const total = (persons: Float64Array): number => persons.reduce((sum, many) => sum + many, 0);

/** Sum of persons by age times what is theirs. */
export const weighted = (persons: Float64Array, rates: Float64Array): number =>
  persons.reduce((sum, many, age) => sum + many * (rates[age] as number), 0);

/** Deaths in a year of those who are there at its begin. */
export const dyingOf = (population: BySex, survival: BySex): number =>
  SEXES.reduce(
    (all, sex) =>
      all +
      population[sex].reduce((sum, many, age) => sum + many * (1 - (survival[sex][age + 1] as number)), 0),
    0,
  );
