// SPDX-License-Identifier: EUPL-1.2
/** How far services are, how much there is of them for whom they are for, and who has none: the city as it is. */
import type { Transit } from '../city/city-inputs';
import type { People } from '../city/people';
import { FIRST_SEED } from '../city/seeded';
import { estimateOf } from '../impact/estimate';
import type { PeopleForecast } from './models/demography/people-forecast';
import { toldPersons } from './models/people/told-persons';
import { valueAt } from './models/service-access/care-parameters';
import type { FacilityKind } from './models/service-access/facility-access';
import {
  drawServiceParameters,
  SERVICE_DRAWS,
  type ServiceParameters,
} from './models/service-access/service-classes';
import { serviceOutcome, targetOf } from './models/service-access/service-outcome';
import type { ServiceReach, ServiceWays } from './models/service-access/service-reach';
import type { ServicesAnswer } from './services-protocol';
import { knownKinds, ofCity, told } from './told-services';

export interface ServicesCity {
  readonly people: People;
  readonly ways: ServiceWays;
  readonly transit: Transit;
  readonly forecast: PeopleForecast;
  /** Ids of the districts, by row. */
  readonly districts: readonly number[];
}

/**
 * One class in one year: medians of the draws with their intervals, by district and for all that are told.
 * @throws AccessError; TransitError; ForecastRangeError: a year that is not forecast.
 */
export function servicesAnswer(
  { people, ways, transit, forecast, districts }: ServicesCity,
  { year, service }: { readonly year: number; readonly service: FacilityKind },
): ServicesAnswer {
  const byTransit = transit.patterns.length > 0;
  const head = { kind: 'services', year, service, known: knownKinds(people), districts, byTransit } as const;
  const reach = ways.reach(service, people.services, transit);
  if (reach.capacity.length === 0) return { ...head, found: null };
  const draws = Math.min(SERVICE_DRAWS, forecast.draws);
  const parameters = drawServiceParameters(FIRST_SEED, draws);
  const outcomes = parameters.map((own, draw) =>
    serviceOutcome(reach, ways.homes, targetOf(service, people, forecast, { draw, year }), own),
  );
  return {
    ...head,
    found: {
      sites: reach.capacity.length,
      unplaced: (people.unplaced ?? []).filter(({ kind }) => kind === service).length,
      assumedCapacity: reach.capacity.filter(({ low, high }) => low < high).length,
      capacity: estimateOf(capacities(reach, parameters)),
      byDistrict: told(outcomes, toldPersons(forecast, year), service),
      city: ofCity(outcomes),
    },
  };
}

const capacities = ({ capacity }: ServiceReach, parameters: readonly ServiceParameters[]): number[] =>
  parameters.map(({ capacityShare }) =>
    capacity.reduce((sum, range) => sum + valueAt(range, capacityShare), 0),
  );
