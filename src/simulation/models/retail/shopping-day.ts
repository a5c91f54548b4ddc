// SPDX-License-Identifier: EUPL-1.2
/** A weekday's visits to shops, bars and restaurants: where they begin and where they go. Pure. */
import { type BySector, bySector, SHOP_SECTORS, type ShopSector, type Shops } from '../../../city/shops';
import { tripsToShops } from './huff';
import { OF_SECTOR, type ShoppingParameters } from './shopping-parameters';
import type { ShoppingPlaces } from './shopping-places';

/** By district; NaN: not told, and nobody is reckoned with. */
export interface Shoppers {
  readonly adults: Float64Array;
  /** From 18 to 64: workers at home are shared out by them. */
  readonly ofWorkingAge: Float64Array;
}

export interface ShoppingDay {
  /** Visits a day by the district that they begin in: at home, or at work. */
  readonly made: BySector<Float64Array>;
  /** The same by the district that they go to; both add up to the same. */
  readonly received: BySector<Float64Array>;
  /** Of all of them, those that begin at work. */
  readonly fromWork: number;
}

/**
 * Visits of residents and of workers, each shared among the districts by Huff's model with size exponent 1: so a
 * district draws as its shops would one by one. A sector of which the city has nothing is not gone out for.
 * @throws RetailError as {@link tripsToShops}.
 */
export function shoppingDay(
  places: ShoppingPlaces,
  shoppers: Shoppers,
  parameters: ShoppingParameters,
): ShoppingDay {
  const size = bySector((sector) => attraction(places, sector, parameters));
  const isThere = (sector: ShopSector) => size[sector].some((one) => one > 0);
  const made = bySector((sector) =>
    isThere(sector) ? visitsMade(places, shoppers, sector, parameters) : new Float64Array(places.districts),
  );
  const present = sum(places.workers) - sum(places.atHome);
  return {
    made,
    received: bySector((sector) =>
      tripsToShops(
        { trips: made[sector], size: size[sector], minutes: places.minutes, logMinutes: places.logMinutes },
        { sizeExponent: 1, distanceExponent: parameters[OF_SECTOR[sector].decay] },
      ),
    ),
    fromWork: SHOP_SECTORS.filter(isThere).reduce(
      (all, sector) => all + present * parameters[OF_SECTOR[sector].work],
      0,
    ),
  };
}

/**
 * By district: visits of adults from home, of workers from work, and of those who work at home from there.
 * D = home · adults + work · (workers − at home) + work · kept · inside · (all at home) · share of the working ages.
 */
export function visitsMade(
  { workers, atHome }: Pick<ShoppingPlaces, 'workers' | 'atHome'>,
  { adults, ofWorkingAge }: Shoppers,
  sector: ShopSector,
  parameters: ShoppingParameters,
): Float64Array {
  const { home, work } = OF_SECTOR[sector];
  const workingAge = sum(ofWorkingAge);
  const keptAtHome = sum(atHome) * parameters.workersInside * parameters.homeKept;
  return workers.map((jobs, district) => {
    const here = workingAge > 0 ? known(ofWorkingAge[district]) / workingAge : 0;
    const fromWork = jobs - (atHome[district] as number) + keptAtHome * here;
    return parameters[home] * known(adults[district]) + parameters[work] * fromWork;
  });
}

/**
 * What a district's shops of a sector draw by: m² of floor, of bars and restaurants their number; more where its
 * streets are for pedestrians.
 */
export function attraction(
  { shops, pedestrianShare }: Pick<ShoppingPlaces, 'shops' | 'pedestrianShare'>,
  sector: ShopSector,
  parameters: ShoppingParameters,
): Float64Array {
  const size = sector === 'eating-out' ? shops.foodAndDrink : floorsOf(shops, sector, parameters);
  return size.map(
    (one, district) => one * (1 + parameters.pedestrianGain * (pedestrianShare[district] as number)),
  );
}

/** m² of a sector by district, with the stores that opened and without those that closed, in their order. */
function floorsOf(
  { neighbourhood, large, changes }: Shops,
  sector: Exclude<ShopSector, 'eating-out'>,
  { smallFloorM2, largeFloorM2, smallEverydayShare, largeEverydayShare }: ShoppingParameters,
): Float64Array {
  const part = (everyday: number) => (sector === 'everyday' ? everyday : 1 - everyday);
  const largeM2 = large.map((stores) => stores * largeFloorM2 * part(largeEverydayShare));
  for (const { change, district, sector: own, floorM2 } of changes) {
    if (own !== sector) continue;
    const before = largeM2[district] as number;
    largeM2[district] = change === 'open' ? before + floorM2 : Math.max(0, before - floorM2);
  }
  return largeM2.map(
    (m2, district) => m2 + (neighbourhood[district] as number) * smallFloorM2 * part(smallEverydayShare),
  );
}

const known = (persons: number | undefined): number => persons || 0;
/** Of what is told. */
const sum = (column: Float64Array): number => column.reduce((all, one) => all + known(one), 0);
