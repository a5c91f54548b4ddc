// SPDX-License-Identifier: EUPL-1.2
/** Who has trees in view and a park near, how much lies under crowns, how warm the nights are: the city as it is. */
import { partsToldBesideSum } from '../city/disclosure';
import { FIRST_SEED } from '../city/seeded';
import { type Estimate, estimateOf } from '../impact/estimate';
import { GREEN_FIGURES, type GreenAnswer, type GreenFigure } from './green-protocol';
import type { PeopleForecast } from './models/demography/people-forecast';
import { drawGreenParameters } from './models/green/green-parameters';
import { PARK_SIZES_M2 } from './models/green/green-raster';
import { type GreenCity, type GreenFigures, type GreenState, greenFigures } from './models/green/green-state';
import { CANOPY_SHARE } from './models/green/three-thirty-three-hundred';
import { OLDEST, personsAged } from './models/people/persons';
import { toldPersons } from './models/people/told-persons';
import { MODEL_DRAWS } from './protocol';
import { toldColumn } from './told-column';

interface Green {
  readonly city: GreenCity;
  readonly state: GreenState;
}

/** The same in every answer: they do not depend on the year. */
const known = new WeakMap<Green, readonly GreenFigures[]>();
/** The draws of a city's green as it is. */
export function greenDraws(
  green: Green,
  onProgress: (share: number) => void = () => {},
): readonly GreenFigures[] {
  let figures = known.get(green);
  if (!figures) {
    figures = drawGreenParameters(FIRST_SEED, MODEL_DRAWS.green).map((parameters, draw) => {
      onProgress(draw / MODEL_DRAWS.green);
      return greenFigures(green.city, green.state, parameters);
    });
    known.set(green, figures);
  }
  return figures;
}

export interface GreenSubject {
  readonly green: Green | null;
  readonly forecast: PeopleForecast;
  /** Ids of the districts, by row. */
  readonly districts: readonly number[];
}

/**
 * Medians of the draws with their intervals, by district and for all that are told; those of a year are weighted by the
 * residents that are forecast for it, the trees and parks are those of the data.
 * @throws ForecastRangeError: a year that is not forecast.
 */
export function greenAnswer(
  { green, forecast, districts }: GreenSubject,
  year: number,
  onProgress: (share: number) => void = () => {},
): GreenAnswer {
  if (!green) return { kind: 'green', year, districts, found: null };
  const { city, state } = green;
  const figures = greenDraws(green, onProgress);
  const persons = toldPersons(forecast, year);
  const residents = figures.map((_, draw) =>
    personsAged(forecast, { draw: draw % forecast.draws, year, from: 0, to: OLDEST }).map((one, row) =>
      persons.isTold('total', row) ? one : Number.NaN,
    ),
  );
  const byDistrict = toldFigures(figures, persons.columns.total.value);
  const told = districts.filter((_, row) =>
    GREEN_FIGURES.some((id) => !Number.isNaN(byDistrict[id].value[row])),
  ).length;
  const parks = PARK_SIZES_M2.map((leastM2) => state.raster.parkM2.filter((m2) => m2 >= leastM2).length);
  return {
    kind: 'green',
    year,
    districts,
    found: {
      trees: city.trees.count,
      parks: parks as [number, number],
      told,
      byDistrict,
      city: cityFigures(figures, residents, state.raster.areaM2),
    },
  };
}

/**
 * Shares of residents are not told where who is meant, or who is left, are few: whoever knows the residents has their
 * number. Nor is the smaller park's where those are few who have it and not the larger one.
 */
function toldFigures(
  figures: readonly GreenFigures[],
  residents: Float32Array,
): NonNullable<GreenAnswer['found']>['byDistrict'] {
  const medians = (id: GreenFigure) => toldColumn(figures.map((draw) => draw[id])).value;
  const mayTell = (share: Float32Array) =>
    partsToldBesideSum(
      residents,
      share.map((one, row) => one * (residents[row] as number)),
    );
  const [park, smallPark] = [medians('park'), medians('smallPark')];
  const told: Partial<Record<GreenFigure, Uint8Array>> = {
    trees: mayTell(medians('trees')),
    park: mayTell(park),
    smallPark: both(mayTell(smallPark), mayTell(smallPark.map((one, row) => one - (park[row] as number)))),
  };
  return Object.fromEntries(
    GREEN_FIGURES.map((id) => [
      id,
      toldColumn(
        figures.map((draw) => draw[id]),
        told[id],
      ),
    ]),
  ) as NonNullable<GreenAnswer['found']>['byDistrict'];
}

const both = (some: Uint8Array, others: Uint8Array): Uint8Array =>
  some.map((one, row) => one & (others[row] as number));

/** What each figure is a share or a mean of. */
const OF_GROUND: readonly (keyof GreenFigures)[] = ['canopy', 'warmerC', 'mitigation'];

/** Null where nothing is told of any district. */
function cityFigures(
  figures: readonly GreenFigures[],
  residents: readonly Float64Array[],
  areaM2: Float64Array,
): NonNullable<GreenAnswer['found']>['city'] {
  const mean = (values: Float64Array, weights: Float64Array) => {
    let [sum, all] = [0, 0];
    values.forEach((value, row) => {
      const weight = weights[row] as number;
      if (Number.isNaN(value) || !(weight > 0)) return;
      sum += value * weight;
      all += weight;
    });
    return sum / all;
  };
  const estimate = (of: (draw: GreenFigures) => Float64Array, isOfGround: boolean): Estimate | null => {
    const means = figures.map((draw, i) =>
      mean(of(draw), isOfGround ? areaM2 : (residents[i] as Float64Array)),
    );
    return means.some((one) => Number.isNaN(one)) ? null : estimateOf(means);
  };
  const all = {
    ...Object.fromEntries(
      ([...GREEN_FIGURES, 'all', 'none'] as const).map((id) => [
        id,
        estimate((draw) => draw[id], OF_GROUND.includes(id as GreenFigure)),
      ]),
    ),
    shadedShare: estimate(
      ({ canopy }) =>
        canopy.map((share) => (Number.isNaN(share) ? Number.NaN : share >= CANOPY_SHARE ? 1 : 0)),
      false,
    ),
  };
  return Object.values(all).some((one) => one === null)
    ? null
    : (all as NonNullable<NonNullable<GreenAnswer['found']>['city']>);
}
