// SPDX-License-Identifier: EUPL-1.2
/** Where people work, estimated: no open table says it by district. */
import type { Sector } from '../../city/city-inputs';

/**
 * Assumption: about 900 thousand employees at their place of work in Milan for 1.37 million
 * residents, the order of magnitude of Istat's census of industry and services.
 */
export const JOBS_PER_RESIDENT = 0.66;
/** Assumption, in the proportions of a city of services. */
export const SECTOR_SHARE: Readonly<Record<Sector, number>> = {
  office: 0.45,
  public: 0.08,
  retail: 0.2,
  industry: 0.12,
  care: 0.15,
};

/** What says, district by district, where there is work. Counts. */
export interface WorkPlaces {
  readonly residents: Float64Array;
  readonly foodAndDrink: Float64Array;
  readonly neighbourhoodShops: Float64Array;
  readonly largeRetail: Float64Array;
  readonly coworking: Float64Array;
  /** Civic offices, social services, libraries, culture. */
  readonly publicPlaces: Float64Array;
  readonly pharmacies: Float64Array;
  readonly nursingHomes: Float64Array;
  readonly pupils: Float64Array;
}

/**
 * Jobs by sector and district. Each sector's total is its share of the city's; within the city it
 * follows what goes with it, an assumption in every case: offices where there are bars, restaurants
 * and coworking; public offices with civic places; retail with shops, a large one for twenty; care
 * and teaching with pupils (one job for ten), pharmacies (five) and nursing homes (forty); industry,
 * building and transport, for want of a sign, with residents. A sector without any sign follows the
 * residents.
 */
export function jobsOf(places: WorkPlaces): Record<Sector, Float64Array> {
  const { residents } = places;
  const weight = (of: (row: number) => number) => residents.map((_, row) => of(row));
  const at = (values: Float64Array, row: number) => values[row] as number;
  const weights: Record<Sector, Float64Array> = {
    office: weight((i) => at(places.foodAndDrink, i) + 10 * at(places.coworking, i)),
    public: places.publicPlaces,
    retail: weight(
      (i) => at(places.foodAndDrink, i) + at(places.neighbourhoodShops, i) + 20 * at(places.largeRetail, i),
    ),
    industry: residents,
    care: weight(
      (i) => at(places.pupils, i) / 10 + 5 * at(places.pharmacies, i) + 40 * at(places.nursingHomes, i),
    ),
  };
  const total = JOBS_PER_RESIDENT * sum(residents);
  const share = (sector: Sector) => shared(total * SECTOR_SHARE[sector], weights[sector], residents);
  return {
    office: share('office'),
    public: share('public'),
    retail: share('retail'),
    industry: share('industry'),
    care: share('care'),
  };
}

/** A total shared out by weights, by others where those are all zero; nothing where these are too. */
export function shared(total: number, weights: Float64Array, otherwise: Float64Array): Float64Array {
  const by = sum(weights) > 0 ? weights : otherwise;
  const whole = sum(by);
  return by.map((weight) => (whole > 0 ? (total * weight) / whole : 0));
}

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
