// SPDX-License-Identifier: EUPL-1.2
/** What a model says of one state of the city in one draw: totals, and columns over streets, zones and districts. */

import type { ModelId } from '../city/model-id';
import type { LineLoads } from './line-loads';
import { SERVICE_FIELDS, SERVICE_TOTALS } from './service-figures';

/** Unit of every metric; formatting is the screen's. */
export const UNITS = [
  'veh/h',
  'km/h',
  's/km',
  'min',
  'h/h',
  'km',
  'trips/h',
  'trips/day',
  'visits/day',
  'passengers/h',
  'veh/30min',
  'share',
  'eur/h',
  'eur/day',
  'g/h',
  'kg/h',
  'dB(A)',
  'jobs',
  'places',
  'persons',
  'pupils',
  'h/week',
  '/1000',
  'ha',
  '°C',
] as const;
export type Unit = (typeof UNITS)[number];

interface TotalForm {
  readonly unit: Unit;
  readonly better: 'more' | 'less' | 'none';
}
interface FieldForm extends TotalForm {
  readonly over: 'road' | 'zone';
}

/**
 * City totals of mobility. `better`: which way is better for those it touches; `none`: neither.
 * The assigned hour is the morning's 8–9; `PerDay` covers the day by half-hours.
 */
const MOBILITY_TOTALS = {
  carTripsH: { unit: 'trips/h', better: 'none' },
  vehicleHours: { unit: 'h/h', better: 'less' },
  vehicleKm: { unit: 'km', better: 'less' },
  delayHours: { unit: 'h/h', better: 'less' },
  carSpeedKmH: { unit: 'km/h', better: 'more' },
  carShareInside: { unit: 'share', better: 'none' },
  motorcycleShareInside: { unit: 'share', better: 'none' },
  transitShareInside: { unit: 'share', better: 'none' },
  bicycleShareInside: { unit: 'share', better: 'none' },
  walkShareInside: { unit: 'share', better: 'none' },
  carShareAcross: { unit: 'share', better: 'none' },
  transitShareAcross: { unit: 'share', better: 'none' },
  notTravelledTripsH: { unit: 'trips/h', better: 'none' },
  transitTripsH: { unit: 'trips/h', better: 'none' },
  chargedEntriesPerDay: { unit: 'trips/day', better: 'none' },
  areaCEntriesPerDay: { unit: 'trips/day', better: 'none' },
  tollPaidPerDay: { unit: 'eur/day', better: 'none' },
  noxGH: { unit: 'g/h', better: 'less' },
  pm10GH: { unit: 'g/h', better: 'less' },
  co2KgH: { unit: 'kg/h', better: 'less' },
  jobsIn30MinCar: { unit: 'jobs', better: 'more' },
  jobsIn30MinTransit: { unit: 'jobs', better: 'more' },
  jobsIn30MinBicycle: { unit: 'jobs', better: 'more' },
  /** After only: surplus of all travellers against before; 0 before. The next two add up to it, by where one sets out. */
  consumerSurplusEurH: { unit: 'eur/h', better: 'more' },
  consumerSurplusFromDistrictsEurH: { unit: 'eur/h', better: 'more' },
  consumerSurplusFromOutsideEurH: { unit: 'eur/h', better: 'more' },
} as const satisfies Record<string, TotalForm>;
export type MobilityTotalId = keyof typeof MOBILITY_TOTALS;

/** City totals of people, in the scenario's year. */
const PEOPLE_TOTALS = {
  residents: { unit: 'persons', better: 'none' },
  minors: { unit: 'persons', better: 'none' },
  aged65Plus: { unit: 'persons', better: 'none' },
  aged80Plus: { unit: 'persons', better: 'none' },
  pupils: { unit: 'pupils', better: 'none' },
  unplacedPupils: { unit: 'pupils', better: 'less' },
  schoolWalkMin: { unit: 'min', better: 'less' },
  homeCareNeededH: { unit: 'h/week', better: 'none' },
  homeCareGivenH: { unit: 'h/week', better: 'more' },
  homeCareUnmetH: { unit: 'h/week', better: 'less' },
  /** Of the unmet, those of over-80s who live alone. */
  homeCareAloneUnmetH: { unit: 'h/week', better: 'less' },
  ...SERVICE_TOTALS,
} as const satisfies Record<string, TotalForm>;
export type PeopleTotalId = keyof typeof PEOPLE_TOTALS;

/** City totals of visits to shops, bars and restaurants on a weekday of the scenario's year. */
const SHOPS_TOTALS = {
  shopVisitsDay: { unit: 'visits/day', better: 'none' },
  everydayVisitsDay: { unit: 'visits/day', better: 'none' },
  otherGoodsVisitsDay: { unit: 'visits/day', better: 'none' },
  mealVisitsDay: { unit: 'visits/day', better: 'none' },
  /** After only: what districts gain and lose, sector by sector, against before; 0 before. */
  shopVisitsGainedDay: { unit: 'visits/day', better: 'none' },
  shopVisitsLostDay: { unit: 'visits/day', better: 'none' },
} as const satisfies Record<string, TotalForm>;
export type ShopsTotalId = keyof typeof SHOPS_TOTALS;

/** City totals of the districts whose trees and homes are in the data, in the scenario's year. */
const GREEN_TOTALS = {
  residentsThreeTrees: { unit: 'persons', better: 'more' },
  residentsNearPark: { unit: 'persons', better: 'more' },
  canopyHa: { unit: 'ha', better: 'more' },
  /** Above the country on a clear summer night, the mean of the ground. */
  nightWarmerC: { unit: '°C', better: 'less' },
} as const satisfies Record<string, TotalForm>;
export type GreenTotalId = keyof typeof GREEN_TOTALS;

export const TOTALS = { ...MOBILITY_TOTALS, ...PEOPLE_TOTALS, ...SHOPS_TOTALS, ...GREEN_TOTALS };
export type TotalId = keyof typeof TOTALS;

/** Of these the level is below what is counted; their change in per cent is what holds. */
export const READ_IN_PERCENT: readonly TotalId[] = [
  'areaCEntriesPerDay',
  'chargedEntriesPerDay',
  'tollPaidPerDay',
];

/** Columns over the links of the modelled network (`road`) or over the zones (`zone`). */
const MOBILITY_FIELDS = {
  flowVehH: { unit: 'veh/h', over: 'road', better: 'less' },
  speedKmH: { unit: 'km/h', over: 'road', better: 'more' },
  delaySKm: { unit: 's/km', over: 'road', better: 'less' },
  noiseDbA: { unit: 'dB(A)', over: 'road', better: 'less' },
  noxRoadGH: { unit: 'g/h', over: 'road', better: 'less' },
  carMinutes: { unit: 'min', over: 'zone', better: 'less' },
  transitMinutes: { unit: 'min', over: 'zone', better: 'less' },
  jobs15Car: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs30Car: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs45Car: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs15Transit: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs30Transit: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs45Transit: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs15Bicycle: { unit: 'jobs', over: 'zone', better: 'more' },
  jobs30Bicycle: { unit: 'jobs', over: 'zone', better: 'more' },
  services15Walk: { unit: 'places', over: 'zone', better: 'more' },
  services30Transit: { unit: 'places', over: 'zone', better: 'more' },
  noxZoneGH: { unit: 'g/h', over: 'zone', better: 'less' },
  pm10ZoneGH: { unit: 'g/h', over: 'zone', better: 'less' },
  co2ZoneKgH: { unit: 'kg/h', over: 'zone', better: 'less' },
  tollPaidEurH: { unit: 'eur/h', over: 'zone', better: 'none' },
  consumerSurplusZoneEurH: { unit: 'eur/h', over: 'zone', better: 'more' },
} as const satisfies Record<string, FieldForm>;
export type MobilityFieldId = keyof typeof MOBILITY_FIELDS;

/** Columns over the districts, the first of the zones, in the scenario's year. */
const PEOPLE_FIELDS = {
  residents: { unit: 'persons', over: 'zone', better: 'none' },
  minors: { unit: 'persons', over: 'zone', better: 'none' },
  aged65Plus: { unit: 'persons', over: 'zone', better: 'none' },
  aged80Plus: { unit: 'persons', over: 'zone', better: 'none' },
  unplacedInfanzia: { unit: 'pupils', over: 'zone', better: 'less' },
  unplacedPrimaria: { unit: 'pupils', over: 'zone', better: 'less' },
  unplacedSecondaria1: { unit: 'pupils', over: 'zone', better: 'less' },
  schoolWalkMin: { unit: 'min', over: 'zone', better: 'less' },
  homeCareNeededH: { unit: 'h/week', over: 'zone', better: 'none' },
  homeCareUnmetH: { unit: 'h/week', over: 'zone', better: 'less' },
  ...SERVICE_FIELDS,
} as const satisfies Record<string, FieldForm>;
export type PeopleFieldId = keyof typeof PEOPLE_FIELDS;

/** Visits by the district that they go to. */
const SHOPS_FIELDS = {
  shopVisitsDay: { unit: 'visits/day', over: 'zone', better: 'none' },
  everydayVisitsDay: { unit: 'visits/day', over: 'zone', better: 'none' },
  otherGoodsVisitsDay: { unit: 'visits/day', over: 'zone', better: 'none' },
  mealVisitsDay: { unit: 'visits/day', over: 'zone', better: 'none' },
} as const satisfies Record<string, FieldForm>;
export type ShopsFieldId = keyof typeof SHOPS_FIELDS;

/** Columns over the districts: shares of residents, of the ground, °C. */
const GREEN_FIELDS = {
  threeTreesShare: { unit: 'share', over: 'zone', better: 'more' },
  nearParkShare: { unit: 'share', over: 'zone', better: 'more' },
  canopyShare: { unit: 'share', over: 'zone', better: 'more' },
  nightWarmerC: { unit: '°C', over: 'zone', better: 'less' },
} as const satisfies Record<string, FieldForm>;
export type GreenFieldId = keyof typeof GREEN_FIELDS;

export const FIELDS = { ...MOBILITY_FIELDS, ...PEOPLE_FIELDS, ...SHOPS_FIELDS, ...GREEN_FIELDS };
export type FieldId = keyof typeof FIELDS;

/** Which model a total or a field is of. */
export const modelOf = (id: TotalId | FieldId): ModelId => {
  if (id in SHOPS_TOTALS || id in SHOPS_FIELDS) return 'shops';
  if (id in GREEN_TOTALS || id in GREEN_FIELDS) return 'green';
  return id in PEOPLE_TOTALS || id in PEOPLE_FIELDS ? 'people' : 'mobility';
};

/** What one model says: its own totals and fields. */
export interface Outcome {
  /** NaN: not told. */
  readonly totals: Readonly<Partial<Record<TotalId, number>>>;
  /** NaN: not disclosed. */
  readonly fields: Readonly<Partial<Record<FieldId, Float64Array>>>;
  /** Entries into Area C by half-hour of the day, 48; empty where the city has no such area. */
  readonly entriesByHalfHour: Float64Array;
  /** Relative gap reached, and that of demand. */
  readonly relativeGap: number;
  readonly demandGap: number;
  readonly unreachable: Unreachable;
  /** Null where the city has no lines. */
  readonly lines: LineLoads | null;
}

export interface MobilityOutcome extends Outcome {
  readonly totals: Readonly<Record<MobilityTotalId, number>>;
  readonly fields: Readonly<Record<MobilityFieldId, Float64Array>>;
}
/** Of what a change does not touch – a grade of schools, care – nothing need be said. */
export interface PeopleOutcome extends Outcome {
  readonly totals: Readonly<Partial<Record<PeopleTotalId, number>>>;
  readonly fields: Readonly<Partial<Record<PeopleFieldId, Float64Array>>>;
}

export interface ShopsOutcome extends Outcome {
  readonly totals: Readonly<Record<ShopsTotalId, number>>;
  readonly fields: Readonly<Record<ShopsFieldId, Float64Array>>;
}

export interface GreenOutcome extends Outcome {
  readonly totals: Readonly<Partial<Record<GreenTotalId, number>>>;
  readonly fields: Readonly<Partial<Record<GreenFieldId, Float64Array>>>;
}

/** Pairs of zones between which somebody would drive and no way leads, and who is on no street for it. */
export interface Unreachable {
  readonly pairs: number;
  readonly vehH: number;
}
