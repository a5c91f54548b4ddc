// SPDX-License-Identifier: EUPL-1.2
/** What is not known exactly of shopping: central values, ranges, sources, and the draws. Pure. */
import { centralValues, latinHypercube } from '../../../city/latin-hypercube';
import type { Range } from '../../../city/people';
import { SHOP_SECTORS, type ShopSector } from '../../../city/shops';

/**
 * Drawn evenly, each by itself. What is called an assumption is one, here and on the screen. No count of visits to
 * shops in Milan is open: nothing here is fitted to one.
 *
 * `…Visits`, a weekday: each adult's from home. Meals: in Italy 25.5 % of adults eat out 4–5 times a week, 18.3 % 2–3
 * times, 33.2 % 2–3 times a month (Fipe 2015), which is 0.26 a day, less the 0.12 that are lunches of those who work
 * (12 million eat them out 3–4 times a week, Fipe 2015). Shops: an assumption; the management of a household is a
 * third of all trips in Italy (Isfort, Audimob 2014), and all trips within Milan that are neither to work nor to
 * school are 0.47 a resident and day, ways back left out (Amat 2022; PGT, VAS 2013).
 * `worker…Visits`, a weekday: of each worker who is at the place of work. Meals: those 12 million of about 22.5 million
 * at work. Shops: an assumption.
 * `homeKept`: of what a worker would visit near work, so much near home on a day at home. An assumption; in 50 German
 * cities work at home moved spending to where it is done (Alipour, Falck, Krause, Krolage and Wichert 2025, CESifo
 * 10000), in the United Kingdom away from city centres (De Fraja, Matheson, Mizen, Rockey, Taneja and Thwaites 2021).
 * `workersInside`: of the workers in the city, those who live in it. An assumption, about the 61 % of the trips to work
 * that the traffic's totals give (models/demand/activity.ts).
 * `…Decay`: exponent of the way. 1.5 to 2.5 is usual (Haines, Simon and Alexis 1972); greater for what one buys every
 * day than for what one compares (Huff 2003, "Parameter estimation in the Huff model", ArcUser). Where in it each lies
 * is an assumption.
 * `smallFloorM2`, `largeFloorM2`: floor on which one buys. Assumptions about the mean of all shops in Milan, 75.3 m²
 * (Camera di commercio di Milano 2008, register of companies), which 28,867 shops of 50 m² and 1,027 stores of 800 m²
 * make; by law up to 250 m², and more (D.Lgs. 114/1998, art. 4).
 * `…EverydayShare`: of those floors, what is for food and other goods of every day. An assumption, the same in all
 * districts.
 * `pedestrianGain`: by how much more a shop draws in a street that becomes pedestrian. From nothing to the 35 % of
 * footfall that the most favourable of the British streets gained (Living Streets 2018, "The Pedestrian Pound": 20 to
 * 35 %, of streets that were chosen for having been improved with success).
 */
export const SHOPPING_PARAMETERS = {
  everydayVisits: { low: 0.2, value: 0.3, high: 0.4 },
  otherGoodsVisits: { low: 0.05, value: 0.1, high: 0.15 },
  mealVisits: { low: 0.08, value: 0.14, high: 0.2 },
  workerEverydayVisits: { low: 0.04, value: 0.08, high: 0.12 },
  workerOtherGoodsVisits: { low: 0.02, value: 0.05, high: 0.08 },
  workerMealVisits: { low: 0.2, value: 0.35, high: 0.5 },
  homeKept: { low: 0.3, value: 0.6, high: 0.9 },
  workersInside: { low: 0.5, value: 0.6, high: 0.7 },
  everydayDecay: { low: 1.9, value: 2.2, high: 2.5 },
  otherGoodsDecay: { low: 1.5, value: 1.8, high: 2.1 },
  mealDecay: { low: 1.5, value: 2, high: 2.5 },
  smallFloorM2: { low: 35, value: 50, high: 65 },
  largeFloorM2: { low: 500, value: 800, high: 1100 },
  smallEverydayShare: { low: 0.2, value: 0.3, high: 0.4 },
  largeEverydayShare: { low: 0.3, value: 0.45, high: 0.6 },
  pedestrianGain: { low: 0, value: 0.175, high: 0.35 },
} as const satisfies Record<string, Range>;
export type ShoppingParameterId = keyof typeof SHOPPING_PARAMETERS;
export type ShoppingParameters = Readonly<Record<ShoppingParameterId, number>>;

export const CENTRAL_SHOPPING: ShoppingParameters = centralValues(SHOPPING_PARAMETERS);

/** Of each sector: visits of an adult and of a worker a weekday, and exponent of the way. */
export const OF_SECTOR = {
  everyday: { home: 'everydayVisits', work: 'workerEverydayVisits', decay: 'everydayDecay' },
  'other-goods': { home: 'otherGoodsVisits', work: 'workerOtherGoodsVisits', decay: 'otherGoodsDecay' },
  'eating-out': { home: 'mealVisits', work: 'workerMealVisits', decay: 'mealDecay' },
} as const satisfies Record<ShopSector, Record<'home' | 'work' | 'decay', ShoppingParameterId>>;

/** Sectors that a parameter acts on. */
export function sectorsOf(id: ShoppingParameterId): readonly ShopSector[] {
  const own = SHOP_SECTORS.filter((sector) => Object.values(OF_SECTOR[sector]).some((used) => used === id));
  if (own.length > 0) return own;
  return FLOORS.includes(id) ? ['everyday', 'other-goods'] : SHOP_SECTORS;
}
/** Bars and restaurants are counted, whatever their floor. */
const FLOORS: readonly ShoppingParameterId[] = [
  'smallFloorM2',
  'largeFloorM2',
  'smallEverydayShare',
  'largeEverydayShare',
];

/**
 * As many sets as draws; the same seed gives the same before and after a measure.
 * @throws RangeError as {@link latinHypercube}.
 */
export const drawShoppingParameters = (seed: string, draws: number): ShoppingParameters[] =>
  latinHypercube(SHOPPING_PARAMETERS, `${seed}/shopping`, draws);
