// SPDX-License-Identifier: EUPL-1.2
/** What is asked and told of services: how far, how many for whom, who has none. */
import type { Estimate, EstimateColumn } from '../impact/estimate';
import type { FacilityKind } from './models/service-access/facility-access';
import type { ServiceFigures } from './models/service-access/service-outcome';

/** How far the services of a class are in a year, how much there is of them, and who has none within reach. */
export interface ServicesQuestion {
  readonly kind: 'services';
  readonly year: number;
  readonly service: ServiceTopic;
}

/** Services that one goes to, and care that comes to one's home. */
export type ServiceTopic = FacilityKind | 'home-care';

export interface ServicesAnswer {
  readonly kind: 'services';
  readonly year: number;
  readonly service: ServiceTopic;
  /** Of which classes the city has any: the others are nowhere in its data. */
  readonly known: readonly ServiceTopic[];
  /** Ids of the districts (ID_NIL). */
  readonly districts: readonly number[];
  /** Whether ways by transit were looked at: the city's lines are known. */
  readonly byTransit: boolean;
  /** Null: no service of the class has a place in this city. */
  readonly found: {
    readonly sites: number;
    /** Named by the data, without a place in the city: in no figure. */
    readonly unplaced: number;
    /** Of the sites, those whose capacity is a range: nothing states it. */
    readonly assumedCapacity: number;
    /** Beds, hours of care a week or services, all together. */
    readonly capacity: Estimate;
    /** By district; NaN: not told. Of care at home `beyond` are the hours a week that are missing. */
    readonly byDistrict: ServiceFigures<EstimateColumn>;
    readonly city: ServiceFigures<Estimate>;
  } | null;
}
