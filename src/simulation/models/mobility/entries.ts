// SPDX-License-Identifier: EUPL-1.2
/** Entries into Area C by half-hour of the day. Pure. */
import { connectorEntriesOf, entriesOf } from '../../../city/areas';
import type { CityInputs } from '../../../city/city-inputs';
import { CALIBRATED_DRAWS } from '../demand/charge-calibrated';
import { respond } from '../demand/charge-response';
import { areaCCharge, type ChargeDraw, segmentsOf } from '../demand/charge-segments';
import type { State } from './outcome-of';
import type { Parameters } from './parameters';
import { toZoneLink } from './road-side';

/**
 * Entries by half-hour of a thousand a day with no charge: 9–13 January 2012, mean of five weekdays, from
 * the half-hour counts of Comune di Milano and AMAT (CC BY 4.0), rounded. All vehicles.
 */
export const ENTRIES_OF_A_THOUSAND: readonly number[] = [
  8, 7, 4, 3, 2, 2, 1, 1, 2, 2, 4, 6, 8, 17, 25, 36, 39, 38, 38, 36, 34, 32, 31, 29, 28, 27, 26, 26, 27, 30,
  30, 30, 30, 29, 28, 29, 30, 30, 29, 31, 28, 22, 17, 14, 13, 13, 14, 12,
];
/** 7:30–19:30 over 8–9 on the weekdays of 16 January–29 February 2012, with the charge: 86,108 / 8,053, same source. */
export const CHARGED_HOURS_OVER_ASSIGNED = 10.7;

/** Half-hours 8:00 and 8:30. */
const [FIRST, LAST] = [16, 17];

/**
 * 48 numbers; none where the city has no Area C. At 8–9 they are the equilibrium's; over the day they
 * follow the counted profile as the response calibrated on 2012 changes it under the charge in force
 * (demand/charge-response.ts). What else changes at 8–9 is taken to change the whole day alike.
 */
export function entriesOfDay(state: State, parameters: Parameters): Float64Array {
  const area = state.city.areas.find((each) => each.class === 'area-c');
  if (!area) return new Float64Array(0);
  let vehH = 0;
  const { roads, zones } = state.city;
  for (const link of entriesOf(roads, area.rings)) vehH += state.equilibrium.flowVehH[link] as number;
  for (const row of connectorEntriesOf(roads, zones, area.rings))
    vehH += state.equilibrium.flowVehH[toZoneLink(state.city, row)] as number;
  const profile = profileUnder(state.city, area.id, parameters);
  const there = (profile[FIRST] as number) + (profile[LAST] as number);
  return profile.map((entries) => (entries * vehH) / there);
}

/** The counted day as it would be under the city's charge on the area; only its shape is used. */
function profileUnder(city: CityInputs, areaId: string, { chargeDraw }: Parameters): Float64Array {
  const day = Float64Array.from(ENTRIES_OF_A_THOUSAND);
  const charge = city.rules.charges.find(({ id }) => id === areaId);
  if (!charge || charge.priceEur.visitor === 0) return day;
  const draw = CALIBRATED_DRAWS[
    Math.min(CALIBRATED_DRAWS.length - 1, Math.floor(chargeDraw * CALIBRATED_DRAWS.length))
  ] as ChargeDraw;
  const { hours, priceEur } = charge;
  const asked = areaCCharge(draw, priceEur.visitor, hours.fromMin, hours.toMin);
  return respond(day, segmentsOf(draw), asked, draw).total;
}
