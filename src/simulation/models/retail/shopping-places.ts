// SPDX-License-Identifier: EUPL-1.2
/** What of a city shopping depends on and no draw changes: ways, work, shops, streets. Pure. */
import type { CityInputs, Roads, Zones } from '../../../city/city-inputs';
import { STREET_CLASSES } from '../../../city/ground';
import type { Shops } from '../../../city/shops';
import { jobsIn, remoteShares } from '../demand/activity';
import { WALK_M_PER_MIN } from '../walking/reach';
import { logarithms, RetailError } from './huff';

export type ShoppingInputs = Pick<CityInputs, 'zones' | 'roads' | 'rules'> & { readonly shops: Shops };

export interface ShoppingPlaces {
  readonly districts: number;
  /** At [to * districts + from]. */
  readonly minutes: Float64Array;
  readonly logMinutes: Float64Array;
  /** Who works there, and how many of them are at home on an average weekday. */
  readonly workers: Float64Array;
  readonly atHome: Float64Array;
  readonly shops: Shops;
  /** Of the length of its main streets, those for pedestrians only, 0–1. */
  readonly pedestrianShare: Float64Array;
}

/**
 * @throws RetailError: columns of the shops that are not one a district, a district without an area; DemandError: a
 * share of remote work that is none.
 */
export function shoppingPlaces({ zones, roads, rules, shops }: ShoppingInputs): ShoppingPlaces {
  const { districts } = zones;
  for (const kind of ['neighbourhood', 'large', 'foodAndDrink'] as const)
    if (shops[kind].length !== districts)
      throw new RetailError('shops', `${shops[kind].length} counts of ${kind} for ${districts} districts`);
  const home = remoteShares(zones, rules);
  const workers = Float64Array.from({ length: districts }, (_, district) => jobsIn(zones, district));
  const minutes = waysBetween(zones);
  return {
    districts,
    minutes,
    logMinutes: logarithms(minutes),
    workers,
    atHome: workers.map((jobs, district) => jobs * (home[district] as number)),
    shops,
    pedestrianShare: pedestrianShares(roads, districts),
  };
}

/**
 * Minutes on foot from district to district, at [to * districts + from]: the root of the mean square distance of two
 * places, one in each, were they discs of their areas about their centres, √(d² + (R₁² + R₂²)/2) with R² = area/π. So a
 * district's own shops are as near as its size has it: √(area/π). Only ratios of ways count in Huff's model: a detour
 * or a pace that is the same everywhere changes nothing.
 * @throws RetailError: a district whose area is not above nought.
 */
export function waysBetween({
  districts,
  eastM,
  northM,
  areaM2,
  name,
}: Pick<Zones, 'districts' | 'eastM' | 'northM' | 'areaM2' | 'name'>): Float64Array {
  const at = (column: Float64Array, row: number) => column[row] as number;
  for (let row = 0; row < districts; row++)
    if (!(at(areaM2, row) > 0 && at(areaM2, row) < Number.POSITIVE_INFINITY))
      throw new RetailError(`district ${name[row] ?? row + 1}`, `its area is ${at(areaM2, row)} m²`);
  const minutes = new Float64Array(districts * districts);
  for (let to = 0; to < districts; to++)
    for (let from = 0; from < districts; from++) {
      const [east, north] = [at(eastM, to) - at(eastM, from), at(northM, to) - at(northM, from)];
      const spread = (at(areaM2, to) + at(areaM2, from)) / (2 * Math.PI);
      minutes[to * districts + from] = Math.sqrt(east * east + north * north + spread) / WALK_M_PER_MIN;
    }
  return minutes;
}

const PEDESTRIAN = STREET_CLASSES.indexOf('pedestrian');
/** Nobody has a shop on these. */
const WITHOUT_SHOPS = [STREET_CLASSES.indexOf('motorway'), STREET_CLASSES.indexOf('trunk')];

/**
 * Of each district's main streets, by length, what is for pedestrians only: as many of its shops are taken to stand
 * there. Smaller streets are not in the network: where they have shops too, the share is too great.
 */
export function pedestrianShares(roads: Roads, districts: number): Float64Array {
  const [walked, all] = [new Float64Array(districts), new Float64Array(districts)];
  for (let link = 0; link < roads.links; link++) {
    const zone = roads.zone[link] as number;
    const streetClass = roads.class[link] as number;
    if (zone < 0 || zone >= districts || WITHOUT_SHOPS.includes(streetClass)) continue;
    const lengthM = roads.lengthM[link] as number;
    all[zone] = (all[zone] as number) + lengthM;
    if (streetClass === PEDESTRIAN) walked[zone] = (walked[zone] as number) + lengthM;
  }
  return walked.map((lengthM, zone) => (lengthM > 0 ? lengthM / (all[zone] as number) : 0));
}
