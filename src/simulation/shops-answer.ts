// SPDX-License-Identifier: EUPL-1.2
/** Visits to the shops of the city as it is, in a year, by district and sector. */
import type { CityInputs } from '../city/city-inputs';
import { FIRST_SEED } from '../city/seeded';
import { bySector } from '../city/shops';
import { estimateColumn, estimateOf } from '../impact/estimate';
import type { PeopleForecast } from './models/demography/people-forecast';
import { toldPersons } from './models/people/told-persons';
import { type ShoppingDay, shoppingDay } from './models/retail/shopping-day';
import { drawShoppingParameters, type ShoppingParameters } from './models/retail/shopping-parameters';
import { shoppingPlaces } from './models/retail/shopping-places';
import { allSectors, shoppersOf } from './models/retail/shops-model';
import { MODEL_DRAWS } from './protocol';
import type { ShopsAnswer, ShopVisits } from './shops-protocol';
import { toldColumn } from './told-column';

/**
 * Medians of the draws of the forecast, each with parameters of its own, with their intervals.
 * @param districts ids, by row
 * @throws RetailError, DemandError: what cannot be reckoned with; ForecastRangeError: a year that is not forecast.
 */
export function shopsAnswer(
  city: Pick<CityInputs, 'zones' | 'roads' | 'rules' | 'shops'>,
  forecast: PeopleForecast,
  districts: readonly number[],
  { year }: { readonly year: number },
): ShopsAnswer {
  const { shops } = city;
  if (!shops) return { kind: 'shops', year, districts, found: null };
  const places = shoppingPlaces({ ...city, shops });
  const days = drawShoppingParameters(FIRST_SEED, Math.min(MODEL_DRAWS.shops, forecast.draws)).map(
    (parameters: ShoppingParameters, draw) =>
      shoppingDay(places, shoppersOf(forecast, year, draw), parameters),
  );
  const { isTold } = toldPersons(forecast, year);
  // Visits received by visits begun are what residents begin, by what each of them does: their number.
  const mayTell = forecast.told.map((told, row) =>
    told && isTold('aged18Plus', row) && isTold('aged18to64', row) ? 1 : 0,
  );
  const of = (visitsOf: (day: ShoppingDay) => Visits) => shopVisits(days.map(visitsOf), mayTell);
  return {
    kind: 'shops',
    year,
    districts,
    found: {
      all: of(({ made, received }) => ({ made: allSectors(made), received: allSectors(received) })),
      of: bySector((sector) =>
        of(({ made, received }) => ({ made: made[sector], received: received[sector] })),
      ),
      fromWork: estimateOf(
        days.map(({ fromWork, received }) => shareOf(fromWork, sum(allSectors(received)))),
      ),
      untold: forecast.told.reduce((all, told) => all + (told === 0 ? 1 : 0), 0),
      counted: {
        neighbourhood: sum(shops.neighbourhood),
        large: sum(shops.large),
        foodAndDrink: sum(shops.foodAndDrink),
      },
    },
  };
}

interface Visits {
  readonly made: Float64Array;
  readonly received: Float64Array;
}

function shopVisits(draws: readonly Visits[], told: Uint8Array): ShopVisits {
  const totals = draws.map(({ received }) => sum(received));
  return {
    visits: estimateColumn(draws.map(({ received }) => received)),
    share: estimateColumn(
      draws.map(({ received }, draw) => received.map((visits) => shareOf(visits, totals[draw] as number))),
    ),
    balance: toldColumn(
      draws.map(({ made, received }) =>
        received.map((visits, district) => {
          const begun = made[district] as number;
          return told[district] && begun > 0 ? visits / begun : Number.NaN;
        }),
      ),
    ),
    city: estimateOf(totals),
  };
}

const shareOf = (part: number, all: number): number => (all > 0 ? part / all : 0);
const sum = (column: Float64Array): number => column.reduce((all, one) => all + one, 0);
