// SPDX-License-Identifier: EUPL-1.2
/** Which totals of an answer are listed, and in which order. */
import type { TotalId } from '../../../impact/outcome';
import { SERVICE_FIGURE_IDS } from '../../../impact/service-figures';

/** Totals in the order in which one asks for them. */
export const TOTAL_GROUPS = {
  traffic: ['vehicleKm', 'vehicleHours', 'delayHours', 'carSpeedKmH', 'carTripsH'],
  modes: [
    'carShareInside',
    'motorcycleShareInside',
    'transitShareInside',
    'bicycleShareInside',
    'walkShareInside',
    'carShareAcross',
    'transitShareAcross',
    'transitTripsH',
    'notTravelledTripsH',
  ],
  tolls: [
    'areaCEntriesPerDay',
    'chargedEntriesPerDay',
    'tollPaidPerDay',
    'consumerSurplusEurH',
    'consumerSurplusFromDistrictsEurH',
    'consumerSurplusFromOutsideEurH',
  ],
  air: ['noxGH', 'pm10GH', 'co2KgH'],
  access: ['jobsIn30MinCar', 'jobsIn30MinTransit', 'jobsIn30MinBicycle'],
  people: ['residents', 'minors', 'aged65Plus', 'aged80Plus'],
  schools: ['pupils', 'unplacedPupils', 'schoolWalkMin'],
  care: ['homeCareNeededH', 'homeCareGivenH', 'homeCareUnmetH', 'homeCareAloneUnmetH'],
  shops: [
    'shopVisitsDay',
    'everydayVisitsDay',
    'otherGoodsVisitsDay',
    'mealVisitsDay',
    'shopVisitsGainedDay',
    'shopVisitsLostDay',
  ],
  services: SERVICE_FIGURE_IDS,
  green: ['residentsThreeTrees', 'residentsNearPark', 'canopyHa', 'nightWarmerC'],
} as const satisfies Record<string, readonly TotalId[]>;
