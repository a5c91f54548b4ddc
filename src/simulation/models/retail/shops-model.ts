// SPDX-License-Identifier: EUPL-1.2
/**
 * Visits to the shops of a city in a year to come, before and after a change. Each draw has the same chances before
 * and after, so that an unchanged city comes back as it was. Pure.
 */
import type { People } from '../../../city/people';
import { SHOP_SECTORS, type ShopSector } from '../../../city/shops';
import type { DrawPair, MayDrive } from '../../../impact/impact';
import type { ShopsFieldId, ShopsOutcome, ShopsTotalId } from '../../../impact/outcome';
import type { PeopleForecast } from '../demography/people-forecast';
import { OLDEST, personsAged } from '../people/persons';
import { type Shoppers, type ShoppingDay, shoppingDay } from './shopping-day';
import {
  drawShoppingParameters,
  SHOPPING_PARAMETERS,
  type ShoppingParameterId,
  type ShoppingParameters,
  sectorsOf,
} from './shopping-parameters';
import { type ShoppingInputs, type ShoppingPlaces, shoppingPlaces } from './shopping-places';

export type ShopsCity = ShoppingInputs & { readonly people: People };

export interface ShopsCourse {
  readonly year: number;
  /** At most as many as the forecasts have. */
  readonly draws: number;
  readonly seed: string;
  /** Who lives in the city, and in a changed one. @throws DemographyError */
  readonly forecastOf: (people: People) => PeopleForecast;
}

const TOTAL_OF = {
  everyday: 'everydayVisitsDay',
  'other-goods': 'otherGoodsVisitsDay',
  'eating-out': 'mealVisitsDay',
} as const satisfies Record<ShopSector, ShopsTotalId & ShopsFieldId>;

/** What is drawn of one sector moves no other; people grow and move for all. */
export const mayDriveShops: MayDrive = (parameter, total) => {
  const sector = SHOP_SECTORS.find((one) => TOTAL_OF[one] === total);
  if (!sector || !Object.hasOwn(SHOPPING_PARAMETERS, parameter)) return true;
  return sectorsOf(parameter as ShoppingParameterId).includes(sector);
};

interface State {
  readonly places: ShoppingPlaces;
  readonly forecast: PeopleForecast;
}

/** The model of one city. */
export class ShopsModel {
  readonly #city: ShopsCity;
  readonly #places: ShoppingPlaces;

  /** @throws RetailError, DemandError where the city cannot be computed with. */
  constructor(city: ShopsCity) {
    this.#city = city;
    this.#places = shoppingPlaces(city);
  }

  /** The city as it is and as `changed`, in every draw. @throws DemographyError, RetailError, DemandError. */
  *pairs(changed: ShopsCity, { year, draws, seed, forecastOf }: ShopsCourse): Generator<DrawPair> {
    const forecast = forecastOf(this.#city.people);
    const before: State = { places: this.#places, forecast };
    const after = changed === this.#city ? before : this.#changed(changed, before, forecastOf);
    const drawn = drawShoppingParameters(seed, draws);
    for (let draw = 0; draw < draws; draw++) {
      const parameters = drawn[draw] as ShoppingParameters;
      const was = dayOf(before, year, draw, parameters);
      const is = after === before ? was : dayOf(after, year, draw, parameters);
      yield {
        draw,
        parameters: { ...forecast.parameters[draw], ...parameters },
        before: outcomeOf(was, was),
        after: outcomeOf(is, was),
      };
    }
  }

  #changed(city: ShopsCity, before: State, forecastOf: ShopsCourse['forecastOf']): State {
    const { people } = this.#city;
    const isSame = city.people.newHomes === people.newHomes && city.people.register === people.register;
    return {
      places: shoppingPlaces(city),
      forecast: isSame ? before.forecast : forecastOf(city.people),
    };
  }
}

function dayOf({ places, forecast }: State, year: number, draw: number, parameters: ShoppingParameters) {
  return shoppingDay(places, shoppersOf(forecast, year, draw), parameters);
}

/** Who shops, in a draw of a forecast. @throws ForecastRangeError: a year or draw that it has not. */
export const shoppersOf = (forecast: PeopleForecast, year: number, draw: number): Shoppers => ({
  adults: personsAged(forecast, { draw, year, from: 18, to: OLDEST }),
  ofWorkingAge: personsAged(forecast, { draw, year, from: 18, to: 64 }),
});

/** All sectors together, by district. */
export const allSectors = (of: ShoppingDay['received']): Float64Array =>
  of.everyday.map((_, district) =>
    SHOP_SECTORS.reduce((all, sector) => all + (of[sector][district] as number), 0),
  );

/** What this model says nothing of. */
const NO_TRAFFIC = {
  entriesByHalfHour: new Float64Array(0),
  relativeGap: 0,
  demandGap: 0,
  unreachable: { pairs: 0, vehH: 0 },
  lines: null,
} as const;

function outcomeOf({ made, received }: ShoppingDay, before: ShoppingDay): ShopsOutcome {
  const moved = (sign: 1 | -1) =>
    SHOP_SECTORS.reduce(
      (all, sector) =>
        all +
        received[sector].reduce(
          (sum, visits, district) =>
            sum + Math.max(0, sign * (visits - (before.received[sector][district] as number))),
          0,
        ),
      0,
    );
  const all = allSectors(received);
  const own = <T>(of: (sector: ShopSector) => T) =>
    Object.fromEntries(SHOP_SECTORS.map((sector) => [TOTAL_OF[sector], of(sector)])) as Record<
      (typeof TOTAL_OF)[ShopSector],
      T
    >;
  return {
    totals: {
      // As they begin: so many arrive too, but for rounding, which would be told as a change.
      shopVisitsDay: sum(allSectors(made)),
      ...own((sector) => sum(made[sector])),
      shopVisitsGainedDay: moved(1),
      shopVisitsLostDay: moved(-1),
    },
    fields: { shopVisitsDay: all, ...own((sector) => received[sector]) },
    ...NO_TRAFFIC,
  };
}

const sum = (column: Float64Array): number => column.reduce((all, one) => all + one, 0);
