// SPDX-License-Identifier: EUPL-1.2
/** Entries into Area C by half-hour of the day. Pure. */

import { connectorEntriesOf, entriesOf } from '../../../city/areas';
import type { Area, CityInputs, Hours } from '../../../city/city-inputs';
import { exp, log } from '../../../city/exact-math';
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
/** 7:30–19:30 over 8–9 on the weekdays of 16 January–29 February 2012, with the charge: 84,926 / 7,958, same source. */
const CHARGED_HOURS_OVER_ASSIGNED = 10.7;

/** Of the counted day without a charge, what falls into some hours over what falls into 8–9, scaled to the days with one. */
export function hoursOverAssigned({ fromMin, toMin }: Hours): number {
  const during = (from: number, to: number) =>
    ENTRIES_OF_A_THOUSAND.reduce((sum, entries, h) => {
      const part = Math.min(to, 30 * h + 30) - Math.max(from, 30 * h);
      return sum + (entries * Math.max(0, part)) / 30;
    }, 0);
  const wholeDay = during(450, 1170) / during(480, 540);
  return ((during(fromMin, toMin) / during(480, 540)) * CHARGED_HOURS_OVER_ASSIGNED) / wholeDay;
}

/** Half-hours 8:00 and 8:30. */
const [FIRST, LAST] = [16, 17];

/**
 * 48 numbers; none where the city has no Area C. At 8–9 they are the equilibrium's. In the city before
 * the rest of the day follows the counted profile under the charge in force; after a change of the charge
 * it answers as calibrated on 2012 (demand/charge-response.ts), as strongly as the equilibrium does at 8–9,
 * and whatever else changes at 8–9 changes the whole day alike.
 */
export function entriesOfDay(state: State, parameters: Parameters): Float64Array {
  const area = state.city.areas.find((each) => each.class === 'area-c');
  if (!area) return new Float64Array(0);
  const shape = profileUnder(state.city, area.id, parameters);
  const vehH = entering(state, area);
  if (!state.before) return shape.map((entries) => (entries * vehH) / at8To9(shape));
  const before = entriesOfDay(state.before, parameters);
  const was = profileUnder(state.before.city, area.id, parameters);
  const ratio = vehH / Math.max(LEAST_VEH_H, at8To9(before));
  const asked = at8To9(shape) / at8To9(was);
  // Of the answer that was calibrated, so much is seen at 8–9.
  const part = asked === 1 ? 0 : Math.min(1, Math.max(0, log(ratio) / log(asked)));
  const rest = ratio / exp(part * log(asked));
  return before.map((entries, h) => {
    const answer = (shape[h] as number) / (was[h] as number);
    return entries * rest * (answer === 1 ? 1 : exp(part * log(answer)));
  });
}

const LEAST_VEH_H = 1e-6;
const at8To9 = (day: Float64Array): number => (day[FIRST] as number) + (day[LAST] as number);

/** Vehicles of the assigned hour. */
function entering({ city: { roads, zones }, city, equilibrium }: State, { rings }: Area): number {
  let vehH = 0;
  for (const link of entriesOf(roads, rings)) vehH += equilibrium.flowVehH[link] as number;
  for (const row of connectorEntriesOf(roads, zones, rings))
    vehH += equilibrium.flowVehH[toZoneLink(city, row)] as number;
  return vehH;
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
  // A resident's price of 2 of 5 € is what the drawn share was assumed for.
  const residentPrice = (draw.residentPrice * (priceEur.resident / priceEur.visitor)) / (2 / 5);
  const asked = areaCCharge({ ...draw, residentPrice }, priceEur.visitor, hours.fromMin, hours.toMin);
  return respond(day, segmentsOf(draw), asked, draw).total;
}
